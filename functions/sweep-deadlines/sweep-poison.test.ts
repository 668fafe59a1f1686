import { describe, expect, it } from 'vitest';
import { type Around, around } from '../../test/support/around.ts';
import { deadlinesIn } from '../../test/support/deadlines-in.ts';
import { deliver, streamOf } from '../../test/support/deliver.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { JOURNEYS } from '../../test/support/journey.ts';
import { OFFICIAL_DATA } from '../../test/support/journey-step.ts';
import { deadlineShardOf } from '../_ports/deadline-shard.ts';
import { memoryEntropy } from '../_ports/memory/memory-entropy.ts';
import { DEADLINE_CHANGES_MAX, DEADLINE_SHARDS, type Deadline, OutsideFailure } from '../_ports/ports.ts';
import { keepDeadlines } from '../keep-deadlines/keep-deadlines.ts';
import { FAILURES_MAX, SWEEP_PAGE, type SweepLimits, sweepDeadlines } from './sweep-deadlines.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const quietly: Around = ({ call }) => call();

/** What a small sweep takes at most: enough to see what becomes of the rest. */
const MANY = 200;

const sweep = (house: House, intervene: Around = quietly, limits?: SweepLimits) =>
  sweepDeadlines({ ...house, cases: around(house.cases, intervene), entropy: memoryEntropy(1_000_000) }, limits)();

/** The proposal with which the journey of a pact begins: to `witness-1`. */
const PROPOSAL = JOURNEYS['integrity-pact'].find(({ path }) => path === '/team');

/** Opens cases, each with a proposal that nobody answers, and lets its term pass. */
const unanswered = async (count: number): Promise<{ house: House; cases: readonly string[] }> => {
  const house = newHouse();
  const cases: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const ocds = { ...OFFICIAL_DATA, ocid: `ocds-test00-${number}` };
    const opened = await house.post('coordinator-1', '/cases', {
      body: { instrument: 'integrity-pact', ocds },
      idempotencyKey: `open-${number}`,
    });
    const caseId = (opened.body as { case: string }).case;
    const body = PROPOSAL?.body;
    await house.post('coordinator-1', `/cases/${caseId}/team`, { body, idempotencyKey: `team-${number}` });
    await deliver(keepDeadlines(house), house.cases, caseId);
    cases.push(caseId);
  }
  house.clock.move(60 * DAY);
  return { house, cases };
};

const lapsed = async (house: House, cases: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const caseId of cases) {
    const types = (await streamOf(house.cases, caseId)).map(({ type }) => type);
    found.push(...types.filter((type) => type === 'proposal.lapsed.v1').map(() => caseId));
  }
  return found;
};

/** Puts deadlines where the sweep finds them before any other, a book’s worth at a time. */
const plant = async (house: House, deadlines: readonly Deadline[]) => {
  const byCase = Map.groupBy(deadlines, (deadline) => deadline.case);
  for (const [caseId, ofCase] of byCase) {
    for (let start = 0; start < ofCase.length; start += DEADLINE_CHANGES_MAX) {
      const expectedVersion = (await house.deadlines.book(caseId))?.version ?? 0;
      const put = ofCase.slice(start, start + DEADLINE_CHANGES_MAX);
      await house.deadlines.saveBook({
        book: { case: caseId, version: expectedVersion + 1, state: '{}' },
        expectedVersion,
        put,
        removed: [],
      });
    }
  }
};

const POISON: readonly [string, Partial<Deadline>][] = [
  ['an input that is no JSON', { input: '{' }],
  ['an input of another command', { input: '{"escalation":"escalation-1"}' }],
  ['an input that is nothing', { input: 'null' }],
  ['a command that nobody knows', { operation: 'crown-emperor' }],
  ['a command that every object has', { operation: 'constructor' }],
  ['a command that is no command on a case', { operation: 'open-case' }],
  ['a case that is not there', { case: 'ip-00000000000000000000' }],
];

describe('a deadline that cannot be handled', () => {
  it.each(POISON)(
    'because of %s does not keep the others waiting, is told of, and is looked at again later',
    async (_, spoiled) => {
      const { house, cases } = await unanswered(3);
      const [first = ''] = cases;
      const poison = {
        case: first,
        id: 'poison',
        dueAt: '2020-01-01T00:00:00.000Z',
        operation: 'lapse-proposal',
        input: '{"person":"witness-1"}',
        ...spoiled,
      };
      await plant(house, [poison]);
      expect(await sweep(house)).toEqual({ swept: 4 });
      expect([...(await lapsed(house, cases))].sort()).toEqual([...cases].sort());
      const later = new Date(Date.parse(house.clock.now()) + HOUR).toISOString();
      expect(await deadlinesIn(house.deadlines)).toEqual([{ ...poison, dueAt: later }]);
      expect(house.log.said).toContainEqual({ message: 'VEE008', facts: { case: poison.case, deadline: 'poison' } });
    },
  );

  it('because nobody can read its case does not keep the others waiting', async () => {
    const { house, cases } = await unanswered(3);
    const [broken] = cases;
    const spoiling: Around = async ({ method, call }) => {
      const reading = (await call()) as { head?: { state: string } };
      const isBroken = method === 'read' && reading.head?.state.includes(`"${broken}"`);
      return isBroken === true ? { ...reading, head: { ...reading.head, state: '{"stage":"limbo"}' } } : reading;
    };
    expect(await sweep(house, spoiling)).toEqual({ swept: 3 });
    expect([...(await lapsed(house, cases))].sort()).toEqual(cases.slice(1).sort());
    house.clock.move(HOUR);
    await sweep(house);
    expect([...(await lapsed(house, cases))].sort()).toEqual([...cases].sort());
  });
});

