import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ACT_KINDS, INSTRUMENTS } from '../../events/vocabulary.ts';
import { addDays, zoneNamed } from '../clocks/calendar.ts';
import { computeTerm } from '../clocks/term.ts';
import { TEAM_MAX } from '../state.ts';
import { CALENDARS, YEARS_KNOWN } from './holidays/holidays.ts';
import { DEFAULT_PROFILE, findProfile, newestProfile, PROFILES, profileOf, rulesAt } from './profiles.ts';
import { TERMS, type TermName, termNamed } from './terms.ts';

const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const sentence = z.string().check(z.minLength(3), z.maxLength(200));
const provisions = z.array(z.strictObject({ law: sentence, provision: sentence }));
const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,63}$/));
const parameter = <Value extends z.core.$ZodType>(value: Value) =>
  z.strictObject({ value, source: z.string().check(z.minLength(3), z.maxLength(400)), verified: z.boolean() });
const termAfter = (startsWith: string) =>
  parameter(
    z.strictObject({
      number: z.int().check(z.positive()),
      unit: z.enum(['working-day', 'calendar-day', 'hour', 'month']),
      startsWith: z.literal(startsWith),
    }),
  );
const few = z.int().check(z.nonnegative(), z.lte(TEAM_MAX));

const profileShape = z.strictObject({
  id,
  version: z.int().check(z.positive()),
  title: sentence,
  instrument: z.enum(INSTRUMENTS),
  validity: parameter(z.strictObject({ from: z.optional(date), to: z.optional(date) })),
  territory: parameter(
    z.strictObject({
      country: z.optional(z.enum(CALENDARS)),
      subdivision: z.optional(z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/))),
    }),
  ),
  thresholds: parameter(
    z.array(
      z.strictObject({
        covers: z.enum(['goods', 'services', 'works', 'public-private-partnership']),
        amount: z.number().check(z.positive()),
        unit: z.enum(['UMA', 'UDI']),
        reached: z.enum(['above', 'from']),
      }),
    ),
  ),
  zone: parameter(z.string()),
  holidays: parameter(
    z.strictObject({
      calendars: z.array(z.enum(CALENDARS)),
      besides: z.array(z.strictObject({ date, name: sentence, source: sentence })),
    }),
  ),
  membersMin: parameter(few),
  membersMax: parameter(few),
  sectorsMin: parameter(few),
  registrationRequired: parameter(z.boolean()),
  accreditation: parameter(z.enum(['required', 'not-asked'])),
  implementationMonitoring: parameter(z.boolean()),
  proposalTerm: termAfter('member-proposed'),
  documentTerm: termAfter('document-requested'),
  findingReplyTerm: termAfter('finding-notified'),
  questionAnswerTerm: termAfter('question-asked'),
  escalationTerm: termAfter('finding-filed'),
  controlAnswerTerm: termAfter('escalation-sent'),
  reportReplyTerm: termAfter('report-sent-for-reply'),
  publicationTerm: termAfter('participation-ended'),
  embargoTermMax: termAfter('award-recorded'),
  tipAnswerTerm: termAfter('tip-received'),
  sustainedTerm: termAfter('case-closed'),
  inactivityTerm: termAfter('last-activity'),
  declarationTerm: termAfter('member-accepted'),
  reminderWorkingDays: parameter(few),
  documentRetentionMonths: parameter(z.int().check(z.positive())),
  quarantineDays: parameter(z.literal([7, 30, 90])),
  finalReportCharactersMin: parameter(z.int().check(z.positive())),
  petitionBasis: parameter(provisions),
  complaintBasis: parameter(provisions),
  publicActs: parameter(z.array(z.enum(ACT_KINDS))),
  controlAuthorities: parameter(z.array(z.strictObject({ id, tier: z.int(), title: sentence })).check(z.minLength(1))),
  impedimentQuestions: parameter(z.array(z.strictObject({ id, asks: sentence })).check(z.minLength(1))),
});

const EACH = PROFILES.map((profile) => [profile.id, profile] as const);
const profile = (name: string) => profileOf({ id: name, version: 1 });

