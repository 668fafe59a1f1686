import { describe, expect, it } from 'vitest';
import { COORDINATOR, caseIn, day, declared, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { DATES_MAX, subjectOf } from '../state.ts';

const planned = given(...caseIn('integrity-pact', 'implementation-monitoring'), {
  type: 'site-visit.planned.v1',
  data: { visit: 'visit-1', plannedAt: day(5) },
});
const moved = { visit: 'visit-1', plannedAt: day(7), reason: 'The road is flooded.' };

describe('a planned visit', () => {
  it('has a place in words and on the map, and a time as the clocks of the place show it', () => {
    planned
      .when(
        'plan-visit',
        {
          plannedAt: { local: '2026-03-20T09:30', zone: 'America/Mexico_City' },
          place: 'At the bridge.',
          coordinates: { latitude: 19.4, longitude: -99.1, accuracyMetres: 5 },
        },
        { by: WITNESS },
      )
      .records({
        type: 'site-visit.planned.v1',
        data: { visit: 'visit-2', plannedAt: '2026-03-20T15:30:00.000Z' },
        content: { place: 'At the bridge.', coordinates: { latitude: 19.4, longitude: -99.1, accuracyMetres: 5 } },
      });
    const skipped = { local: '2026-03-08T02:30', zone: 'America/New_York' };
    for (const refusal of [
      planned.when('plan-visit', { plannedAt: skipped }, { by: WITNESS }).refused(),
      planned.when('reschedule-visit', { ...moved, plannedAt: skipped }, { by: WITNESS }).refused(),
    ]) {
      expect(refusal).toMatchObject({ word: 'local-time-skipped', facts: { pointer: '/plannedAt' } });
    }
    planned
      .when('plan-visit', { plannedAt: day(5), coordinates: { latitude: -91, longitude: 0 } }, { by: WITNESS })
      .cannotTake('coordinates/latitude');
  });

  it('can be given another time; the one it had stays with it', () => {
    const later = planned.when('reschedule-visit', { ...moved, place: 'By the mill.' }, { by: WITNESS }).records({
      type: 'site-visit.rescheduled.v1',
      data: { visit: 'visit-1', from: day(5), plannedAt: day(7), placed: true },
      content: { reason: 'The road is flooded.', place: 'By the mill.' },
    });
    const version = later.file.entries.length;
    expect(subjectOf(later.file.state.subjects, 'visit', 'visit-1')).toEqual({
      kind: 'visit',
      id: 'visit-1',
      recordedIn: version - 1,
      plannedAt: day(7),
      earlierDates: [day(5)],
      movedIn: version,
      placedIn: version,
    });
    expect(later.head.visitsOpen).toEqual({ open: 1, named: ['visit-1'] });
    later
      .when('settle-visit', { visit: 'visit-1', outcome: 'done', note: 'Two hours.' }, { by: WITNESS, at: day(6) })
      .refuses('observed-in-the-future');
  });

  it('is moved ahead, while it is open', () => {
    planned
      .when('reschedule-visit', { ...moved, visit: 'visit-3' }, { by: WITNESS })
      .refuses('visit-unknown', { visit: 'visit-3' });
    const same = { ...moved, plannedAt: day(5) };
    planned.when('reschedule-visit', same, { by: WITNESS }).refuses('date-unchanged', { date: day(5) });
    planned.when('reschedule-visit', { ...moved, plannedAt: day(6) }, { by: WITNESS, at: day(6) }).succeeds();
    // Where a visit will be can be told when its time has come, too.
    planned.when('reschedule-visit', { ...same, place: 'By the mill.' }, { by: WITNESS, at: day(6) }).succeeds();
    planned
      .when('reschedule-visit', { ...moved, plannedAt: day(5, -1) }, { by: WITNESS, at: day(6) })
      .refuses('new-date-past', { date: day(5, -1), now: day(6) });
    planned
      .when('settle-visit', { visit: 'visit-1', outcome: 'excused', note: 'Rain.' }, { by: WITNESS })
      .succeeds()
      .when('reschedule-visit', moved, { by: WITNESS })
      .refuses('visit-settled', { visit: 'visit-1', outcome: 'excused' });
    const often = Array.from({ length: DATES_MAX }, () => ({
      type: 'site-visit.rescheduled.v1' as const,
      data: { visit: 'visit-1', from: day(5), plannedAt: day(6), placed: false },
      content: { reason: 'Rain.' },
    }));
    planned
      .and(...often)
      .when('reschedule-visit', moved, { by: WITNESS })
      .refuses('too-many-dates', { datesMax: DATES_MAX });
    planned.when('reschedule-visit', moved, { by: COORDINATOR }).refuses('not-permitted');
  });

  it('is not for a member with an impediment', () => {
    const impeded = planned.and(declared(WITNESS, 'kinship'));
    impeded.when('plan-visit', { plannedAt: day(5) }, { by: WITNESS }).refuses('impediment-standing');
    impeded.when('reschedule-visit', moved, { by: WITNESS }).refuses('impediment-standing');
  });
});
