import { describe, expect, it } from 'vitest';
import { type Around, around, counting } from '../../test/support/around.ts';
import { posting } from '../../test/support/exchanges.ts';
import { newHouse } from '../../test/support/house.ts';
import { arrived } from '../../test/support/journey.ts';
import { ATTEMPTS_MAX } from './handle-command.ts';

const suspension = (caseId: string, idempotencyKey = 'k') =>
  posting({
    person: 'coordinator-1',
    path: `/cases/${caseId}/suspension`,
    body: { reason: 'challenge', explanation: 'A bidder went to court.' },
    idempotencyKey,
  });

/** Somebody else is faster, `times` times. */
const losing = (times: number): Around => {
  let left = times;
  return ({ method, call }) => {
    if (method !== 'append' || left === 0) return call();
    left -= 1;
    return Promise.resolve(false);
  };
};

/** A case beside which another house stands, on the same record through what stands around it. */
const racing = async (intervene: Around) => {
  const { house, caseId } = await arrived('integrity-pact', 1);
  const counted = counting();
  const cases = around(around(house.cases, intervene), counted.around);
  return { house: newHouse(house.clock.now(), cases), caseId, counted, cases: house.cases };
};

describe('a command that loses a race', () => {
  it.each(Array.from({ length: ATTEMPTS_MAX - 1 }, (_, index) => index + 1))(
    '%i times is decided again each time, and done',
    async (times) => {
      const { house, caseId, counted } = await racing(losing(times));
      const { status } = await house.send(suspension(caseId));
      expect(status).toBe(200);
      expect(counted.calls()).toEqual({ read: times + 1, append: times + 1 });
    },
  );

  it(`${ATTEMPTS_MAX} times is given up, and nothing is written`, async () => {
    const { house, caseId, counted, cases } = await racing(losing(ATTEMPTS_MAX));
    const before = await cases.read({ case: caseId, subjects: [] });
    const { status, body } = await house.send(suspension(caseId));
    expect([status, body]).toEqual([409, expect.objectContaining({ type: '/problems/lost-every-race' })]);
    expect(counted.calls()).toEqual({ read: ATTEMPTS_MAX, append: ATTEMPTS_MAX });
    expect(await cases.read({ case: caseId, subjects: [] })).toEqual(before);
    expect((await house.send(suspension(caseId))).status).toBe(200);
  });

  it('is decided again on what the others wrote: what was lawful may be refused', async () => {
    const { house: other, caseId, cases } = await racing(({ call }) => call());
    let isFirst = true;
    const overtaken = around(cases, async ({ method, call }) => {
      if (method === 'append' && isFirst) {
        isFirst = false;
        await other.send(suspension(caseId, 'other'));
      }
      return call();
    });
    const { status, body } = await newHouse(other.clock.now(), overtaken).send(suspension(caseId, 'mine'));
    expect([status, body]).toEqual([409, expect.objectContaining({ type: '/problems/case-suspended' })]);
  });

  it('is not decided again where it asked for a version that is gone', async () => {
    const { house: other, caseId, cases } = await racing(({ call }) => call());
    const { headers } = await other.send({ method: 'GET', path: `/cases/${caseId}` });
    const overtaken = around(cases, async ({ method, call }) => {
      if (method === 'append') await other.send(suspension(caseId, 'other'));
      return call();
    });
    const request = suspension(caseId, 'mine');
    const { status, body } = await newHouse(other.clock.now(), overtaken).send({
      ...request,
      headers: { ...request.headers, 'if-match': String(headers['etag']) },
    });
    expect([status, body]).toEqual([412, expect.objectContaining({ type: '/problems/version-conflict' })]);
  });
});

describe('many commands at once', () => {
  it(`are all done, or told to be sent again after ${ATTEMPTS_MAX} attempts, and the stream has no gap`, async () => {
    const { house, caseId } = await arrived('integrity-pact', 1);
    const register = (key: number) =>
      house.send(
        posting({
          person: 'coordinator-1',
          path: `/cases/${caseId}/bidders`,
          body: { name: `Bidder ${key}` },
          idempotencyKey: `b-${key}`,
        }),
      );
    let waiting = Array.from({ length: 30 }, (_, key) => key);
    let rounds = 0;
    while (waiting.length > 0) {
      const answers = await Promise.all(waiting.map(register));
      expect(answers.map(({ status }) => status)).toSatisfy((statuses: number[]) =>
        statuses.every((status) => status === 201 || status === 409),
      );
      waiting = waiting.filter((_, index) => answers[index]?.status === 409);
      rounds += 1;
    }
    expect(rounds).toBeLessThan(30);
    const { items } = (await house.get('', `/cases/${caseId}/bidders`)).body as { items: { name: string }[] };
    expect(
      items
        .slice(3)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Array.from({ length: 30 }, (_, key) => `Bidder ${key}`).sort());
    const { items: entries } = await house.cases.entries({ case: caseId, after: 0, limit: 100 });
    expect(entries.map(({ version }) => version)).toEqual(entries.map((_, index) => index + 1));
  });
});