describe('the profiles', () => {
  it('are the six of the rulebook, each with its instrument', () => {
    expect(Object.fromEntries(PROFILES.map(({ id: name, instrument }) => [name, instrument]))).toStrictEqual({
      'ti-integrity-pact': 'integrity-pact',
      'mx-federal-2000': 'integrity-pact',
      'mx-federal-2025': 'integrity-pact',
      'mx-coahuila': 'integrity-pact',
      'do-183-15': 'oversight-committee',
      'co-ley-850': 'oversight-committee',
    });
  });

  it('are found by their version, and not by another', () => {
    expect(findProfile({ id: 'co-ley-850', version: 1 })?.id).toBe('co-ley-850');
    expect(findProfile({ id: 'co-ley-850', version: 2 })).toBeUndefined();
  });

  it('bear each version once', () => {
    const versions = PROFILES.map(({ id: name, version }) => `${name}@${version}`);
    expect(new Set(versions).size).toBe(versions.length);
  });

  it('of the Mexican federation never rule on the same day, and one of them always does', () => {
    const [old, recent] = [profile('mx-federal-2000'), profile('mx-federal-2025')];
    const ends = old.validity.value.to ?? '';
    expect([ends, addDays(ends, 1)]).toEqual(['2025-04-16', recent.validity.value.from]);
    for (const at of ['2010-01-01T00:00:00.000Z', '2025-04-17T05:59:59.999Z', '2025-04-17T06:00:00.000Z']) {
      expect([old, recent].filter((each) => rulesAt(each, at))).toHaveLength(1);
    }
  });

  it('that nobody names rule at any time', () => {
    for (const name of Object.values(DEFAULT_PROFILE)) {
      expect(newestProfile(name)?.validity.value).toEqual({});
    }
  });
});

describe.each(EACH)('the profile %s', (_, each) => {
  it('has every parameter, and no other, each with its source', () => {
    const { success, error } = profileShape.safeParse(each);
    expect([success, error?.issues]).toEqual([true, undefined]);
  });

  it('claims nothing verified: nobody has read the official texts', () => {
    const verified = Object.values(each).filter((value) => typeof value === 'object' && value.verified === true);
    expect(verified).toEqual([]);
  });

  it('says of everything either where it stands or that the deployment set it', () => {
    for (const value of Object.values(each).filter((one) => typeof one === 'object')) {
      expect(value.source).toMatch(/secondary|set by the deployment|IANA/);
    }
  });

  it('counts in a zone that there is, and asks each question once', () => {
    expect(zoneNamed(each.zone.value)).toBe(each.zone.value);
    const asked = each.impedimentQuestions.value.map((question) => question.id);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('has no term so long that it could leave the years whose holidays are known', () => {
    for (const word of Object.keys(TERMS)) {
      const named = termNamed(each, word);
      if (named === undefined) throw new Error(`${word} is a term.`);
      const startedAt = `${YEARS_KNOWN.to - 1}-12-31T23:59:59.999Z`;
      const { dueAt } = computeTerm({ term: named.is.value, startedAt, profile: each, pauses: [], now: startedAt });
      expect(dueAt < `${YEARS_KNOWN.to}-12-01`).toBe(true);
    }
  });
});

describe('a term', () => {
  it.each<[string, TermName, number, string, RegExp]>([
    ['mx-coahuila', 'publication', 3, 'working-day', /Coahuila.*secondary/],
    ['mx-federal-2000', 'publication', 10, 'calendar-day', /^Remembered.*set by the deployment/],
    ['co-ley-850', 'finding-reply', 15, 'working-day', /petitions/],
    ['co-ley-850', 'document', 10, 'working-day', /copies 3 after silence/],
    ['co-ley-850', 'control-answer', 6, 'month', /6 months/],
    ['do-183-15', 'finding-reply', 10, 'working-day', /set by the deployment/],
  ])('of %s for %s is %i %ss, and says why', (name, word, number, unit, source) => {
    const named = termNamed(profile(name), word);
    expect(named?.is.value).toMatchObject({ number, unit });
    expect(named?.is.source).toMatch(source);
  });

  it.each(['no-term', 'constructor', '__proto__', 'toString', ''])('is not called %j', (word) => {
    expect(termNamed(profile('co-ley-850'), word)).toBeUndefined();
  });
});

describe('the threshold of the Mexican federation', () => {
  it('until 2025 is as the press states it', () => {
    expect(
      profile('mx-federal-2000').thresholds.value.map(({ covers, amount, unit }) => [covers, amount, unit]),
    ).toEqual([
      ['goods', 5_000_000, 'UMA'],
      ['services', 5_000_000, 'UMA'],
      ['works', 10_000_000, 'UMA'],
      ['public-private-partnership', 400_000_000, 'UDI'],
    ]);
  });

  it('since 2025 was not found, and is not invented', () => {
    expect(profile('mx-federal-2025').thresholds).toStrictEqual({
      value: [],
      source: 'No source states it: set by the deployment.',
      verified: false,
    });
  });
});
