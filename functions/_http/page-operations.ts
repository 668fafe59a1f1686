import * as z from 'zod/mini';
import { INSTRUMENTS, STAGES } from '../../events/vocabulary.ts';
import type { PageDescription, PublicationDescription } from './operation.ts';
import { nothingAsked } from './paging.ts';

const shown = { method: 'GET', function: 'pages-api', kind: 'page' } as const;
const CURSOR_LENGTH_MAX = 512;
const cursor = z.optional(z.string().check(z.minLength(1), z.maxLength(CURSOR_LENGTH_MAX)));

/** What a form leaves empty was not asked. */
const chosen = <const Of extends readonly [string, ...string[]]>(of: Of) => z.optional(z.enum([...of, '']));

export const SHOW_ENTRANCE = {
  ...shown,
  name: 'show-entrance',
  path: '/',
  summary: 'Be led to the pages in a language that you read',
  query: nothingAsked,
} as const satisfies PageDescription;

export const SHOW_HOME = {
  ...shown,
  name: 'show-home',
  path: '/{language}',
  summary: 'See what is watched, and how to take part',
  query: nothingAsked,
} as const satisfies PageDescription;

export const SHOW_CASES = {
  ...shown,
  name: 'show-cases',
  path: '/{language}/cases',
  summary: 'Search the cases',
  query: z.strictObject({
    q: z.optional(z.string().check(z.maxLength(200))),
    instrument: chosen(INSTRUMENTS),
    stage: chosen(STAGES),
    cursor,
  }),
} as const satisfies PageDescription;

export const SHOW_CASE = {
  ...shown,
  name: 'show-case',
  path: '/{language}/cases/{case}',
  summary: 'See a case: where it stands, what it waits for, and what has happened',
  query: nothingAsked,
} as const satisfies PageDescription;

/** A page of a list of a case, its own address for each. */
const listed = { ...shown, query: z.strictObject({ cursor }) } as const;

export const SHOW_CASE_TIMELINE = {
  ...listed,
  name: 'show-case-timeline',
  path: '/{language}/cases/{case}/timeline',
  summary: 'See all that happened in a case, in order',
} as const satisfies PageDescription;

export const SHOW_CASE_ACTS = {
  ...listed,
  name: 'show-case-acts',
  path: '/{language}/cases/{case}/acts',
  summary: 'See the acts of a case, and who attended',
} as const satisfies PageDescription;

export const SHOW_CASE_OBSERVATIONS = {
  ...listed,
  name: 'show-case-observations',
  path: '/{language}/cases/{case}/observations',
  summary: 'See the observations of a case: what is sealed by its seal alone',
} as const satisfies PageDescription;

export const SHOW_CASE_OBSERVATION = {
  ...shown,
  name: 'show-case-observation',
  path: '/{language}/cases/{case}/observations/{observation}',
  summary: 'See an observation with its reply, its files and its versions, or its seal',
  query: nothingAsked,
} as const satisfies PageDescription;

export const SHOW_CASE_QUESTIONS = {
  ...listed,
  name: 'show-case-questions',
  path: '/{language}/cases/{case}/questions',
  summary: 'See what the team and the contracting authority asked one another',
} as const satisfies PageDescription;

export const SHOW_CASE_FLAGS = {
  ...listed,
  name: 'show-case-flags',
  path: '/{language}/cases/{case}/flags',
  summary: 'See the red flags of a case, what each tells, and what the team made of it',
} as const satisfies PageDescription;

export const SHOW_CASE_ESCALATIONS = {
  ...listed,
  name: 'show-case-escalations',
  path: '/{language}/cases/{case}/escalations',
  summary: 'See what was sent to control authorities, and what came of it',
} as const satisfies PageDescription;

export const SHOW_CASE_PROCEEDINGS = {
  ...listed,
  name: 'show-case-proceedings',
  path: '/{language}/cases/{case}/proceedings',
  summary: 'See the sanctions and proceedings that followed from findings',
} as const satisfies PageDescription;

export const SHOW_CASE_RECOMMENDATIONS = {
  ...listed,
  name: 'show-case-recommendations',
  path: '/{language}/cases/{case}/recommendations',
  summary: 'See what published reports recommend, and how far it was taken up',
} as const satisfies PageDescription;

export const READ_ASSET = {
  method: 'GET',
  function: 'pages-api',
  kind: 'publication',
  name: 'read-asset',
  path: '/assets/{file}',
  summary: 'Read what the pages are drawn with',
  query: nothingAsked,
  mediaTypes: ['text/css', 'image/svg+xml'],
} as const satisfies PublicationDescription;

/** Everything that pages-api answers. */
export const PAGE_DESCRIPTIONS = [
  SHOW_ENTRANCE,
  SHOW_HOME,
  SHOW_CASES,
  SHOW_CASE,
  SHOW_CASE_TIMELINE,
  SHOW_CASE_ACTS,
  SHOW_CASE_OBSERVATIONS,
  SHOW_CASE_OBSERVATION,
  SHOW_CASE_QUESTIONS,
  SHOW_CASE_FLAGS,
  SHOW_CASE_ESCALATIONS,
  SHOW_CASE_PROCEEDINGS,
  SHOW_CASE_RECOMMENDATIONS,
  READ_ASSET,
] as const;
