import { describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  after,
  at,
  BIDDER,
  CONTROL,
  COORDINATOR,
  caseIn,
  day,
  declared,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { adopted, drafted } from '../../test/support/watch-facts.ts';
import { deadlineChange } from '../clocks/deadlines.ts';
import { foldMilestones, judgeMilestones, NO_MILESTONES } from '../milestones/milestones.ts';
import { CLOCK_SKEW_MAX_MS } from '../observations/what-was-seen.ts';
import { subjectOf } from '../state.ts';
import { FOLLOW_UPS_MAX, RESPONSES_MAX } from './follow-up.ts';

const DUE = day(60);
const final = caseIn('integrity-pact', 'final-report');
const written = {
  type: 'report.drafted.v1',
  data: {
    report: 'report-1',
    stage: 'final-report',
    cites: 0,
    leavesOut: 0,
    recommendations: 2,
    recommendationsDueAt: [DUE, day(90)],
  },
  content: {},
} satisfies ToldFact;
const made = given(...final, written, adopted('report-1', 'final-report'))
  .when('publish-report', { report: 'report-1' }, { by: WITNESS })
  .succeeds();
const one = { recommendation: 'recommendation-1' };
const telling = (level: string, asOf: string) => ({ ...one, level, asOf, evidence: 'The minutes.', language: 'en' });

const e7 = ({ file: { entries } }: Given) => {
  const folded = entries.reduce(foldMilestones, NO_MILESTONES);
  const judged = judgeMilestones('case', folded).find(({ id }) => id === 'E7')?.judgement;
  if (judged?.applies !== true) return 'does not apply';
  return `${judged.status} ${judged.share?.numerator}/${judged.share?.denominator}`;
};
const changeOf = ({ file: { entries } }: Given) => {
  const last = entries.at(-1);
  if (last === undefined) throw new Error('Something is on record.');
  return deadlineChange(last);
};
const follow = (of: Given, level: string, when: string) =>
  of.when('follow-up-recommendation', telling(level, when), { by: WITNESS, at: when }).succeeds();

describe('what a report recommends', () => {
  it('becomes things of the case when it is published, each with its date', () => {
    given(...final, written, adopted('report-1', 'final-report'))
      .when('publish-report', { report: 'report-1' }, { by: WITNESS })
      .records(
        { type: 'report.published.v1', data: { report: 'report-1', stage: 'final-report', late: false } },
        {
          type: 'recommendations.made.v1',
          data: {
            report: 'report-1',
            textIn: made.file.entries.findIndex(({ type }) => type === 'report.drafted.v1') + 1,
            recommendations: [
              { recommendation: 'recommendation-1', dueAt: DUE },
              { recommendation: 'recommendation-2', dueAt: day(90) },
            ],
          },
        },
      );
    expect(subjectOf(made.file.state.subjects, 'recommendation', 'recommendation-2')).toMatchObject({
      number: 2,
      level: 'none',
      overdue: false,
    });
    expect(changeOf(made).puts?.map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['take-up:recommendation-1', DUE],
      ['take-up:recommendation-2', day(90)],
    ]);
  });

  it('is numbered on from those of the report before', () => {
    const { file } = made
      .and({ ...written, data: { ...written.data, report: 'report-2' } }, adopted('report-2', 'final-report'))
      .when('publish-report', { report: 'report-2' }, { by: WITNESS })
      .succeeds();
    expect(subjectOf(file.state.subjects, 'recommendation', 'recommendation-1')).toMatchObject({ report: 'report-1' });
    expect(subjectOf(file.state.subjects, 'recommendation', 'recommendation-4')).toMatchObject({
      report: 'report-2',
      number: 2,
    });
  });

  it('is nothing where the report recommends nothing, or was drafted before dates were kept', () => {
    given(...final, drafted('report-1', 'final-report'), adopted('report-1', 'final-report'))
      .when('publish-report', { report: 'report-1' }, { by: WITNESS })
      .records({ type: 'report.published.v1', data: { report: 'report-1', stage: 'final-report', late: false } });
  });
});

