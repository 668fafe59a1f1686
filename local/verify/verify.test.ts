import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FLAWS } from '../../functions/_record/flaws.ts';
import { runVerify } from './run.ts';
import { tellVerification } from './tell.ts';

const GOOD = { verified: true, case: 'ip-1', events: 12, hash: 'a'.repeat(64) } as const;
const JUDGED = { milestones: 'current', deadlines: 'current' } as const;

describe('npm run verify', () => {
  it('says that a record verifies, with its last hash, and nothing more where all is well', () => {
    expect(tellVerification({ ...GOOD, ...JUDGED })).toEqual({
      status: 0,
      says: `The record of ip-1 verifies: 12 events, ending in ${GOOD.hash}.`,
    });
    expect(tellVerification({ ...GOOD, case: 'roster:witness-1' }).says).toContain('roster:witness-1 verifies');
  });

  it('says of a projection that could not be judged why, and that the next event mends it', () => {
    const { status, says = '' } = tellVerification({ ...GOOD, milestones: 'behind', deadlines: 'absent' });
    expect([status, says.split('\n').slice(1)]).toEqual([
      0,
      [
        'Its milestones are behind: they were judged up to the last event that they say they have seen; the next event brings them up to date.',
        'Its deadlines are absent: they are not written yet, or were taken away; the next event makes them anew.',
      ],
    ]);
  });

  it.each(
    Object.entries(FLAWS).filter(([flaw]) => flaw !== 'no-case') as readonly (readonly [keyof typeof FLAWS, string])[],
  )('names the first bad event of %s, explains it, and says to change nothing', (flaw, explanation) => {
    const bad = { verified: false, case: 'ip-1', firstBad: 7, flaw, explanation } as const;
    expect(tellVerification({ ...bad, item: 'act-3' })).toEqual({
      status: 1,
      says: [
        `The record of ip-1 does not verify. First bad event: 7 (${flaw}).`,
        explanation,
        'Item: act-3.',
        'Change nothing there: hold it against a backup, and against the hashes that others noted.',
      ].join('\n'),
    });
    expect(tellVerification(bad).says).not.toContain('Item');
    expect(explanation).toMatch(/^[A-Z].{15,}\.$/s);
  });

  it('says where cases are listed when there is no such record', () => {
    const none = { verified: false, case: 'ip-9', firstBad: 0, flaw: 'no-case', explanation: '' } as const;
    expect(tellVerification(none)).toEqual({
      status: 1,
      says: 'There is no record of ip-9. GET /cases lists the cases that there are; roster:PERSON names an entry of the roster, person:PERSON somebody who may sign in.',
    });
  });

  it.each([[[]], [['ip-1', 'ip-2']]])('tells how it is used when it is given %j', async (args) => {
    expect(await runVerify(args, {})).toEqual({
      status: 1,
      complains: expect.stringContaining('npm run verify -- CASE'),
    });
  });

  it('says where no record is kept, and that a server does not answer', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'veedor-verify-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const nowhere = join(folder, 'nothing');
    expect(await runVerify(['ip-1'], { VEEDOR_FOLDER: nowhere })).toEqual({
      status: 1,
      complains: expect.stringContaining(`There is no record in ${nowhere}.\nnpm run verify`),
    });
  });
});
