import { type MilestoneFacts, NO_QUESTIONS, NO_TIPS, WATCHED_STAGES } from './facts.ts';
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

const STUDY = 'Cruz-Rubio 2020, Tables 4 and 7 (openness)';

const documentsAccessible = ({ documentAccess, stagesLeft, processEnded, dissolved }: MilestoneFacts): Judgement => {
  const results = Object.values(documentAccess);
  const applicable = results.filter((result) => result !== 'not-applicable');
  const obtained = applicable.filter((result) => result === 'obtained').length;
  const share = { numerator: obtained, denominator: applicable.length };
  if (obtained < applicable.length) return notAchieved('A document was incomplete, late or refused.', share);
  if (stagesLeft['award-review'] === undefined && !processEnded && dissolved !== true)
    return furtherTimeNeeded('The access checklists are not complete yet.', share);
  return applicable.length === 0
    ? informationMissing('No document was applicable.', share)
    : achieved('Every applicable document was obtained.', share);
};

const actsOpen = ({ acts, publicActs, stagesLeft, processEnded, dissolved }: MilestoneFacts): Judgement => {
  const share = { numerator: publicActs.admitted, denominator: publicActs.scheduled };
  if (acts.obstructed > 0) return notAchieved('An act was obstructed.', share);
  if (publicActs.notAdmitted > 0) return notAchieved('Citizens were not admitted to a public act.', share);
  if (stagesLeft['award-review'] === undefined && !processEnded && dissolved !== true)
    return furtherTimeNeeded('Acts are still to come.', share);
  if (publicActs.scheduled > publicActs.admitted)
    return informationMissing('It is not on record whether citizens were admitted to every public act.', share);
  return acts.scheduled === 0
    ? informationMissing('No act was scheduled.')
    : achieved('No act was obstructed, and citizens were admitted to the public ones.', share);
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
  if (numerator < denominator)
    return furtherTimeNeeded('Observations are sealed until the award or the end of their embargo.', share);
  if (denominator > 0) return achieved('Every observation that may be public is public.', share);
  return stagesLeft['final-report'] === undefined
    ? furtherTimeNeeded('No observation was filed so far.')
    : doesNotApply('No observation was filed that may be public.');
};

/** The door for tips is open from the first minute of a case; whether citizens are heard shows in the answers. */
const citizensHeard = ({ tips = NO_TIPS, stagesLeft }: MilestoneFacts): Judgement => {
  const { received, inTime, late, overdue } = tips;
  const share = { numerator: inTime, denominator: received };
  if (late + overdue > 0) return notAchieved('A tip was not answered within its term.', share);
  if (received > inTime) return furtherTimeNeeded('A tip awaits its answer.', share);
  if (received > 0) return achieved('Every tip was answered within its term, with a code and a reason.', share);
  return stagesLeft['final-report'] === undefined
    ? furtherTimeNeeded('Nobody sent a tip so far.')
    : doesNotApply('Nobody sent a tip.');
};

const authorityAnswers = ({ questions = NO_QUESTIONS, stagesLeft }: MilestoneFacts): Judgement => {
  const { asked, inTime, late, overdue } = questions;
  const share = { numerator: inTime, denominator: asked };
  if (late + overdue > 0) return notAchieved('A question was not answered within its term.', share);
  if (asked > inTime) return furtherTimeNeeded('A question awaits its answer.', share);
  if (asked > 0) return achieved('Every question was answered within its term.', share);
  return stagesLeft['final-report'] === undefined
    ? furtherTimeNeeded('No question was asked so far.')
    : doesNotApply('No question was asked.');
};

const notComputed = (what: string) => (): Judgement => informationMissing(`Not computed: ${what}`);

export const opennessMilestones: readonly Milestone[] = [
  {
    id: 'O1',
    name: 'documents-accessible',
    dimension: 'openness',
    achievedWhen: 'Every applicable document of the access checklists was obtained, complete and in time.',
    source: `${STUDY}; OECD Recommendation on Public Procurement, VI-III`,
    isProvenBy: ofTypes('document-access.checked.v1'),
    judge: documentsAccessible,
  },
  {
    id: 'O2',
    name: 'acts-open',
    dimension: 'openness',
    achievedWhen: 'No act was obstructed, and citizens were admitted where the profile says public.',
    source: `${STUDY}; parameter publicActs of the profile`,
    isProvenBy: ofTypesInStages(['act.attended.v1', 'act.not-attended.v1', 'act.account-corrected.v1'], WATCHED_STAGES),
    judge: actsOpen,
  },
  {
    id: 'O3',
    name: 'published-as-it-happens',
    dimension: 'openness',
    achievedWhen: 'Every observation is public within the profile’s days of its filing or of its embargo’s end.',
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
    achievedWhen: 'Tips are open, and each is answered with a code and a reason in time.',
    source: `${STUDY}; OECD Recommendation on Public Procurement, VI-III`,
    isProvenBy: ofTypes('tip.received.v1', 'tip.answered.v1', 'tip.overdue.v1'),
    judge: citizensHeard,
  },
  {
    id: 'O5',
    name: 'authority-answers',
    dimension: 'openness',
    achievedWhen: 'Every question was answered in time.',
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
    achievedWhen: 'The final report is public as page, PDF and data (OCDS), under an open licence.',
    source: `${STUDY}; Open Contracting Data Standard`,
    isProvenBy: byNothingYet,
    judge: notComputed(
      'the report is public as page and data; its PDF, its data as OCDS and an open licence are missing.',
    ),
  },
  {
    id: 'O7',
    name: 'participation-scope',
    dimension: 'openness',
    achievedWhen: 'The level of the IAP2 spectrum that the case claims is evidenced.',
    source: 'IAP2 spectrum of public participation; Cruz-Rubio 2020, Table 6',
    isProvenBy: byNothingYet,
    judge: notComputed('no level of participation is claimed on record yet.'),
  },
];
