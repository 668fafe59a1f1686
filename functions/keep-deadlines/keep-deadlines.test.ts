import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../events/record.ts';
import type { InstrumentId } from '../../events/vocabulary.ts';
import { type Around, around, Crash, crashing } from '../../test/support/around.ts';
import { deadlinesIn } from '../../test/support/deadlines-in.ts';
import { deliver, onBus, streamOf } from '../../test/support/deliver.ts';
import { comeInDisorder, crashingTimeAndAgain, deliverUntilTaken, disorderOf } from '../../test/support/disorder.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { memoryDeadlineStore } from '../_ports/memory/memory-deadline-store.ts';
import { memoryLog } from '../_ports/memory/memory-log.ts';
import type { CaseStore, DeadlineStore } from '../_ports/ports.ts';
import { keepDeadlines } from './keep-deadlines.ts';

/** The same disorder every time. */
const RUNS = { seed: 815, numRuns: 25 };
const quietly: Around = ({ call }) => call();

const keeper = (stores: { cases: CaseStore; deadlines: DeadlineStore }, intervene: Around = quietly) =>
  keepDeadlines({
    cases: around(stores.cases, intervene),
    deadlines: around(stores.deadlines, intervene),
    log: memoryLog(),
  });

/** Cases at moments when terms run in them: what is proposed, put to the authority, and sent to a control authority. */
const MOMENTS: readonly [InstrumentId, string][] = [
  ['integrity-pact', '/team'],
  ['integrity-pact', '/observations/observation-3/notification'],
  ['integrity-pact', '/escalations/escalation-1/review'],
  ['integrity-pact', '/advance'],
  ['oversight-committee', '/team'],
];

describe.each(MOMENTS)('the deadlines of a case of %s after %s', (instrument, path) => {
  let house: House;
  let caseId: string;
  let entries: readonly RecordEntry[];
  let inOrder: unknown;

  const keptIn = async (deadlines: DeadlineStore) => ({
    book: await deadlines.book(caseId),
    running: await deadlinesIn(deadlines),
  });

  beforeAll(async () => {
    ({ house, caseId } = await arrived(instrument, stepsThrough(instrument, path)));
    entries = await streamOf(house.cases, caseId);
    const deadlines = memoryDeadlineStore();
    await deliver(keeper({ cases: house.cases, deadlines }), house.cases, caseId);
    inOrder = await keptIn(deadlines);
  });

  it('are the same, however its events come: shuffled, doubled, in pieces and with crashes in between', async () => {
    await fc.assert(
      fc.asyncProperty(disorderOf(entries.length), async (disorder) => {
        const deadlines = memoryDeadlineStore();
        const intervene = crashingTimeAndAgain(disorder.crashes);
        await comeInDisorder((view) => keeper({ cases: view(house.cases), deadlines }, intervene), {
          entries,
          disorder,
        });
        expect(await keptIn(deadlines)).toEqual(inOrder);
      }),
      RUNS,
    );
  });

  it.each(['before', 'after'] as const)(
    'are the same when the keeper crashes %s any one call and the event comes again',
    async (when) => {
      for (let at = 1; ; at += 1) {
        const crash = crashing(at, when);
        const deadlines = memoryDeadlineStore();
        await deliverUntilTaken(keeper({ cases: house.cases, deadlines }, crash.around), entries.slice(-1));
        expect(await keptIn(deadlines)).toEqual(inOrder);
        if (crash.calls() < at) break;
      }
    },
  );

  it('are the same when several keepers work at once', async () => {
    const deadlines = memoryDeadlineStore();
    const keep = keeper({ cases: house.cases, deadlines });
    const outcomes = await Promise.allSettled(entries.toReversed().map((entry) => keep(onBus(entry))));
    const lost = entries.toReversed().filter((_, index) => outcomes[index]?.status === 'rejected');
    for (const entry of lost) await keep(onBus(entry));
    expect(await keptIn(deadlines)).toEqual(inOrder);
  });
});

/** Embargoes and questions run beside all others: they are looked at where they begin and end. */
const ofPath = (path: string, operation: string): boolean => {
  if (path.includes('/questions')) return operation === 'lapse-answer';
  if (path.endsWith('/embargo')) return operation === 'end-embargo';
  return !['lapse-answer', 'end-embargo', 'raise-escalation-overdue', 'lapse-upload'].includes(operation);
};

