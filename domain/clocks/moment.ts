import * as z from 'zod/mini';
import type { Instant } from '../../events/shapes.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { instantOf, isPlausibleTime, YEAR_MAX, YEAR_MIN } from '../shapes.ts';
import { zoneNamed } from './calendar.ts';
import { type LocalReading, offsetOf, readLocalTime } from './local-time.ts';

const LOCAL = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

const isLocalTime = (value: string): boolean => {
  const day = LOCAL.exec(value)?.[1];
  return day !== undefined && isPlausibleTime(`${day}T00:00:00Z`);
};

const spoken = `an RFC 3339 time with its zone, between ${YEAR_MIN} and ${YEAR_MAX}`;

/**
 * When something happens, as people know it: an RFC 3339 time with its offset, or what the clocks of a place show (`local`) with the
 * IANA zone of the place. `offset` says which of two is meant where the clocks show the same time twice.
 */
export const moment = z.union(
  [
    z.string().check(z.refine(isPlausibleTime, { error: `must be ${spoken}` })),
    z.strictObject({
      local: z.string().check(
        z.refine(isLocalTime, {
          error: `must be a local time such as 2026-10-25T02:30, between ${YEAR_MIN} and ${YEAR_MAX}`,
        }),
      ),
      zone: z.string().check(z.refine((name) => zoneNamed(name) !== undefined, { error: 'is no IANA time zone' })),
      offset: z.optional(z.string().check(z.regex(/^[+-]\d{2}:\d{2}$/))),
    }),
  ],
  { error: `must be ${spoken}, or an object with \`local\` and \`zone\`` },
);
export type Moment = z.infer<typeof moment>;

/** The instant that is meant, or why none or no single one is. `pointer` names the field in the body. */
export const resolveMoment = (
  when: Moment,
  pointer: string,
): { readonly at: Instant } | { readonly refusal: Refusal } => {
  if (typeof when === 'string') return { at: instantOf(when) };
  const reading = readLocalTime(when.local, when.zone);
  if (reading.kind === 'never') {
    return refuse('local-time-skipped', { pointer, instants: [reading.earlier, reading.later] });
  }
  const instants = reading.kind === 'once' ? [reading.at] : [reading.earlier, reading.later];
  const offsets = instants.map((at) => offsetOf(at, when.zone));
  if (when.offset === undefined) return chosen(reading, { pointer, instants, offsets });
  const at = instants[offsets.indexOf(when.offset)];
  return at === undefined ? refuse('offset-unfit', { pointer, offsets }) : { at };
};

const chosen = (reading: Exclude<LocalReading, { kind: 'never' }>, facts: Readonly<Record<string, unknown>>) =>
  reading.kind === 'once' ? { at: reading.at } : refuse('local-time-twice', facts);
