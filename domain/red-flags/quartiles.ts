/** Where the outliers of a set of values begin: Tukey's fences, one and a half interquartile ranges beyond the quartiles. */
export interface Fences {
  readonly count: number;
  readonly firstQuartile: number;
  readonly thirdQuartile: number;
  readonly lower: number;
  readonly upper: number;
}

/** The fewest values among which one can lie beyond a fence: with four, the quartiles reach too far towards it. */
export const COMPARED_MIN = 5;

/** The fences of a set, or nothing where none of so few values could be an outlier. */
export const fencesOf = (values: Iterable<number>): Fences | undefined => {
  const sorted = Float64Array.from(values).toSorted();
  if (sorted.length < COMPARED_MIN) return undefined;
  const [firstQuartile, thirdQuartile] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const reach = 1.5 * (thirdQuartile - firstQuartile);
  return {
    count: sorted.length,
    firstQuartile,
    thirdQuartile,
    lower: firstQuartile - reach,
    upper: thirdQuartile + reach,
  };
};

/** Cardinal's estimate of a quantile (statrs, the eighth kind of Hyndman and Fan, 1996): median-unbiased whatever the distribution. */
const quantile = (sorted: Float64Array, share: number): number => {
  const place = (sorted.length + 1 / 3) * share + 1 / 3;
  const below = Math.floor(place);
  const [low = 0, high = low] = sorted.subarray(below - 1, below + 1);
  return low + (place - below) * (high - low);
};

/**
 * An outlier stands on its fence or beyond it, and beyond the quartile: where most values are the same, the fence coincides with the
 * quartile, and what is usual must not be flagged.
 */
export const isHigh = (value: number, { upper, thirdQuartile }: Fences): boolean =>
  value >= upper && value > thirdQuartile;

export const isLow = (value: number, { lower, firstQuartile }: Fences): boolean =>
  value <= lower && value < firstQuartile;
