import { describe, expect, it } from 'vitest';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import { type Around, around } from '../../test/support/around.ts';
import { streamOf } from '../../test/support/deliver.ts';
import { doorOver, posting } from '../../test/support/exchanges.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { arrived, JOURNEYS, journeyBegins, travel } from '../../test/support/journey.ts';
import { memoryCaseStore } from '../_ports/memory/memory-case-store.ts';
import { OutsideFailure } from '../_ports/ports.ts';

/** Fails at a call of a command: at its reading, before its writing, or after it, when only the answer is lost. */
type Failing = 'read' | 'append' | 'answer of append';

const failing = (at: Failing): { around: Around; next: () => void; hasFailed: () => boolean } => {
  let isDue = false;
  return {
    next: () => {
      isDue = true;
    },
    hasFailed: () => !isDue,
    around: async ({ method, call }) => {
      if (!isDue || !at.endsWith(method)) return call();
      isDue = false;
      if (at === 'answer of append') await call();
      throw new OutsideFailure(`Table: no answer to ${method}`);
    },
  };
};

/** What a case records, but for its salts and the hashes that they make. */
const told = async (house: House, caseId: string) =>
  (await streamOf(house.cases, caseId)).map(
    ({ hash: _, previousHash: __, contentHash: ___, receiptHash: ____, ...entry }) => entry,
  );

describe.each(INSTRUMENTS)('in a case of %s', (instrument) => {
  it.each<Failing>(['read', 'append', 'answer of append'])(
    'where every command fails once at its %s, each is told so, and done once when it is sent again',
    async (at) => {
      const failure = failing(at);
      const house = newHouse(journeyBegins, around(memoryCaseStore(), failure.around));
      let retried = 0;
      let recalled = 0;
      const door = doorOver(async (request) => {
        failure.next();
        const first = await house.send(request);
        // What was written moments ago is recalled: a command that is not read for cannot fail at its reading.
        if (at === 'read' && !failure.hasFailed()) {
          recalled += 1;
          return first;
        }
        expect([first.status, (first.body as { type: string }).type]).toEqual([503, '/problems/outside-failure']);
        retried += 1;
        const second = await house.send(request);
        const isReplay = at === 'answer of append' && !request.path.endsWith('/documents');
        expect(second.headers['idempotency-replayed']).toBe(isReplay ? 'true' : undefined);
        return second;
      });
      const caseId = await travel(house, instrument, { door });
      expect(retried + recalled).toBe(JOURNEYS[instrument].length);
      expect(retried).toBeGreaterThan(recalled);

      const quiet = await arrived(instrument);
      expect(await told(house, caseId)).toEqual(await told(quiet.house, quiet.caseId));
    },
  );
});

it('a table that stays away is told of each time, and loses nothing when it comes back', async () => {
  const { house: real, caseId } = await arrived('integrity-pact', 1);
  let isAway = true;
  const house = newHouse(
    real.clock.now(),
    around(real.cases, ({ call }) => (isAway ? Promise.reject(new OutsideFailure('Table: away')) : call())),
  );
  const request = posting({
    person: 'coordinator-1',
    path: `/cases/${caseId}/bidders`,
    body: { name: 'Late' },
    idempotencyKey: 'k',
  });
  for (let time = 0; time < 3; time += 1) expect((await house.send(request)).status).toBe(503);
  expect((await house.get('', `/cases/${caseId}`)).status).toBe(503);
  isAway = false;
  expect((await house.send(request)).body).toMatchObject({ created: 'bidder-4' });
});
