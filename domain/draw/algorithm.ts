import { DRAW_ALGORITHMS } from '../../events/vocabulary.ts';

/**
 * `veedor-draw-1`, so that anyone can recompute a draw with nothing but SHA-256 (over UTF-8, in lower-case hexadecimal):
 *
 *     list hash   SHA-256 of the candidates’ ids in the announced order as JSON without spaces: ["witness-1","witness-2"]
 *     commitment  SHA-256 of  veedor-draw-1:CASE:DRAW:PARTY:VALUE
 *     seed        SHA-256 of  veedor-draw-1:CASE:DRAW:LIST-HASH:PUBLIC-VALUE  and, where two parties took part, :VALUE for each
 *                 in the order of the announcement, or :- for one that did not reveal
 *     rank        SHA-256 of  SEED:CANDIDATE
 *
 * The drawn order is that of the ranks, smallest first. Ranks of two ids are 256 independent bits, so each order is as likely as any
 * other: there is no remainder to be unfair with and nothing to reject, and the place in the announced list decides nothing. (Ranks
 * that are equal would be a collision of SHA-256; those candidates would keep the announced order.) The case and the draw are part of
 * the seed, so that two draws from one public value have nothing to do with each other. No id holds a colon.
 */
export const [DRAW_ALGORITHM] = DRAW_ALGORITHMS;

export const listText = (candidates: readonly string[]): string => JSON.stringify(candidates);

/** Names the party, so that nobody can commit to what another committed to. */
export const commitmentText = (of: {
  readonly case: string;
  readonly draw: string;
  readonly party: string;
  readonly value: string;
}): string => [DRAW_ALGORITHM, of.case, of.draw, of.party, of.value].join(':');

export const seedText = (of: {
  readonly case: string;
  readonly draw: string;
  readonly listHash: string;
  readonly beaconValue: string;
  /** What each party revealed, undefined for one that did not; empty where the public value alone decides. */
  readonly revealed: readonly (string | undefined)[];
}): string => {
  const parts = [DRAW_ALGORITHM, of.case, of.draw, of.listHash, of.beaconValue];
  return [...parts, ...of.revealed.map((value) => value ?? '-')].join(':');
};

export const rankText = (seed: string, candidate: string): string => `${seed}:${candidate}`;

/** The candidates in the order of their ranks. */
export const drawnOrder = (candidates: readonly string[], rankOf: (candidate: string) => string): readonly string[] => {
  const ranked = candidates.map((candidate) => ({ candidate, rank: rankOf(candidate) }));
  return ranked.toSorted((a, b) => Number(a.rank > b.rank) - Number(a.rank < b.rank)).map(({ candidate }) => candidate);
};