describe('the follow-up of a recommendation', () => {
  it('is a version with its evidence, as of a time, by the team or the coordinator, also after the case is closed', () => {
    const closed = made.and(
      ...at(day(10), { type: 'stage.advanced.v1', data: { from: 'final-report', to: 'closed' } }),
    );
    for (const by of [WITNESS, COORDINATOR]) {
      closed.when('follow-up-recommendation', telling('formal', day(20)), { by, at: day(30) }).records({
        type: 'recommendation.followed-up.v1',
        data: { ...one, number: 1, level: 'formal', from: 'none', lowered: false, dueAt: DUE },
        observedAt: day(20),
        content: { evidence: 'The minutes.', language: 'en' },
      });
    }
    closed
      .when('follow-up-recommendation', telling('formal', day(20)), { by: AUTHORITY, at: day(30) })
      .refuses('not-permitted');
    closed
      .and(declared(WITNESS, 'kinship'))
      .when('follow-up-recommendation', telling('formal', day(20)), { by: WITNESS, at: day(30) })
      .refuses('impediment-standing');
  });

  it('may say less than before, which is recorded as such', () => {
    follow(made, 'put-into-practice', day(20))
      .when('follow-up-recommendation', telling('some', day(25)), { by: WITNESS, at: day(25) })
      .records({
        type: 'recommendation.followed-up.v1',
        data: { ...one, number: 2, level: 'some', from: 'put-into-practice', lowered: true, dueAt: DUE },
        observedAt: day(25),
        content: { evidence: 'The minutes.', language: 'en' },
      });
  });

  it('is not lower where it says the same again', () => {
    const { subjects } = follow(follow(made, 'some', day(20)), 'some', day(25)).file.state;
    const { followUps = [] } = subjectOf(subjects, 'recommendation', 'recommendation-1') ?? {};
    expect(followUps.map(({ level, lowered }) => [level, lowered])).toEqual([
      ['some', false],
      ['some', false],
    ]);
  });

  it('is of now, where the clock of whoever tells it runs ahead', () => {
    made
      .when('follow-up-recommendation', telling('some', after(day(30), 60_000)), { by: WITNESS, at: day(30) })
      .records({
        type: 'recommendation.followed-up.v1',
        data: { ...one, number: 1, level: 'some', from: 'none', lowered: false, dueAt: DUE },
        observedAt: day(30),
        content: { evidence: 'The minutes.', language: 'en' },
      });
  });

  it('tells of a time between the publication and now, not before what is known', () => {
    const asking = (of: Given, asOf: string) =>
      of.when('follow-up-recommendation', telling('some', asOf), { by: WITNESS, at: day(30) });
    asking(made, day(31)).refuses('follow-up-in-the-future', { now: day(30) });
    asking(made, after(day(30), CLOCK_SKEW_MAX_MS)).succeeds();
    asking(made, after(day(30), CLOCK_SKEW_MAX_MS + 1)).refuses('follow-up-in-the-future', { now: day(30) });
    const publishedAt = made.file.now;
    asking(made, publishedAt).succeeds();
    asking(made, after(publishedAt, -1)).refuses('follow-up-before-report', { publishedAt });
    asking(follow(made, 'some', day(29)), day(28)).refuses('follow-up-older', { asOf: day(29) });
  });

  it('is of a recommendation that there is, on the scale, with words', () => {
    made
      .when(
        'follow-up-recommendation',
        { ...telling('some', day(1)), recommendation: 'recommendation-3' },
        { by: WITNESS, at: day(2) },
      )
      .refuses('recommendation-unknown', { recommendation: 'recommendation-3' });
    made.when('follow-up-recommendation', telling('perfect', day(1)), { by: WITNESS }).cannotTake('level');
    made
      .when('follow-up-recommendation', { ...telling('some', day(1)), evidence: ' ' }, { by: WITNESS })
      .cannotTake('evidence');
  });

  it('is given as often as a record can hold', () => {
    const often = Array.from({ length: FOLLOW_UPS_MAX }).reduce<Given>((of) => follow(of, 'some', day(20)), made);
    often
      .when('follow-up-recommendation', telling('some', day(20)), { by: WITNESS, at: day(20) })
      .refuses('follow-ups-too-many', { most: FOLLOW_UPS_MAX });
  });
});

