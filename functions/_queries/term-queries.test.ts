import { describe, expect, it } from 'vitest';
import { posting } from '../../test/support/exchanges.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { OFFICIAL_DATA } from '../../test/support/journey-step.ts';

/** What a term says, read by anybody. */
const read = async (path: string, house: House = newHouse()) => house.send({ method: 'GET', path });

describe('a term of a profile', () => {
  it('explains itself from the instant that is asked for', async () => {
    const { status, body } = await read('/profiles/co-ley-850/terms/finding-reply?from=2026-12-18T10:00:00-05:00');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      profile: { id: 'co-ley-850', version: 1 },
      term: 'finding-reply',
      parameter: 'findingReplyTerm',
      number: 15,
      unit: 'working-day',
      startsWith: 'finding-notified',
      verified: false,
      startedAt: '2026-12-18T15:00:00.000Z',
      zone: 'America/Bogota',
      dueAt: '2027-01-14T05:00:00.000Z',
    });
    const { daysCounted, daysSkipped } = body as { daysCounted: string[]; daysSkipped: { because: string }[] };
    expect(daysCounted).toHaveLength(15);
    expect(daysSkipped.filter(({ because }) => because === 'holiday')).toEqual([
      { date: '2026-12-25', because: 'holiday', name: 'Navidad' },
      { date: '2027-01-01', because: 'holiday', name: 'Año Nuevo' },
      { date: '2027-01-11', because: 'holiday', name: 'Día de los Reyes Magos' },
    ]);
  });

  it('starts now unless said', async () => {
    const house = newHouse('2026-05-04T15:00:00.000Z');
    const { body } = await read('/profiles/mx-coahuila/terms/publication', house);
    expect(body).toMatchObject({
      startedAt: '2026-05-04T15:00:00.000Z',
      daysCounted: ['2026-05-05', '2026-05-06', '2026-05-07'],
    });
  });

  it('is counted in another zone of the country where that is asked for', async () => {
    const { body } = await read(
      '/profiles/mx-federal-2025/terms/publication?from=2026-05-04T15:00:00Z&zone=America/Tijuana',
    );
    expect(body).toMatchObject({ zone: 'America/Tijuana', dueAt: '2026-05-15T07:00:00.000Z' });
  });

  it.each([
    ['a time that is none', 'from=yesterday', '/from'],
    ['a day without a time', 'from=2026-05-04', '/from'],
    ['a local time without its zone', 'from=2026-09-06T00:00:00', '/from'],
    ['a day that no calendar has', 'from=2026-02-30T00:00:00Z', '/from'],
    ['years before the holidays are known', 'from=1999-12-31T23:59:59Z', '/from'],
    ['years after them', 'from=2035-01-01T00:00:00Z', '/from'],
    ['the end of time', 'from=9999-12-31T23:59:59Z', '/from'],
    ['a zone that does not exist', 'zone=America/Atlantis', '/zone'],
    ['an offset in the place of a zone', 'zone=%2B05:30', '/zone'],
    ['a zone without end', `zone=${'A'.repeat(500)}`, '/zone'],
  ])('is not computed from %s', async (_, query, pointer) => {
    const { status, body } = await read(`/profiles/do-183-15/terms/proposal?${query}`);
    expect([status, (body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)]).toEqual([
      400,
      [pointer],
    ]);
  });

  it.each(['/profiles/no-profile/terms/proposal', '/profiles/do-183-15/terms/constructor'])(
    'is not found at %s',
    async (path) => {
      expect((await read(path)).status).toBe(404);
    },
  );
});

describe('a term of a case', () => {
  it('is that of the profile which the case keeps, without the days of its suspension', async () => {
    const house = newHouse('2026-12-18T15:00:00.000Z');
    const send = (path: string, body: object, idempotencyKey: string) =>
      house.send(posting({ person: 'coordinator-1', path, body, idempotencyKey }));
    const opened = await send(
      '/cases',
      { instrument: 'oversight-committee', profile: 'co-ley-850', ocds: OFFICIAL_DATA },
      'open',
    );
    const path = `/cases/${(opened.body as { case: string }).case}`;
    await send(`${path}/suspension`, { reason: 'challenge', explanation: 'A bidder challenged the call.' }, 'suspend');
    house.clock.set('2026-12-21T15:00:00.000Z');
    const { status, body } = await read(`${path}/terms/document?from=2026-12-17T15:00:00Z`, house);
    expect(status).toBe(200);
    expect(body).toMatchObject({ profile: { id: 'co-ley-850', version: 1 }, zone: 'America/Bogota' });
    expect((body as { daysSkipped: object[] }).daysSkipped.slice(0, 5)).toEqual([
      { date: '2026-12-18', because: 'suspended' },
      { date: '2026-12-19', because: 'suspended' },
      { date: '2026-12-20', because: 'suspended' },
      { date: '2026-12-21', because: 'suspended' },
      { date: '2026-12-25', because: 'holiday', name: 'Navidad' },
    ]);
  });

  it('ends when the list of escalations says that the answer is due', async () => {
    const { body } = await read('/profiles/ti-integrity-pact/terms/control-answer?from=2026-03-02T15:00:00Z');
    expect(body).toMatchObject({ dueAt: '2026-04-14T06:00:00.000Z' });
  });
});

describe('the holidays of a profile', () => {
  it('are listed for a year', async () => {
    const { status, body } = await read('/profiles/do-183-15/holidays?year=2026');
    expect(status).toBe(200);
    expect(body).toMatchObject({ year: 2026, verified: false });
    const { items: holidays } = body as { items: { date: string; name: string }[] };
    expect(holidays).toHaveLength(12);
    expect(holidays).toContainEqual({ date: '2026-02-27', name: 'Día de la Independencia' });
  });

  it('are those of this year unless said, and none where the profile belongs to no country', async () => {
    const house = newHouse('2027-01-01T03:00:00.000Z');
    expect((await read('/profiles/mx-coahuila/holidays', house)).body).toMatchObject({ year: 2026 });
    expect((await read('/profiles/ti-integrity-pact/holidays')).body).toMatchObject({ items: [] });
  });

  it.each(['1999', '2036', '26', '２０２６', '2026.0', ''])('are not known for %j', async (year) => {
    expect((await read(`/profiles/do-183-15/holidays?year=${encodeURIComponent(year)}`)).status).toBe(400);
  });
});

describe('a profile', () => {
  it('is read in the version that is asked for', async () => {
    expect((await read('/profiles/mx-federal-2000?version=1')).body).toMatchObject({
      validity: { value: { to: '2025-04-16' }, verified: false },
      inactivityTerm: { value: { number: 30, unit: 'calendar-day' } },
      embargoTermMax: { value: { startsWith: 'award-recorded' } },
      territory: { value: { country: 'MX' } },
    });
    expect((await read('/profiles/mx-federal-2000?version=2')).status).toBe(404);
    expect((await read('/profiles/mx-federal-2000?version=newest')).status).toBe(400);
  });

  it('is listed with the days between which it rules', async () => {
    const { items: profiles } = (await read('/profiles')).body as { items: { id: string; validity: object }[] };
    expect(profiles.map(({ id, validity }) => [id, validity])).toEqual([
      ['ti-integrity-pact', {}],
      ['do-183-15', {}],
      ['mx-federal-2000', { to: '2025-04-16' }],
      ['mx-federal-2025', { from: '2025-04-17' }],
      ['mx-coahuila', {}],
      ['co-ley-850', {}],
    ]);
  });
});
