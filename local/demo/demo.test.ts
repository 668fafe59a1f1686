import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { release, releasePackage } from '../../test/support/ocds.ts';
import { CannotWalk, readAsked } from './asked.ts';
import { tellReport } from './print.ts';
import type { DemoReport } from './report.ts';

const USAGE = 'npm run demo -- [FILE]';

const fileWith = async (text: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'veedor-asked-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'document.json');
  await writeFile(path, text);
  return path;
};

/** What a demo says instead of walking. */
const complaintOf = async (...args: readonly string[]): Promise<string> => {
  const failure = await readAsked(args).catch((error: unknown) => error);
  if (!(failure instanceof CannotWalk)) throw new Error('It would have walked.');
  return failure.message;
};

describe('npm run demo', () => {
  it.each(['integrity-pact', 'oversight-committee'] as const)('walks an example of ours as %s', async (instrument) => {
    const { chosen, ...asked } = await readAsked(['--instrument', instrument, '--json']);
    expect(asked).toMatchObject({ instrument, json: true, profile: undefined });
    expect(chosen.process.ocid).toMatch(/^ocds-/);
  });

  it('takes the process that is asked for', async () => {
    const two = await fileWith(
      JSON.stringify(releasePackage(release({ ocid: 'ocds-a-1' }), release({ ocid: 'ocds-a-2' }))),
    );
    expect((await readAsked([two])).chosen).toMatchObject({ process: { ocid: 'ocds-a-1' }, others: 1 });
    expect((await readAsked([two, '--ocid', 'ocds-a-2'])).chosen.process.ocid).toBe('ocds-a-2');
    expect(await complaintOf(two, '--ocid', 'ocds-a-3')).toBe(
      'The document holds no process ocds-a-3. It holds ocds-a-1, ocds-a-2.',
    );
  });

  it('says what to give when it cannot walk', async () => {
    expect(await complaintOf('a', 'b')).toContain(USAGE);
    expect(await complaintOf('--instrument', 'citizen-audit')).toContain(USAGE);
    expect(await complaintOf('--fast')).toMatch(/'--fast'[^]*\nnpm run demo/);
    expect(await complaintOf('/no/such/file')).toContain(`The file /no/such/file cannot be read.\n${USAGE}`);
    expect(await complaintOf(await fileWith('{'))).toMatch(
      /is not JSON\. Give an OCDS 1\.1 release, record or package\.$/,
    );
    expect(await complaintOf(await fileWith('[]'))).toMatch(/^The document holds no contracting process\. .+/);
  });
});

const REPORT: DemoReport = {
  case: 'ip-1',
  ocid: 'ocds-a-1',
  title: 'A road',
  instrument: 'integrity-pact',
  stage: 'closed',
  otherProcesses: 2,
  problems: Array.from({ length: 21 }, (_, index) => ({
    pointer: `/bids/${index}`,
    problem: 'It has no value.',
  })) as never,
  problemsLeftOut: 3,
  events: [
    {
      id: 'ip-1@1',
      type: 'case.opened.v1',
      version: 1,
      recordedAt: '2026-03-02T15:00:00.000Z',
      actor: { person: 'coordinator-1', role: 'coordinator' },
      data: { ocid: 'ocds-a-1' },
      hash: 'a',
    },
  ],
  refusals: [
    {
      person: 'coordinator-1',
      path: '/cases/ip-1/advance',
      status: 409,
      problem: {
        type: '/problems/requirements-unmet',
        detail: 'The case cannot go on yet.',
        requirements: [
          {
            id: 'team-complete',
            asks: 'The team is complete.',
            who: ['coordinator'],
            missing: [{ sentence: 'One witness is missing.' }],
          },
        ],
      },
    },
  ] as DemoReport['refusals'],
  milestones: {
    version: 1,
    milestones: [
      {
        id: 'E1',
        name: 'watch-in-place',
        dimension: 'effectiveness',
        judgement: { applies: true, because: 'The team came before the first act.', status: 'achieved' },
        proof: { total: 1, events: ['ip-1@1'] },
      },
    ],
    computed: { effectiveness: ['achieved'] },
    coded: {},
  },
  verification: {
    verified: true,
    case: 'ip-1',
    events: 1,
    hash: 'f'.repeat(64),
    milestones: 'current',
    deadlines: 'current',
  },
};

describe('what a demo tells at its end', () => {
  it('is what was read, what happened, what was refused with what to do, and what it proves', () => {
    const { status, says = '' } = tellReport(REPORT);
    expect(status).toBe(0);
    for (const part of [
      'A road\n  process    ocds-a-1 (the first usable of 3; --ocid picks another)',
      'What is wrong with the official data (24); what could be used was used',
      '  and 4 more: --json lists them',
      '     1  2026-03-02 15:00  case.opened',
      'coordinator-1 POST /cases/ip-1/advance: 409 /problems/requirements-unmet\n      The case cannot go on yet.',
      '- team-complete: The team is complete. (coordinator)\n          One witness is missing.',
      'E1 watch-in-place',
      'proven by @1',
      `The case is closed. Its record of 1 events verifies: ${'f'.repeat(64)}`,
    ])
      expect(says).toContain(part);
  });

  it('is no success where the case was not closed, or its record does not verify', () => {
    expect(tellReport({ ...REPORT, stage: 'award-review' }).status).toBe(1);
    const verification = {
      verified: false,
      case: 'ip-1',
      firstBad: 4,
      flaw: 'hash-wrong',
      explanation: 'A hash is wrong.',
    } as unknown as DemoReport['verification'];
    const { status, says } = tellReport({ ...REPORT, verification, problems: [], problemsLeftOut: 0 });
    expect(status).toBe(1);
    expect(says).toContain('The official data have no flaw that matters here.');
    expect(says).toContain(
      'Its record does not verify: A hash is wrong. (event 4). That is a mistake of ours: keep what --json tells, and report it.',
    );
  });
});
