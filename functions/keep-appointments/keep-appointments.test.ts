import { describe, expect, it } from 'vitest';
import { toCloudEvent } from '../../events/cloud-event.ts';
import type { AnyEntry } from '../../events/record.ts';
import { posting } from '../../test/support/exchanges.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { journeyBegins, travel } from '../../test/support/journey.ts';
import { addition } from '../../test/support/roster.ts';
import type { BusEvent } from '../_record/announced.ts';
import { keepDeadlines } from '../keep-deadlines/keep-deadlines.ts';
import { sweepDeadlines } from '../sweep-deadlines/sweep-deadlines.ts';
import { keepAppointments } from './keep-appointments.ts';

const onBus = (entry: AnyEntry): BusEvent => ({ detail: toCloudEvent(entry) }) as unknown as BusEvent;
const withEntropy = (house: House) => ({ ...house, entropy: { salt: () => '0'.repeat(32) } });

const eventsOf = async (house: House, caseId: string) =>
  (await house.cases.entries({ case: caseId, after: 0, limit: 500 })).items;
const rosterEventsOf = async (house: House) =>
  (await house.roster.entries({ person: 'witness-1', after: 0, limit: 100 })).items;

const tell = async (house: House, entries: readonly AnyEntry[]): Promise<void> => {
  const keep = keepAppointments(withEntropy(house));
  for (const entry of entries) await keep(onBus(entry));
};

const rule = async (house: House, ruling: string): Promise<void> => {
  const path = `/roster/witness-1/accreditations/accreditation-1/${ruling}`;
  const body = { reason: 'The commission decided it.' };
  const answer = await house.send(posting({ person: 'administrator-1', path, body, idempotencyKey: ruling }));
  if (answer.status !== 200) throw new Error(answer.text);
};

/** witness-1 stands in the roster and sits in a case that came as far as its team. */
const seated = async (validTo = '2027-12-31'): Promise<{ house: House; caseId: string }> => {
  const house = newHouse(journeyBegins);
  const body = addition('witness-1', { accreditation: { ...addition('witness-1').accreditation, validTo } });
  await house.send(posting({ person: 'administrator-1', path: '/roster', body, idempotencyKey: 'add' }));
  return { house, caseId: await travel(house, 'integrity-pact', { steps: 10 }) };
};

const member = async (house: House, caseId: string) => {
  const { body } = await house.get('coordinator-1', `/cases/${caseId}`);
  return (body as { team: { person: string; accreditation?: string; accreditedUntil?: string }[] }).team.find(
    ({ person }) => person === 'witness-1',
  );
};
const changes = async (house: House, caseId: string) =>
  (await eventsOf(house, caseId)).filter(({ type }) => type === 'accreditation.changed.v1').map(({ data }) => data);

describe('a suspension in the roster', () => {
  it('reaches every case in which the person sits, once, and its end does too', async () => {
    const { house, caseId } = await seated();
    await tell(house, await eventsOf(house, caseId));
    await rule(house, 'suspension');
    const told = await rosterEventsOf(house);
    await tell(house, [...told, ...told]);
    expect(await changes(house, caseId)).toEqual([{ person: 'witness-1', loss: 'suspended' }]);
    expect((await member(house, caseId))?.accreditation).toBe('suspended');
    await rule(house, 'reinstatement');
    await tell(house, await rosterEventsOf(house));
    expect(await changes(house, caseId)).toHaveLength(2);
    expect((await member(house, caseId))?.accreditation).toBeUndefined();
  });

  it('that came before the appointment was told is found when it is', async () => {
    const { house, caseId } = await seated();
    await rule(house, 'suspension');
    await tell(house, await rosterEventsOf(house));
    expect(await changes(house, caseId)).toEqual([]);
    await tell(house, await eventsOf(house, caseId));
    expect(await changes(house, caseId)).toEqual([{ person: 'witness-1', loss: 'suspended' }]);
  });

  it('ends the same in whatever order it is told', async () => {
    const { house, caseId } = await seated();
    await rule(house, 'suspension');
    await tell(house, [...(await eventsOf(house, caseId)), ...(await rosterEventsOf(house))].reverse());
    await tell(house, [...(await rosterEventsOf(house)), ...(await eventsOf(house, caseId))]);
    expect(await changes(house, caseId)).toEqual([{ person: 'witness-1', loss: 'suspended' }]);
    const { items } = await house.appointments.of({ person: 'witness-1', limit: 10 });
    expect(items.map(({ case: of, standing }) => [of, standing])).toEqual([[caseId, 'accepted']]);
  });

  it('does not reach a case that the person has left', async () => {
    const { house, caseId } = await seated();
    const path = `/cases/${caseId}/team/witness-1/departure`;
    await house.send(posting({ person: 'coordinator-1', path, body: { reason: 'Abroad.' }, idempotencyKey: 'left' }));
    await tell(house, await eventsOf(house, caseId));
    await rule(house, 'suspension');
    await tell(house, await rosterEventsOf(house));
    expect(await changes(house, caseId)).toEqual([]);
  });
});

it('an accreditation that ends while the case goes on is on record by the sweep', async () => {
  const { house, caseId } = await seated('2026-06-30');
  const ports = withEntropy(house);
  expect((await member(house, caseId))?.accreditedUntil).toBe('2026-07-01T06:00:00.000Z');
  for (const entry of await eventsOf(house, caseId)) await keepDeadlines(ports)(onBus(entry));
  house.clock.set('2026-07-01T05:59:59.999Z');
  await sweepDeadlines(ports)();
  expect((await member(house, caseId))?.accreditation).toBeUndefined();
  house.clock.set('2026-07-01T06:00:00.000Z');
  await sweepDeadlines(ports)();
  expect((await member(house, caseId))?.accreditation).toBe('lapsed');
});

it('a keeper that is given no event says so', async () => {
  const { house } = await seated();
  await expect(keepAppointments(withEntropy(house))({ detail: {} } as BusEvent)).rejects.toThrow();
});
