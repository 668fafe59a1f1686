import * as z from 'zod/mini';
import { localDate, zoneNamed } from '../../domain/clocks/calendar.ts';
import { computeTerm } from '../../domain/clocks/term.ts';
import { holidaysIn, YEARS_KNOWN } from '../../domain/profiles/holidays/holidays.ts';
import type { Profile } from '../../domain/profiles/profile.ts';
import { newestProfile, profileOf } from '../../domain/profiles/profiles.ts';
import { termNamed } from '../../domain/profiles/terms.ts';
import { time } from '../../domain/shapes.ts';
import type { Pause } from '../../domain/state.ts';
import { instant } from '../../events/shapes.ts';
import { query } from '../_http/operation.ts';
import { caseAtHand } from './case-at-hand.ts';

/** A term may run for months: one that begins in the last known year could end where no holiday is known. */
const START_YEAR_MAX = YEARS_KNOWN.to - 1;

const isCountable = (at: string): boolean => {
  const year = Number(at.slice(0, 4));
  return year >= YEARS_KNOWN.from && year <= START_YEAR_MAX;
};

/** When a term starts. A plus sign that nobody encoded comes as a blank: it is not guessed at. */
const start = z.pipe(
  time,
  z.string().check(
    z.refine(isCountable, {
      error: `must lie in ${YEARS_KNOWN.from} to ${START_YEAR_MAX}: the holidays of other years are not known`,
    }),
  ),
);

const zone = z.pipe(
  z.string().check(z.maxLength(64)),
  z.transform((name: string, context) => {
    const known = zoneNamed(name);
    if (known === undefined) context.issues.push({ code: 'custom', message: 'is no IANA time zone', input: name });
    return known ?? name;
  }),
);

const localDay = z.string();

const explainedTerm = z.strictObject({
  profile: z.strictObject({ id: z.string(), version: z.int() }),
  term: z.string(),
  /** Where the profile states it. */
  parameter: z.string(),
  number: z.int(),
  unit: z.enum(['working-day', 'calendar-day', 'hour', 'month']),
  startsWith: z.string(),
  source: z.string(),
  verified: z.boolean(),
  startedAt: instant,
  zone: z.string(),
  daysCounted: z.array(localDay),
  daysSkipped: z.array(
    z.discriminatedUnion('because', [
      z.strictObject({ date: localDay, because: z.literal('weekend') }),
      z.strictObject({ date: localDay, because: z.literal('holiday'), name: z.string() }),
      z.strictObject({ date: localDay, because: z.literal('suspended') }),
    ]),
  ),
  dueAt: instant,
  /** Whether it has ended by the clock of the house. */
  ended: z.boolean(),
});

interface Asked {
  readonly profile: Profile;
  readonly word: string;
  readonly startedAt: string;
  readonly zone?: string;
  readonly pauses: readonly Pause[];
  readonly now: string;
}

const explain = ({ profile, word, startedAt, zone: elsewhere, pauses, now }: Asked) => {
  const named = termNamed(profile, word);
  if (named === undefined) return undefined;
  const { number, unit, startsWith } = named.is.value;
  const { zone: counted, ...computed } = computeTerm({
    term: { number, unit },
    startedAt,
    profile: { holidays: profile.holidays, zone: { value: elsewhere ?? profile.zone.value } },
    pauses,
    now,
  });
  return {
    profile: { id: profile.id, version: profile.version },
    term: word,
    parameter: named.parameter,
    number,
    unit,
    startsWith,
    source: named.is.source,
    verified: named.is.verified,
    startedAt: computed.startedAt,
    zone: counted,
    daysCounted: [...computed.daysCounted],
    daysSkipped: [...computed.daysSkipped],
    dueAt: computed.dueAt,
    ended: now >= computed.dueAt,
  };
};

export const readTerm = query({
  name: 'read-term',
  path: '/profiles/{profile}/terms/{term}',
  summary:
    'Compute a term of a profile from an instant, now unless said, and learn which days count, which do not and why',
  query: z.strictObject({ from: z.optional(start), zone: z.optional(zone) }),
  answers: explainedTerm,
  ask: async (ports, { parameters, query: { from, zone: elsewhere } }) => {
    const profile = newestProfile(parameters.profile ?? '');
    if (profile === undefined) return undefined;
    const now = ports.now();
    const explained = explain({
      profile,
      word: parameters.term ?? '',
      startedAt: from ?? now,
      ...(elsewhere === undefined ? {} : { zone: elsewhere }),
      pauses: [],
      now,
    });
    return explained === undefined ? undefined : { body: explained };
  },
});

export const readTermOfCase = query({
  name: 'read-term-of-case',
  path: '/cases/{case}/terms/{term}',
  summary: 'Compute a term under the profile that a case keeps, with the days on which the case was suspended',
  query: z.strictObject({ from: z.optional(start) }),
  answers: explainedTerm,
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const now = ports.now();
    const explained = explain({
      profile: profileOf(found.head.profile),
      word: request.parameters.term ?? '',
      startedAt: request.query.from ?? now,
      pauses: found.head.pauses,
      now,
    });
    return explained === undefined ? undefined : { body: explained, version: found.version };
  },
});

const KNOWN_YEAR = /^\d{4}$/;

/** A year as it stands in a URL. */
const knownYear = z.pipe(
  z.string().check(
    z.refine((text) => KNOWN_YEAR.test(text) && Number(text) >= YEARS_KNOWN.from && Number(text) <= YEARS_KNOWN.to, {
      error: `must be a year from ${YEARS_KNOWN.from} to ${YEARS_KNOWN.to}`,
    }),
  ),
  z.transform(Number),
);

export const listHolidays = query({
  name: 'list-holidays-of-profile',
  path: '/profiles/{profile}/holidays',
  summary: 'List the holidays that a profile goes by in a year, this one unless said',
  query: z.strictObject({ year: z.optional(knownYear) }),
  answers: z.strictObject({
    year: z.int(),
    source: z.string(),
    verified: z.boolean(),
    items: z.array(z.strictObject({ date: localDay, name: z.string() })),
  }),
  ask: async (ports, { parameters, query: asked }) => {
    const profile = newestProfile(parameters.profile ?? '');
    if (profile === undefined) return undefined;
    const { value, source, verified } = profile.holidays;
    const year = asked.year ?? Number(localDate(ports.now(), profile.zone.value).slice(0, 4));
    return { body: { year, source, verified, items: [...holidaysIn(value, year)] } };
  },
});
