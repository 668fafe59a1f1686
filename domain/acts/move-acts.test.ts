import { describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  after,
  at,
  BIDDER,
  COORDINATOR,
  caseIn,
  DIGEST,
  day,
  SUSPENDED,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { actCancelled, actHeld, attended, rescheduled, scheduled } from '../../test/support/watch-facts.ts';
import { foldFacts, type MilestoneFacts, NO_FACTS } from '../milestones/facts.ts';
import { DATES_MAX, subjectOf } from '../state.ts';

const HELD_AT = day(10);
const MEASURED = { latitude: 19.4, longitude: -99.1, accuracyMetres: 5 };
const pact = given(...caseIn('integrity-pact', 'tender-observation'), scheduled('act-1'));
type Case = typeof pact;
const actOf = ({ file }: Case) => subjectOf(file.state.subjects, 'act', 'act-1');
const factsOf = ({ file }: Case): MilestoneFacts => file.entries.reduce(foldFacts, NO_FACTS);

describe('giving an act another time', () => {
  const moved = { act: 'act-1', heldAt: day(12), reason: 'The room was taken.' };

  it('is recorded with the time that it had; every earlier one stays with the act', () => {
    const twice = pact
      .when(
        'reschedule-act',
        { ...moved, place: 'Room 4', coordinates: { latitude: 1, longitude: 2 } },
        { by: WITNESS },
      )
      .records({
        type: 'act.rescheduled.v1',
        data: { act: 'act-1', stage: 'tender-observation', from: HELD_AT, heldAt: day(12), placed: true },
        content: {
          reason: 'The room was taken.',
          place: 'Room 4',
          coordinates: { latitude: 1, longitude: 2 },
        },
      })
      .when('reschedule-act', { ...moved, heldAt: day(9) }, { by: AUTHORITY })
      .succeeds();
    expect(actOf(twice)).toMatchObject({ heldAt: day(9), earlierDates: [HELD_AT, day(12)], accounted: 'awaited' });
    expect(twice.head.acts).toEqual(pact.head.acts);
    expect(factsOf(twice).tenderFirstActAt).toBe(day(9));
  });

  it('takes what the clocks of a place show', () => {
    const local = { local: '2026-11-01T01:30', zone: 'America/New_York' };
    pact.when('reschedule-act', { ...moved, heldAt: local }, { by: COORDINATOR }).refuses('local-time-twice', {
      pointer: '/heldAt',
      instants: ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'],
      offsets: ['-04:00', '-05:00'],
    });
    pact
      .when('reschedule-act', { ...moved, heldAt: { ...local, offset: '-06:00' } }, { by: COORDINATOR })
      .refuses('offset-unfit');
    pact
      .when(
        'schedule-act',
        { kind: 'site-visit', stage: 'award-review', heldAt: { ...local, local: '2026-03-08T02:30' } },
        { by: COORDINATOR },
      )
      .refuses('local-time-skipped');
    pact
      .when('reschedule-act', { ...moved, heldAt: { ...local, zone: 'America/Nowhere' } }, { by: COORDINATOR })
      .cannotTake('heldAt/zone');
    pact
      .when('reschedule-act', { ...moved, coordinates: { latitude: 91, longitude: 181 } }, { by: COORDINATOR })
      .cannotTake('coordinates/latitude', 'coordinates/longitude');
  });

  it('moves it ahead, and never to a time that is over', () => {
    pact
      .when('reschedule-act', { ...moved, heldAt: day(4) }, { by: WITNESS, at: day(5) })
      .refuses('new-date-past', { date: day(4), now: day(5) });
    pact
      .when('reschedule-act', { ...moved, heldAt: HELD_AT }, { by: WITNESS })
      .refuses('date-unchanged', { date: HELD_AT });
    pact.when('reschedule-act', { ...moved, heldAt: HELD_AT, place: 'Room 9' }, { by: WITNESS }).succeeds();
    pact.when('reschedule-act', { ...moved, heldAt: day(5) }, { by: WITNESS, at: day(5) }).succeeds();
    // Where an act was can be told when its time has come, too.
    const placed = pact
      .when('reschedule-act', { ...moved, heldAt: HELD_AT, coordinates: MEASURED }, { by: WITNESS, at: HELD_AT })
      .records({
        type: 'act.rescheduled.v1',
        data: { act: 'act-1', stage: 'tender-observation', from: HELD_AT, heldAt: HELD_AT, placed: true },
        content: { reason: moved.reason, coordinates: MEASURED },
      });
    const version = placed.file.entries.length;
    expect(subjectOf(placed.file.state.subjects, 'act', 'act-1')).toMatchObject({
      movedIn: version,
      placedIn: version,
    });
  });

  it('is for the team or the coordinator once its time is over: the authority cannot undo an act that it held', () => {
    for (const by of [WITNESS, COORDINATOR]) pact.when('reschedule-act', moved, { by, at: HELD_AT }).succeeds();
    pact
      .when('reschedule-act', moved, { by: AUTHORITY, at: HELD_AT })
      .refuses('act-time-past', { act: 'act-1', heldAt: HELD_AT });
    pact.when('reschedule-act', moved, { by: AUTHORITY, at: after(HELD_AT, -1) }).succeeds();
  });

  it('is for an act that is still awaited', () => {
    pact.when('reschedule-act', { ...moved, act: 'act-2' }, { by: WITNESS }).refuses('act-unknown', { act: 'act-2' });
    pact
      .and(attended('act-1', WITNESS))
      .when('reschedule-act', moved, { by: WITNESS })
      .refuses('act-accounted', { act: 'act-1', accounted: 'attended' });
    pact.and(actCancelled('act-1')).when('reschedule-act', moved, { by: WITNESS }).refuses('act-cancelled');
    pact
      .and(actHeld('act-1', day(1)))
      .when('reschedule-act', moved, { by: WITNESS })
      .refuses('act-held-already', { act: 'act-1', beganAt: day(1) });
  });

  it('goes on while the case is suspended', () => {
    pact.and(SUSPENDED).when('reschedule-act', moved, { by: AUTHORITY }).succeeds();
    pact.when('reschedule-act', moved, { by: BIDDER }).refuses('not-permitted');
  });

  it('has an end', () => {
    const often = Array.from({ length: DATES_MAX }, () => rescheduled('act-1', day(11)));
    pact
      .and(...often)
      .when('reschedule-act', moved, { by: WITNESS })
      .refuses('too-many-dates', { datesMax: DATES_MAX });
  });

  it('changes when it can be accounted for', () => {
    const later = pact.and(rescheduled('act-1', day(12)));
    const account = { act: 'act-1', present: ['witness-1'] };
    later
      .when('attend-act', account, { by: WITNESS, at: HELD_AT })
      .refuses('act-not-held-yet', { act: 'act-1', heldAt: day(12) });
    later.when('attend-act', account, { by: WITNESS, at: day(12) }).succeeds();
  });
});

describe('a cancelled act', () => {
  const cancelled = { act: 'act-1', reason: 'The plans are on the web.' };

  it('waits for nobody, and counts neither for nor against anybody', () => {
    const off = pact.when('cancel-act', cancelled, { by: COORDINATOR }).records({
      type: 'act.cancelled.v1',
      data: { act: 'act-1', stage: 'tender-observation', public: true },
      content: { reason: 'The plans are on the web.' },
    });
    expect(off.head.acts['tender-observation']).toEqual({
      awaited: { open: 0, named: [] },
      attended: 0,
      missed: 0,
      obstructed: 0,
    });
    expect(actOf(off)?.accounted).toBe('cancelled');
    const facts = factsOf(off);
    expect([facts.acts.scheduled, facts.publicActs.scheduled, facts.tenderFirstActAt]).toEqual([0, 0, undefined]);
  });

  it('is cancelled by who calls it off, before its time, or by the coordinator at any time', () => {
    pact.when('cancel-act', cancelled, { by: AUTHORITY }).succeeds();
    pact.when('cancel-act', cancelled, { by: AUTHORITY, at: HELD_AT }).refuses('act-time-past');
    pact.when('cancel-act', cancelled, { by: COORDINATOR, at: HELD_AT }).succeeds();
    pact.when('cancel-act', cancelled, { by: WITNESS }).refuses('not-permitted');
  });

  it('is neither attended, missed, held nor cancelled again', () => {
    const off = pact.and(actCancelled('act-1'));
    off.when('cancel-act', cancelled, { by: COORDINATOR }).refuses('act-cancelled', { act: 'act-1' });
    off.when('attend-act', { act: 'act-1', present: ['witness-1'] }, { by: WITNESS }).refuses('act-cancelled');
    off
      .when('record-act-held', { act: 'act-1', beganAt: day(0), endedAt: day(0) }, { by: WITNESS })
      .refuses('act-cancelled', { act: 'act-1' });
    off
      .when(
        'correct-account-of-act',
        { act: 'act-1', accounted: 'missed', absenceReason: 'travel', reason: 'No.' },
        { by: WITNESS },
      )
      .refuses('act-not-accounted', { act: 'act-1' });
  });
});

describe('the holding of an act', () => {
  const holding = { act: 'act-1', beganAt: day(10, 1), endedAt: day(10, 3) };

  it('says when it really began and ended; who presided is content', () => {
    const held = pact
      .when(
        'record-act-held',
        { ...holding, presidedBy: 'The head of purchases', documentHash: DIGEST },
        { by: AUTHORITY, at: day(11) },
      )
      .records({
        type: 'act.held.v1',
        data: {
          act: 'act-1',
          stage: 'tender-observation',
          beganAt: day(10, 1),
          endedAt: day(10, 3),
          documentHash: DIGEST,
        },
        content: { presidedBy: 'The head of purchases' },
      });
    expect(held.head.acts['tender-observation']?.awaited.open).toBe(1);
    held
      .when('record-act-held', holding, { by: WITNESS })
      .refuses('act-held-already', { act: 'act-1', beganAt: day(10, 1) });
  });

  it('is of an act that there is', () => {
    const unknown = { act: 'act-9' };
    pact
      .when('record-act-held', { ...holding, ...unknown }, { by: WITNESS, at: day(11) })
      .refuses('act-unknown', unknown);
  });

  it('does not end before it begins, and is over', () => {
    pact
      .when('record-act-held', { ...holding, endedAt: day(10) }, { by: WITNESS, at: day(11) })
      .refuses('interval-reversed', { pointer: '/endedAt', beganAt: day(10, 1), endedAt: day(10) });
    pact
      .when('record-act-held', holding, { by: WITNESS, at: day(10, 2) })
      .refuses('observed-in-the-future', { endedAt: day(10, 3), now: day(10, 2) });
    const skipped = { local: '2026-03-08T02:30', zone: 'America/New_York' };
    for (const field of ['beganAt', 'endedAt']) {
      const refused = pact.when('record-act-held', { ...holding, [field]: skipped }, { by: WITNESS }).refused();
      expect(refused).toMatchObject({ word: 'local-time-skipped', facts: { pointer: `/${field}` } });
    }
    pact.when('record-act-held', { ...holding, endedAt: day(10, 1) }, { by: WITNESS, at: day(10, 1) }).records({
      type: 'act.held.v1',
      data: { act: 'act-1', stage: 'tender-observation', beganAt: day(10, 1), endedAt: day(10, 1) },
    });
  });

  it('says when the bids were opened, whether the team accounted for it before or after', () => {
    const sooner = pact.and(...at(day(9), actHeld('act-1', day(9))));
    expect(sooner.head.bidsOpenedAt).toBe(day(9));
    expect(sooner.and(attended('act-1', WITNESS)).head.bidsOpenedAt).toBe(day(9));
    const accounted = pact.and(...at(HELD_AT, attended('act-1', WITNESS)));
    expect(accounted.head.bidsOpenedAt).toBe(HELD_AT);
    expect(accounted.and(actHeld('act-1', day(10, 2))).head.bidsOpenedAt).toBe(day(10, 2));
  });

  it('of one opening does not hide an earlier one', () => {
    const two = pact.and(...at(HELD_AT, attended('act-1', WITNESS)), scheduled('act-2', { heldAt: day(20) }));
    expect(two.and(actHeld('act-2', day(20))).head.bidsOpenedAt).toBe(HELD_AT);
    const both = two.and(...at(day(20), attended('act-2', WITNESS)));
    expect(both.and(actHeld('act-2', day(21))).head.bidsOpenedAt).toBe(HELD_AT);
    expect(two.and(actHeld('act-2', day(9))).head.bidsOpenedAt).toBe(day(9));
    const sameHour = pact.and(...at(HELD_AT, attended('act-1', WITNESS)), scheduled('act-2'));
    expect(sameHour.and(actHeld('act-2', day(11))).head.bidsOpenedAt).toBe(HELD_AT);
  });

  it('of an opening that the team missed tells when it was, and of another act nothing', () => {
    const missed = (kind: 'bid-opening' | 'clarification-meeting') =>
      given(...caseIn('integrity-pact', 'tender-observation'), scheduled('act-1', { kind }), {
        type: 'act.not-attended.v1',
        data: { act: 'act-1', stage: 'tender-observation', absence: 'missed', reason: 'travel' },
        content: { circumstances: 'The bus.' },
      }).head.bidsOpenedAt;
    expect([missed('bid-opening'), missed('clarification-meeting')]).toEqual([HELD_AT, undefined]);
  });

  it('lets an act be accounted for that was held before its time', () => {
    pact
      .and(...at(day(9), actHeld('act-1', day(9))))
      .when('attend-act', { act: 'act-1', present: ['witness-1'] }, { by: WITNESS, at: day(9) })
      .succeeds();
  });

  it('counts for when the first act of the tender was', () => {
    expect(factsOf(pact.and(actHeld('act-1', day(11)))).tenderFirstActAt).toBe(day(11));
  });
});
