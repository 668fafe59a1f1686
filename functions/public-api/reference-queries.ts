import * as z from 'zod/mini';
import { newestProfile, PROFILES } from '../../domain/profiles/profiles.ts';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import { query } from '../_http/operation.ts';
import { helpOf } from '../_http/problem.ts';
import { nothingAsked } from './paging.ts';

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
  summary: 'List the profiles of jurisdictions. No profile is legal advice',
  query: nothingAsked,
  answers: z.strictObject({
    profiles: z.array(
      z.strictObject({ id: z.string(), version: z.int(), title: z.string(), instrument: z.enum(INSTRUMENTS) }),
    ),
  }),
  ask: async () => ({
    body: { profiles: PROFILES.map(({ id, version, title, instrument }) => ({ id, version, title, instrument })) },
  }),
});

export const readProfile = query({
  name: 'read-profile',
  path: '/profiles/{profile}',
  summary: 'Read a profile: each parameter with its source, and whether somebody verified it',
  query: nothingAsked,
  answers: z.looseObject({ id: z.string(), version: z.int(), title: z.string(), instrument: z.enum(INSTRUMENTS) }),
  ask: async (_, { parameters }) => {
    const profile = newestProfile(parameters.profile ?? '');
    return profile === undefined ? undefined : { body: { ...profile } };
  },
});

export const readProblem = query({
  name: 'read-problem',
  path: '/problems/{problem}',
  summary: 'Read what a type of problem means and what to do next',
  query: nothingAsked,
  answers: z.strictObject({ type: z.string(), help: z.string() }),
  ask: async (_, { parameters }) => {
    const help = helpOf(parameters.problem ?? '');
    return help === undefined ? undefined : { body: { type: `/problems/${parameters.problem}`, help } };
  },
});
