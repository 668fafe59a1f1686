import * as z from 'zod/mini';
import { beaconValue, count, instant, personId, sha256 } from '../../events/shapes.ts';
import { BEACONS, DRAW_ALGORITHMS, DRAW_STATES } from '../../events/vocabulary.ts';

/** A party to a draw and what became of its part of the seed. */
const drawParty = z.strictObject({
  person: personId,
  commitment: z.optional(sha256),
  revealed: z.optional(sha256),
  failed: z.optional(z.boolean()),
});

/** What a draw keeps of itself, beside its name. */
export const drawShape = {
  kind: z.literal('draw'),
  state: z.enum(DRAW_STATES),
  candidates: z.array(personId),
  listHash: sha256,
  places: count,
  alternates: count,
  sector: z.optional(z.string()),
  algorithm: z.enum(DRAW_ALGORITHMS),
  beacon: z.enum(BEACONS),
  publishedAfter: instant,
  /** Two where the seed takes from commit-and-reveal, none otherwise. */
  parties: z.array(drawParty),
  revealBefore: z.optional(instant),
  beaconValue: z.optional(beaconValue),
  seed: z.optional(sha256),
  order: z.optional(z.array(personId)),
  /** Who was proposed by this draw, the alternates that were called among them. */
  proposed: z.array(personId),
  alternatesCalled: count,
};
