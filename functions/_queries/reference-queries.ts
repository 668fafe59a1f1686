import * as z from 'zod/mini';
import { CATEGORIES, CATEGORIES_SOURCE } from '../../domain/observations/categories.ts';
import { findProfile, newestProfile, PROFILES } from '../../domain/profiles/profiles.ts';
import { FINDING_CATEGORIES, INSTRUMENTS } from '../../events/vocabulary.ts';
import { query } from '../_http/operation.ts';
import { nothingAsked } from '../_http/paging.ts';
import { helpOf, PROBLEM_WORDS } from '../_http/problem-words.ts';

export const readHealth = query({
  name: 'read-health',
  path: '/health',
  summary: 'Learn whether the API answers',
  query: nothingAsked,
  answers: z.strictObject({ status: z.literal('ok') }),
  ask: async () => ({ body: { status: 'ok' as const } }),
});

export const listProfiles = query({
  name: 'list-profiles',
  path: '/profiles',
  summary: 'List the profiles of jurisdictions and when each rules. No profile is legal advice',
  query: nothingAsked,
  answers: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        version: z.int(),
        title: z.string(),
        instrument: z.enum(INSTRUMENTS),
        validity: z.strictObject({ from: z.optional(z.string()), to: z.optional(z.string()) }),
      }),
    ),
  }),
  ask: async () => ({
    body: {
      items: PROFILES.map(({ id, version, title, instrument, validity }) => ({
        id,
        version,
        title,
        instrument,
        validity: validity.value,
      })),
    },
  }),
});

/** A version as it stands in a URL. */
const versionText = z.string().check(z.regex(/^[1-9]\d{0,3}$/, { error: 'must be the number of a version' }));

export const readProfile = query({
  name: 'read-profile',
  path: '/profiles/{profile}',
  summary:
    'Read a profile, in its newest version unless said: each parameter with its source, and whether somebody verified it',
  query: z.strictObject({ version: z.optional(versionText) }),
  answers: z.looseObject({ id: z.string(), version: z.int(), title: z.string(), instrument: z.enum(INSTRUMENTS) }),
  ask: async (_, { parameters, query: { version } }) => {
    const id = parameters.profile ?? '';
    const profile = version === undefined ? newestProfile(id) : findProfile({ id, version: Number(version) });
    return profile === undefined ? undefined : { body: { ...profile } };
  },
});

export const readCategories = query({
  name: 'read-categories',
  path: '/codelists/categories',
  summary: 'Read the categories of a finding, each with what it is called in English, Spanish and Portuguese',
  query: nothingAsked,
  answers: z.strictObject({
    source: z.string(),
    items: z.array(
      z.strictObject({
        code: z.enum(FINDING_CATEGORIES),
        titles: z.strictObject({ en: z.string(), es: z.string(), pt: z.string() }),
      }),
    ),
  }),
  ask: async () => ({
    body: {
      source: CATEGORIES_SOURCE,
      items: FINDING_CATEGORIES.map((code) => ({ code, titles: { ...CATEGORIES[code] } })),
    },
  }),
});

const problemView = z.strictObject({ type: z.string(), help: z.string() });

export const listProblems = query({
  name: 'list-problems',
  path: '/problems',
  summary: 'List every type of problem that this API answers with, each with what to do next',
  query: nothingAsked,
  answers: z.strictObject({ items: z.array(problemView) }),
  ask: async () => ({
    body: { items: PROBLEM_WORDS.map((word) => ({ type: `/problems/${word}`, help: helpOf(word) ?? '' })) },
  }),
});

export const readProblem = query({
  name: 'read-problem',
  path: '/problems/{problem}',
  summary: 'Read what a type of problem means and what to do next',
  query: nothingAsked,
  answers: problemView,
  ask: async (_, { parameters }) => {
    const help = helpOf(parameters.problem ?? '');
    return help === undefined ? undefined : { body: { type: `/problems/${parameters.problem}`, help } };
  },
});
