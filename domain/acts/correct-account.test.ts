import { describe, expect, it } from 'vitest';
import {
  at,
  CHAIR,
  COORDINATOR,
  caseIn,
  day,
  left,
  MEMBER,
  proposed,
  SECOND_WITNESS,
  SECRETARY,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { attended, scheduled } from '../../test/support/watch-facts.ts';
import { foldFacts, type MilestoneFacts, NO_FACTS } from '../milestones/facts.ts';
import { subjectOf } from '../state.ts';

const HELD_AT = day(10);
const pact = given(...caseIn('integrity-pact', 'tender-observation'), scheduled('act-1'));
const committee = given(...caseIn('oversight-committee', 'tender-observation'), scheduled('act-1'));
type Case = typeof pact;
const actOf = ({ file }: Case) => subjectOf(file.state.subjects, 'act', 'act-1');
const factsOf = ({ file }: Case): MilestoneFacts => file.entries.reduce(foldFacts, NO_FACTS);

describe('correcting the account of an act', () => {
  const meeting = committee.and(
    ...at(HELD_AT, {
      type: 'act.attended.v1',
      data: {
        act: 'act-1',
        stage: 'tender-observation',
        present: ['member-1', 'member-2', 'member-3'],
        quorum: 2,
        citizensAdmitted: false,
      },
    }),
  );
  const corrected = {
    act: 'act-1',
    accounted: 'attended',
    present: ['member-1', 'member-2', 'member-1'],
    citizensAdmitted: true,
    reason: 'The third came late.',
  };

  const ATTENDED = { act: 'act-1', stage: 'tender-observation', from: 'attended', to: 'attended' } as const;
  const MISSED = { ...ATTENDED, to: 'missed', absenceReason: 'travel', citizensAdmittedBefore: false } as const;

  it('is recorded beside the first account, with the reason', () => {
    const right = meeting.when('correct-account-of-act', corrected, { by: CHAIR }).records({
      type: 'act.account-corrected.v1',
      data: {
        act: 'act-1',
        stage: 'tender-observation',
        from: 'attended',
        to: 'attended',
        present: ['member-1', 'member-2'],
        quorum: 2,
        citizensAdmitted: true,
        citizensAdmittedBefore: false,
      },
      content: { reason: 'The third came late.' },
    });
    expect(actOf(right)).toMatchObject({ present: ['member-1', 'member-2'], citizensAdmitted: true });
    expect(factsOf(right).publicActs).toEqual({ scheduled: 1, admitted: 1, notAdmitted: 0 });
  });

  it('may turn an attendance into an absence, and back', () => {
    const missed = meeting
      .when(
        'correct-account-of-act',
        { act: 'act-1', accounted: 'missed', absenceReason: 'travel', reason: 'Another act.' },
        { by: CHAIR },
      )
      .records({
        type: 'act.account-corrected.v1',
        data: {
          act: 'act-1',
          stage: 'tender-observation',
          from: 'attended',
          to: 'missed',
          absenceReason: 'travel',
          citizensAdmittedBefore: false,
        },
        content: { reason: 'Another act.' },
      });
    expect(actOf(missed)).not.toHaveProperty('present');
    // Who is named as present at an act that was missed was not there.
    meeting
      .when('correct-account-of-act', { ...corrected, accounted: 'missed', absenceReason: 'travel' }, { by: CHAIR })
      .records({ type: 'act.account-corrected.v1', data: MISSED, content: { reason: corrected.reason } });
    expect(missed.head.acts['tender-observation']).toMatchObject({ attended: 0, missed: 1 });
    expect(factsOf(missed)).toMatchObject({
      acts: { attended: 0, missed: 1 },
      publicActs: { admitted: 0, notAdmitted: 0 },
    });
    const back = missed.when('correct-account-of-act', corrected, { by: SECRETARY }).succeeds();
    expect(back.head.acts).toEqual(meeting.head.acts);
  });

  it('goes by the quorum and the people of then', () => {
    const fewer = meeting.and(left(MEMBER), left(SECRETARY));
    fewer.when('correct-account-of-act', corrected, { by: CHAIR }).succeeds();
    fewer
      .when('correct-account-of-act', { ...corrected, present: ['member-1'] }, { by: CHAIR })
      .refuses('quorum-missing', { quorum: 2, present: 1 });
    meeting
      .when('correct-account-of-act', { ...corrected, present: ['member-1', 'member-8'] }, { by: CHAIR })
      .refuses('not-in-team', { person: 'member-8' });
    meeting
      .and(proposed({ person: 'member-8', roles: [] }))
      .when('correct-account-of-act', { ...corrected, present: ['member-1', 'member-8'] }, { by: CHAIR })
      .refuses('not-in-team', { person: 'member-8' });
    // An account of before there were names is corrected by the quorum of today.
    committee
      .and(...at(HELD_AT, attended('act-1', CHAIR)))
      .when('correct-account-of-act', { ...corrected, present: ['member-1'] }, { by: CHAIR })
      .refuses('quorum-missing', { quorum: 2, present: 1 });
  });

  it('says nothing of citizens where nobody told, or the act is not public', () => {
    const { citizensAdmitted: _, ...untold } = corrected;
    const old = committee.and(...at(HELD_AT, attended('act-1', CHAIR)));
    expect(actOf(old)).not.toHaveProperty('present');
    const data = { ...ATTENDED, present: ['member-1', 'member-2'], quorum: 2 };
    old
      .when('correct-account-of-act', untold, { by: CHAIR })
      .records({ type: 'act.account-corrected.v1', data, content: { reason: corrected.reason } });
    given(...caseIn('oversight-committee', 'tender-observation'), scheduled('act-1', { isPublic: false }))
      .and(...at(HELD_AT, attended('act-1', CHAIR)))
      .when('correct-account-of-act', corrected, { by: CHAIR })
      .records({ type: 'act.account-corrected.v1', data, content: { reason: corrected.reason } });
  });

  it('tells the whole account, of an act that has one', () => {
    meeting
      .when('correct-account-of-act', { act: 'act-1', accounted: 'attended', reason: 'No.' }, { by: CHAIR })
      .refuses('account-incomplete', { missing: ['present'] });
    meeting
      .when('correct-account-of-act', { act: 'act-1', accounted: 'obstructed', reason: 'No.' }, { by: CHAIR })
      .refuses('account-incomplete', { missing: ['absenceReason'] });
    committee.when('correct-account-of-act', corrected, { by: CHAIR }).refuses('act-not-accounted', { act: 'act-1' });
    meeting
      .when('correct-account-of-act', { ...corrected, act: 'act-5' }, { by: CHAIR })
      .refuses('act-unknown', { act: 'act-5' });
    meeting.when('correct-account-of-act', corrected, { by: COORDINATOR }).refuses('not-permitted');
    pact
      .when('correct-account-of-act', { ...corrected, present: ['witness-1'] }, { by: SECOND_WITNESS })
      .refuses('act-not-accounted');
  });
});
