import { STUDY, TOOLS } from '../../domain/initiatives/framework.ts';
import { INITIATIVES } from '../../domain/initiatives/initiatives.ts';
import { CLASSIFIED_INSTRUMENTS } from '../../domain/initiatives/instruments-classified.ts';
import { TOOL_DESCRIPTIONS } from '../../domain/initiatives/tools.ts';
import {
  ACHIEVEMENT_WORDS,
  END_WORDS,
  INSTRUMENT_WORDS,
  MEANS_WORDS,
  MOMENT_WORDS,
  PROCUREMENT_STAGE_WORDS,
  SCOPE_WORDS,
  SUCCESS_WORDS,
} from '../../domain/initiatives/words.ts';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import { type QueryOperation, query } from '../_http/operation.ts';
import {
  coverageView,
  initiativesView,
  LIST_COVERED_AUTHORITIES,
  READ_COVERAGE,
  READ_INITIATIVES,
  READ_SCOREBOARD,
  scoreboardView,
} from '../_http/scoreboard-operations.ts';
import { coveredIn } from '../_tallies/covered.ts';
import { readCoverage } from '../_tallies/read-coverage.ts';
import { readAuthorities, readGroups } from '../_tallies/read-groups.ts';
import { scoredIn } from '../_tallies/scored.ts';
import type { ScoreboardApiPorts } from './scoreboard-api-ports.ts';

const successNames = Object.fromEntries(Object.entries(SUCCESS_WORDS).map(([code, { name }]) => [code, name]));

/** Reference data: the same for everybody until the next release. */
const initiativesBody = () =>
  initiativesView.parse({
    source: `${STUDY}, Tables 8 and 9 and their running text`,
    initiatives: INITIATIVES,
    tools: TOOLS.map((tool) => ({ tool, ...TOOL_DESCRIPTIONS[tool] })),
    instruments: INSTRUMENTS.map((instrument) => ({
      instrument,
      name: INSTRUMENT_WORDS[instrument],
      ...CLASSIFIED_INSTRUMENTS[instrument],
    })),
    words: {
      moments: MOMENT_WORDS,
      stages: PROCUREMENT_STAGE_WORDS,
      tools: Object.fromEntries(TOOLS.map((tool) => [tool, TOOL_DESCRIPTIONS[tool].name])),
      means: MEANS_WORDS,
      ends: END_WORDS,
      scope: SCOPE_WORDS,
      dimensions: successNames,
      achievement: ACHIEVEMENT_WORDS,
    },
    asks: Object.fromEntries(Object.entries(SUCCESS_WORDS).map(([code, { asks }]) => [code, asks])),
  });

export const scoreboardQueries = ({ tallies, clock }: ScoreboardApiPorts): readonly QueryOperation[] => [
  query({ ...READ_INITIATIVES, ask: async () => ({ body: initiativesBody() }) }),
  query({
    ...READ_SCOREBOARD,
    ask: async (_, { query: { group, limit, cursor } }) => {
      const { groups, next } = await readGroups(tallies, group, { limit, cursor });
      const body = scoreboardView.parse({
        group,
        items: groups.map(({ id, name, counters }) => {
          const instrument = group === 'instrument' ? INSTRUMENTS.find((each) => each === id) : undefined;
          return {
            id,
            ...(name === undefined ? {} : { name }),
            ...scoredIn(counters),
            ...(instrument === undefined ? {} : { classification: CLASSIFIED_INSTRUMENTS[instrument].classification }),
          };
        }),
        study: INITIATIVES.map(({ id, name, country, success }) => ({ id, name, country, success })),
      });
      return { body, ...(next === undefined ? {} : { next }) };
    },
  }),
  query({
    ...READ_COVERAGE,
    ask: async (_, { query: asked }) => ({
      body: coverageView.parse(await readCoverage(tallies, asked, clock.now())),
    }),
  }),
  query({
    ...LIST_COVERED_AUTHORITIES,
    ask: async (_, { query: asked }) => {
      const { groups, next } = await readAuthorities(tallies, asked);
      const items = groups.map(({ id, name, counters }) => ({
        authority: id,
        ...(name === undefined ? {} : { name }),
        ...coveredIn(counters),
      }));
      return { body: LIST_COVERED_AUTHORITIES.answers.parse({ items }), ...(next === undefined ? {} : { next }) };
    },
  }),
];
