import { at, type Located, type LocatedList, type LocatedObject } from './located.ts';
import { parseDate } from './read-date.ts';

/**
 * The current state that a versioned release tells: of every value the version of the newest release. Its `date` is that of the
 * newest release that it mentions, since a versioned release has none of its own.
 */
export const unfoldVersioned = (versioned: LocatedObject): LocatedObject => {
  const dates: Located[] = [];
  const unfolded = unfoldObject(versioned, dates);
  const newest = newestOf(dates, (date) => date);
  if (newest === undefined || unfolded.entries.has('date')) return unfolded;
  return { ...unfolded, entries: new Map([...unfolded.entries, ['date', newest]]) };
};

const unfold = (node: Located, dates: Located[]): Located => {
  if (node.kind === 'object') return unfoldObject(node, dates);
  if (node.kind === 'scalar') return node;
  const versions = versionsOf(node);
  if (versions === undefined) return { ...node, items: node.items.map((item) => unfold(item, dates)) };
  for (const version of versions) dates.push(...dateOf(version));
  return newestOf(versions, (version) => dateOf(version)[0])?.entries.get('value') ?? node;
};

const unfoldObject = (node: LocatedObject, dates: Located[]): LocatedObject => ({
  ...node,
  entries: new Map([...node.entries].map(([key, value]) => [key, unfold(value, dates)])),
});

/** The versions of one value, when a list is that; a list of things with ids is not. */
const versionsOf = (list: LocatedList): readonly LocatedObject[] | undefined => {
  const versions = list.items.filter((item) => item.kind === 'object' && isVersion(item));
  return versions.length > 0 && versions.length === list.items.length
    ? versions.filter((item) => item.kind === 'object')
    : undefined;
};

const isVersion = ({ entries }: LocatedObject): boolean =>
  entries.has('value') && !entries.has('id') && (entries.has('releaseDate') || entries.has('releaseID'));

const dateOf = (version: LocatedObject): readonly Located[] => {
  const date = at(version, 'releaseDate');
  return date === undefined ? [] : [date];
};

/** The newest by date; of several at one instant, and of those without a date that can be used, the last. */
const newestOf = <T>(entries: readonly T[], dateIn: (entry: T) => Located | undefined): T | undefined => {
  let newest: { entry: T; instant: string } | undefined;
  for (const entry of entries) {
    const instant = instantOf(dateIn(entry));
    if (newest === undefined || instant >= newest.instant) newest = { entry, instant };
  }
  return newest?.entry;
};

const instantOf = (date: Located | undefined): string =>
  date?.kind === 'scalar' && typeof date.value === 'string' ? (parseDate(date.value).instant ?? '') : '';
