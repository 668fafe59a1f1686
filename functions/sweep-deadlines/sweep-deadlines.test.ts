import { describe, expect, it } from 'vitest';
import { type Around, around, dying } from '../../test/support/around.ts';
import { deadlinesIn } from '../../test/support/deadlines-in.ts';
import { deliver, streamOf } from '../../test/support/deliver.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { memoryEntropy } from '../_ports/memory/memory-entropy.ts';
import { keepDeadlines } from '../keep-deadlines/keep-deadlines.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const quietly: Around = ({ call }) => call();

const sweep = (house: House, intervene: Around = quietly) =>
  sweepDeadlines({
    ...house,
    cases: around(house.cases, intervene),
    deadlines: around(house.deadlines, intervene),
    entropy: memoryEntropy(1_000_000),
  })();

/** A case that came so far on its journey, with its deadlines kept. */
const come = async (path: string) => {
  const { house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', path));
  const keep = () => deliver(keepDeadlines(house), house.cases, caseId);
  await keep();
  const lapses = async () =>
    (await streamOf(house.cases, caseId))
      .filter(({ type }) => type.includes('lapsed'))
      .map(({ type, recordedAt, actor }) => ({ type, recordedAt, actor }));
  const due = async (id: string) => (await deadlinesIn(house.deadlines)).find((deadline) => deadline.id === id)?.dueAt;
  let sent = 0;
  const post = (person: string, at: string, body: object = {}) => {
    sent += 1;
    return house.post(person, `/cases/${caseId}${at}`, { body, idempotencyKey: `post-${sent}` });
  };
  return { house, caseId, keep, lapses, due, post };
};

const SYSTEM = { person: 'system', role: 'system' };

describe('a term that is over', () => {
  it.each([
    ['proposal:witness-3', '/team/acceptance', 'proposal.lapsed.v1'],
    ['reply:observation-3', '/observations/observation-3/notification', 'reply.lapsed.v1'],
    ['answer:escalation-2', '/escalations', 'escalation.lapsed.v1'],
  ])('lapses at its instant and not before: %s', async (id, path, type) => {
    const { house, keep, lapses, due } = await come(path);
    const dueAt = (await due(id)) ?? '';
    house.clock.set(new Date(Date.parse(dueAt) - 1).toISOString());
    await sweep(house);
    expect(await lapses()).not.toContainEqual(expect.objectContaining({ type }));
    house.clock.set(dueAt);
    await sweep(house);
    expect(await lapses()).toContainEqual({ type, recordedAt: dueAt, actor: SYSTEM });
    expect(await due(id)).toBeUndefined();
    await keep();
    expect(await due(id)).toBeUndefined();
  });

  it('lapses once, however often it is swept', async () => {
    const { house, lapses } = await come('/team/acceptance');
    house.clock.move(30 * DAY);
    for (let time = 0; time < 3; time += 1) await sweep(house);
    await Promise.all([sweep(house), sweep(house)]);
    expect(await lapses()).toHaveLength(1);
  });

  it('lapses once when two sweeps come upon it at the same time', async () => {
    const { house, lapses } = await come('/team/acceptance');
    house.clock.move(30 * DAY);
    await Promise.all([sweep(house), sweep(house), sweep(house)]);
    expect(await lapses()).toHaveLength(1);
    expect(await deadlinesIn(house.deadlines)).toEqual([]);
  });

  it('lapses once, wherever a sweep is interrupted', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let at = 1; ; at += 1) {
        const { house, lapses } = await come('/observations/observation-3/notification');
        house.clock.move(60 * DAY);
        const death = dying(at, when);
        await sweep(house, death.around).catch(() => undefined);
        await sweep(house);
        expect(await lapses()).toHaveLength(2);
        expect(await deadlinesIn(house.deadlines)).toEqual([]);
        if (death.calls() < at) break;
        expect(at).toBeLessThan(50);
      }
    }
  });
});

describe('a term that a suspension stopped', () => {
  it('does not lapse, and is looked at again from hour to hour', async () => {
    const { house, lapses, due, post } = await come('/team/acceptance');
    await post('coordinator-1', '/suspension', { reason: 'challenge', explanation: 'Wait.' });
    house.clock.move(30 * DAY);
    expect(await sweep(house)).toEqual({ swept: 1 });
    expect(await due('proposal:witness-3')).toBe(new Date(Date.parse(house.clock.now()) + HOUR).toISOString());
    expect(await sweep(house)).toEqual({ swept: 0 });
    house.clock.move(HOUR);
    expect(await sweep(house)).toEqual({ swept: 1 });
    expect(await lapses()).toEqual([]);
  });

  it('lapses after it got back the time of the suspension, and not before', async () => {
    const { house, lapses, due, post } = await come('/team/acceptance');
    const before = (await due('proposal:witness-3')) ?? '';
    await post('coordinator-1', '/suspension', { reason: 'challenge', explanation: 'Wait.' });
    house.clock.move(28 * DAY);
    await sweep(house);
    await post('coordinator-1', '/resumption', { explanation: 'Go on.' });
    house.clock.move(HOUR);
    expect(await sweep(house)).toEqual({ swept: 1 });
    const after = (await due('proposal:witness-3')) ?? '';
    expect((Date.parse(after) - Date.parse(before)) / DAY).toBeGreaterThanOrEqual(28);
    house.clock.set(new Date(Date.parse(after) - 1).toISOString());
    expect(await sweep(house)).toEqual({ swept: 0 });
    expect(await lapses()).toEqual([]);
    house.clock.set(after);
    await sweep(house);
    expect(await lapses()).toEqual([{ type: 'proposal.lapsed.v1', recordedAt: after, actor: SYSTEM }]);
  });
});

describe('a deadline of something that is settled', () => {
  it('is taken away, and nothing is recorded', async () => {
    const { house, caseId, lapses, post } = await come('/team/decline');
    await house.deadlines.saveBook({
      book: { case: caseId, version: 1_000, state: '{}' },
      expectedVersion: (await house.deadlines.book(caseId))?.version ?? 0,
      put: ['witness-1', 'witness-3', 'nobody'].map((person) => ({
        case: caseId,
        id: `proposal:${person}`,
        dueAt: house.clock.now(),
        operation: 'lapse-proposal',
        input: JSON.stringify({ person }),
      })),
      removed: [],
    });
    await post('coordinator-1', '/bidders', { name: 'Something goes on' });
    const before = await streamOf(house.cases, caseId);
    expect(await sweep(house)).toEqual({ swept: 3 });
    expect(await deadlinesIn(house.deadlines)).toEqual([]);
    expect(await lapses()).toEqual([]);
    expect(await streamOf(house.cases, caseId)).toEqual(before);
  });

  it('is taken away when what was awaited came before its event did', async () => {
    const { house, caseId, lapses } = await come('/team');
    for (const person of ['witness-1', 'witness-2', 'witness-3']) {
      await house.post(person, `/cases/${caseId}/team/decline`, { body: {}, idempotencyKey: 'decline' });
    }
    house.clock.move(30 * DAY);
    expect(await sweep(house)).toEqual({ swept: 3 });
    expect([await lapses(), await deadlinesIn(house.deadlines)]).toEqual([[], []]);
  });

  it('stays away for good when the event that started it comes late', async () => {
    const { house, keep, due } = await come('/team/acceptance');
    house.clock.move(30 * DAY);
    await sweep(house);
    await keep();
    expect(await due('proposal:witness-3')).toBeUndefined();
  });
});
