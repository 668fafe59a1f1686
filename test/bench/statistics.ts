/** The middle of what was measured; a single slow run says nothing. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
};

/** Milliseconds that something took. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const NAME_WIDTH = 66;

/** One line of the bench: what, how much, and the limit where one was promised. */
export const row = (name: string, value: string, promise?: { limit: string; holds: boolean }): string =>
  `${name.padEnd(NAME_WIDTH)} ${value.padStart(12)}${promise === undefined ? '' : `   ${promise.holds ? 'holds' : 'BROKEN'}: ${promise.limit}`}`;

export const ratioRow = (name: string, ratio: number, limit: number): string =>
  row(name, ratio.toFixed(2), { limit: `at most ${limit}`, holds: ratio <= limit });
