import * as z from 'zod/mini';
import type { Statement } from '../../domain/assessment/assessment-state.ts';
import { writtenJudgement } from '../../domain/assessment/evidence.ts';
import { VERDICTS } from '../../domain/assessment/verdict.ts';
import type { Content } from '../../events/record.ts';
import { instant } from '../../events/shapes.ts';
import {
  FACTOR_PRESENCES,
  PARTICIPATION_LEVELS,
  ROLES,
  SUCCESS_DIMENSIONS,
  SUCCESS_FACTORS,
  SUSTAINMENTS,
} from '../../events/vocabulary.ts';
import { codingView, milestoneView } from './milestone-queries.ts';

/** The shape of an assessment as everybody reads it. */

/** Who judged, when, and in which event. */
const made = { event: z.string(), statedAt: instant, by: z.string(), role: z.enum(ROLES) };

/** What the judgement that holds rests on, as it was written. */
const written = {
  reasons: z.optional(z.string()),
  evidence: z.strictObject({
    events: z.array(z.string()),
    documents: z.array(z.string()),
    interviews: z.array(z.strictObject({ with: z.string(), on: z.string(), said: z.string() })),
  }),
};

/** The judgement that holds with all that was written, and those before it, first to last: nothing is overwritten. */
const judgements = <Said extends z.core.$ZodShape>(said: Said) => ({
  holds: z.optional(z.strictObject({ ...said, ...made, ...written })),
  superseded: z.array(z.strictObject({ ...said, ...made })),
});

const verdictOfOne = z.enum(['successful', 'notSuccessful', 'open']);
const dimensionVerdict = z.strictObject({
  computed: codingView,
  assessed: codingView,
  /** The coding that counts for the verdict; empty where the two exclude one another. */
  counts: codingView,
  of: z.enum(['computation', 'assessor']),
  contested: z.boolean(),
});

export const assessmentView = z.strictObject({
  case: z.string(),
  /** The last event that the milestones have seen. */
  version: z.int(),
  verdict: z.strictObject({
    verdict: z.enum(VERDICTS),
    says: z.string(),
    byComputation: verdictOfOne,
    byAssessors: verdictOfOne,
    dimensions: z.strictObject({ effectiveness: dimensionVerdict, openness: dimensionVerdict }),
  }),
  dimensions: z.array(
    z.strictObject({
      dimension: z.enum(SUCCESS_DIMENSIONS),
      title: z.string(),
      asks: z.string(),
      weight: z.enum(['mandatory', 'complementary']),
      /** What the events prove; people alone code the complementary dimensions. */
      computed: z.optional(codingView),
      /** Whether the coding that holds confirms the computed one; absent where there are not both. */
      confirmed: z.optional(z.boolean()),
      ...judgements({ codes: codingView, says: z.string() }),
    }),
  ),
  factors: z.array(
    z.strictObject({
      factor: z.enum(SUCCESS_FACTORS),
      title: z.string(),
      ...judgements({ presence: z.enum(FACTOR_PRESENCES) }),
    }),
  ),
  participation: z.strictObject(judgements({ level: z.enum(PARTICIPATION_LEVELS), says: z.string() })),
  sustained: z.strictObject({
    /** From when on it is asked whether what was achieved still stands; absent while the case is not closed. */
    dueAt: z.optional(instant),
    ...judgements({ result: z.enum(SUSTAINMENTS) }),
  }),
  milestones: z.array(milestoneView),
});

export interface Judged {
  readonly caseId: string;
  readonly statements: readonly Statement[];
  readonly content: (version: number) => Content['body'] | undefined;
}

const eventOf = (caseId: string, version: number): string => `${caseId}@${version}`;

const writtenIn = (caseId: string, body: Content['body'] | undefined) => {
  const { data } = writtenJudgement.safeParse(body);
  const { events = [], documents = [], interviews = [] } = data?.evidence ?? {};
  return {
    ...(data === undefined ? {} : { reasons: data.reasons }),
    evidence: { events: events.map((version) => eventOf(caseId, version)), documents, interviews },
  };
};

/** The judgement that holds and those that it supersedes; `show` says what was said. What says nothing of the kind is left out. */
export const shownJudgements = <Said extends object>(
  { caseId, statements, content }: Judged,
  show: (says: Statement['says']) => Said | undefined,
) => {
  const shown = statements.flatMap(({ recordedIn, says, statedAt, by, role }) => {
    const said = show(says);
    return said === undefined
      ? []
      : [{ version: recordedIn, is: { ...said, event: eventOf(caseId, recordedIn), statedAt, by, role } }];
  });
  const last = shown.at(-1);
  return {
    ...(last === undefined ? {} : { holds: { ...last.is, ...writtenIn(caseId, content(last.version)) } }),
    superseded: shown.slice(0, -1).map(({ is }) => is),
  };
};

/** The first of what was said that is a word of a list. */
export const wordAmong =
  <Word extends string, Said extends object>(words: readonly Word[], show: (word: Word) => Said) =>
  (says: Statement['says']): Said | undefined => {
    const word = words.find((each) => says.some((said) => said === each));
    return word === undefined ? undefined : show(word);
  };
