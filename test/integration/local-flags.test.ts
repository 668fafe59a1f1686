import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runFlags } from '../../local/flags/run.ts';
import { release, releasePackage } from '../support/ocds.ts';
import { temporaryFolder } from './embedded-table.ts';
import { runProgram } from './processes.ts';

/** The program, without a process of its own; what it says and complains of in one text. */
const flags = async (...args: readonly string[]) => {
  const lines: string[] = [];
  const add = (text: string) => void lines.push(`${text}\n`);
  const code = await runFlags(args, { say: add, complain: add });
  return { code, said: lines.join('') };
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

  it('is a program: what it says, and its status', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'one.json'), JSON.stringify(short('ocds-test00-1')));
    const program = runProgram('local/flags.ts', { args: [folder] });
    expect(await program.ended).toMatchObject({ code: 0 });
    expect(program.said()).toBe((await flags(folder)).said);
    const wrong = runProgram('local/flags.ts', { args: [] });
    expect(await wrong.ended).toMatchObject({ code: 1 });
  });

  it.each([
    [
      'es',
      'Plazo corto para presentar ofertas',
      '1 proceso en 1 documento; 0 sin proceso, 0 sin poder leerse.',
      'no se puede calcular: ',
      'Una bandera roja es un lugar donde mirar, nunca un veredicto.',
      ['banderas', 'no', 'sin caso', 'sin datos'],
    ],
    [
      'pt',
      'Prazo curto para apresentar propostas',
      '1 processo em 1 documento; 0 sem processo, 0 sem poder ser lidos.',
      'não se pode calcular: ',
      'Uma bandeira vermelha é um lugar onde olhar, nunca um veredito.',
      ['bandeiras', 'não', 'sem caso', 'sem dados'],
    ],
    [
      'en',
      'Short submission period',
      '1 process in 1 document; 0 held no process, 0 could not be read.',
      'cannot be computed: ',
      'A flag is a place to look, never a verdict.',
      ['raised', 'no', 'no case', 'untold'],
    ],
  ] as const)('speaks %s, and nothing else', async (language, title, counted, untold, verdict, columns) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'one.json'), JSON.stringify(short('ocds-test00-1')));
    const { code, said } = await flags(folder, '--language', language);
    for (const text of [title, counted, untold, verdict]) expect(said).toContain(text);
    expect(said).toMatch(new RegExp(`\\n +${columns.join(' +')}\\n`));
    if (language !== 'en') expect(said).not.toMatch(/process in|cannot be|raised|untold|never/);
    expect(code).toBe(0);
  });

  it.each([
    ['es', 'Aquí no hay ningún proceso de contratación: no se revisó nada. Indique '],
    ['pt', 'Não há aqui nenhum processo de contratação: nada foi verificado. Indique '],
    ['en', 'There is no contracting process here: nothing was looked at. Give '],
  ])('says in %s what to give where there is nothing to look at', async (language, nothing) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'one.json'), '[]');
    const { code, said } = await flags(folder, '--language', language);
    expect(said).toContain(nothing);
    expect(code).toBe(1);
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
    expect(said.split(`${join(folder, 'a.json')}: this is no JSON`)).toHaveLength(2);
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
