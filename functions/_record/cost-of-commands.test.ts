import { describe, expect, it } from 'vitest';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import { around, counting } from '../../test/support/around.ts';
import { houseFor, walkExample } from '../../test/support/example.ts';
import { doorOver } from '../../test/support/exchanges.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { journeyBegins, travel } from '../../test/support/journey.ts';
import { memoryCaseStore } from '../_ports/memory/memory-case-store.ts';
import { RECALLED_SECONDS } from './recent-cases.ts';

/** What looks at the findings of an escalation, or at those of a proceeding, which only these name; and the form of a file, signed after it was declared. */
const LOOKS_FURTHER =
  /\/escalations\/escalation-\d+\/(answers?|next-tier(\/refusal)?)$|\/(proceedings(\/proceeding-\d+\/states)?|documents)$/;

/** A door that holds every command against what it may cost, and counts them by what came of them. */
const weighing = (house: House, { calls, reset }: ReturnType<typeof counting>) => {
  const commands = { done: 0, refused: 0 };
  const door = doorOver(async (request) => {
    // What was written moments ago is recalled, and costs less: `recent-cases.test.ts` counts that.
    house.clock.move((RECALLED_SECONDS + 1) * 1000);
    reset();
    const answer = await house.send(request);
    if (request.method === 'GET') return answer;
    const isDone = answer.status < 300;
    commands[isDone ? 'done' : 'refused'] += 1;
    const reads = LOOKS_FURTHER.test(request.path) ? 2 : 1;
    expect([request.path, calls()]).toEqual([request.path, isDone ? { read: reads, append: 1 } : { read: reads }]);
    return answer;
  });
  return { commands, door };
};

describe.each(INSTRUMENTS)('in a case of %s', (instrument) => {
  it('every command of a walk costs one read and one append, and one read when it is refused', async () => {
    const counted = counting();
    const house = houseFor(instrument, around(memoryCaseStore(), counted.around));
    const { commands, door } = weighing(house, counted);
    await walkExample(house, instrument, door);
    expect(commands.done).toBeGreaterThan(30);
    expect(commands.refused).toBeGreaterThanOrEqual(1);
  });

  it('every command of a journey does, too', async () => {
    const counted = counting();
    const house = newHouse(journeyBegins, around(memoryCaseStore(), counted.around));
    await travel(house, instrument, { door: weighing(house, counted).door });
  });
});

it('a command that is sent again costs one read, and one of the entries that it recorded', async () => {
  const counted = counting();
  const house = newHouse(journeyBegins, around(memoryCaseStore(), counted.around));
  await travel(house, 'integrity-pact', { steps: 1 });
  counted.reset();
  await travel(house, 'integrity-pact', { steps: 1 });
  expect(counted.calls()).toEqual({ read: 1, entries: 1 });
});

it('whoever brings no token, no key or no valid body costs nothing', async () => {
  const counted = counting();
  const house = newHouse(journeyBegins, around(memoryCaseStore(), counted.around));
  const path = '/cases/ip-00000000000000000000/suspension';
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' };
  await house.send({ method: 'POST', path, headers, body: '{}' });
  await house.send({ method: 'POST', path, person: 'coordinator-1', body: '{}' });
  await house.send({ method: 'POST', path, person: 'coordinator-1', headers, body: '{}' });
  expect(counted.calls()).toEqual({});
});
