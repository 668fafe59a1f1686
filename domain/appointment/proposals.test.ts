import { describe, expect, it } from 'vitest';
import {
  accepted,
  after,
  at,
  COORDINATOR,
  caseIn,
  day,
  left,
  OPENED_AT,
  OTHER_WITNESS,
  opened,
  proposed,
  resumed,
  SECOND_WITNESS,
  SUSPENDED,
  SYSTEM,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';

const pact = given(...opened('integrity-pact'));
const asked = pact.and(proposed(WITNESS));
/** Five working days after Monday 2 March end with Monday 9 March, by the clock of Mexico City. */
const LAPSES_AT = '2026-03-10T06:00:00.000Z';

const byHand = (person: string) => ({ person, reason: 'Of the region.' });

describe('proposing somebody for the team', () => {
  it('records that it was by hand, until when it can be answered, and the reason as content', () => {
    const { head } = pact.when('propose-member', byHand('witness-1'), { by: COORDINATOR }).records({
      type: 'member.proposed.v1',
      data: { person: 'witness-1', way: 'by-hand', lapsesAt: LAPSES_AT },
      content: { reason: 'Of the region.' },
    });
    expect(head.team).toEqual([
      { person: 'witness-1', standing: 'proposed', proposedAt: OPENED_AT, declared: false, impeded: false },
    ]);
  });

  it('needs a reason', () => {
    pact.when('propose-member', { person: 'witness-1' }, { by: COORDINATOR }).cannotTake('reason');
  });

  it('cannot say that it was by lot: that is what a draw is for', () => {
    const asIfDrawn = { ...byHand('witness-1'), way: 'by-lot' };
    pact.when('propose-member', asIfDrawn, { by: COORDINATOR }).cannotTake('');
  });

  it('takes a code for a sector, because the record holds no free text', () => {
    pact
      .when('propose-member', { ...byHand('witness-1'), sector: 'Ana of the market' }, { by: COORDINATOR })
      .cannotTake('sector');
  });

  it('is done once for a person', () => {
    asked
      .when('propose-member', byHand('witness-1'), { by: COORDINATOR })
      .refuses('already-in-team', { person: 'witness-1' });
  });

  it('can be done anew after a refusal, a lapse or a leave', () => {
    for (const parting of [
      { type: 'member.declined.v1', data: { person: 'witness-1' } },
      { type: 'proposal.lapsed.v1', data: { person: 'witness-1' } },
    ] as const) {
      asked.and(parting).when('propose-member', byHand('witness-1'), { by: COORDINATOR }).succeeds();
    }
    const { head } = asked
      .and(accepted(WITNESS), left(WITNESS))
      .when('propose-member', byHand('witness-1'), { by: COORDINATOR })
      .succeeds();
    expect(head.team).toMatchObject([{ person: 'witness-1', standing: 'proposed', declared: false }]);
  });

  it('stops where the profile says that the team is full', () => {
    const five = [1, 2, 3, 4, 5].map((number) => proposed({ person: `witness-${number}`, roles: [] }));
    pact
      .and(...five)
      .when('propose-member', byHand('witness-6'), { by: COORDINATOR })
      .refuses('team-full', { membersMax: 5 });
  });
});

describe('a proposal', () => {
  it('is accepted by the person it was made to, until the term ends', () => {
    const { head } = asked
      .when('accept-appointment', {}, { by: WITNESS, at: after(LAPSES_AT, -1) })
      .records({ type: 'member.accepted.v1', data: { person: 'witness-1' } });
    expect(head.team).toMatchObject([{ person: 'witness-1', standing: 'accepted' }]);
  });

  it('is declined, with a reason or without', () => {
    const { head } = asked
      .when('decline-appointment', {}, { by: WITNESS })
      .records({ type: 'member.declined.v1', data: { person: 'witness-1' } });
    expect(head.team).toEqual([]);
    asked.when('decline-appointment', { reason: 'No time.' }, { by: WITNESS }).records({
      type: 'member.declined.v1',
      data: { person: 'witness-1' },
      content: { reason: 'No time.' },
    });
  });

  it('can be neither once the term is over', () => {
    asked
      .when('accept-appointment', {}, { by: WITNESS, at: LAPSES_AT })
      .refuses('proposal-lapsed', { dueAt: LAPSES_AT });
    asked
      .when('decline-appointment', {}, { by: WITNESS, at: LAPSES_AT })
      .refuses('proposal-lapsed', { dueAt: LAPSES_AT });
  });

  it('is nobody else’s, and is answered once', () => {
    asked
      .when('accept-appointment', {}, { by: OTHER_WITNESS })
      .refuses('not-permitted', { operation: 'accept-appointment' });
    asked.when('accept-appointment', {}, { by: COORDINATOR }).refuses('not-permitted');
    asked
      .and(accepted(WITNESS))
      .when('accept-appointment', {}, { by: WITNESS })
      .refuses('not-permitted', { operation: 'accept-appointment' });
  });

  it('lapses by itself when the term is over, and not before', () => {
    const lapse = { person: 'witness-1' };
    asked
      .when('lapse-proposal', lapse, { by: SYSTEM, at: after(LAPSES_AT, -1) })
      .refuses('term-running', { dueAt: LAPSES_AT });
    asked
      .when('lapse-proposal', lapse, { by: SYSTEM, at: LAPSES_AT })
      .records({ type: 'proposal.lapsed.v1', data: { person: 'witness-1' } })
      .when('lapse-proposal', lapse, { by: SYSTEM })
      .refuses('nothing-to-lapse', {});
    asked
      .and(accepted(WITNESS))
      .when('lapse-proposal', lapse, { by: SYSTEM, at: day(30) })
      .refuses('nothing-to-lapse');
  });

  it('waits while the case is suspended, and gets the days back', () => {
    const suspended = asked.and(...at(day(1), SUSPENDED));
    suspended.when('accept-appointment', {}, { by: WITNESS }).refuses('case-suspended');
    suspended.when('lapse-proposal', { person: 'witness-1' }, { by: SYSTEM, at: day(90) }).refuses('case-suspended');
    // Suspended from Tuesday to Thursday: Friday is the first day that counts.
    suspended
      .and(...at(day(3), resumed(day(1))))
      .when('accept-appointment', {}, { by: WITNESS, at: day(10) })
      .succeeds();
    suspended
      .and(...at(day(3), resumed(day(1))))
      .when('accept-appointment', {}, { by: WITNESS, at: '2026-03-13T06:00:00.000Z' })
      .refuses('proposal-lapsed', { dueAt: '2026-03-13T06:00:00.000Z' });
  });
});

describe('leaving the team', () => {
  const watched = given(...caseIn('integrity-pact', 'tender-observation'));
  const reason = 'Moved to another city.';

  it('is one’s own to say, or the coordinator’s to record', () => {
    for (const [by, cause] of [
      [WITNESS, 'resignation'],
      [COORDINATOR, 'removal'],
    ] as const) {
      const { head } = watched
        .when('leave-team', { person: 'witness-1', reason }, { by })
        .records({ type: 'member.left.v1', data: { person: 'witness-1', cause }, content: { reason } });
      expect(head.team.map(({ person }) => person)).toEqual(['witness-2']);
    }
  });

  it('is nobody else’s', () => {
    watched
      .when('leave-team', { person: 'witness-1', reason }, { by: SECOND_WITNESS })
      .refuses('not-permitted', { operation: 'leave-team', cause: 'resignation' });
  });

  it('needs somebody who is in it', () => {
    watched
      .when('leave-team', { person: 'witness-9', reason }, { by: COORDINATOR })
      .refuses('not-in-team', { person: 'witness-9' });
    watched
      .and(proposed(OTHER_WITNESS))
      .when('leave-team', { person: 'witness-9', reason }, { by: COORDINATOR })
      .refuses('not-in-team', { person: 'witness-9' });
  });
});
