import { type MilestoneFacts, WATCHED_STAGES } from './facts.ts';
import {
  achieved,
  byNothingYet,
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

const watchInPlace = ({ stagesLeft, tenderFirstActAt, processEnded }: MilestoneFacts): Judgement => {
  const leftAt = stagesLeft.appointment;
  if (leftAt === undefined) return furtherTimeNeeded('The team is still being appointed.');
  if (tenderFirstActAt === undefined) {
    return processEnded ? doesNotApply('The process ended before any act was scheduled.') : noActScheduled(stagesLeft);
  }
  if (leftAt >= tenderFirstActAt) return notAchieved('The first act of the tender came before the team was in place.');
  // A process that ends during the appointment leaves it too, with no team in place.
  return processEnded && stagesLeft['tender-observation'] === undefined
    ? doesNotApply('The process ended before a team was in place, and before its first act.')
    : achieved('The team was in place before the first act of the tender.');
};

const noActScheduled = (stagesLeft: MilestoneFacts['stagesLeft']): Judgement =>
  stagesLeft['tender-observation'] === undefined
    ? furtherTimeNeeded('No act of the tender is scheduled yet.')
    : informationMissing('No act of the tender is on record.');

const actsWatched = ({ acts, stagesLeft, processEnded, dissolved }: MilestoneFacts): Judgement => {
  // An act that the authority obstructed is not held against the team.
  const due = acts.scheduled - acts.obstructed;
  const share = { numerator: acts.attended, denominator: due };
  if (acts.missed > 0) return notAchieved(`${acts.missed} acts were missed.`, share);
  if (stagesLeft['award-review'] === undefined && dissolved === true) {
    return notAchieved('The committee was dissolved before the last act of tender and award.', share);
  }
  if (stagesLeft['award-review'] === undefined && !processEnded) {
    return furtherTimeNeeded('Acts of the tender and the award are still to come.', share);
  }
  if (due === 0) {
    return informationMissing(acts.obstructed > 0 ? 'Every act was obstructed.' : 'No act was scheduled.', share);
  }
  return acts.attended === due
    ? achieved('Every act was attended.', share)
    : informationMissing('It is not on record whether every act was attended.', share);
};

const awardReviewedInTime = ({
  awardReportAdoptedAt,
  contractSignedAt,
  processEnded,
  dissolved,
}: MilestoneFacts): Judgement => {
  if (awardReportAdoptedAt === undefined && dissolved === true)
    return notAchieved('The committee was dissolved before its report on the award was adopted.');
  if (awardReportAdoptedAt === undefined && processEnded)
    return doesNotApply('The process ended before its award was reviewed.');
  if (contractSignedAt === undefined) {
    return awardReportAdoptedAt === undefined
      ? furtherTimeNeeded('The report on the award is not adopted yet.')
      : achieved('The report on the award was adopted before any contract was signed.');
  }
  if (awardReportAdoptedAt === undefined)
    return notAchieved('The contract was signed before the report on the award was adopted.');
  return awardReportAdoptedAt < contractSignedAt
    ? achieved('The report on the award was adopted before the contract was signed.')
    : notAchieved('The contract was signed before the report on the award was adopted.');
};

const irregularitiesAnswered = ({ escalations, stagesLeft }: MilestoneFacts): Judgement => {
  const share = { numerator: escalations.inTime, denominator: escalations.sent };
  if (escalations.late + escalations.lapsed > 0)
    return notAchieved('An escalation was not answered within its term.', share);
  if (escalations.sent > escalations.inTime) return furtherTimeNeeded('An escalation awaits its answer.', share);
  if (escalations.sent > 0) return achieved('Every escalation was answered within its term.', share);
  return isOver(stagesLeft)
    ? doesNotApply('Nothing was escalated.')
    : furtherTimeNeeded('Nothing was escalated so far.');
};

const irregularitiesRemedied = ({ remedies, escalations, stagesLeft }: MilestoneFacts): Judgement => {
  const answers = Object.values(remedies);
  const eliminated = answers.filter((remedy) => remedy === 'eliminated').length;
  const share = { numerator: eliminated, denominator: answers.length };
  if (escalations.sent > escalations.inTime + escalations.late) {
    return furtherTimeNeeded('An escalation awaits its answer.', share);
  }
  if (eliminated < answers.length) return notAchieved('A finding was not remedied.', share);
  if (answers.length > 0) return achieved('Every finding with a remedy code is eliminated.', share);
  return isOver(stagesLeft)
    ? doesNotApply('No finding carries a remedy code.')
    : furtherTimeNeeded('No finding carries a remedy code so far.');
};

const reportOnTime = ({ finalReport }: MilestoneFacts): Judgement => {
  if (finalReport === undefined) return furtherTimeNeeded('The final report is not published yet.');
  return finalReport.late
    ? notAchieved('The final report was published after its term.')
    : achieved('The final report was published within its term.');
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
    return notAchieved('A recommendation had no concrete feedback by its due date.', share);
  }
  if (finalReport === undefined && !isOver(stagesLeft)) {
    return furtherTimeNeeded('The final report may recommend more.', share);
  }
  if (all.length === 0) {
    return recommendations === 0
      ? doesNotApply('No report recommends anything.')
      : informationMissing('The report was drafted before the due dates of recommendations were kept.');
  }
  return takenUp === all.length
    ? achieved('Every recommendation had concrete feedback by its due date.', share)
    : furtherTimeNeeded('A recommendation is not due yet.', share);
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
    achievedWhen: 'Appointment was left before the tender’s first act.',
    source: STUDY,
    isProvenBy: (entry) =>
      (entry.type === 'stage.advanced.v1' && entry.data.from === 'appointment') || onTenderDates(entry),
    judge: watchInPlace,
  },
  {
    id: 'E2',
    name: 'acts-watched',
    dimension: 'effectiveness',
    achievedWhen:
      'Every act of tender and award was attended; missed ones count as not achieved unless the authority obstructed.',
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
    achievedWhen: 'The award report was adopted before the contract was signed.',
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
    achievedWhen: 'Every escalation was answered within its term.',
    source: `${STUDY}; OECD Recommendation on Public Procurement, VI-III`,
    isProvenBy: ofTypes('escalation.sent.v1', 'escalation.answered.v1', 'escalation.lapsed.v1'),
    judge: irregularitiesAnswered,
  },
  {
    id: 'E5',
    name: 'irregularities-remedied',
    dimension: 'effectiveness',
    achievedWhen: 'Every finding with a remedy code is eliminated; the share is shown.',
    source: `${STUDY}; remedy codes of PROZORRO’s monitoring`,
    isProvenBy: ofTypes('escalation.answered.v1', 'escalation.answer-revised.v1'),
    judge: irregularitiesRemedied,
  },
  {
    id: 'E6',
    name: 'report-on-time',
    dimension: 'effectiveness',
    achievedWhen: 'The final report was published within the profile’s term.',
    source: `${STUDY}; parameter publicationTerm of the profile`,
    isProvenBy: (entry) => entry.type === 'report.published.v1' && entry.data.stage === 'final-report',
    judge: reportOnTime,
  },
  {
    id: 'E7',
    name: 'recommendations-taken-up',
    dimension: 'effectiveness',
    achievedWhen: 'Every recommendation reached at least concrete-feedback by its due date; the share is shown.',
    source: `${STUDY}; administration’s response on six levels (Monithon)`,
    isProvenBy: ofTypes('recommendations.made.v1', 'recommendation.followed-up.v1', 'recommendation.overdue.v1'),
    judge: recommendationsTakenUp,
  },
  {
    id: 'E8',
    name: 'sustained',
    dimension: 'effectiveness',
    achievedWhen: 'Follow-up after the profile’s months found nothing undone.',
    source: `${STUDY}: does it keep reaching its objectives over time`,
    isProvenBy: byNothingYet,
    judge: () => informationMissing('Not computed: follow-up after the case is not recorded yet.'),
  },
];
