import { describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  after,
  at,
  BIDDER,
  CHAIR,
  COORDINATOR,
  caseIn,
  day,
  left,
  MEMBER,
  OTHER_WITNESS,
  proposed,
  SECOND_WITNESS,
  SECRETARY,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { actCancelled, attended, checked, scheduled } from '../../test/support/watch-facts.ts';

const pact = given(...caseIn('integrity-pact', 'tender-observation'));
const committee = given(...caseIn('oversight-committee', 'tender-observation'));
const HELD_AT = day(10);
const withAct = pact.and(scheduled('act-1'));

describe('scheduling an act', () => {
  const act = { kind: 'bid-opening', stage: 'tender-observation', heldAt: HELD_AT };

  it('records when it is held, and that it is public where the profile says so', () => {
    const { head } = pact.when('schedule-act', act, { by: COORDINATOR }).records({
      type: 'act.scheduled.v1',
      data: { act: 'act-1', ...act, public: true } as never,
    });
    expect(head.acts).toEqual({
      'tender-observation': { awaited: { open: 1, named: ['act-1'] }, attended: 0, missed: 0, obstructed: 0 },
    });
  });

  it('takes what is said of this one before the profile, and keeps its place as content', () => {
    for (const by of [WITNESS, AUTHORITY]) {
      pact.when('schedule-act', { ...act, public: false, place: 'Room 4' }, { by }).records({
        type: 'act.scheduled.v1',
        data: { act: 'act-1', ...act, public: false } as never,
        content: { place: 'Room 4' },
      });
    }
    pact.when('schedule-act', { ...act, kind: 'technical-evaluation' }, { by: COORDINATOR }).records({
      type: 'act.scheduled.v1',
      data: { act: 'act-1', ...act, kind: 'technical-evaluation', public: false } as never,
    });
  });

  it('may look ahead to a later stage, and never back to one that is over', () => {
    pact.when('schedule-act', { ...act, stage: 'award-review' }, { by: COORDINATOR }).succeeds();
    pact
      .when('schedule-act', { ...act, stage: 'appointment' }, { by: COORDINATOR })
      .refuses('wrong-stage', { stage: 'appointment', caseStage: 'tender-observation' });
    pact
      .when('schedule-act', { ...act, stage: 'final-report' }, { by: COORDINATOR })
      .refuses('wrong-stage', { stage: 'final-report', caseStage: 'tender-observation' });
    given(...caseIn('integrity-pact', 'award-review'))
      .when('schedule-act', { ...act, stage: 'tender-observation' }, { by: COORDINATOR })
      .refuses('wrong-stage', { stage: 'tender-observation', caseStage: 'award-review' });
  });

  it('is not a bidder’s', () => {
    pact.when('schedule-act', act, { by: BIDDER }).refuses('not-permitted');
  });
});

describe('attendance of an act', () => {
  it('names who was present, each once, and keeps the note as content', () => {
    const account = withAct
      .when(
        'attend-act',
        { act: 'act-1', present: ['witness-2', 'witness-2'], citizensAdmitted: true, note: 'Calm.' },
        {
          by: WITNESS,
          at: HELD_AT,
        },
      )
      .records({
        type: 'act.attended.v1',
        data: { act: 'act-1', stage: 'tender-observation', present: ['witness-2'], quorum: 1, citizensAdmitted: true },
        content: { note: 'Calm.' },
      });
    expect(account.head.acts['tender-observation']).toEqual({
      awaited: { open: 0, named: [] },
      attended: 1,
      missed: 0,
      obstructed: 0,
    });
    expect(account.file.state.subjects.get('act-1')).toMatchObject({ accounted: 'attended' });
  });

  it('says whether citizens were admitted only where the act is public', () => {
    pact
      .and(scheduled('act-1', { isPublic: false }))
      .when(
        'attend-act',
        { act: 'act-1', present: ['witness-1'], citizensAdmitted: false },
        { by: WITNESS, at: HELD_AT },
      )
      .records({
        type: 'act.attended.v1',
        data: { act: 'act-1', stage: 'tender-observation', present: ['witness-1'], quorum: 1 },
      });
  });

  it('can be recorded once its time has come', () => {
    withAct
      .when('attend-act', { act: 'act-1', present: ['witness-1'] }, { by: WITNESS, at: after(HELD_AT, -1) })
      .refuses('act-not-held-yet', { act: 'act-1', heldAt: HELD_AT });
  });

  it('is of an act that there is', () => {
    pact
      .when('attend-act', { act: 'act-7', present: ['witness-1'] }, { by: WITNESS })
      .refuses('act-unknown', { act: 'act-7' });
  });

  it('is recorded once', () => {
    const attendedOnce = withAct.and(...at(HELD_AT, attended('act-1', WITNESS)));
    attendedOnce
      .when('attend-act', { act: 'act-1', present: ['witness-1'] }, { by: WITNESS })
      .refuses('act-accounted', { act: 'act-1', accounted: 'attended' });
    attendedOnce
      .when(
        'account-for-absence',
        { act: 'act-1', absence: 'missed', reason: 'travel', circumstances: 'The bus.' },
        { by: SECOND_WITNESS },
      )
      .refuses('act-accounted', { act: 'act-1', accounted: 'attended' });
  });

  it('counts people of the team only', () => {
    withAct
      .when('attend-act', { act: 'act-1', present: ['witness-1', 'witness-9'] }, { by: WITNESS, at: HELD_AT })
      .refuses('not-in-team', { person: 'witness-9' });
    withAct
      .and(proposed(OTHER_WITNESS))
      .when('attend-act', { act: 'act-1', present: ['witness-9'] }, { by: WITNESS, at: HELD_AT })
      .refuses('not-in-team', { person: 'witness-9' });
    withAct
      .and(actCancelled('act-1'))
      .when('attend-act', { act: 'act-1', present: ['witness-1'] }, { by: WITNESS, at: HELD_AT })
      .refuses('act-cancelled', { act: 'act-1' });
  });

  it('says nothing of citizens where nobody told, and keeps who was there', () => {
    const told = withAct
      .when('attend-act', { act: 'act-1', present: ['witness-1'] }, { by: WITNESS, at: HELD_AT })
      .records({
        type: 'act.attended.v1',
        data: { act: 'act-1', stage: 'tender-observation', present: ['witness-1'], quorum: 1 },
      });
    expect(told.file.state.subjects.get('act-1')).toMatchObject({
      accounted: 'attended',
      accountedIn: told.file.entries.length,
      present: ['witness-1'],
      quorum: 1,
    });
  });

  it('of a committee needs more than half of the members in office', () => {
    const meeting = committee.and(scheduled('act-1'));
    meeting
      .when('attend-act', { act: 'act-1', present: ['member-1', 'member-1'] }, { by: CHAIR, at: HELD_AT })
      .refuses('quorum-missing', { quorum: 2, present: 1 });
    meeting
      .when('attend-act', { act: 'act-1', present: ['member-1', 'member-2'] }, { by: CHAIR, at: HELD_AT })
      .succeeds();
    // Who is only proposed raises no quorum.
    meeting
      .and(proposed({ person: 'member-8', roles: [] }), proposed({ person: 'member-9', roles: [] }))
      .when('attend-act', { act: 'act-1', present: ['member-1', 'member-2'] }, { by: CHAIR, at: HELD_AT })
      .succeeds();
    meeting
      .and(left(MEMBER), left(SECRETARY))
      .when('attend-act', { act: 'act-1', present: ['member-1'] }, { by: CHAIR, at: HELD_AT })
      .succeeds();
  });
});

describe('an act that the team did not attend', () => {
  it.each(['missed', 'obstructed'] as const)('is %s, with its reason; the circumstances are content', (absence) => {
    const { head } = withAct
      .when(
        'account-for-absence',
        { act: 'act-1', absence, reason: 'entry-refused', circumstances: 'The door was shut.' },
        { by: WITNESS, at: HELD_AT },
      )
      .records({
        type: 'act.not-attended.v1',
        data: { act: 'act-1', stage: 'tender-observation', absence, reason: 'entry-refused' },
        content: { circumstances: 'The door was shut.' },
      });
    expect(head.acts['tender-observation']).toMatchObject({ awaited: { open: 0 }, attended: 0, [absence]: 1 });
  });
});

describe('the access checklist of a stage', () => {
  const check = { stage: 'tender-observation', document: 'tender-notice', result: 'refused' };

  it('records what became of each document; a later check supersedes an earlier one', () => {
    const { head } = pact
      .and(...checked('tender-observation', 'tender-notice'))
      .when('check-document-access', { ...check, note: 'Shown, not given.' }, { by: WITNESS })
      .records({ type: 'document-access.checked.v1', data: check as never, content: { note: 'Shown, not given.' } });
    expect(head.documentAccess).toEqual({ 'tender-observation': { 'tender-notice': 'refused' } });
    pact.when('check-document-access', check, { by: WITNESS }).records({
      type: 'document-access.checked.v1',
      data: check as never,
    });
  });

  it('holds the documents of its stage and no others', () => {
    pact
      .when('check-document-access', { ...check, document: 'award-ruling' }, { by: WITNESS })
      .refuses('document-not-on-checklist', {
        stage: 'tender-observation',
        checklist: ['tender-notice', 'bidding-documents', 'clarifications', 'bid-opening-record'],
      });
  });

  it('is not filled before its stage is reached', () => {
    pact
      .when(
        'check-document-access',
        { stage: 'award-review', document: 'award-ruling', result: 'late' },
        { by: WITNESS },
      )
      .refuses('stage-not-reached', { stage: 'award-review' });
  });
});
