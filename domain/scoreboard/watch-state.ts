import * as z from 'zod/mini';
import { count, instant } from '../../events/shapes.ts';
import { ACHIEVEMENT_CODES, INSTRUMENTS, REMEDIES, STAGES, VISIBILITIES } from '../../events/vocabulary.ts';
import { SUCCESS_DIMENSIONS } from '../initiatives/framework.ts';
import { milestoneFactsSchema, NO_FACTS } from '../milestones/facts.ts';
import { AWAITED } from './measures.ts';

/** What is drawn of a case month by month: how often each happened. None of it tells what was seen. */
export const LANES = ['acts', 'observations', 'questions', 'escalations', 'reports', 'tips'] as const;
export type Lane = (typeof LANES)[number];

/** A question, finding or escalation whose answer is awaited. */
const awaited = z.strictObject({ at: instant, overdue: z.boolean() });

/** What is known of a sealed finding and counted nowhere until its seal opens. */
const withheld = z.strictObject({
  visibility: z.enum(VISIBILITIES),
  putAt: z.exactOptional(instant),
  repliedAt: z.exactOptional(instant),
  late: z.exactOptional(z.boolean()),
  lapsed: z.exactOptional(z.boolean()),
  remedy: z.exactOptional(z.strictObject({ at: instant, remedy: z.enum(REMEDIES) })),
});
export type Withheld = z.infer<typeof withheld>;

const counters = z.record(z.string(), z.int());

/** What scoreboard, coverage and timeline need of a case, folded from its events: it can be thrown away and made anew. */
export const watchStateSchema = z.strictObject({
  instrument: z.enum(INSTRUMENTS),
  profile: z.strictObject({ id: z.string(), version: z.int() }),
  ocid: z.string(),
  example: z.exactOptional(z.literal(true)),
  openedAt: instant,
  stages: z.array(z.strictObject({ stage: z.enum(STAGES), from: instant, to: z.exactOptional(instant) })),
  pauses: z.array(z.strictObject({ from: instant, to: z.exactOptional(instant) })),
  lastAt: instant,
  /** What the milestones know, but for what is sealed. */
  facts: milestoneFactsSchema,
  /** What people coded, the latest of each dimension. */
  coded: z.partialRecord(z.enum(SUCCESS_DIMENSIONS), z.array(z.enum(ACHIEVEMENT_CODES))),
  silent: z.boolean(),
  everSilent: z.boolean(),
  awaited: z.partialRecord(z.enum(AWAITED), z.record(z.string(), awaited)),
  withheld: z.record(z.string(), withheld),
  /** The latest remedy of each open finding, and when the first one was told. */
  remedied: z.record(z.string(), z.strictObject({ at: instant, remedy: z.enum(REMEDIES) })),
  /** By month: what was asked in it and what became of that. */
  months: z.record(z.string(), counters),
  /** By month: what happened in it. */
  lanes: z.record(z.string(), z.partialRecord(z.enum(LANES), count)),
});
export type WatchState = z.infer<typeof watchStateSchema>;

/** The state that the opening of a case begins with. */
export const openedState = (
  {
    instrument,
    profile,
    ocid,
    example,
  }: Pick<WatchState, 'instrument' | 'profile' | 'ocid'> & { readonly example?: true | undefined },
  openedAt: string,
): WatchState => ({
  instrument,
  profile,
  ocid,
  ...(example === true ? { example } : {}),
  openedAt,
  stages: [{ stage: 'appointment', from: openedAt }],
  pauses: [],
  lastAt: openedAt,
  facts: NO_FACTS,
  coded: {},
  silent: false,
  everSilent: false,
  awaited: {},
  withheld: {},
  remedied: {},
  months: {},
  lanes: {},
});
