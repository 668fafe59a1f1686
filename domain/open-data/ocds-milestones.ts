import type { JsonObject } from '../../events/shapes.ts';
import type { AchievementCode, ActKind, Stage } from '../../events/vocabulary.ts';
import { inLanguage, type Language } from '../languages.ts';
import { ACHIEVED_WHEN } from '../milestones/achieved-when.ts';
import { judgeMilestones } from '../milestones/milestones.ts';
import { becauseIn } from '../milestones/words.ts';
import { profileOf } from '../profiles/profiles.ts';
import { mayReadVisit } from '../reading/may-read.ts';
import { publicationDueAt } from '../reports/publish-report.ts';
import type { SubjectOf } from '../state.ts';
import { titleIn } from './codelists.ts';
import { type PublicSight, present, thingsOf } from './section.ts';

/** What happened and is to happen, in the milestone blocks of the standard: types and statuses are of its own code lists. */
export interface OcdsMilestones {
  readonly tender: readonly JsonObject[];
  readonly signing: readonly JsonObject[];
  readonly implementation: readonly JsonObject[];
}

const TYPE_OF_ACT: Readonly<Record<ActKind, string>> = {
  'call-for-tenders': 'engagement',
  'clarification-meeting': 'engagement',
  'site-visit': 'engagement',
  'bid-opening': 'assessment',
  'technical-evaluation': 'assessment',
  'economic-evaluation': 'assessment',
  'award-ruling': 'approval',
  'contract-signing': 'approval',
};

export const composeMilestones = (
  sight: PublicSight,
  { language, hasContract }: { readonly language: Language; readonly hasContract: boolean },
): OcdsMilestones => {
  const acts = thingsOf(sight, 'act');
  const signing = acts.filter(({ act }) => hasContract && act === 'contract-signing');
  const reports = thingsOf(sight, 'report');
  const ofWorks = reports.filter(({ stage }) => hasContract && IN_IMPLEMENTATION.includes(stage));
  const report = (each: SubjectOf<'report'>): JsonObject => milestoneOfReport(each, sight, language);
  return {
    tender: [
      ...acts.filter((act) => !signing.includes(act)).map((act) => milestoneOfAct(act, sight, language)),
      ...reports.filter((each) => !ofWorks.includes(each)).map(report),
      ...judgedMilestones(sight),
    ],
    signing: signing.map((act) => milestoneOfAct(act, sight, language)),
    implementation: [
      ...(mayReadVisit(sight) ? thingsOf(sight, 'visit') : []).map((visit) => milestoneOfVisit(visit, sight, language)),
      ...ofWorks.map(report),
    ],
  };
};

const IN_IMPLEMENTATION: readonly Stage[] = ['implementation-monitoring', 'final-report', 'closed'];

/** That it took place; who of the team was there stands in the extension. An act that was missed or obstructed was held all the same. */
const milestoneOfAct = (act: SubjectOf<'act'>, { head }: PublicSight, language: Language): JsonObject => {
  const isHeld = act.accounted !== 'awaited' && act.accounted !== 'cancelled';
  return present({
    id: `${head.case}-${act.id}`,
    title: titleIn('actType', act.act, language),
    type: TYPE_OF_ACT[act.act],
    code: act.act,
    dueDate: act.heldAt,
    dateMet: isHeld ? (act.endedAt ?? act.beganAt ?? act.heldAt) : undefined,
    status: isHeld ? 'met' : STATUS_BEFORE[act.accounted === 'cancelled' ? 'cancelled' : 'awaited'],
  });
};

const STATUS_BEFORE = { awaited: 'scheduled', cancelled: 'notMet' } as const;

const milestoneOfVisit = (
  { id, plannedAt, outcome }: SubjectOf<'visit'>,
  { head }: PublicSight,
  language: Language,
): JsonObject =>
  present({
    id: `${head.case}-${id}`,
    title: titleIn('observationType', 'site-visit', language),
    type: 'delivery',
    code: 'site-visit',
    dueDate: plannedAt,
    dateMet: outcome === 'done' ? plannedAt : undefined,
    status: STATUS_OF_VISIT[outcome ?? 'planned'],
  });

const STATUS_OF_VISIT = { planned: 'scheduled', done: 'met', excused: 'notMet' } as const;

const milestoneOfReport = (
  { id, stage, publishedAt }: SubjectOf<'report'>,
  { head, now }: PublicSight,
  language: Language,
): JsonObject =>
  present({
    id: `${head.case}-${id}`,
    title: `${titleIn('documentType', documentTypeOf(stage, head.instrument), language)}: ${titleIn('oversightStage', stage, language)}`,
    type: 'reporting',
    code: `report-${stage}`,
    dueDate: stage === 'final-report' ? publicationDueAt({ head, profile: profileOf(head.profile), now }) : undefined,
    dateMet: publishedAt,
    status: publishedAt === undefined ? 'scheduled' : 'met',
  });

/** The final report of a pact is the testimony of its witnesses. */
export const documentTypeOf = (
  stage: Stage,
  instrument: PublicSight['head']['instrument'],
): 'oversightReport' | 'oversightTestimony' =>
  stage === 'final-report' && instrument === 'integrity-pact' ? 'oversightTestimony' : 'oversightReport';

/** What cannot be told for want of information has no status in the standard’s closed list: it is left out, and the extension says why. */
const STATUS_OF_CODE: Readonly<Record<AchievementCode, string | undefined>> = {
  achieved: 'met',
  notAchieved: 'notMet',
  furtherTimeNeeded: 'scheduled',
  informationMissing: undefined,
};

/** The milestones of effectiveness and openness that apply. */
const judgedMilestones = ({ head, recorded, now }: PublicSight): readonly JsonObject[] =>
  judgeMilestones(head.case, recorded.milestones).flatMap(({ id, name, judgement }) =>
    judgement.applies
      ? [
          present({
            id: `${head.case}-${id}`,
            title: name,
            type: 'assessment',
            code: id,
            description: `${inLanguage(ACHIEVED_WHEN[name], 'en')} ${becauseIn('en', judgement)}`,
            dateModified: now,
            status: STATUS_OF_CODE[judgement.status],
          }),
        ]
      : [],
  );