describe('the deadlines of a case', () => {
  const after = async (path: string, instrument: InstrumentId = 'integrity-pact') => {
    const { house, caseId } = await arrived(instrument, stepsThrough(instrument, path));
    await deliver(keepDeadlines(house), house.cases, caseId);
    return (await deadlinesIn(house.deadlines))
      .filter(({ operation }) => ofPath(path, operation))
      .map(({ id, operation, input }) => [id, operation, JSON.parse(input)]);
  };

  it('run for each proposal that nobody answered', async () => {
    expect(await after('/team', 'oversight-committee')).toEqual(
      ['member-1', 'member-2', 'member-3'].map((person) => [`proposal:${person}`, 'lapse-proposal', { person }]),
    );
    expect(await after('/team/acceptance')).toEqual([
      ['proposal:witness-3', 'lapse-proposal', { person: 'witness-3' }],
    ]);
  });

  it('run for each finding that awaits a reply, and for each escalation that awaits an answer', async () => {
    const [lapseReply, lapseAnswer] = ['lapse-reply', 'lapse-escalation'];
    const silence = ['inactivity', 'raise-inactivity', {}];
    const takeUp = ['take-up:recommendation-1', 'lapse-recommendation', { recommendation: 'recommendation-1' }];
    expect(await after('/observations/observation-3/notification')).toEqual([
      silence,
      ['reply:observation-3', lapseReply, { observation: 'observation-3' }],
      ['reply:observation-4', lapseReply, { observation: 'observation-4' }],
      takeUp,
    ]);
    expect(await after('/escalations/escalation-1/review')).toEqual([
      silence,
      ['reply:observation-3', lapseReply, { observation: 'observation-3' }],
      takeUp,
      ['answer:escalation-1', lapseAnswer, { escalation: 'escalation-1' }],
    ]);
  });

  it('ask of each observation whether it is grave and waits: which are, only the case tells', async () => {
    const { house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/questions'));
    await deliver(keepDeadlines(house), house.cases, caseId);
    const asked = (await deadlinesIn(house.deadlines)).filter(
      ({ operation }) => operation === 'raise-escalation-overdue',
    );
    expect(asked.map(({ id }) => id).toSorted()).toEqual(
      [1, 2, 3].map((number) => `escalation-of:observation-${number}`),
    );
  });

  it('run for each question that awaits its answer', async () => {
    expect(await after('/questions')).toEqual([['question:question-1', 'lapse-answer', { question: 'question-1' }]]);
    expect(await after('/questions/question-1/answer')).toEqual([]);
  });

  it('run for each embargo that was extended', async () => {
    expect(await after('/observations/observation-2/embargo')).toEqual([
      ['embargo:observation-2', 'end-embargo', { observation: 'observation-2' }],
    ]);
  });

  it('run no longer for what was answered', async () => {
    expect(await after('/team/decline')).toEqual([]);
    expect(await after('/escalations/escalation-1/answer')).toEqual([
      ['inactivity', 'raise-inactivity', {}],
      ['reply:observation-3', 'lapse-reply', { observation: 'observation-3' }],
      ['take-up:recommendation-1', 'lapse-recommendation', { recommendation: 'recommendation-1' }],
    ]);
  });
});

it('a keeper whose store fails it, or that is given no event, says so and does not swallow it', async () => {
  const { house, caseId } = await arrived('oversight-committee', 2);
  const [entry] = await streamOf(house.cases, caseId);
  const failing: Around = async ({ method, call }) => {
    if (method === 'saveBook') throw new Crash('save');
    return call();
  };
  await expect(keeper(house, failing)(onBus(entry!))).rejects.toThrow(Crash);
  const losing: Around = async ({ method, call }) => (method === 'saveBook' ? false : call());
  await expect(keeper(house, losing)(onBus(entry!))).rejects.toThrow('lost every race');
  for (const detail of [null, {}, { data: {} }, { data: { ...entry, type: 'emperor.crowned.v1' } }]) {
    await expect(keepDeadlines(house)({ ...onBus(entry!), detail })).rejects.toThrow();
  }
  expect(await house.deadlines.book(caseId)).toBeUndefined();
});
