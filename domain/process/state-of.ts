import type { FoundRelease } from './find-releases.ts';
import { dateOf, mergeReleases } from './merge-releases.ts';
import type { ProblemList } from './ocds-problems.ts';

/**
 * The state of a process by all that was found of it. A compiled or versioned release already tells it whole: then it is the newest of
 * these, with the releases that are dated after it. Of two at one instant, and of those without a date, it is the last.
 */
export const stateOf = (found: readonly FoundRelease[], problems: ProblemList): FoundRelease | undefined => {
  const newest = newestWhole(found);
  if (newest === undefined) return merged(found, false, problems);
  for (const each of found) if (each.whole && each !== newest) problems.note('process-repeated', each.release.place);
  const since = dateOf(newest.release);
  const later = found.filter(({ whole, release }) => !whole && dateOf(release) > since);
  return later.length === 0 ? newest : merged([newest, ...later], true, problems);
};

const newestWhole = (found: readonly FoundRelease[]): FoundRelease | undefined => {
  let newest: FoundRelease | undefined;
  for (const each of found) {
    if (each.whole && (newest === undefined || dateOf(each.release) >= dateOf(newest.release))) newest = each;
  }
  return newest;
};

const merged = (found: readonly FoundRelease[], whole: boolean, problems: ProblemList): FoundRelease | undefined => {
  const release = mergeReleases(
    found.map((each) => each.release),
    problems,
  );
  return release && { release, whole };
};