describe('whoever is asked', () => {
  const response = { ...one, response: 'We hand them out now.', language: 'es' };

  it('responds in words, and does not judge itself', () => {
    for (const by of [AUTHORITY, CONTROL]) {
      const answered = made.when('respond-to-recommendation', response, { by }).records({
        type: 'recommendation.responded.v1',
        data: { ...one, number: 1 },
        content: { response: 'We hand them out now.', language: 'es' },
      });
      expect(subjectOf(answered.file.state.subjects, 'recommendation', 'recommendation-1')).toMatchObject({
        level: 'none',
        responses: [{ role: by === CONTROL ? 'control-authority' : 'contracting-authority' }],
      });
    }
    for (const by of [WITNESS, BIDDER])
      made.when('respond-to-recommendation', response, { by }).refuses('not-permitted');
  });

  it('responds as often as a record can hold, to what there is', () => {
    const often = Array.from({ length: RESPONSES_MAX }).reduce<Given>(
      (of) => of.when('respond-to-recommendation', response, { by: AUTHORITY }).succeeds(),
      made,
    );
    often
      .when('respond-to-recommendation', response, { by: AUTHORITY })
      .refuses('responses-too-many', { most: RESPONSES_MAX });
    made
      .when('respond-to-recommendation', { ...response, recommendation: 'recommendation-9' }, { by: AUTHORITY })
      .refuses('recommendation-unknown', { recommendation: 'recommendation-9' });
  });
});

describe('the due date of a recommendation', () => {
  const SYSTEM = { person: 'system', roles: ['system'] as const };
  const lapse = (of: Given, when: string) => of.when('lapse-recommendation', one, { by: SYSTEM, at: when });

  it('passes once, where there was no concrete feedback', () => {
    lapse(made, after(DUE, -1)).refuses('term-running', { dueAt: DUE });
    const overdue = lapse(made, DUE).records({ type: 'recommendation.overdue.v1', data: { ...one, level: 'none' } });
    lapse(overdue, DUE).refuses('nothing-to-lapse');
    lapse(follow(made, 'concrete-feedback', day(59)), DUE).refuses('nothing-to-lapse');
    lapse(follow(made, 'formal', day(59)), DUE).succeeds();
  });

  it('is waited for until there is concrete feedback, and again when that is taken back', () => {
    expect(changeOf(follow(made, 'formal', day(5)))).toEqual({});
    const fed = follow(made, 'concrete-feedback', day(5));
    expect(changeOf(fed)).toEqual({ removed: 'take-up:recommendation-1' });
    expect(changeOf(follow(fed, 'none', day(6))).put).toMatchObject({ id: 'take-up:recommendation-1', dueAt: DUE });
  });

  it('is reminded of as long as it is awaited', () => {
    const reminding = { item: 'follow-up:recommendation-1', term: 'own-date', dueAt: DUE };
    made.when('remind-term', reminding, { by: SYSTEM, at: day(50) }).succeeds();
    follow(made, 'concrete-feedback', day(5))
      .when('remind-term', reminding, { by: SYSTEM, at: day(50) })
      .refuses('nothing-to-lapse');
  });
});

describe('E7', () => {
  const both = (of: Given, level: string, when: string) =>
    follow(of, level, when)
      .when(
        'follow-up-recommendation',
        { ...telling(level, when), recommendation: 'recommendation-2' },
        { by: WITNESS, at: when },
      )
      .succeeds();

  it('counts those with concrete feedback by their dates', () => {
    expect(e7(made)).toBe('furtherTimeNeeded 0/2');
    expect(e7(follow(made, 'concrete-feedback', day(30)))).toBe('furtherTimeNeeded 1/2');
    expect(e7(both(made, 'concrete-feedback', day(30)))).toBe('achieved 2/2');
    expect(e7(both(made, 'formal', day(30)))).toBe('furtherTimeNeeded 0/2');
  });

  it('is not achieved by what came late, or fell back before its date', () => {
    expect(e7(both(made, 'problem-solved', day(70)))).toBe('notAchieved 1/2');
    const back = follow(both(made, 'concrete-feedback', day(30)), 'some', day(40));
    expect(e7(back)).toBe('furtherTimeNeeded 1/2');
    const SYSTEM = { person: 'system', roles: ['system'] as const };
    expect(e7(back.when('lapse-recommendation', one, { by: SYSTEM, at: DUE }).succeeds())).toBe('notAchieved 1/2');
  });

  it('stays with what stood by the date, whenever it was recorded and whatever came after', () => {
    const SYSTEM = { person: 'system', roles: ['system'] as const };
    const overdue = made.when('lapse-recommendation', one, { by: SYSTEM, at: DUE }).succeeds();
    const proved = overdue
      .when('follow-up-recommendation', telling('concrete-feedback', day(59)), { by: WITNESS, at: day(65) })
      .succeeds();
    expect(e7(proved)).toBe('furtherTimeNeeded 1/2');
    expect(e7(follow(proved, 'none', day(70)))).toBe('furtherTimeNeeded 1/2');
  });
});
