import * as z from 'zod/mini';

/** An instant: RFC 3339, UTC, milliseconds (`2026-11-22T04:20:00.000Z`). Sorts as text. */
export type Instant = string;

/** Everything a JSON document can hold; what content and documents are made of. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Every month has these days: an instant in them is real, and the calendar need not be asked. */
const LAST_DAY_OF_EVERY_MONTH = '28';

/** The regular expression admits 31 February; the round trip through the calendar does not. */
const isRealInstant = (text: string): boolean =>
  INSTANT.test(text) &&
  (text.slice(8, 10) <= LAST_DAY_OF_EVERY_MONTH ||
    (!Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text));

export const instant = z.string().check(z.refine(isRealInstant, { error: 'must be a UTC instant with milliseconds' }));

/** A pseudonymous person: who it is stands in the roster, never in the record. */
export const personId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

/** Who acted, where the record names the role alone. */
export const UNNAMED = 'unnamed';

/** A word of a closed list that a profile or a deployment keeps: `private-sector`. */
export const code = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/));

/** The regular expression admits 31 February; the calendar does not. */
const isRealDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealInstant(`${text}T00:00:00.000Z`);

/** A day of a calendar, without zone: `2026-11-22`. Sorts as text. */
export const calendarDate = z
  .string()
  .check(z.refine(isRealDate, { error: 'must be a day of the calendar such as 2026-11-22' }));

/** A country of ISO 3166-1, or a subdivision of ISO 3166-2: `MX`, `MX-COA`. */
export const territoryCode = z.string().check(z.regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/));

export const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A value of a public beacon: 256 to 512 bits in lower-case hexadecimal. */
export const beaconValue = z.string().check(z.regex(/^[0-9a-f]{64,128}$/));

/** A thing of a case: its kind and its number in the case, `observation-12`. */
export const subjectId = (kind: string) => z.string().check(z.regex(new RegExp(`^${kind}-[1-9]\\d{0,5}$`)));

export const count = z.int().check(z.nonnegative());

/** Makes a thing when it is first asked for, and keeps it: making every schema that there is would be most of a cold start. */
export const once = <Thing>(make: () => Thing): (() => Thing) => {
  const kept: { thing?: Thing } = {};
  return () => {
    kept.thing ??= make();
    return kept.thing;
  };
};

/** What was text of JSON a moment ago holds nothing else: only that it is no list is looked at. */
const jsonObject = once(() => z.custom<JsonObject>((value) => typeof value === 'object' && !Array.isArray(value)));

/** A plain object as the JSON that it will be written as: what is undefined is left out. */
export const asJsonObject = (value: object): JsonObject => jsonObject().parse(JSON.parse(JSON.stringify(value)));

/** An amount or a count; a date or a code. Names and texts are content. */
const plainValue = () => z.union([z.number(), z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9.:-]{0,63}$/))]);

/** One change of the official data: where, and from what to what where that is a date, an amount, a count or a code. */
export const processChange = once(() =>
  z.strictObject({
    op: z.enum(['add', 'remove', 'replace']),
    pointer: z.string().check(z.regex(/^(\/[A-Za-z0-9]+)+$/)),
    from: z.optional(plainValue()),
    to: z.optional(plainValue()),
    wasPast: z.boolean(),
  }),
);
