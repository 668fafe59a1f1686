import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { beaconValue, code, count, instant, personId, sha256, subjectId } from './shapes.ts';
import { BEACONS, DRAW_ALGORITHMS } from './vocabulary.ts';

const draw = subjectId('draw');

/** The public value that is named: the first that the beacon publishes at or after the instant. */
const publicValue = () => ({ beacon: z.enum(BEACONS), publishedAfter: instant });

const PARTIES = 2;

const seedSource = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('beacon'), ...publicValue() }),
    z.strictObject({
      kind: z.literal('commit-reveal'),
      parties: z.array(personId).check(z.length(PARTIES)),
      revealBefore: instant,
      ...publicValue(),
    }),
  ]);

/** Appointment by lot. Everything that decides a draw stands in these facts, so that anyone can recompute it. */
export const drawEvents = {
  'draw.announced.v1': fact(
    'A draw was announced before anything that decides it could be known: the candidates in an order that never changes, the SHA-256 of their list, the algorithm, and where the seed will come from.',
    () => ({
      draw,
      candidates: z.array(personId),
      listHash: sha256,
      places: count,
      alternates: count,
      sector: z.optional(code),
      algorithm: z.enum(DRAW_ALGORITHMS),
      source: seedSource(),
    }),
  ),
  'draw.committed.v1': fact(
    'A party to a draw committed to a value that nobody else knows. It can never be another value.',
    () => ({ draw, party: personId, commitment: sha256 }),
  ),
  'draw.revealed.v1': fact(
    'A party to a draw revealed the value that it had committed to, while the public value was still unknown to everybody.',
    () => ({ draw, party: personId, value: sha256 }),
  ),
  'draw.reveal-failed.v1': fact(
    'A party to a draw let the term to reveal pass. Its part of the seed stays empty, and nobody could know whom that helps.',
    () => ({ draw, party: personId, committed: z.boolean() }),
  ),
  'draw.seeded.v1': fact(
    'The public value that was named beforehand was recorded, and the seed follows from it and from what was revealed.',
    () => ({ draw, beaconValue, seed: sha256 }),
  ),
  'draw.drawn.v1': fact(
    'The lot was drawn: all candidates in the order that follows from the seed, and those of them who are proposed for the team.',
    () => ({ draw, order: z.array(personId), proposed: z.array(personId) }),
  ),
  'draw.alternate-called.v1': fact(
    'A place that was drawn became free, and the next alternate in the drawn order is proposed for it.',
    () => ({ draw, person: personId }),
  ),
};
