import * as z from 'zod/mini';
import { count, instant, personId } from '../../events/shapes.ts';
import { INSTRUMENTS, ROLES, STAGES } from '../../events/vocabulary.ts';
import { AGENDA_AUDIENCES, AGENDA_KINDS, AGENDA_STATES, AGENDA_TASKS } from './words.ts';

/** One thing that is due in a case. Everything in it follows from the events of the case. */
export const agendaItem = z.strictObject({
  case: z.string(),
  /** Unique in the case, and the same for ever: `reply:observation-3`. */
  id: z.string(),
  kind: z.enum(AGENDA_KINDS),
  what: z.enum(AGENDA_TASKS),
  /** The thing of the case that it is about, where there is one. */
  about: z.optional(z.string()),
  /** For an act, which. */
  act: z.optional(z.string()),
  /** Whether people are named, or whoever belongs to the team or is accredited must act; `persons` are those who do now. */
  by: z.enum(['named', 'team', 'clear-team', 'contracting-authority', 'control-authority', 'bidder']),
  /** Which control authority, or which bidder. */
  of: z.optional(z.string()),
  role: z.enum(ROLES),
  persons: z.array(personId),
  startedAt: instant,
  dueAt: instant,
  /** Where the due date comes from a term of the profile: its name, and how its days were counted until now. */
  term: z.optional(
    z.strictObject({ name: z.string(), zone: z.string(), daysCounted: count, daysSkipped: count, startedAt: instant }),
  ),
  /** Where it lasts so many months of the case’s own, from then: no term of the profile. */
  lasts: z.optional(z.strictObject({ months: count, startedAt: instant })),
  /** When whoever must act is reminded; absent where nobody is. */
  remindAt: z.optional(instant),
  remindedAt: z.optional(instant),
  instrument: z.enum(INSTRUMENTS),
  profile: z.strictObject({ id: z.string(), version: z.int() }),
  zone: z.string(),
  /** The stage of the case when the item began. */
  stage: z.enum(STAGES),
  title: z.string(),
  audience: z.enum(AGENDA_AUDIENCES),
  state: z.enum(AGENDA_STATES),
  /** The case is suspended: no time passes for it. */
  standsStill: z.boolean(),
  /** The term passed and the record says so; late is still possible. */
  lapsed: z.boolean(),
  settledAt: z.optional(instant),
  /** Grows by one at each change that a calendar must learn of (RFC 5545, SEQUENCE). */
  sequence: count,
  changedAt: instant,
});

export type AgendaItem = z.infer<typeof agendaItem>;

/** Whether an item is past its due date. While a case is suspended nothing is. */
export const isOverdue = ({ state, standsStill, dueAt }: AgendaItem, now: string): boolean =>
  state === 'open' && !standsStill && dueAt <= now;