describe('a sweep that cannot reach a case', () => {
  /** The table does not answer for so many cases. */
  const away =
    (cases: readonly string[]): Around =>
    async ({ method, call }) => {
      const answer = (await call()) as { head?: { state: string } };
      if (method === 'read' && cases.some((caseId) => answer.head?.state.includes(caseId)))
        throw new OutsideFailure('Table: away');
      return answer;
    };

  it('reminds the others all the same, says so, and finds it still due the next time', async () => {
    const { house, cases } = await unanswered(4);
    await expect(sweep(house, away(cases.slice(0, 2)))).rejects.toThrow(OutsideFailure);
    expect([...(await lapsed(house, cases))].sort()).toEqual(cases.slice(2).sort());
    expect(await sweep(house)).toEqual({ swept: 2 });
    expect([...(await lapsed(house, cases))].sort()).toEqual([...cases].sort());
  });

  it(`gives up after ${FAILURES_MAX} failures, and loses nothing`, async () => {
    const { house, cases } = await unanswered(FAILURES_MAX + 3);
    await expect(sweep(house, away(cases))).rejects.toThrow(OutsideFailure);
    expect(house.log.said.filter(({ message }) => message === 'VEE003')).toHaveLength(FAILURES_MAX);
    await sweep(house);
    expect(await lapsed(house, cases)).toHaveLength(cases.length);
  });
});

describe('many deadlines', () => {
  it('are worked through page by page, in every shard', async () => {
    const count = SWEEP_PAGE * DEADLINE_SHARDS + 20;
    const { house, cases } = await unanswered(count);
    const inShards = Map.groupBy(cases, deadlineShardOf);
    expect([inShards.size, [...inShards.values()].some((shard) => shard.length > SWEEP_PAGE)]).toEqual([
      DEADLINE_SHARDS,
      true,
    ]);
    expect(await sweep(house)).toEqual({ swept: count });
    expect(await lapsed(house, cases)).toHaveLength(count);
    expect(await deadlinesIn(house.deadlines)).toEqual([]);
  });

  it('more than a sweep takes do not keep the other shards waiting, and those behind them come next', async () => {
    const { house, cases } = await unanswered(8);
    const nowhere = Array.from({ length: 40 }, (_, index) => `ip-${String(index).padStart(20, '0')}`).filter(
      (id) => deadlineShardOf(id) === 0,
    );
    await plant(
      house,
      Array.from({ length: MANY + 100 }, (_, index) => ({
        case: nowhere[index % nowhere.length] ?? '',
        id: `poison-${index}`,
        dueAt: '2020-01-01T00:00:00.000Z',
        operation: 'lapse-proposal',
        input: '{"person":"witness-1"}',
      })),
    );
    const few = { deadlinesMax: MANY, millisecondsMax: HOUR };
    const elsewhere = cases.filter((caseId) => deadlineShardOf(caseId) !== 0);
    expect(elsewhere.length).toBeLessThan(cases.length);
    await sweep(house, quietly, few);
    expect([...(await lapsed(house, cases))].sort()).toEqual([...elsewhere].sort());
    await sweep(house, quietly, few);
    expect([...(await lapsed(house, cases))].sort()).toEqual([...cases].sort());
  });

  it('take no longer than the time of a sweep; the next one goes on, and none is lost', async () => {
    const { house, cases } = await unanswered(30);
    const slowly: Around = ({ method, call }) => {
      if (method === 'read') house.clock.move(1_000);
      return call();
    };
    const limits = { deadlinesMax: 1_000, millisecondsMax: 10_000 };
    const swept = [];
    for (let time = 0; time < 4; time += 1) swept.push((await sweep(house, slowly, limits)).swept);
    expect(swept).toEqual([10, 10, 10, 0]);
    expect([...(await lapsed(house, cases))].sort()).toEqual([...cases].sort());
  });

  it('go on around one that nobody can read, which is laid aside in the log', async () => {
    const { house, cases } = await unanswered(3);
    const [first = ''] = cases;
    await plant(house, [
      {
        case: first,
        id: 'unreadable',
        dueAt: '2020-01-01',
        operation: 'lapse-proposal',
        input: '{"person":"witness-1"}',
      },
    ]);
    expect(await sweep(house)).toEqual({ swept: 3 });
    expect(await lapsed(house, cases)).toHaveLength(3);
    expect(house.log.said).toContainEqual({
      message: 'VEE008',
      facts: { pk: `DEADLINE#${first}`, sk: 'TERM#unreadable' },
    });
  });
});
