import { type MilestoneFacts, NO_QUESTIONS, NO_TIPS, WATCHED_STAGES } from './facts.ts';
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
import { FORMS_SERVED, REPORT_FORMS } from './report-forms.ts';

const STUDY = 'Cruz-Rubio 2020, Tables 4 and 7 (openness)';

const documentsAccessible = ({ documentAccess, stagesLeft, processEnded, dissolved }: MilestoneFacts): Judgement => {
  const results = Object.values(documentAccess);
  const applicable = results.filter((result) => result !== 'not-applicable');
  const obtained = applicable.filter((result) => result === 'obtained').length;
  const share = { numerator: obtained, denominator: applicable.length };
  if (obtained < applicable.length) return notAchieved('document-lacking', share);
  if (stagesLeft['award-review'] === undefined && !processEnded && dissolved !== true)
    return furtherTimeNeeded('checklists-incomplete', share);
  return applicable.length === 0
    ? informationMissing('no-document-applicable', share)
    : achieved('documents-obtained', share);
};

const actsOpen = ({ acts, publicActs, stagesLeft, processEnded, dissolved }: MilestoneFacts): Judgement => {
  const share = { numerator: publicActs.admitted, denominator: publicActs.scheduled };
  if (acts.obstructed > 0) return notAchieved('act-obstructed', share);
  if (publicActs.notAdmitted > 0) return notAchieved('citizens-not-admitted', share);
  if (stagesLeft['award-review'] === undefined && !processEnded && dissolved !== true)
    return furtherTimeNeeded('acts-to-come', share);
  if (publicActs.scheduled > publicActs.admitted) return informationMissing('admission-unknown', share);
  return acts.scheduled === 0 ? informationMissing('no-act-scheduled') : achieved('acts-open', share);
};

/**
 * Public observations are so from their filing, and embargoed ones from the award or the end of a process that will have none; those
 * that protect a person are not counted.
 */
const publishedAsItHappens = (facts: MilestoneFacts): Judgement => {
  const { observations, awardRecorded, processEnded, stagesLeft } = facts;
  const extended = Object.keys(facts.embargoes ?? {}).length;
  const denominator = observations.public + observations.afterAward;
  const numerator = observations.public + (awardRecorded || processEnded ? observations.afterAward - extended : 0);
  const share = { numerator, denominator };
  if (numerator < denominator) return furtherTimeNeeded('observations-sealed', share);
  if (denominator > 0) return achieved('observations-public', share);
  return stagesLeft['final-report'] === undefined
    ? furtherTimeNeeded('no-observation-yet')
    : doesNotApply('no-public-observation');
};

/** The door for tips is open from the first minute of a case; whether citizens are heard shows in the answers. */
const citizensHeard = ({ tips = NO_TIPS, stagesLeft }: MilestoneFacts): Judgement => {
  const { received, inTime, late, overdue } = tips;
  const share = { numerator: inTime, denominator: received };
  if (late + overdue > 0) return notAchieved('tip-unanswered', share);
  if (received > inTime) return furtherTimeNeeded('tip-awaits-answer', share);
  if (received > 0) return achieved('tips-answered', share);
  return stagesLeft['final-report'] === undefined ? furtherTimeNeeded('no-tip-yet') : doesNotApply('no-tip');
};

const authorityAnswers = ({ questions = NO_QUESTIONS, stagesLeft }: MilestoneFacts): Judgement => {
  const { asked, inTime, late, overdue } = questions;
  const share = { numerator: inTime, denominator: asked };
  if (late + overdue > 0) return notAchieved('question-unanswered', share);
  if (asked > inTime) return furtherTimeNeeded('question-awaits-answer', share);
  if (asked > 0) return achieved('questions-answered', share);
  return stagesLeft['final-report'] === undefined ? furtherTimeNeeded('no-question-yet') : doesNotApply('no-question');
};

/**
 * The final report as page, PDF and data, under an open licence. What the house does not serve yet is named as what the milestone waits
 * for: nothing is held against the case.
 */
const reportOpen = ({ finalReport }: MilestoneFacts): Judgement => {
  const awaited = REPORT_FORMS.filter((form) => !FORMS_SERVED.includes(form));
  const denominator = REPORT_FORMS.length;
  if (finalReport === undefined) return furtherTimeNeeded('report-awaited', { numerator: 0, denominator });
  const share = { numerator: denominator - awaited.length, denominator };
  if (awaited.length === 0) return achieved('report-open', share);
  return { applies: true, status: 'furtherTimeNeeded', because: 'report-forms-awaited', share, waitsFor: awaited };
};

/** A level is claimed by the coordinator. What proves it can be looked up by anybody; interviews alone cannot. */
const participationScope = ({ participation, stagesLeft }: MilestoneFacts): Judgement => {
  if (participation === undefined) {
    return stagesLeft['final-report'] === undefined
      ? furtherTimeNeeded('no-level-claimed-yet')
      : informationMissing('no-level-claimed');
  }
  return participation.checkable > 0 ? achieved('level-evidenced') : informationMissing('level-told-by-interviews');
};

export const opennessMilestones: readonly Milestone[] = [
  {
    id: 'O1',
    name: 'documents-accessible',
    dimension: 'openness',
    source: `${STUDY}; OECD Recommendation on Public Procurement, VI-III`,
    isProvenBy: ofTypes('document-access.checked.v1'),
    judge: documentsAccessible,
  },
  {
    id: 'O2',
    name: 'acts-open',
    dimension: 'openness',
    source: `${STUDY}; parameter publicActs of the profile`,
    isProvenBy: ofTypesInStages(['act.attended.v1', 'act.not-attended.v1', 'act.account-corrected.v1'], WATCHED_STAGES),
    judge: actsOpen,
  },
  {
    id: 'O3',
    name: 'published-as-it-happens',
    dimension: 'openness',
    source: STUDY,
    isProvenBy: ofTypes(
      'observation.filed.v1',
      'award.recorded.v1',
      'process.ended.v1',
      'embargo.extended.v1',
      'embargo.ended.v1',
      'observation.released.v1',
    ),
    judge: publishedAsItHappens,
  },
  {
    id: 'O4',
    name: 'citizens-heard',
    dimension: 'openness',
    source: `${STUDY}; OECD Recommendation on Public Procurement, VI-III`,
    isProvenBy: ofTypes('tip.received.v1', 'tip.answered.v1', 'tip.overdue.v1'),
    judge: citizensHeard,
  },
  {
    id: 'O5',
    name: 'authority-answers',
    dimension: 'openness',
    source: `${STUDY}; parameter questionAnswerTerm of the profile`,
    isProvenBy: (entry) =>
      ofTypes('question.asked.v1', 'question.answered.v1', 'answer.overdue.v1')(entry) &&
      'to' in entry.data &&
      entry.data.to === 'contracting-authority',
    judge: authorityAnswers,
  },
  {
    id: 'O6',
    name: 'report-open',
    dimension: 'openness',
    source: `${STUDY}; Open Contracting Data Standard`,
    isProvenBy: (entry) => entry.type === 'report.published.v1' && entry.data.stage === 'final-report',
    judge: reportOpen,
  },
  {
    id: 'O7',
    name: 'participation-scope',
    dimension: 'openness',
    source: 'IAP2 spectrum of public participation; Cruz-Rubio 2020, Table 6',
    isProvenBy: ofTypes('participation.claimed.v1'),
    judge: participationScope,
  },
];
