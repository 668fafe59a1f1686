import { ACHIEVEMENT_CODES, type AchievementCode, type InstrumentId, type Stage } from '../../events/vocabulary.ts';
import { type Verdict, weigh } from '../assessment/verdict.ts';
import { SUCCESS_DIMENSIONS, type SuccessDimension } from '../initiatives/framework.ts';
import { codeDimensions, judgeMilestones, NO_MILESTONES } from '../milestones/milestones.ts';
import { type Counters, monthOf, sumOf } from './measures.ts';
import { progressOf } from './progress.ts';
import type { WatchState } from './watch-state.ts';

/** How a dimension came to be coded: computed from the events of a case, or by people. Neither hides the other. */
export const CODED_BY = ['computed', 'people'] as const;
type CodedBy = (typeof CODED_BY)[number];

export type Codings = Readonly<Partial<Record<SuccessDimension, readonly AchievementCode[]>>>;

/** What the events of a case prove, as far as anybody may know it: effectiveness and openness. People alone code the others. */
export const computedCodings = (caseId: string, { facts }: Pick<WatchState, 'facts'>): Codings =>
  codeDimensions(judgeMilestones(caseId, { ...NO_MILESTONES, facts }));

/** What the codings say of the case, by the one rule of the domain: of both together, of the events alone, and of people alone. */
const verdictsOf = (codings: Readonly<Record<CodedBy, Codings>>): readonly string[] => {
  const mandatory = ({ effectiveness = [], openness = [] }: Codings) => ({ effectiveness, openness });
  const { verdict, byComputation, byAssessors } = weigh(mandatory(codings.computed), mandatory(codings.people));
  return [verdictName('whole', verdict), verdictName('computed', byComputation), verdictName('people', byAssessors)];
};

/** The name of a counter of the scoreboard: how many cases bear a code in a dimension. */
export const cellName = (dimension: SuccessDimension, by: CodedBy, code: AchievementCode | 'notAssessed'): string =>
  `${dimension}.${by}.${code}`;

/** The name of a counter of the scoreboard: how many cases came to a verdict. */
export const verdictName = (by: CodedBy | 'whole', verdict: Verdict): string => `verdict.${by}.${verdict}`;

/** The names of counters of the scoreboard: how many cases are in a stage, and under an instrument. */
export const stageName = (stage: Stage): string => `stage.${stage}`;
export const instrumentName = (instrument: InstrumentId): string => `instrument.${instrument}`;

/** What one case counts for on the scoreboard, wherever it stands. */
export const scoreOf = (caseId: string, state: WatchState): Counters => {
  const codings: Readonly<Record<CodedBy, Codings>> = {
    computed: computedCodings(caseId, state),
    people: state.coded,
  };
  const cells = CODED_BY.flatMap((by) =>
    SUCCESS_DIMENSIONS.flatMap((dimension) => {
      const codes = codings[by][dimension] ?? [];
      return codes.length === 0
        ? [cellName(dimension, by, 'notAssessed')]
        : codes.map((code) => cellName(dimension, by, code));
    }),
  );
  const stage = state.stages.at(-1)?.stage ?? 'appointment';
  const closed = stage === 'closed' ? ['closed'] : [];
  const examples = state.example === true ? ['examples'] : [];
  const kind = [stageName(stage), instrumentName(state.instrument)];
  const once = ['cases', ...examples, ...closed, ...kind, ...verdictsOf(codings), ...cells].map(
    (name) => [name, 1] as const,
  );
  const score: Counters = Object.fromEntries(once);
  return { ...wholeOf(state), ...progressOf(state), ...score };
};

/** What one case counts for in all its months together. */
const wholeOf = (state: WatchState): Counters => Object.values(monthsOf(state)).reduce<Counters>(sumOf, {});

/** What one case counts for month by month: its opening and silence in the month of its opening, the rest when it was asked. */
export const monthsOf = ({
  openedAt,
  example,
  months,
  silent,
  everSilent,
}: WatchState): Readonly<Record<string, Counters>> => {
  const month = monthOf(openedAt);
  const own: Counters = {
    cases: 1,
    ...(example === true ? { examples: 1 } : {}),
    ...(silent ? { silent: 1 } : {}),
    ...(everSilent ? { everSilent: 1 } : {}),
  };
  return { ...months, [month]: sumOf(months[month] ?? {}, own) };
};

/** How many cases bear each code, out of how many: a coding is a set, so that the numbers may come to more than `of`. */
export type Tally = { readonly of: number } & Readonly<Record<AchievementCode | 'notAssessed', number>>;

/** The numbers of a cell of the scoreboard. */
export const tallyIn = (counters: Counters, dimension: SuccessDimension, by: CodedBy): Tally => {
  const number = (code: AchievementCode | 'notAssessed') => counters[cellName(dimension, by, code)] ?? 0;
  const [achieved, notAchieved, informationMissing, furtherTimeNeeded] = ACHIEVEMENT_CODES;
  return {
    of: counters['cases'] ?? 0,
    achieved: number(achieved),
    notAchieved: number(notAchieved),
    informationMissing: number(informationMissing),
    furtherTimeNeeded: number(furtherTimeNeeded),
    notAssessed: number('notAssessed'),
  };
};

export const GROUPINGS = ['instrument', 'authority', 'territory'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Where a case is counted: its authority is as its official data name it, and its territory that of its profile. */
export interface Place {
  readonly instrument: InstrumentId;
  readonly authority: string;
  readonly territory: string;
}

/** Of a case whose profile rules anywhere. */
export const TERRITORY_UNSTATED = 'unstated';
