import * as z from 'zod/mini';
import { cardMarks, listedCase } from '../../domain/search/card.ts';
import { wordingOf } from '../../domain/search/words.ts';
import { count, instant, territoryCode } from '../../events/shapes.ts';
import { CONDITIONS, INSTRUMENTS, STAGES } from '../../events/vocabulary.ts';
import type { QueryDescription } from './operation.ts';
import { nothingAsked, paging } from './paging.ts';
import { AUTHORITY_LENGTH_MAX, covered, each, scored, share } from './scoreboard-operations.ts';

/** The search of cases and the lists of authorities and territories, as the description of the API knows them. */
const ASKED = { kind: 'query', method: 'GET', function: 'search-api' } as const;

export const QUESTION_LENGTH_MAX = 200;
const PROFILE_LENGTH_MAX = 64;

/** Words; the last one may be the beginning of a word. */
const question = z.string().check(
  z.maxLength(QUESTION_LENGTH_MAX),
  z.refine((text) => wordingOf(text) !== undefined, { error: 'must hold a letter or a digit' }),
);

const authorityKey = z.string().check(z.minLength(1), z.maxLength(AUTHORITY_LENGTH_MAX));

/** What a list of cases may be narrowed to: each that is given must hold. */
export const casesSought = {
  /** Words of the title, of who buys, or of the ids of both; of the ocid any four characters in a row that hold a digit. */
  q: z.optional(question),
  /** The key of an authority, as coverage names it. */
  authority: z.optional(authorityKey),
  /** A country with all its parts, or a part of it. */
  territory: z.optional(territoryCode),
  stage: z.optional(z.enum(STAGES)),
  instrument: z.optional(z.enum(INSTRUMENTS)),
  profile: z.optional(z.string().check(z.minLength(1), z.maxLength(PROFILE_LENGTH_MAX))),
  condition: z.optional(z.enum(CONDITIONS)),
};

/** A card of a case. What is optional of every card is absent for a moment after a case is opened. */
const caseCard = z.strictObject({
  ...listedCase,
  ...z.partial(z.strictObject(cardMarks)).shape,
  /** The next date that something public is due at, past or to come; absent where nothing is waited for that everybody may know. */
  nextDueAt: z.optional(instant),
  /** Of a case that is an example: nothing in it happened. */
  example: z.optional(z.literal(true)),
});

export const LIST_CASES = {
  ...ASKED,
  name: 'list-cases',
  path: '/cases',
  summary: 'Search the cases by words, authority, place, stage, instrument, profile and condition, newest first',
  query: z.extend(paging, casesSought),
  answers: z.strictObject({ items: z.array(caseCard) }),
} as const satisfies QueryDescription;

const counted = z.strictObject({ total: count, stages: each(STAGES, count), instruments: each(INSTRUMENTS, count) });
/** Where the cases of a group are listed. */
const link = z.string();
const named = { authority: z.string(), name: z.optional(z.string()) };

export const LIST_AUTHORITIES = {
  ...ASKED,
  name: 'list-authorities',
  path: '/authorities',
  summary: 'List the contracting authorities, or find some by their names, each with its cases and its coverage',
  query: z.extend(paging, { q: z.optional(question) }),
  answers: z.strictObject({
    items: z.array(z.strictObject({ ...named, cases: count, coverage: share, link })),
  }),
} as const satisfies QueryDescription;

export const READ_AUTHORITY = {
  ...ASKED,
  name: 'read-authority',
  path: '/authorities/{authority}',
  summary: 'Read how an authority is watched and how it answers, over all time',
  query: nothingAsked,
  answers: z.strictObject({
    ...named,
    cases: counted,
    link,
    coverage: z.strictObject(covered),
    /** Absent while it has no case. */
    scoreboard: z.optional(z.strictObject(scored)),
  }),
} as const satisfies QueryDescription;

export const LIST_TERRITORIES = {
  ...ASKED,
  name: 'list-territories',
  path: '/territories',
  summary: 'List the territories in which cases are watched, each with its cases',
  query: paging,
  answers: z.strictObject({
    /** `unstated` holds the cases of profiles that rule anywhere: no search by territory finds them. */
    items: z.array(z.strictObject({ territory: z.string(), cases: counted, link: z.optional(link) })),
  }),
} as const satisfies QueryDescription;

/** Everything that search-api answers. */
export const SEARCH_DESCRIPTIONS = [LIST_CASES, LIST_AUTHORITIES, READ_AUTHORITY, LIST_TERRITORIES] as const;
