import { type MilestoneFacts, WATCHED_STAGES } from './facts.ts';
import {
  achieved,
  doesNotApply,
  furtherTimeNeeded,
  informationMissing,
  type Judgement,
  type Milestone,
  notAchieved,
  ofTypes,
  ofTypesInStages,
} from './milestone.ts';

const STUDY = 'Cruz-Rubio 2020, Tables 4 and 7 (effectiveness)';

const watchInPlace = ({ stagesLeft, tenderFirstActAt, processEnded, heldUnwatched }: MilestoneFacts): Judgement => {
  const leftAt = stagesLeft.appointment;
  if (leftAt === undefined && heldUnwatched === true) return notAchieved('acts-before-team');
  if (leftAt === undefined) return furtherTimeNeeded('team-being-appointed');
  if (tenderFirstActAt === undefined) {
    return processEnded ? doesNotApply('ended-before-acts') : noActScheduled(stagesLeft);
  }
  if (leftAt >= tenderFirstActAt) return notAchieved('acts-before-team');
  // A process that ends during the appointment leaves it too, with no team in place.
  return processEnded && stagesLeft['tender-observation'] === undefined
    ? doesNotApply('ended-before-team')
    : achieved('team-before-acts');
};

const noActScheduled = (stagesLeft: MilestoneFacts['stagesLeft']): Judgement =>
  stagesLeft['tender-observation'] === undefined
    ? furtherTimeNeeded('no-act-scheduled-yet')
    : informationMissing('no-tender-act-on-record');

const actsWatched = ({ acts, stagesLeft, processEnded, dissolved }: MilestoneFacts): Judgement => {
  // An act that the authority obstructed is not held against the team.
  const due = acts.scheduled - acts.obstructed;
  const share = { numerator: acts.attended, denominator: due };
  if (acts.missed > 0) return notAchieved('acts-missed', share);
  if (stagesLeft['award-review'] === undefined && dissolved === true) {
    return notAchieved('dissolved-before-acts', share);
  }
  if (stagesLeft['award-review'] === undefined && !processEnded) {
    return furtherTimeNeeded('acts-to-come', share);
  }
  if (due === 0) {
    return informationMissing(acts.obstructed > 0 ? 'all-acts-obstructed' : 'no-act-scheduled', share);
  }
  return acts.attended === due ? achieved('acts-attended', share) : informationMissing('attendance-unknown', share);
};

const awardReviewedInTime = ({
  awardReportAdoptedAt,
  contractSignedAt,
  processEnded,
  dissolved,
}: MilestoneFacts): Judgement => {
  if (awardReportAdoptedAt === undefined && dissolved === true) return notAchieved('dissolved-before-award-report');
  if (awardReportAdoptedAt === undefined && processEnded) return doesNotApply('ended-before-award-review');
  if (contractSignedAt === undefined) {
    return awardReportAdoptedAt === undefined
      ? furtherTimeNeeded('award-report-awaited')
      : achieved('award-report-before-any-contract');
  }
  if (awardReportAdoptedAt === undefined) return notAchieved('contract-before-award-report');
  return awardReportAdoptedAt < contractSignedAt
    ? achieved('award-report-before-contract')
    : notAchieved('contract-before-award-report');
};

const irregularitiesAnswered = ({ escalations, stagesLeft }: MilestoneFacts): Judgement => {
  const share = { numerator: escalations.inTime, denominator: escalations.sent };
  if (escalations.late + escalations.lapsed > 0) return notAchieved('escalation-unanswered', share);
  if (escalations.sent > escalations.inTime) return furtherTimeNeeded('escalation-awaits-answer', share);
  if (escalations.sent > 0) return achieved('escalations-answered', share);
  return isOver(stagesLeft) ? doesNotApply('nothing-escalated') : furtherTimeNeeded('nothing-escalated-yet');
};

const irregularitiesRemedied = ({ remedies, escalations, stagesLeft }: MilestoneFacts): Judgement => {
  const answers = Object.values(remedies);
  const eliminated = answers.filter((remedy) => remedy === 'eliminated').length;
  const share = { numerator: eliminated, denominator: answers.length };
  if (escalations.sent > escalations.inTime + escalations.late) {
    return furtherTimeNeeded('escalation-awaits-answer', share);
  }
  if (eliminated < answers.length) return notAchieved('finding-not-remedied', share);
  if (answers.length > 0) return achieved('findings-remedied', share);
  return isOver(stagesLeft) ? doesNotApply('no-remedy-codes') : furtherTimeNeeded('no-remedy-codes-yet');
};

const reportOnTime = ({ finalReport }: MilestoneFacts): Judgement => {
  if (finalReport === undefined) return furtherTimeNeeded('report-awaited');
  return finalReport.late ? notAchieved('report-late') : achieved('report-in-time');
};

