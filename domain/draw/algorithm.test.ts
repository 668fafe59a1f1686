import { describe, expect, it } from 'vitest';
import { sha256 } from '../../test/support/case-file.ts';
import { commitmentText, drawnOrder, listText, rankText, seedText } from './algorithm.ts';
import vectors from './vectors.json' with { type: 'json' };

const drawBy = (seed: string, candidates: readonly string[]) =>
  drawnOrder(candidates, (candidate) => sha256(rankText(seed, candidate)));

describe('veedor-draw-1', () => {
  it.each(vectors)('gives what is published for $title', (vector) => {
    const listHash = sha256(listText(vector.candidates));
    const revealed = vector.parties.map(({ value }) => value ?? undefined);
    const seed = sha256(seedText({ ...vector, listHash, revealed }));
    expect({ listHash, seed, order: drawBy(seed, vector.candidates) }).toEqual({
      listHash: vector.listHash,
      seed: vector.seed,
      order: vector.order,
    });
    for (const { person, value, commitment } of vector.parties) {
      const text = commitmentText({ ...vector, party: person, value: value ?? '' });
      expect(value === null ? undefined : sha256(text)).toBe(commitment);
    }
  });

  it('writes its texts down so that a shell can hash them', () => {
    expect(listText(['witness-1', 'witness-2'])).toBe('["witness-1","witness-2"]');
    const of = { case: 'ip-1', draw: 'draw-1', party: 'authority-1', value: 'v', listHash: 'l', beaconValue: 'b' };
    expect(commitmentText(of)).toBe('veedor-draw-1:ip-1:draw-1:authority-1:v');
    expect(seedText({ ...of, revealed: [] })).toBe('veedor-draw-1:ip-1:draw-1:l:b');
    expect(seedText({ ...of, revealed: ['x', undefined] })).toBe('veedor-draw-1:ip-1:draw-1:l:b:x:-');
    expect(rankText('s', 'witness-1')).toBe('s:witness-1');
  });

  it('orders by rank alone: the place in the announced list decides nothing', () => {
    const candidates = Array.from({ length: 50 }, (_, index) => `witness-${index + 1}`);
    expect(drawBy('seed', candidates.toReversed())).toEqual(drawBy('seed', candidates));
  });
});

/** Chi-square of counts that should all be alike. */
const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

/** Critical values at 0.001: one honest generator in a thousand exceeds them, and these seeds never change. */
const CRITICAL = { 9: 27.88, 23: 49.73 } as const;
const SEEDS = 12_000;
const seeds = Array.from({ length: SEEDS }, (_, index) => sha256(`seed ${index}`));

describe('over many seeds', () => {
  it('each of the orders of four candidates is as likely as any other', () => {
    const counts = new Map<string, number>();
    for (const seed of seeds) {
      const order = drawBy(seed, ['a', 'b', 'c', 'd']).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(chiSquare([...counts.values()])).toBeLessThan(CRITICAL[23]);
  });

  it.each([0, 4, 9])('each of ten candidates is as likely as any other to take place %i', (place) => {
    const candidates = Array.from({ length: 10 }, (_, index) => `witness-${index + 1}`);
    const counts = new Map(candidates.map((candidate) => [candidate, 0]));
    for (const seed of seeds) {
      const drawn = drawBy(seed, candidates)[place] ?? '';
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect(counts.size).toBe(10);
    expect(chiSquare([...counts.values()])).toBeLessThan(CRITICAL[9]);
  });

  it('a rank that is cut short, where ties favour the first of the list, is seen to be unfair', () => {
    const candidates = ['a', 'b', 'c', 'd'];
    const counts = new Map(candidates.map((candidate) => [candidate, 0]));
    for (const seed of seeds) {
      const [first = ''] = drawnOrder(candidates, (candidate) => sha256(rankText(seed, candidate)).slice(0, 1));
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect(chiSquare([...counts.values()])).toBeGreaterThan(CRITICAL[9]);
  });
});
