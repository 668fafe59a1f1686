import { describe, expect, it } from 'vitest';
import { around, Crash, counting } from '../../test/support/around.ts';
import { posting } from '../../test/support/exchanges.ts';
import { newHouse } from '../../test/support/house.ts';
import { JOURNEYS, journeyBegins, travel } from '../../test/support/journey.ts';
import { memoryCaseStore } from '../_ports/memory/memory-case-store.ts';
import { memoryClock } from '../_ports/memory/memory-clock.ts';
import { RECALLED_CASES_MAX, RECALLED_SECONDS, recentCases } from './recent-cases.ts';

const STEPS = JOURNEYS['integrity-pact'];
const AFTER_A_FILING = STEPS.findIndex(({ path }) => path === '/observations') + 1;
const BEFORE_THE_AWARD = STEPS.findIndex(({ path }, index) => path === '/advance' && index > AFTER_A_FILING);

/** A witness who files, on a record whose calls are counted, with another process beside that knows nothing of this one. */
const filingHouse = async ({ steps = AFTER_A_FILING, stage = 'tender-observation' } = {}) => {
  const record = memoryCaseStore();
  const counted = counting();
  const setting: { intervene: Parameters<typeof around>[1] } = { intervene: ({ call }) => call() };
  const cases = around(
    around(record, (call) => setting.intervene(call)),
    counted.around,
  );
  const demanded: number[] = [];
  const append: typeof cases.append = (change) => {
    demanded.push(change.expectedSubjects.size);
    return cases.append(change);
  };
  const house = newHouse(journeyBegins, { ...cases, append });
  const caseId = await travel(house, 'integrity-pact', { steps });
  const other = newHouse(house.clock.now(), record);
  const filing = (idempotencyKey: string, { title = idempotencyKey, of = stage } = {}) =>
    posting({
      person: 'witness-1',
      path: `/cases/${caseId}/observations`,
      body: {
        type: 'good-practice',
        stage: of,
        visibility: 'public',
        language: 'es',
        title,
        narrative: 'What was seen.',
        observedAt: house.clock.now(),
      },
      idempotencyKey,
    });
  const steering = (path: string, body: object = {}) =>
    posting({ person: 'coordinator-1', path: `/cases/${caseId}${path}`, body, idempotencyKey: path });
  const observations = async () => ((await other.get('', `/cases/${caseId}/observations`)).body as any).items.length;
  counted.reset();
  return { house, other, filing, steering, demanded, counted, setting, observations };
};

describe('who files again within seconds', () => {
  it('is decided on what was left, without a reading', async () => {
    const { house, filing, counted } = await filingHouse();
    expect((await house.send(filing('a'))).status).toBe(201);
    expect((await house.send(filing('b'))).status).toBe(201);
    expect(counted.calls()).toEqual({ append: 2 });
  });

  it('writes on nothing but what the command names, however many came before', async () => {
    const { house, filing, demanded } = await filingHouse();
    for (const key of ['a', 'b', 'c']) await house.send(filing(key));
    expect(demanded.slice(-3)).toEqual([0, 0, 0]);
  });

  it('is read for, once they are over', async () => {
    const { house, filing, counted } = await filingHouse();
    house.clock.move(RECALLED_SECONDS * 1000 + 1);
    await house.send(filing('a'));
    expect(counted.calls()).toEqual({ read: 1, append: 1 });
  });

  it('is decided on what another process wrote meanwhile', async () => {
    const { house, other, filing, steering, counted } = await filingHouse();
    await other.send(steering('/suspension', { reason: 'challenge', explanation: 'A bidder went to court.' }));
    const { status, body } = await house.send(filing('a'));
    expect([status, (body as any).type]).toEqual([409, '/problems/case-suspended']);
    expect(counted.calls()).toEqual({ append: 1, read: 1 });
  });

  it('is never refused on what is out of date', async () => {
    const { house, other, filing, steering } = await filingHouse({ steps: BEFORE_THE_AWARD });
    expect((await house.send(filing('a'))).status).toBe(201);
    expect((await other.send(steering('/advance'))).status).toBe(200);
    expect((await house.send(filing('b', { of: 'award-review' }))).status).toBe(201);
  });

  it('gets the same answer for the same key, and the key is not used for another text', async () => {
    const { house, filing, observations } = await filingHouse();
    const first = await house.send(filing('a'));
    expect(await house.send(filing('a'))).toEqual({ ...first, headers: expect.anything() });
    const { status } = await house.send(filing('a', { title: 'Another text' }));
    expect([status, await observations()]).toEqual([422, 2]);
  });

  it('is refused where it asked for a version that is gone', async () => {
    const { house, filing } = await filingHouse();
    const request = filing('a');
    const { status } = await house.send({ ...request, headers: { ...request.headers, 'if-match': '"1"' } });
    expect(status).toBe(412);
  });

  it('is read for after a write of which nobody knows whether it happened', async () => {
    const { house, filing, setting, counted, observations } = await filingHouse();
    setting.intervene = async ({ method, call }) => {
      await call();
      throw new Crash(method);
    };
    await house.send(filing('a'));
    setting.intervene = ({ call }) => call();
    counted.reset();
    expect((await house.send(filing('a'))).status).toBe(201);
    expect(counted.calls()).toEqual({ read: 1, entries: 1 });
    expect(await observations()).toBe(2);
  });
});

it('no more than so many cases are recalled: the one written longest ago is forgotten first', () => {
  const recent = recentCases(memoryClock(journeyBegins));
  const reading = { head: undefined, subjects: new Map(), receipt: undefined };
  const cases = Array.from({ length: RECALLED_CASES_MAX + 1 }, (_, index) => `case-${index}`);
  for (const name of cases) recent.keep(name, reading);
  expect(cases.filter((name) => recent.recall(name) !== undefined)).toEqual(cases.slice(1));
});
