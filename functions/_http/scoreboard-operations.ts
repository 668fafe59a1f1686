import * as z from 'zod/mini';
import { ELIGIBILITIES } from '../../domain/coverage/eligibility.ts';
import {
  ENDS,
  MEANS,
  MOMENTS,
  PROCUREMENT_STAGES,
  SCOPES,
  SUCCESS_DIMENSIONS,
  TOOLS,
} from '../../domain/initiatives/framework.ts';
import { LANGUAGES } from '../../domain/languages.ts';
import { GROUPINGS } from '../../domain/scoreboard/coded-case.ts';
import { DAY_CLASS_NAMES } from '../../domain/scoreboard/measures.ts';
import { count } from '../../events/shapes.ts';
import { ACHIEVEMENT_CODES, INSTRUMENTS, REMEDIES } from '../../events/vocabulary.ts';
import type { DocumentDescription, QueryDescription } from './operation.ts';
import { nothingAsked, paging } from './paging.ts';

/** Scoreboard and coverage as the description of the API knows them: what each operation takes and answers. */
const ASKED = { kind: 'query', method: 'GET', function: 'scoreboard-api' } as const;
const DRAWN = { kind: 'document', method: 'GET', function: 'scoreboard-api', mediaType: 'image/svg+xml' } as const;

/** Something for each name of a closed list. As an object: a record would not tell readers of the description which names there are. */
export const each = <Value extends z.core.$ZodType>(names: readonly string[], value: Value) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value])));

const said = z.strictObject({ es: z.string(), pt: z.string(), en: z.string() });
const language = z._default(z.enum(LANGUAGES), 'es');

const classification = z.strictObject({
  moments: z.array(z.enum(MOMENTS)),
  stages: z.array(z.enum(PROCUREMENT_STAGES)),
  tools: z.array(z.enum(TOOLS)),
  means: z.array(z.enum(MEANS)),
  ends: z.array(z.enum(ENDS)),
  scope: z.array(z.enum(SCOPES)),
});

/** A symbol that cannot be read in the copy at hand stays unread: `text` is what the study says beside it. */
const studyCoding = z.discriminatedUnion('readable', [
  z.strictObject({ readable: z.literal(true), codes: z.array(z.enum(ACHIEVEMENT_CODES)) }),
  z.strictObject({ readable: z.literal(false), text: z.optional(said) }),
]);
const studySuccess = each(SUCCESS_DIMENSIONS, studyCoding);

export const initiativesView = z.strictObject({
  source: z.string(),
  initiatives: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      explained: said,
      country: z.string(),
      level: z.enum(['national', 'subnational', 'national-subnational']),
      origin: z.enum(['governmental', 'extraGovernmental']),
      discontinued: z.boolean(),
      classification,
      toolsInTable8: z.optional(z.array(z.enum(TOOLS))),
      success: studySuccess,
    }),
  ),
  tools: z.array(
    z.strictObject({
      tool: z.enum(TOOLS),
      name: said,
      explained: said,
      stages: z.array(z.enum(PROCUREMENT_STAGES)),
      examples: z.array(z.string()),
    }),
  ),
  /** Our own instruments in the same six dimensions. */
  instruments: z.array(
    z.strictObject({ instrument: z.enum(INSTRUMENTS), name: said, classification, source: z.string() }),
  ),
  /** What the codes are called. */
  words: z.record(z.string(), z.record(z.string(), said)),
  /** The key question of each dimension of success. */
  asks: each(SUCCESS_DIMENSIONS, said),
});

export const READ_INITIATIVES = {
  ...ASKED,
  name: 'read-initiatives',
  path: '/initiatives',
  summary: 'Read the nine initiatives of the study, the eight tools, and our instruments in the same dimensions',
  query: nothingAsked,
  answers: initiativesView,
} as const satisfies QueryDescription;

/** How many cases bear each code, out of `of`; a coding is a set of codes, so that they may come to more. */
const tally = z.strictObject({
  of: count,
  achieved: count,
  notAchieved: count,
  informationMissing: count,
  furtherTimeNeeded: count,
  notAssessed: count,
});

export const share = z.strictObject({ numerator: count, denominator: count });

/** What the cases of a group come to. */
export const scored = {
  cases: count,
  /** How many of the cases are examples: nothing in them happened. */
  examples: count,
  closed: count,
  /** Effectiveness and openness both achieved: by the verdict on the whole, by the events alone, and by people alone. */
  successful: z.strictObject({ whole: share, computed: share, people: share }),
  /** Cases of which events and people say what excludes one another. */
  contested: count,
  dimensions: each(SUCCESS_DIMENSIONS, z.strictObject({ computed: tally, people: tally })),
};

export const scoreboardView = z.strictObject({
  group: z.enum(GROUPINGS),
  items: z.array(
    z.strictObject({
      /** The instrument, the key of the authority, or the territory (ISO 3166); `unknown` and `unstated` where none is told. */
      id: z.string(),
      name: z.optional(z.string()),
      ...scored,
      /** Of an instrument: how the study’s dimensions classify it. */
      classification: z.optional(classification),
    }),
  ),
  /** The study’s own rows (Table 9). */
  study: z.array(z.strictObject({ id: z.string(), name: z.string(), country: z.string(), success: studySuccess })),
});

