import { describe, expect, it } from 'vitest';
import {
  advanced,
  appointed,
  at,
  CASE,
  caseIn,
  day,
  ended,
  opened,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { judged } from '../../test/support/milestone-facts.ts';
import { given } from '../../test/support/specification.ts';
import {
  adopted,
  asked,
  attended,
  CONTRACT_SIGNED,
  corrected,
  drafted,
  extended,
  filed,
  published,
  released,
  releaseProposed,
  replied,
  scheduled,
} from '../../test/support/watch-facts.ts';
import { foldFacts, NO_FACTS } from './facts.ts';
import { foldMilestones, judgeMilestones, NO_MILESTONES } from './milestones.ts';

const watching = caseIn('integrity-pact', 'tender-observation');
const reviewing = caseIn('integrity-pact', 'award-review');

/** Which milestones the last of these facts is part of the proof of. */
const provenByLast = (...facts: readonly ToldFact[]): readonly string[] => {
  const { entries } = given(...facts).file;
  const state = entries.reduce(foldMilestones, NO_MILESTONES);
  const last = `${CASE}@${entries.length}`;
  return judgeMilestones(CASE, state).flatMap(({ id, proof }) => (proof.events.includes(last) ? [id] : []));
};

const imported = (differing: object): ToldFact => ({
  type: 'process.imported.v1',
  data: { sourceHash: 'a'.repeat(64), bidders: 2, problems: 0, ...differing },
  content: { problems: [] },
});
const changedAt = (...pointers: readonly string[]): ToldFact => ({
  type: 'process.changed.v1',
  data: {
    change: 'change-1',
    sourceHash: 'b'.repeat(64),
    problems: 0,
    changes: pointers.map((pointer) => ({ op: 'replace', pointer, wasPast: false })),
    bidders: 0,
    parties: 0,
  },
  content: { problems: [] },
});
const DISSOLVED: ToldFact = {
  type: 'committee.dissolved.v1',
  data: { cause: 'authority-order', stage: 'tender-observation', decidedBy: 'coordinator' },
  content: { explanation: 'A court ordered it.' },
};
const OVERDUE: ToldFact = { type: 'answer.overdue.v1', data: { question: 'question-1', to: 'contracting-authority' } };
const DRAFT = drafted('report-1', 'award-review');

describe('what proves a milestone', () => {
  it.each<readonly [string, readonly string[], readonly ToldFact[]]>([
    ['the appointment was left', ['E1'], watching],
    ['another stage was left', [], reviewing],
    ['the contract is signed', ['E3'], [...reviewing, CONTRACT_SIGNED]],
    [
      'the official data tell when the contract was signed',
      ['E3'],
      [...reviewing, imported({ contractSignedAt: day(1) })],
    ],
    ['the official data tell nothing of it', [], [...reviewing, imported({})]],
    ['a contract changed in the official data', ['E3'], [...reviewing, changedAt('/tender/title', '/contracts/0/id')]],
    ['something else changed in the official data', [], [...reviewing, changedAt('/tender/title')]],
    ['the report on the award was adopted', ['E3'], [...reviewing, DRAFT, adopted('report-1', 'award-review')]],
    [
      'another report was adopted',
      [],
      [...watching, drafted('report-1', 'tender-observation'), adopted('report-1', 'tender-observation')],
    ],
    [
      'the final report was published',
      ['E6', 'O6'],
      [...caseIn('integrity-pact', 'final-report'), published('report-1', 'final-report')],
    ],
    ['another report was published', [], [...reviewing, DRAFT, published('report-1', 'award-review')]],
    ['the authority was asked', ['O5'], [...watching, asked('question-1')]],
    ['the authority answered', ['O5'], [...watching, asked('question-1'), replied('question-1')]],
    ['the authority did not answer', ['O5'], [...watching, asked('question-1'), OVERDUE]],
    ['the team was asked', [], [...reviewing, DRAFT, asked('question-1', { to: 'team' })]],
    ['a committee was dissolved', ['E2', 'E3'], [...caseIn('oversight-committee', 'tender-observation'), DISSOLVED]],
  ])('where %s is %j', (_, milestones, facts) => {
    expect(provenByLast(...facts)).toEqual(milestones);
  });

  it('is nothing, where it does not apply, but why', () => {
    const state = given(...caseIn('integrity-pact', 'appointment'), ended('appointment')).file.entries.reduce(
      foldMilestones,
      NO_MILESTONES,
    );
    const { judgement } = judgeMilestones(CASE, state).find(({ id }) => id === 'E1') ?? {};
    expect(judgement).toEqual({ applies: false, because: 'ended-before-acts' });
    const going = judgeMilestones(CASE, NO_MILESTONES).find(({ id }) => id === 'E1')?.judgement;
    expect(going).toStrictEqual({
      applies: true,
      status: 'furtherTimeNeeded',
      because: 'team-being-appointed',
    });
  });
});

const factsOf = (...facts: readonly ToldFact[]) => given(...facts).file.entries.reduce(foldFacts, NO_FACTS);

describe('what is folded for the milestones', () => {
  it('takes the earlier of two dates of the contract, wherever they are told', () => {
    const signed = (signedAt: string): ToldFact => ({ type: 'contract.signed.v1', data: { signedAt } });
    const told = (...facts: readonly ToldFact[]) => factsOf(...reviewing, ...facts).contractSignedAt;
    expect(told(imported({ contractSignedAt: day(3) }), signed(day(5)))).toBe(day(3));
    expect(told(signed(day(5)), imported({ contractSignedAt: day(3) }))).toBe(day(3));
    expect(told(signed(day(5)), imported({}))).toBe(day(5));
    expect(
      told(signed(day(5)), {
        ...changedAt('/contracts/0'),
        data: { ...changedAt('/contracts/0').data, contractSignedAt: day(2) },
      } as ToldFact),
    ).toBe(day(2));
    expect(factsOf(...reviewing)).not.toHaveProperty('contractSignedAt');
  });

  it('counts the recommendations of the text that was written last', () => {
    const anew: ToldFact = {
      type: 'report.redrafted.v1',
      data: { report: 'report-1', cites: 0, leavesOut: 0, recommendations: 4 },
      content: {},
    };
    expect(factsOf(...reviewing, DRAFT, anew).recommendations).toBe(4);
  });

  it('counts what is protected apart, until it is opened, and what is only corrected where it was', () => {
    const sealed = filed('observation-1', { visibility: 'after-award' });
    const counts = (...facts: readonly ToldFact[]) => factsOf(...reviewing, ...facts).observations;
    expect(counts(sealed)).toEqual({ public: 0, afterAward: 1, restricted: 0 });
    expect(counts(sealed, corrected('observation-1', 2))).toEqual({ public: 0, afterAward: 1, restricted: 0 });
    const hidden = [sealed, corrected('observation-1', 2, { restricted: true })];
    expect(counts(...hidden)).toEqual({ public: 0, afterAward: 0, restricted: 1 });
    expect(counts(...hidden, releaseProposed('observation-1'), released('observation-1'))).toEqual({
      public: 1,
      afterAward: 0,
      restricted: 0,
    });
  });

  it('forgets an embargo that ended with the award, and one that nobody extended', () => {
    const two = [
      filed('observation-1', { visibility: 'after-award' }),
      filed('observation-2', { visibility: 'after-award' }),
    ];
    const both = [...two, extended('observation-1', day(3)), extended('observation-2', day(4))];
    const awardedAt = (when: string): readonly ToldFact[] =>
      at(when, { type: 'award.recorded.v1', data: { decision: 'none', decidedAt: day(0), suppliers: [] } });
    expect(factsOf(...reviewing, ...both, ...awardedAt(day(3))).embargoes).toEqual({ 'observation-2': day(4) });
    expect(factsOf(...reviewing, ...two, ...awardedAt(day(3)))).not.toHaveProperty('embargoes');
    const over: ToldFact = { type: 'embargo.ended.v1', data: { observation: 'observation-1' } };
    expect(factsOf(...reviewing, ...both, over).embargoes).toEqual({ 'observation-2': day(4) });
    expect(factsOf(...reviewing, ...two, over)).not.toHaveProperty('embargoes');
  });

  it('counts questions to the authority alone', () => {
    const both = [...reviewing, DRAFT, asked('question-1'), asked('question-2', { to: 'team' })];
    const toTeam = (type: 'question.answered.v1' | 'answer.overdue.v1'): ToldFact =>
      ({
        type,
        data: { question: 'question-2', to: 'team', ...(type === 'answer.overdue.v1' ? {} : { late: false }) },
      }) as ToldFact;
    const all = [toTeam('answer.overdue.v1'), toTeam('question.answered.v1')];
    expect(factsOf(...both, ...all).questions).toEqual({ asked: 1, inTime: 0, late: 0, overdue: 0 });
    expect(factsOf(...both, ...all, replied('question-1', { late: true })).questions).toEqual({
      asked: 1,
      inTime: 0,
      late: 1,
      overdue: 0,
    });
  });

  it('looks at the acts of tender and award, and at when those of the tender are', () => {
    const monitoring = { stage: 'implementation-monitoring' } as const;
    const other = scheduled('act-2', { ...monitoring, heldAt: day(1) });
    const moved = (act: string, stage: 'tender-observation' | 'award-review'): ToldFact => ({
      type: 'act.rescheduled.v1',
      data: { act, stage, from: day(10), heldAt: day(2), placed: false },
      content: { reason: 'Why not.' },
    });
    const cancelled: ToldFact = { type: 'act.cancelled.v1', data: { act: 'act-2', ...monitoring, public: true } };
    const corrects: ToldFact = {
      type: 'act.account-corrected.v1',
      data: { act: 'act-2', ...monitoring, from: 'attended', to: 'missed', absenceReason: 'travel' },
      content: { reason: 'No.' },
    };
    const attends = {
      ...attended('act-2', WITNESS),
      data: { act: 'act-2', ...monitoring, present: ['witness-1'], citizensAdmitted: true },
    } as ToldFact;
    const base = factsOf(...watching, scheduled('act-1'));
    expect([base.acts.scheduled, base.tenderFirstActAt]).toEqual([1, day(10)]);
    for (const more of [[], [cancelled], [attends], [attends, corrects]])
      expect(factsOf(...watching, scheduled('act-1'), other, ...more)).toEqual(base);
    const review = scheduled('act-3', { stage: 'award-review', heldAt: day(3) });
    const both = factsOf(...watching, scheduled('act-1'), review);
    expect([both.acts.scheduled, both.tenderFirstActAt]).toEqual([2, day(10)]);
    expect(factsOf(...watching, scheduled('act-1'), review, moved('act-3', 'award-review'))).toEqual(both);
    expect(factsOf(...watching, scheduled('act-1'), moved('act-1', 'tender-observation')).tenderFirstActAt).toBe(
      day(2),
    );
  });
});

describe('a milestone on its edge', () => {
  const appointing = [...opened('integrity-pact'), ...appointed('integrity-pact')];
  const leaves = (when: string) => at(when, advanced('appointment', 'tender-observation'));

  it('E1 is not achieved by a team that comes with the first act', () => {
    expect(judged('E1', ...appointing, ...leaves(day(2)), scheduled('act-1', { heldAt: day(2) }))).toBe('notAchieved');
  });

  it('E1 lacks information where no act of a tender that is over is on record', () => {
    expect(judged('E1', ...reviewing)).toBe('informationMissing');
  });

  it('E2 and E3 are not held against a committee for what it watched before it was dissolved', () => {
    const committee = caseIn('oversight-committee', 'award-review');
    const over = [...committee, advanced('award-review', 'implementation-monitoring'), DISSOLVED];
    expect(judged('E2', ...over)).toBe('informationMissing 0/0');
    expect(judged('E2', ...committee, DISSOLVED)).toBe('notAchieved 0/0');
    expect(judged('E3', ...committee, DRAFT, adopted('report-1', 'award-review'), DISSOLVED)).toBe('achieved');
    expect(judged('E3', ...committee, DISSOLVED)).toBe('notAchieved');
    expect(judged('E3', ...reviewing, DRAFT, adopted('report-1', 'award-review'), ended('award-review'))).toBe(
      'achieved',
    );
  });
});
