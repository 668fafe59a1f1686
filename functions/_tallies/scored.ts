import { VERDICTS, type Verdict } from '../../domain/assessment/verdict.ts';
import { SUCCESS_DIMENSIONS, type SuccessDimension } from '../../domain/initiatives/framework.ts';
import { instrumentName, stageName, tallyIn, verdictName } from '../../domain/scoreboard/coded-case.ts';
import type { Counters } from '../../domain/scoreboard/measures.ts';
import { INSTRUMENTS, STAGES } from '../../events/vocabulary.ts';

type Cells = {
  readonly [dimension in SuccessDimension]: Readonly<Record<'computed' | 'people', ReturnType<typeof tallyIn>>>;
};

/** The five cells of a group, each as computed and as people code it. */
export const cellsIn = (counters: Counters): Cells => {
  const cell = (dimension: SuccessDimension) => ({
    computed: tallyIn(counters, dimension, 'computed'),
    people: tallyIn(counters, dimension, 'people'),
  });
  const [effectiveness, openness, behaviourChange, socialAcceptance, replication] = SUCCESS_DIMENSIONS;
  return {
    effectiveness: cell(effectiveness),
    openness: cell(openness),
    behaviourChange: cell(behaviourChange),
    socialAcceptance: cell(socialAcceptance),
    replication: cell(replication),
  };
};

/** What a group comes to: its cases, and how many of them succeed by the verdict of the study. */
export const scoredIn = (counters: Counters) => {
  const number = (name: string): number => counters[name] ?? 0;
  const cases = number('cases');
  const share = (by: 'whole' | 'computed' | 'people') => ({
    numerator: number(verdictName(by, 'successful')),
    denominator: cases,
  });
  return {
    cases,
    examples: number('examples'),
    closed: number('closed'),
    successful: {
      whole: share('whole'),
      computed: share('computed'),
      people: share('people'),
    },
    contested: number(verdictName('whole', 'contested')),
    dimensions: cellsIn(counters),
  };
};

export type Scored = ReturnType<typeof scoredIn>;

/** How many cases of a group came to each verdict. */
export const verdictsIn = (counters: Counters): Readonly<Record<Verdict, number>> => {
  const number = (verdict: Verdict) => counters[verdictName('whole', verdict)] ?? 0;
  const [successful, notSuccessful, contested, open] = VERDICTS;
  return {
    successful: number(successful),
    notSuccessful: number(notSuccessful),
    contested: number(contested),
    open: number(open),
  };
};

/** How many cases of a group are in each stage, and under each instrument. */
export const casesIn = (counters: Counters) => ({
  total: counters['cases'] ?? 0,
  stages: Object.fromEntries(STAGES.map((stage) => [stage, counters[stageName(stage)] ?? 0])),
  instruments: Object.fromEntries(
    INSTRUMENTS.map((instrument) => [instrument, counters[instrumentName(instrument)] ?? 0]),
  ),
});