const grouped = { group: z._default(z.enum(GROUPINGS), 'instrument') };

export const READ_SCOREBOARD = {
  ...ASKED,
  name: 'read-scoreboard',
  path: '/scoreboard',
  summary: 'Read how our cases are coded, by instrument, authority or territory, beside the initiatives of the study',
  query: z.extend(paging, grouped),
  answers: scoreboardView,
} as const satisfies QueryDescription;

export const PERIODS = ['month', 'quarter', 'year'] as const;
/** Months that one answer spans at most. */
export const MONTHS_MAX = 120;
/** Months back from now that are shown where nobody says from when. */
export const MONTHS_UNLESS_SAID = 12;
export const AUTHORITY_LENGTH_MAX = 320;

const month = z
  .string()
  .check(z.regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, { error: 'must be a month such as 2026-03' }));

export const coverageAsked = z.strictObject({
  /** The key of an authority; all together where none is named. */
  authority: z.optional(z.string().check(z.minLength(1), z.maxLength(AUTHORITY_LENGTH_MAX))),
  /** The first month and the last, both included. */
  from: z.optional(month),
  to: z.optional(month),
  period: z._default(z.enum(PERIODS), 'month'),
});

/** How what was asked in the period was answered, by now. */
const answers = z.strictObject({
  asked: count,
  inTime: count,
  late: count,
  /** The term passed, and nothing came so far. */
  unanswered: count,
  answeredInTime: share,
  /** Days begun from asking to answer, of those that were answered: each class of time, and all of them together. */
  days: z.strictObject({ total: count, classes: each(DAY_CLASS_NAMES, count) }),
});

export const covered = {
  processes: z.strictObject({
    known: count,
    /** Known from a case alone: no import told of them. */
    unregistered: count,
    watched: count,
    /** Of all: whether a profile asks for watching them, or why that cannot be told. */
    by: each(ELIGIBILITIES, z.strictObject({ processes: count, watched: count })),
    undecided: count,
  }),
  /** Watched processes, of those that should be. */
  coverage: share,
  cases: count,
  /** How many of the cases are examples: nothing in them happened. */
  examples: count,
  /** Of the cases that were opened in the period: how many are silent now, and how many ever were. */
  silentTeams: share,
  everSilentTeams: share,
  questions: answers,
  findings: answers,
  escalations: answers,
  /** Findings about which a control authority answered, but for those that are sealed. */
  remedies: each(REMEDIES, count),
  remedied: share,
  /** Final reports that were published in the period. */
  reportsOnTime: share,
};

export const coverageView = z.strictObject({
  authority: z.optional(z.string()),
  name: z.optional(z.string()),
  from: z.string(),
  to: z.string(),
  period: z.enum(PERIODS),
  items: z.array(z.strictObject({ period: z.string(), ...covered })),
  /** Processes of which no date is known, so that they belong to no period. */
  undated: z.strictObject({ known: count, watched: count }),
});

export const READ_COVERAGE = {
  ...ASKED,
  name: 'read-coverage',
  path: '/coverage',
  summary: 'Read how many processes that should be watched are, and how asking was answered, by period',
  query: coverageAsked,
  answers: coverageView,
} as const satisfies QueryDescription;

export const LIST_COVERED_AUTHORITIES = {
  ...ASKED,
  name: 'list-covered-authorities',
  path: '/coverage/authorities',
  summary: 'List the contracting authorities, each with its coverage over all time',
  query: paging,
  answers: z.strictObject({
    items: z.array(z.strictObject({ authority: z.string(), name: z.optional(z.string()), ...covered })),
  }),
} as const satisfies QueryDescription;

export const DRAW_SCOREBOARD = {
  ...DRAWN,
  name: 'draw-scoreboard',
  path: '/scoreboard/chart.svg',
  summary: 'Fetch a page of the scoreboard as an accessible picture',
  query: z.extend(paging, { ...grouped, language }),
} as const satisfies DocumentDescription;

export const DRAW_COVERAGE = {
  ...DRAWN,
  name: 'draw-coverage',
  path: '/coverage/chart.svg',
  summary: 'Fetch the coverage by period as an accessible picture',
  query: z.extend(coverageAsked, { language }),
} as const satisfies DocumentDescription;

export const DRAW_TIMELINE = {
  ...DRAWN,
  name: 'draw-timeline',
  path: '/cases/{case}/timeline/chart.svg',
  summary: 'Fetch the course of a case as an accessible picture: its stages, and how often what happened',
  query: z.strictObject({ language }),
} as const satisfies DocumentDescription;

/** Everything that scoreboard-api answers. */
export const SCOREBOARD_DESCRIPTIONS = [
  READ_INITIATIVES,
  READ_SCOREBOARD,
  READ_COVERAGE,
  LIST_COVERED_AUTHORITIES,
  DRAW_SCOREBOARD,
  DRAW_COVERAGE,
  DRAW_TIMELINE,
] as const;
