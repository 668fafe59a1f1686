import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { release, releasePackage } from '../support/ocds.ts';
import { temporaryFolder } from './embedded-table.ts';
import { runProgram } from './processes.ts';

const flags = async (...args: readonly string[]) => {
  const program = runProgram('local/flags.ts', { args });
  const { code } = await program.ended;
  return { code, said: program.said() };
};

const linesOf = (said: string): readonly any[] =>
  said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const short = (ocid: string) =>
  release({ ocid, tender: { tenderPeriod: { startDate: '2026-03-01T00:00:00Z', endDate: '2026-03-05T00:00:00Z' } } });

const margin = (index: number, second: number) => {
  const of = (id: string, amount: number) => ({
    id,
    status: 'valid',
    value: { amount, currency: 'MXN' },
    tenderers: [{ id, name: id }],
  });
  return release({
    ocid: `ocds-test00-${index}`,
    bids: { details: [of('a', 1_000), of('b', second)] },
    awards: [{ id: 'A', status: 'active', suppliers: [{ id: 'a', name: 'a' }] }],
  });
};

describe('npm run flags', () => {
  it('tells the flags of one file, and what cannot be computed', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'one.json'), JSON.stringify(short('ocds-test00-1')));
    const { code, said } = await flags(join(folder, 'one.json'));
    expect(said).toContain('R003  Short submission period: submissionDays 4, thresholdDays 15');
    expect(said).toContain('R028 (bids)');
    expect(said).toContain('1 process in 1 document; 0 held no process, 0 could not be read.');
    expect(code).toBe(0);
  });

  it('speaks Spanish and Portuguese too', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'one.json'), JSON.stringify(short('ocds-test00-1')));
    expect((await flags(folder, '--language', 'es')).said).toContain('Plazo corto para presentar ofertas');
    expect((await flags(folder, '--language', 'pt')).said).toContain('Prazo curto para apresentar propostas');
  });

  it('compares the processes of a folder, in all the folders in it and line by line', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'inside'));
    const usual = [1, 2, 3, 4, 5].map((index) => margin(index, 1_100));
    await writeFile(join(folder, 'lines.jsonl'), `\ufeff${usual.map((each) => JSON.stringify(each)).join('\r\n')}\n\n`);
    await writeFile(
      join(folder, 'inside', 'package.json'),
      JSON.stringify(releasePackage(margin(6, 1_150), margin(7, 5_000))),
    );
    await writeFile(join(folder, 'notes.txt'), 'not read');
    const { code, said } = await flags(folder, '--json');
    const told = linesOf(said);
    const raised = told.flatMap(({ ocid, flags: found = [] }) =>
      found.flatMap((flag: any) =>
        flag.outcome.result === 'raised' ? [[ocid, flag.code, flag.outcome.values.margin]] : [],
      ),
    );
    expect(raised).toEqual([['ocds-test00-7', 'R058', 4]]);
    expect(told.at(-1).summary).toMatchObject({ processes: 7, documents: 6, unreadable: 0 });
    expect(code).toBe(0);
  });

  it('compares one file with a folder when it is told to', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'usual'));
    for (const index of [1, 2, 3, 4, 5, 6]) {
      await writeFile(join(folder, 'usual', `${index}.json`), JSON.stringify(margin(index, 1_100 + index)));
    }
    await writeFile(join(folder, 'one.json'), JSON.stringify(margin(9, 9_000)));
    expect((await flags(join(folder, 'one.json'))).said).toContain('R058 (comparison)');
    expect((await flags(join(folder, 'one.json'), '--among', join(folder, 'usual'))).said).toContain('R058  Heavily');
  });

  it('goes on after what it cannot read, and says so at the end', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.json'), '{ "ocid": ');
    await writeFile(join(folder, 'b.json'), '[]');
    await writeFile(join(folder, 'c.jsonl'), `nonsense\n${JSON.stringify(short('ocds-test00-1'))}`);
    const { code, said } = await flags(folder);
    expect(said).toContain(`${join(folder, 'a.json')}: this is no JSON`);
    expect(said).toContain(`${join(folder, 'c.jsonl')}:1: this is no JSON`);
    expect(said).toContain('1 process in 4 documents; 1 held no process, 2 could not be read.');
    expect(code).toBe(1);
  });

  it.each([
    ['nothing', []],
    ['two paths', ['a', 'b']],
    ['a language of nobody', ['.', '--language', 'xx']],
    ['an option of nobody', ['.', '--fast']],
  ])('tells how it is used when it is given %s', async (_what, args) => {
    const { code, said } = await flags(...args);
    expect(said).toContain('npm run flags -- FILE|FOLDER');
    expect(code).toBe(1);
  });

  it('says what cannot be read, without a trace of the program', async () => {
    const { code, said } = await flags('/no/such/folder');
    expect(said).toContain('This cannot be read (ENOENT).');
    expect(said).not.toContain('at ');
    expect(code).toBe(1);
  });
});

const DATA = fileURLToPath(new URL('../../../shared/data/ocds/', import.meta.url));
const isThere = existsSync(DATA);

describe.skipIf(!isThere)(`published data in ../shared/data/ocds${isThere ? '' : ' (which is not there)'}`, () => {
  it('is told whole', async () => {
    const { code, said } = await flags(DATA, '--json');
    const told = linesOf(said);
    expect(told.at(-1).summary).toMatchObject({ processes: 14, unreadable: 0 });
    // A period of two days at the Paraguayan ministry, looked up by hand.
    const paraguay = told.find(({ ocid }) => ocid === 'ocds-03ad3f-202300-1');
    expect(paraguay.flags[0]).toMatchObject({ code: 'R003', outcome: { values: { submissionDays: 2.03 } } });
    expect(code).toBe(0);
  });
});
