import {
  codingOf,
  factorThing,
  PARTICIPATION,
  type Statement,
  SUSTAINED,
} from '../../domain/assessment/assessment-state.ts';
import { type Coding, inOrder, isSame } from '../../domain/assessment/coding.ts';
import { type Codings, weigh } from '../../domain/assessment/verdict.ts';
import {
  CODE_WORDS,
  DIMENSION_WORDS,
  FACTOR_TITLES,
  LEVEL_TITLES,
  VERDICT_WORDS,
} from '../../domain/assessment/words.ts';
import { inLanguage, type Language, type Words } from '../../domain/languages.ts';
import { codeDimensions } from '../../domain/milestones/milestones.ts';
import { type Head, type Subjects, subjectOf } from '../../domain/state.ts';
import type { Content } from '../../events/record.ts';
import {
  ACHIEVEMENT_CODES,
  FACTOR_PRESENCES,
  PARTICIPATION_LEVELS,
  SUCCESS_DIMENSIONS,
  SUCCESS_FACTORS,
  SUSTAINMENTS,
  type SuccessDimension,
} from '../../events/vocabulary.ts';
import { type QueryOperation, type QueryPorts, type QueryRequest, query } from '../_http/operation.ts';
import { assessmentView, type Judged, shownJudgements, wordAmong } from './assessment-view.ts';
import { caseAtHand, subjectsAtHand } from './case-at-hand.ts';
import { inWhichLanguage, milestonesAtHand, readMilestones, shownMilestone } from './milestone-queries.ts';
import { readableContents } from './readable-contents.ts';
import { readerOf } from './reader.ts';

const THINGS = [...SUCCESS_DIMENSIONS.map(codingOf), ...SUCCESS_FACTORS.map(factorThing), PARTICIPATION, SUSTAINED];

const statementsIn = (things: Subjects, id: string): readonly Statement[] =>
  subjectOf(things, 'assessment', id)?.statements ?? [];

const codesIn = (says: Statement['says']): Coding => ACHIEVEMENT_CODES.filter((code) => says.includes(code));

/** What an assessor says of the mandatory dimensions, also in records from before a coding was a thing of its own. */
const assessedOf = ({ codings }: Head): Codings => ({
  effectiveness: inOrder(codings.effectiveness ?? []),
  openness: inOrder(codings.openness ?? []),
});

/** What was written with the judgements that hold, as far as the reader may read it: a check can name what a seal covers. */
const contentsOf = async (
  ports: QueryPorts,
  { head, things, caller }: { head: Head; things: Subjects; caller: QueryRequest<unknown>['caller'] },
): Promise<ReadonlyMap<number, Content>> => {
  const versions = THINGS.flatMap((id) => statementsIn(things, id).at(-1)?.recordedIn ?? []);
  const pages = versions.map((version) => ports.cases.entries({ case: head.case, after: version - 1, limit: 1 }));
  const events = (await Promise.all(pages)).flatMap(({ items }) => items);
  return readableContents(ports, { head, events, reader: readerOf(caller) });
};

type Say = (words: Words) => string;

const shownDimension =
  (say: Say, computed: Codings, judged: (id: string) => Judged) => (dimension: SuccessDimension) => {
    const { title, asks } = DIMENSION_WORDS[dimension];
    const mandatory = dimension === 'effectiveness' || dimension === 'openness' ? computed[dimension] : undefined;
    const of = judged(codingOf(dimension));
    const last = of.statements.at(-1);
    return {
      dimension,
      title: say(title),
      asks: say(asks),
      weight: mandatory === undefined ? ('complementary' as const) : ('mandatory' as const),
      ...(mandatory === undefined ? {} : { computed: [...mandatory] }),
      ...(mandatory === undefined || last === undefined ? {} : { confirmed: isSame(mandatory, codesIn(last.says)) }),
      ...shownJudgements(of, (says) => {
        const codes = codesIn(says);
        return { codes: [...codes], says: codes.map((code) => say(CODE_WORDS[code])).join('; ') };
      }),
    };
  };

const shownVerdict = (say: Say, computed: Codings, assessed: Codings) => {
  const { dimensions, ...verdict } = weigh(computed, assessed);
  const shown = (dimension: keyof Codings) => {
    const { computed: events, assessed: people, counts, ...rest } = dimensions[dimension];
    return { ...rest, computed: [...events], assessed: [...people], counts: [...counts] };
  };
  return {
    ...verdict,
    says: say(VERDICT_WORDS[verdict.verdict]),
    dimensions: { effectiveness: shown('effectiveness'), openness: shown('openness') },
  };
};

const sayIn =
  (language: Language): Say =>
  (words) =>
    inLanguage(words, language);

const readAssessment = query({
  function: 'assessment-api',
  name: 'read-assessment',
  path: '/cases/{case}/assessment',
  summary:
    'Read whether the oversight of a case worked and was open: milestones, computed codings, those of assessors beside them with all that they superseded, factors of success, and the verdict',
  query: inWhichLanguage,
  answers: assessmentView,
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const { head } = found;
    const [{ version, milestones }, things] = await Promise.all([
      milestonesAtHand(ports, head.case),
      subjectsAtHand(ports, head.case, THINGS),
    ]);
    const contents = await contentsOf(ports, { head, things, caller: request.caller });
    const say = sayIn(request.query.language);
    const judged = (id: string): Judged => ({
      caseId: head.case,
      statements: statementsIn(things, id),
      content: (recordedIn) => contents.get(recordedIn)?.body,
    });
    const computed = codeDimensions(milestones);
    return {
      body: {
        case: head.case,
        version,
        verdict: shownVerdict(say, computed, assessedOf(head)),
        dimensions: SUCCESS_DIMENSIONS.map(shownDimension(say, computed, judged)),
        factors: SUCCESS_FACTORS.map((factor) => ({
          factor,
          title: say(FACTOR_TITLES[factor]),
          ...shownJudgements(
            judged(factorThing(factor)),
            wordAmong(FACTOR_PRESENCES, (presence) => ({ presence })),
          ),
        })),
        participation: shownJudgements(
          judged(PARTICIPATION),
          wordAmong(PARTICIPATION_LEVELS, (level) => ({ level, says: say(LEVEL_TITLES[level]) })),
        ),
        sustained: {
          ...(head.sustained === undefined ? {} : { dueAt: head.sustained.dueAt }),
          ...shownJudgements(
            judged(SUSTAINED),
            wordAmong(SUSTAINMENTS, (result) => ({ result })),
          ),
        },
        milestones: milestones.map((milestone) => shownMilestone(milestone, request.query.language)),
      },
    };
  },
});

/** What assessment-api reads. */
export const ASSESSMENT_QUERIES: readonly QueryOperation[] = [readMilestones, readAssessment];