const recommendationsTakenUp = ({
  recommended = {},
  recommendations,
  finalReport,
  stagesLeft,
}: MilestoneFacts): Judgement => {
  const all = Object.values(recommended);
  const takenUp = all.filter((each) => each.takenUp).length;
  const share = { numerator: takenUp, denominator: all.length };
  if (all.some((each) => each.failed && !each.takenUp)) {
    return notAchieved('recommendation-not-taken-up', share);
  }
  if (finalReport === undefined && !isOver(stagesLeft)) {
    return furtherTimeNeeded('final-report-may-recommend', share);
  }
  if (all.length === 0) {
    return recommendations === 0 ? doesNotApply('nothing-recommended') : informationMissing('due-dates-not-kept');
  }
  return takenUp === all.length
    ? achieved('recommendations-taken-up', share)
    : furtherTimeNeeded('recommendation-not-due', share);
};

/**
 * Whether what was remedied and taken up still stands, the profile's months after the case was closed. What a follow-up or a later answer
 * takes back before somebody looked counts as well.
 */
const sustained = ({ stagesLeft, done = [], undone = [], sustainedCheck: check }: MilestoneFacts): Judgement => {
  if (!isOver(stagesLeft)) return furtherTimeNeeded('not-closed-yet');
  const denominator = done.length + undone.length;
  if (denominator === 0 && check?.checked !== true) return doesNotApply('nothing-to-sustain');
  const found = check?.undone ?? 0;
  const share = { numerator: Math.max(0, done.length - found), denominator };
  if (found + undone.length > 0) return notAchieved('something-undone', share);
  if (check?.checked === true) return achieved('still-stands', share);
  return check === undefined ? furtherTimeNeeded('months-running', share) : informationMissing('check-fell-due', share);
};

const isOver = (stagesLeft: MilestoneFacts['stagesLeft']): boolean => stagesLeft['final-report'] !== undefined;

const onTenderDates = ofTypesInStages(
  ['act.scheduled.v1', 'act.rescheduled.v1', 'act.cancelled.v1', 'act.held.v1'],
  ['tender-observation'],
);

export const effectivenessMilestones: readonly Milestone[] = [
  {
    id: 'E1',
    name: 'watch-in-place',
    dimension: 'effectiveness',
    source: STUDY,
    isProvenBy: (entry) =>
      (entry.type === 'stage.advanced.v1' && entry.data.from === 'appointment') || onTenderDates(entry),
    judge: watchInPlace,
  },
  {
    id: 'E2',
    name: 'acts-watched',
    dimension: 'effectiveness',
    source: `${STUDY}; OECD Recommendation on Public Procurement, VI-III`,
    isProvenBy: ofTypesInStages(
      [
        'act.scheduled.v1',
        'act.cancelled.v1',
        'act.attended.v1',
        'act.not-attended.v1',
        'act.account-corrected.v1',
        'committee.dissolved.v1',
      ],
      WATCHED_STAGES,
    ),
    judge: actsWatched,
  },
  {
    id: 'E3',
    name: 'award-reviewed-in-time',
    dimension: 'effectiveness',
    source: STUDY,
    isProvenBy: (entry) =>
      entry.type === 'contract.signed.v1' ||
      entry.type === 'committee.dissolved.v1' ||
      (entry.type === 'process.imported.v1' && entry.data.contractSignedAt !== undefined) ||
      (entry.type === 'process.changed.v1' &&
        entry.data.changes.some(({ pointer }) => pointer.startsWith('/contracts'))) ||
      (entry.type === 'report.adopted.v1' && entry.data.stage === 'award-review'),
    judge: awardReviewedInTime,
  },
  {
    id: 'E4',
    name: 'irregularities-answered',
    dimension: 'effectiveness',
    source: `${STUDY}; OECD Recommendation on Public Procurement, VI-III`,
    isProvenBy: ofTypes('escalation.sent.v1', 'escalation.answered.v1', 'escalation.lapsed.v1'),
    judge: irregularitiesAnswered,
  },
  {
    id: 'E5',
    name: 'irregularities-remedied',
    dimension: 'effectiveness',
    source: `${STUDY}; remedy codes of PROZORRO’s monitoring`,
    isProvenBy: ofTypes('escalation.answered.v1', 'escalation.answer-revised.v1'),
    judge: irregularitiesRemedied,
  },
  {
    id: 'E6',
    name: 'report-on-time',
    dimension: 'effectiveness',
    source: `${STUDY}; parameter publicationTerm of the profile`,
    isProvenBy: (entry) => entry.type === 'report.published.v1' && entry.data.stage === 'final-report',
    judge: reportOnTime,
  },
  {
    id: 'E7',
    name: 'recommendations-taken-up',
    dimension: 'effectiveness',
    source: `${STUDY}; administration’s response on six levels (Monithon)`,
    isProvenBy: ofTypes('recommendations.made.v1', 'recommendation.followed-up.v1', 'recommendation.overdue.v1'),
    judge: recommendationsTakenUp,
  },
  {
    id: 'E8',
    name: 'sustained',
    dimension: 'effectiveness',
    source: `${STUDY}: does it keep reaching its objectives over time; parameter sustainedTerm of the profile`,
    isProvenBy: (entry) =>
      ofTypes(
        'escalation.answered.v1',
        'escalation.answer-revised.v1',
        'recommendation.followed-up.v1',
        'sustained.fell-due.v1',
        'sustained.checked.v1',
      )(entry) ||
      (entry.type === 'stage.advanced.v1' && entry.data.to === 'closed'),
    judge: sustained,
  },
];
