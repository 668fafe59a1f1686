import * as z from 'zod/mini';
import { type Instant, instant } from '../events/shapes.ts';
import { LANGUAGES } from './languages.ts';

/** Limits on what people send; each refusal names the limit it met. */
export const TITLE_LENGTH_MAX = 200;
export const REASON_LENGTH_MAX = 2_000;
export const NARRATIVE_LENGTH_MAX = 20_000;
/** Instants outside these years are typing errors, never facts of a procurement under watch. */
export const YEAR_MIN = 1990;
export const YEAR_MAX = 2100;

// Control characters (C0 but for tab and line ends, DEL, C1) carry no meaning in what people write; what steers the direction of
// writing makes a text read as what it is not; an interlinear annotation or a tag is read by machines and seen by nobody.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
// The fillers of Hangul are letters, the blank of Braille and the null notehead symbols: Unicode counts them, and nobody sees them.
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800\u{1d159}])[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * What people write: well-formed Unicode with something to read in it, at most `lengthMax` code points, kept in the composed form (NFC)
 * and without blanks around it. Markup is text like any other: it is kept as it is, and nothing interprets it.
 */
export const text = (lengthMax: number) =>
  z.string().check(
    z.normalize('NFC'),
    z.trim(),
    z.maxLength(lengthMax),
    z.refine((value) => value.isWellFormed(), { error: 'holds half of a character (a lone surrogate)' }),
    z.refine((value) => !FORBIDDEN.test(value), { error: 'holds control or direction-changing characters' }),
    z.refine((value) => VISIBLE.test(value), { error: 'must hold something to read' }),
  );

export const title = text(TITLE_LENGTH_MAX);
export const reason = text(REASON_LENGTH_MAX);
export const narrative = text(NARRATIVE_LENGTH_MAX);

const RFC3339 = /^(\d{4})-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is an RFC 3339 time with its zone, of a day that exists, between 1990 and 2100. */
export const isPlausibleTime = (value: string): boolean => {
  const year = Number(RFC3339.exec(value)?.[1]);
  return year >= YEAR_MIN && year <= YEAR_MAX && instant.safeParse(instantOf(value)).success && dayExists(value);
};

/** `Date` turns 30 February into 2 March; a record must not. */
const dayExists = (value: string): boolean => {
  const day = value.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;
};

/** The UTC instant of a time that is known to be one. */
export const instantOf = (value: string): Instant => {
  const time = Date.parse(value);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
};

/** A time as people send it, RFC 3339 with its zone, between 1990 and 2100; kept as it was sent, where its zone tells something. */
export const zonedTime = z.string().check(
  z.refine(isPlausibleTime, {
    error: `must be an RFC 3339 time with its zone, between ${YEAR_MIN} and ${YEAR_MAX}`,
  }),
);

/** A time as people send it; kept as a UTC instant. */
export const time = z.pipe(zonedTime, z.transform(instantOf));

export const AMOUNT_MAX = 1e15;

/** OCDS `Value`: an amount in a currency of ISO 4217. */
export const money = z.strictObject({
  amount: z.number().check(z.nonnegative(), z.lte(AMOUNT_MAX)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});

/** Where a team was: WGS 84 degrees, accuracy in metres. */
export const coordinates = z.strictObject({
  latitude: z.number().check(z.gte(-90), z.lte(90)),
  longitude: z.number().check(z.gte(-180), z.lte(180)),
  accuracyMetres: z.optional(z.number().check(z.nonnegative(), z.lte(1_000_000))),
});

export const language = z.enum(LANGUAGES);

const ADDRESS_LENGTH_MAX = 254;

/** A mailbox as a mail can be sent to it: ASCII, one address, nothing that a header could be made of. */
export const mailAddress = z
  .string()
  .check(
    z.maxLength(ADDRESS_LENGTH_MAX),
    z.regex(
      /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,8}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,63}$/,
      { error: 'must be one mail address such as name@example.org' },
    ),
  );
