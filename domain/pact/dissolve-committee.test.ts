import { describe, expect, it } from 'vitest';
import {
  accepted,
  after,
  at,
  CHAIR,
  COORDINATOR,
  caseIn,
  DIGEST,
  day,
  left,
  MEMBER,
  OTHER_MEMBER,
  opened,
  proposed,
  resumed,
  SUSPENDED,
  SYSTEM,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { drafted, filed, scheduled, sentForReply } from '../../test/support/watch-facts.ts';
import { deadlineChange } from '../clocks/deadlines.ts';
import { effectivenessMilestones } from '../milestones/effectiveness.ts';
import { foldFacts, NO_FACTS } from '../milestones/facts.ts';
import { opennessMilestones } from '../milestones/openness.ts';
import { sealOf } from '../observations/seal.ts';
import { subjectOf } from '../state.ts';

const committee = given(...caseIn('oversight-committee', 'tender-observation'));
const ENDS_AT = '2027-03-03T04:00:00.000Z';
const ENDED: ToldFact = { type: 'committee.term-ended.v1', data: { endedAt: ENDS_AT } };
const EXPLANATION = 'The works are done.';
const lastOf = ({ file }: Given) => file.entries.at(-1);
const changeOf = (of: Given) => {
  const last = lastOf(of);
  if (last === undefined || !('previousHash' in last)) throw new Error('Something is on record.');
  return deadlineChange(last);
};

describe('the term of a committee', () => {
  const extension = { months: 6, documentHash: DIGEST, reason: 'The works end later.' };

  it('ends when its months are over, and that is recorded once', () => {
    committee
      .when('end-committee-term', {}, { by: SYSTEM, at: after(ENDS_AT, -1) })
      .refuses('term-running', { dueAt: ENDS_AT });
    const over = committee
      .when('end-committee-term', {}, { by: SYSTEM, at: ENDS_AT })
      .records({ type: 'committee.term-ended.v1', data: { endedAt: ENDS_AT } });
    over.when('end-committee-term', {}, { by: SYSTEM }).refuses('nothing-to-lapse');
    expect(changeOf(over)).toEqual({ removed: 'committee-term' });
    given(...opened('oversight-committee'))
      .when('end-committee-term', {}, { by: SYSTEM })
      .refuses('nothing-to-lapse');
  });

  it('gets back the days of a suspension', () => {
    committee
      .and(...at(day(10), SUSPENDED), ...at(day(12), resumed(day(10))))
      .when('end-committee-term', {}, { by: SYSTEM, at: ENDS_AT })
      .refuses('term-running', { dueAt: '2027-03-06T04:00:00.000Z' });
  });

  it('can be extended by the committee, before its end and after', () => {
    const endsAt = '2027-09-03T04:00:00.000Z';
    for (const before of [committee, committee.and(...at(ENDS_AT, ENDED))]) {
      const longer = before.when('extend-committee', extension, { by: CHAIR }).records({
        type: 'committee.extended.v1',
        data: { months: 6, startedAt: day(0), endsAt, documentHash: DIGEST },
        content: { reason: extension.reason },
      });
      expect(longer.head.committee).toMatchObject({ members: 3, registered: true, startedAt: day(0), months: 18 });
      expect(changeOf(longer)).toMatchObject({ put: { id: 'committee-term', dueAt: endsAt } });
    }
  });

  it('is extended far enough, and not for ever', () => {
    committee
      .when('extend-committee', extension, { by: CHAIR, at: '2028-01-01T00:00:00.000Z' })
      .refuses('extension-too-short');
    committee
      .when('extend-committee', extension, { by: CHAIR, at: '2027-09-03T04:00:00.000Z' })
      .refuses('extension-too-short', { endsAt: '2027-09-03T04:00:00.000Z', now: '2027-09-03T04:00:00.000Z' });
    committee
      .when('extend-committee', { ...extension, months: 109 }, { by: CHAIR })
      .refuses('duration-too-long', { months: 121, monthsMax: 120 });
    committee.when('extend-committee', { ...extension, months: 108 }, { by: CHAIR }).succeeds();
    given(...opened('oversight-committee'), ...caseIn('oversight-committee', 'appointment').slice(2, 5))
      .when('extend-committee', extension, { by: CHAIR })
      .refuses('not-constituted');
    committee.when('extend-committee', extension, { by: COORDINATOR }).refuses('not-permitted');
  });
});

describe('a committee', () => {
  const dissolution = {
    cause: 'object-fulfilled',
    explanation: EXPLANATION,
    vote: { for: 2, against: 0, abstain: 1 },
    documentHash: DIGEST,
  };

  it('dissolves itself by the majority of its members; the case goes to its final report', () => {
    const gone = committee.when('dissolve-committee', dissolution, { by: CHAIR }).records({
      type: 'committee.dissolved.v1',
      data: {
        cause: 'object-fulfilled',
        stage: 'tender-observation',
        decidedBy: 'committee',
        votesFor: 2,
        votesAgainst: 0,
        abstentions: 1,
        documentHash: DIGEST,
      },
      content: { explanation: EXPLANATION },
    });
    expect(gone.head).toMatchObject({
      stage: 'final-report',
      participationEndedAt: gone.file.now,
      committee: { dissolved: 'object-fulfilled' },
    });
    expect(changeOf(gone)).toEqual({ removed: 'committee-term' });
  });

  it('does so by a vote that is in its minutes', () => {
    const { vote: _, documentHash: __, ...bare } = dissolution;
    committee
      .when('dissolve-committee', bare, { by: CHAIR })
      .refuses('dissolution-incomplete', { missing: ['vote', 'documentHash'] });
    committee
      .when('dissolve-committee', { ...bare, documentHash: DIGEST }, { by: CHAIR })
      .refuses('dissolution-incomplete', { missing: ['vote'] });
    committee
      .when('dissolve-committee', { ...bare, vote: dissolution.vote }, { by: CHAIR })
      .refuses('dissolution-incomplete', { missing: ['documentHash'] });
    committee
      .when('dissolve-committee', { ...dissolution, vote: { for: 4, against: 0, abstain: 0 } }, { by: CHAIR })
      .refuses('too-many-votes', { cast: 4, inOffice: 3 });
    committee
      .when('dissolve-committee', { ...dissolution, vote: { for: 1, against: 0, abstain: 0 } }, { by: CHAIR })
      .refuses('quorum-missing', { quorum: 2, present: 1 });
    committee
      .when('dissolve-committee', { ...dissolution, vote: { for: 1, against: 1, abstain: 1 } }, { by: CHAIR })
      .refuses('majority-missing', { votesFor: 1, inOffice: 3 });
    committee
      .when('dissolve-committee', { ...dissolution, vote: { for: 2, against: 0, abstain: 0 } }, { by: CHAIR })
      .succeeds();
    // Half of four is no majority; who is only proposed makes no fourth.
    const four = { person: 'member-4', roles: ['member'] } as const;
    committee.and(proposed(four)).when('dissolve-committee', dissolution, { by: CHAIR }).succeeds();
    committee
      .and(proposed(four), accepted(four))
      .when('dissolve-committee', dissolution, { by: CHAIR })
      .refuses('majority-missing', { votesFor: 2, inOffice: 4 });
  });

  it('is dissolved by the coordinator where the record bears it out, suspended or not', () => {
    const ask = (of: Given, cause: string) =>
      of.when('dissolve-committee', { cause, explanation: EXPLANATION }, { by: COORDINATOR });
    ask(committee, 'object-fulfilled').refuses('not-permitted', {
      operation: 'dissolve-committee',
      cause: 'object-fulfilled',
    });
    ask(committee, 'members-lacking').refuses('cause-unfounded', { cause: 'members-lacking' });
    ask(committee, 'term-ended').refuses('cause-unfounded', { cause: 'term-ended' });
    ask(committee.and(left(MEMBER), proposed(OTHER_MEMBER)), 'members-lacking').records({
      type: 'committee.dissolved.v1',
      data: { cause: 'members-lacking', stage: 'tender-observation', decidedBy: 'coordinator' },
      content: { explanation: EXPLANATION },
    });
    committee.when('dissolve-committee', { ...dissolution, cause: 'authority-order' }, { by: COORDINATOR }).records({
      type: 'committee.dissolved.v1',
      data: { cause: 'authority-order', stage: 'tender-observation', decidedBy: 'coordinator', documentHash: DIGEST },
      content: { explanation: EXPLANATION },
    });
    ask(committee.and(ENDED), 'term-ended').succeeds();
    expect(ask(committee.and(SUSPENDED), 'authority-order').succeeds().head).toMatchObject({
      condition: 'running',
      stage: 'final-report',
    });
    given(...caseIn('integrity-pact', 'tender-observation'))
      .when('dissolve-committee', { cause: 'authority-order', explanation: EXPLANATION }, { by: COORDINATOR })
      .refuses('not-constituted');
    committee.when('dissolve-committee', dissolution, { by: WITNESS }).refuses('not-permitted');
  });

  const dissolved = committee
    .and(scheduled('act-1'), filed('observation-1', { by: CHAIR, visibility: 'after-award' }))
    .when('dissolve-committee', { cause: 'authority-order', explanation: EXPLANATION }, { by: COORDINATOR })
    .succeeds();

  it('that is dissolved still reports what it saw, by those who stay or who come', () => {
    const reported = dissolved.and(drafted('report-1', 'final-report', 1), sentForReply('report-1'));
    const voted = reported
      .when('vote-on-report', { report: 'report-1', vote: 'for' }, { by: CHAIR, at: day(60) })
      .succeeds()
      .when('vote-on-report', { report: 'report-1', vote: 'for' }, { by: MEMBER })
      .succeeds();
    expect(voted.head.reports['final-report']?.state).toBe('adopted');
    dissolved
      .when('propose-member', { person: OTHER_MEMBER.person, reason: 'To write the report.' }, { by: COORDINATOR })
      .succeeds();
  });

  it('that is dissolved leaves the embargo to the award, which can still be recorded', () => {
    const observation = subjectOf(dissolved.file.state.subjects, 'observation', 'observation-1');
    if (observation === undefined) throw new Error('It was filed.');
    expect(sealOf(observation, { head: dissolved.head, now: day(1) })).toBe('until-award');
    const awarded = dissolved
      .when('record-award', { decision: 'none', decidedAt: day(0), suppliers: [] }, { by: COORDINATOR })
      .succeeds();
    expect(sealOf(observation, { head: awarded.head, now: day(1) })).toBe('open');
    given(...caseIn('oversight-committee', 'final-report'))
      .when('record-award', { decision: 'none', decidedAt: day(0), suppliers: [] }, { by: COORDINATOR })
      .refuses('wrong-stage', { stage: 'final-report', allowedIn: ['award-review'] });
  });

  it('that is dissolved before the end did not watch what came after', () => {
    const facts = dissolved.file.entries.reduce(foldFacts, NO_FACTS);
    const judged = Object.fromEntries(
      [...effectivenessMilestones, ...opennessMilestones].map(({ id, judge }) => [id, judge(facts)]),
    );
    expect(judged['E2']).toMatchObject({ status: 'notAchieved' });
    expect(judged['E3']).toMatchObject({ status: 'notAchieved' });
    expect(judged['O1']).toMatchObject({ status: 'informationMissing' });
    expect(judged['O2']).toMatchObject({ status: 'informationMissing' });
  });
});
