import * as z from 'zod/mini';
import { inLanguage, LANGUAGES, type Language } from '../../domain/languages.ts';
import { ACHIEVED_WHEN } from '../../domain/milestones/achieved-when.ts';
import {
  codeDimensions,
  isOfTheseRules,
  type JudgedMilestone,
  judgeMilestones,
  milestonesStateSchema,
  NO_MILESTONES,
} from '../../domain/milestones/milestones.ts';
import { REPORT_FORMS } from '../../domain/milestones/report-forms.ts';
import { becauseIn } from '../../domain/milestones/words.ts';
import { ACHIEVEMENT_CODES, DIMENSIONS } from '../../events/vocabulary.ts';
import { type QueryPorts, query } from '../_http/operation.ts';
import { caseAtHand } from './case-at-hand.ts';

/** In which language the words of the house are; what people wrote stays in theirs. */
export const inWhichLanguage = z.strictObject({ language: z._default(z.enum(LANGUAGES), 'es') });

export const codingView = z.array(z.enum(ACHIEVEMENT_CODES));

export const milestoneView = z.strictObject({
  id: z.string(),
  name: z.string(),
  dimension: z.enum(DIMENSIONS),
  achievedWhen: z.string(),
  source: z.string(),
  judgement: z.discriminatedUnion('applies', [
    z.strictObject({ applies: z.literal(false), code: z.string(), because: z.string() }),
    z.strictObject({
      applies: z.literal(true),
      status: z.enum(ACHIEVEMENT_CODES),
      /** Why it stands as it does, or what it still waits for: as a code, and in words. */
      code: z.string(),
      because: z.string(),
      share: z.optional(z.strictObject({ numerator: z.int(), denominator: z.int() })),
      waitsFor: z.optional(z.array(z.enum(REPORT_FORMS))),
    }),
  ]),
  proof: z.strictObject({ total: z.int(), events: z.array(z.string()) }),
});

export interface MilestonesAtHand {
  /** The last event that was folded. */
  readonly version: number;
  readonly milestones: readonly JudgedMilestone[];
}

/** What the milestones of a case say, as far as they were folded. Those of older rules are being made anew, and say nothing until then. */
export const milestonesAtHand = async (
  { milestones }: Pick<QueryPorts, 'milestones'>,
  caseId: string,
): Promise<MilestonesAtHand> => {
  const stored = await milestones.milestones(caseId);
  const state = stored === undefined ? NO_MILESTONES : milestonesStateSchema.parse(JSON.parse(stored.state));
  const isCurrent = stored !== undefined && isOfTheseRules(state);
  return {
    version: isCurrent ? stored.version : 0,
    milestones: judgeMilestones(caseId, isCurrent ? state : NO_MILESTONES),
  };
};

export const shownMilestone = (
  { judgement, name, proof, ...milestone }: JudgedMilestone,
  language: Language,
): z.infer<typeof milestoneView> => {
  const said = { code: judgement.because, because: becauseIn(language, judgement) };
  return {
    ...milestone,
    name,
    achievedWhen: inLanguage(ACHIEVED_WHEN[name], language),
    judgement: judgement.applies
      ? {
          ...said,
          applies: true,
          status: judgement.status,
          ...(judgement.share === undefined ? {} : { share: judgement.share }),
          ...(judgement.waitsFor === undefined ? {} : { waitsFor: [...judgement.waitsFor] }),
        }
      : { ...said, applies: false },
    proof: { total: proof.total, events: [...proof.events] },
  };
};

export const readMilestones = query({
  function: 'assessment-api',
  name: 'read-milestones',
  path: '/cases/{case}/milestones',
  summary: 'Read what the events of a case prove of its effectiveness and its openness',
  query: inWhichLanguage,
  answers: z.strictObject({
    case: z.string(),
    /** The last event that was folded; it may be behind the case by what is still on its way. */
    version: z.int(),
    milestones: z.array(milestoneView),
    computed: z.strictObject({ effectiveness: codingView, openness: codingView }),
    coded: z.strictObject({ effectiveness: z.optional(codingView), openness: z.optional(codingView) }),
  }),
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const { head } = found;
    const { version, milestones } = await milestonesAtHand(ports, head.case);
    const { effectiveness, openness } = codeDimensions(milestones);
    return {
      body: {
        case: head.case,
        version,
        milestones: milestones.map((milestone) => shownMilestone(milestone, request.query.language)),
        computed: { effectiveness: [...effectiveness], openness: [...openness] },
        coded: head.codings,
      },
    };
  },
});
