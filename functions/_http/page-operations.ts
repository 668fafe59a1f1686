import * as z from 'zod/mini';
import { GROUPINGS } from '../../domain/scoreboard/coded-case.ts';
import type { PublicPageDescription } from './operation.ts';
import { nothingAsked } from './paging.ts';
import { coverageAsked } from './scoreboard-operations.ts';
import { casesSought, QUESTION_LENGTH_MAX } from './search-operations.ts';

const shown = { method: 'GET', function: 'pages-api', kind: 'public-page', mediaTypes: ['text/html'] } as const;
const CURSOR_LENGTH_MAX = 512;
const CODE_LENGTH_MAX = 64;
const cursor = z.optional(z.string().check(z.minLength(1), z.maxLength(CURSOR_LENGTH_MAX)));

export const SHOW_ENTRANCE = {
  ...shown,
  name: 'show-entrance',
  path: '/',
  summary: 'Be led to the pages in a language that you read',
  query: nothingAsked,
  leadsOn: true,
} as const satisfies PublicPageDescription;

export const SHOW_HOME = {
  ...shown,
  name: 'show-home',
  path: '/{language}',
  summary: 'See what is watched, and how to take part',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_CASES = {
  ...shown,
  name: 'show-cases',
  path: '/{language}/cases',
  summary: 'Search the cases',
  query: z.strictObject({ ...casesSought, q: z.optional(z.string().check(z.maxLength(QUESTION_LENGTH_MAX))), cursor }),
} as const satisfies PublicPageDescription;

/** A page about one case. */
const ofCase = { ...shown, function: 'case-pages-api' } as const;

export const SHOW_CASE = {
  ...ofCase,
  name: 'show-case',
  path: '/{language}/cases/{case}',
  summary: 'See a case: where it stands, what it waits for, and what has happened',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_AUTHORITIES = {
  ...shown,
  name: 'show-authorities',
  path: '/{language}/authorities',
  summary: 'Find an authority',
  query: z.strictObject({ q: z.optional(z.string().check(z.maxLength(QUESTION_LENGTH_MAX))), cursor }),
} as const satisfies PublicPageDescription;

export const SHOW_AUTHORITY = {
  ...shown,
  name: 'show-authority',
  path: '/{language}/authorities/{authority}',
  summary: 'See how an authority is watched, and how it answers',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_SCOREBOARD = {
  ...shown,
  name: 'show-scoreboard',
  path: '/{language}/scoreboard',
  summary: 'See what cases achieve, beside the initiatives of the study',
  query: z.strictObject({ group: z._default(z.enum(GROUPINGS), 'instrument'), cursor }),
} as const satisfies PublicPageDescription;

export const SHOW_COVERAGE = {
  ...shown,
  name: 'show-coverage',
  path: '/{language}/coverage',
  summary: 'See how far watching reaches, and how asking is answered',
  query: coverageAsked,
} as const satisfies PublicPageDescription;

export const SHOW_PARTICIPATION = {
  ...shown,
  name: 'show-participation',
  path: '/{language}/participation',
  summary: 'See how to take part, what that has achieved, and what stands in its way',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_GLOSSARY = {
  ...shown,
  name: 'show-glossary',
  path: '/{language}/glossary',
  summary: 'See what the words of the field mean',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_DATA = {
  ...shown,
  name: 'show-data',
  path: '/{language}/data',
  summary: 'See what is published as data, and how to use it',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_VERIFY = {
  ...shown,
  name: 'show-verify',
  path: '/{language}/verify',
  summary: 'See how reports and records are checked, and look up the code of a report',
  query: z.strictObject({ code: z.optional(z.string().check(z.maxLength(CODE_LENGTH_MAX))) }),
} as const satisfies PublicPageDescription;

export const SHOW_VERIFICATION = {
  ...shown,
  name: 'show-verification',
  path: '/{language}/verify/{code}',
  summary: 'See which published report bears a verification code',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_WHETHER_GENUINE = {
  ...shown,
  method: 'POST',
  name: 'show-whether-genuine',
  path: '/{language}/verify/{code}',
  summary: 'Hand in a PDF to see whether it is the published one; it is hashed and kept nowhere',
  query: nothingAsked,
  form: 'The PDF, as `file`.',
} as const satisfies PublicPageDescription;

/** A page of a list of a case, its own address for each. */
const listed = { ...ofCase, query: z.strictObject({ cursor }) } as const;

export const SHOW_CASE_TIMELINE = {
  ...listed,
  name: 'show-case-timeline',
  path: '/{language}/cases/{case}/timeline',
  summary: 'See all that happened in a case, in order',
} as const satisfies PublicPageDescription;

export const SHOW_CASE_ACTS = {
  ...listed,
  name: 'show-case-acts',
  path: '/{language}/cases/{case}/acts',
  summary: 'See the acts of a case, and who attended',
} as const satisfies PublicPageDescription;

export const SHOW_CASE_OBSERVATIONS = {
  ...listed,
  name: 'show-case-observations',
  path: '/{language}/cases/{case}/observations',
  summary: 'See the observations of a case: what is sealed by its seal alone',
} as const satisfies PublicPageDescription;

export const SHOW_CASE_OBSERVATION = {
  ...ofCase,
  name: 'show-case-observation',
  path: '/{language}/cases/{case}/observations/{observation}',
  summary: 'See an observation with its reply, its files and its versions, or its seal',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_CASE_QUESTIONS = {
  ...listed,
  name: 'show-case-questions',
  path: '/{language}/cases/{case}/questions',
  summary: 'See what the team and the contracting authority asked one another',
} as const satisfies PublicPageDescription;

export const SHOW_CASE_FLAGS = {
  ...listed,
  name: 'show-case-flags',
  path: '/{language}/cases/{case}/flags',
  summary: 'See the red flags of a case, what each tells, and what the team made of it',
} as const satisfies PublicPageDescription;

export const SHOW_CASE_ESCALATIONS = {
  ...listed,
  name: 'show-case-escalations',
  path: '/{language}/cases/{case}/escalations',
  summary: 'See what was sent to control authorities, and what came of it',
} as const satisfies PublicPageDescription;

export const SHOW_CASE_PROCEEDINGS = {
  ...listed,
  name: 'show-case-proceedings',
  path: '/{language}/cases/{case}/proceedings',
  summary: 'See the sanctions and proceedings that followed from findings',
} as const satisfies PublicPageDescription;

export const SHOW_CASE_RECOMMENDATIONS = {
  ...listed,
  name: 'show-case-recommendations',
  path: '/{language}/cases/{case}/recommendations',
  summary: 'See what published reports recommend, and how far it was taken up',
} as const satisfies PublicPageDescription;

export const SHOW_COMPONENTS = {
  ...shown,
  name: 'show-components',
  path: '/{language}/components',
  summary: 'See every component of the pages, in each of its states',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const READ_ASSET = {
  ...shown,
  name: 'read-asset',
  path: '/assets/{file}',
  summary: 'Read what the pages are drawn with',
  query: nothingAsked,
  mediaTypes: ['text/css', 'image/svg+xml'],
} as const satisfies PublicPageDescription;

/** Everything that pages-api answers. */
export const PAGE_DESCRIPTIONS = [
  SHOW_ENTRANCE,
  SHOW_HOME,
  SHOW_CASES,
  SHOW_CASE,
  SHOW_AUTHORITIES,
  SHOW_AUTHORITY,
  SHOW_SCOREBOARD,
  SHOW_COVERAGE,
  SHOW_PARTICIPATION,
  SHOW_GLOSSARY,
  SHOW_DATA,
  SHOW_VERIFY,
  SHOW_VERIFICATION,
  SHOW_WHETHER_GENUINE,
  SHOW_CASE_TIMELINE,
  SHOW_CASE_ACTS,
  SHOW_CASE_OBSERVATIONS,
  SHOW_CASE_OBSERVATION,
  SHOW_CASE_QUESTIONS,
  SHOW_CASE_FLAGS,
  SHOW_CASE_ESCALATIONS,
  SHOW_CASE_PROCEEDINGS,
  SHOW_CASE_RECOMMENDATIONS,
  SHOW_COMPONENTS,
  READ_ASSET,
] as const;
