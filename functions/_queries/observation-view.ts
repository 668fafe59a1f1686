import * as z from 'zod/mini';
import { termInShort, termInShortSchema } from '../../domain/clocks/term-in-short.ts';
import { awaitsEscalation } from '../../domain/observations/evolve-observations.ts';
import { SEALS, type Seal, sealOf } from '../../domain/observations/seal.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { mayReadObservation, type Reading } from '../../domain/reading/may-read.ts';
import type { SubjectOf } from '../../domain/state.ts';
import { observationSchema } from '../../domain/things.ts';
import { instant, type JsonObject } from '../../events/shapes.ts';
import { STAGES } from '../../events/vocabulary.ts';
import { manifestSchema } from './manifest.ts';

export type Observation = SubjectOf<'observation'>;
export type Contents = ReadonlyMap<number, { readonly body: JsonObject }>;

/** What everybody may know of every observation from the first minute: that it exists, its stage, its seal, and what became of it. */
const outside = {
  observation: z.string(),
  stage: z.enum(STAGES),
  filedAt: instant,
  late: z.boolean(),
  /** Which version holds: 1 is what was filed, each correction counts one more. */
  version: z.int(),
  withdrawnAt: z.optional(instant),
  /** Until when it stays sealed although the award is on record. */
  embargoUntil: z.optional(instant),
};

const sealed = z.strictObject({ ...outside, seal: z.enum(['until-award', 'embargo-extended', 'restricted']) });

/** What those who may read an observation know of it besides. */
const stateView = z.object(
  z.omit(observationSchema, {
    kind: true,
    id: true,
    stage: true,
    filedAt: true,
    late: true,
    withdrawnAt: true,
    embargoUntil: true,
  }).shape,
);

const written = z.record(z.string(), z.unknown());
const shown = z.strictObject({
  ...outside,
  seal: z.enum(SEALS),
  state: stateView,
  replyDueAt: z.optional(instant),
  replyTerm: z.optional(termInShortSchema),
  /** Of a grave finding that is neither escalated nor explained: until when it must be, and whether that is over. */
  escalationDue: z.optional(z.strictObject({ dueAt: instant, overdue: z.boolean(), term: termInShortSchema })),
  /** The version that holds. */
  content: written,
  reply: z.optional(written),
  /** Why a grave finding is not escalated. */
  nonEscalation: z.optional(written),
  /** Why the author withdrew it. */
  withdrawal: z.optional(written),
  /** Why its embargo was extended. */
  extension: z.optional(written),
  /** Why it was opened, where it was restricted. */
  release: z.optional(written),
  /** The files that belong to it; told where one observation is read, not in lists. */
  manifest: z.optional(manifestSchema),
  /** Some file that was to follow is not there, or not usable. */
  incomplete: z.optional(z.boolean()),
});
export const observationView = z.union([sealed, shown]);

/** The version of the event that holds what the observation says now. */
export const heldIn = ({ recordedIn, corrections = [] }: Observation): number =>
  corrections.at(-1)?.recordedIn ?? recordedIn;

/** The events whose contents a view of an observation shows. */
export const writtenAbout = (observation: Observation): readonly number[] =>
  [
    heldIn(observation),
    observation.repliedIn,
    observation.nonEscalationReasonedIn,
    observation.withdrawnIn,
    observation.embargoExtendedIn,
    observation.releasedIn,
  ].filter((version) => version !== undefined);

/** What everybody is told of an observation. */
export const outsideOf = ({ id, stage, filedAt, late, corrections = [], withdrawnAt, embargoUntil }: Observation) => ({
  observation: id,
  stage,
  filedAt,
  late,
  version: corrections.length + 1,
  ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
  ...(embargoUntil === undefined ? {} : { embargoUntil }),
});

/** The seal of an observation for whoever may not read it; undefined for whoever may. */
export const sealBefore = (observation: Observation, reading: Reading): Exclude<Seal, 'open'> | undefined => {
  const seal = sealOf(observation, reading);
  return seal === 'open' || mayReadObservation(reading, observation) ? undefined : seal;
};

export const showObservation = (
  observation: Observation,
  contents: Contents,
  reading: Reading,
): z.infer<typeof observationView> => {
  const seal = sealBefore(observation, reading);
  if (seal !== undefined) return { ...outsideOf(observation), seal };
  const state = stateView.parse(observation);
  const { head, now } = reading;
  const replyTerm =
    state.notifiedAt === undefined
      ? undefined
      : termInShort({ head, profile: profileOf(head.profile), now }, 'finding-reply', state.notifiedAt);
  return {
    ...outsideOf(observation),
    seal: sealOf(observation, reading),
    state,
    ...(replyTerm === undefined ? {} : { replyDueAt: replyTerm.dueAt, replyTerm }),
    ...escalationDueOf(observation, reading),
    content: { ...contents.get(heldIn(observation))?.body },
    ...whatFollowed(observation, contents),
  };
};

/** What a grave finding waits for, as everybody sees it who may read the finding. While the case is suspended nothing is overdue. */
const escalationDueOf = (observation: Observation, { head, now }: Reading) => {
  if (!awaitsEscalation(observation) || head.stage === 'closed') return {};
  const { graveSince = observation.filedAt } = observation;
  const term = termInShort({ head, profile: profileOf(head.profile), now }, 'escalation', graveSince);
  return { escalationDue: { dueAt: term.dueAt, overdue: head.condition === 'running' && now >= term.dueAt, term } };
};

/** What was written about an observation after it was filed, where something was. */
const whatFollowed = (observation: Observation, contents: Contents) => {
  const parts = {
    reply: observation.repliedIn,
    nonEscalation: observation.nonEscalationReasonedIn,
    withdrawal: observation.withdrawnIn,
    extension: observation.embargoExtendedIn,
    release: observation.releasedIn,
  };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, version]) => {
      const body = version === undefined ? undefined : contents.get(version)?.body;
      return body === undefined ? [] : [[name, { ...body }]];
    }),
  );
};
