import { OCID } from './contracting-process.ts';
import { at, idOf, itemsAt, type Located, type LocatedObject, objectAt, objectsAt } from './located.ts';
import type { ProblemList } from './ocds-problems.ts';
import { textAt } from './read-text.ts';
import { unfoldVersioned } from './unfold-versioned.ts';

/** A release of a process, or the state of it that was compiled from several. */
export interface FoundRelease {
  readonly release: LocatedObject;
  /** Whether it tells the process whole: a compiled or a versioned release. */
  readonly whole: boolean;
}

/** Releases by the ocid of the process they are about, in the order of the document. */
export type ReleasesByOcid = ReadonlyMap<string, readonly FoundRelease[]>;

interface Found extends FoundRelease {
  readonly ocid: string;
}

const SECTIONS = ['parties', 'buyer', 'planning', 'tender', 'awards', 'contracts'] as const;

/** Every release of a document that says which process it is about, whichever of the four kinds of OCDS document it is. */
export const findReleases = (document: Located, problems: ProblemList): ReleasesByOcid => {
  const byOcid = new Map<string, FoundRelease[]>();
  for (const { ocid, ...found } of foundIn(document, problems)) {
    const releases = byOcid.get(ocid);
    if (releases === undefined) byOcid.set(ocid, [found]);
    else releases.push(found);
  }
  for (const releases of byOcid.values()) noteDuplicates(releases, problems);
  return byOcid;
};

const foundIn = (document: Located, problems: ProblemList): readonly Found[] => {
  if (document.kind !== 'object') return notOcds(document, problems);
  if (isRecord(document)) return fromRecord(document, problems);
  if (at(document, 'records') !== undefined || at(document, 'releases') !== undefined) {
    return [
      ...objectsAt(document, 'records', problems).flatMap((record) => fromRecord(record, problems)),
      ...objectsAt(document, 'releases', problems).flatMap((release) => fromRelease({ release }, problems)),
    ];
  }
  return isRelease(document) ? fromRelease({ release: document }, problems) : notOcds(document, problems);
};

const notOcds = ({ place }: Located, problems: ProblemList): readonly Found[] => {
  problems.note('not-ocds', place);
  return [];
};

const has = (node: LocatedObject, key: string): boolean => at(node, key) !== undefined;

const isRecord = (node: LocatedObject): boolean =>
  has(node, 'compiledRelease') || has(node, 'versionedRelease') || (has(node, 'ocid') && has(node, 'releases'));

const isRelease = (node: LocatedObject): boolean => has(node, 'ocid') || SECTIONS.some((section) => has(node, section));

/** A link to a release, which stands elsewhere. */
const isLink = (node: LocatedObject): boolean => has(node, 'url') && !isRelease(node);

/**
 * What a record tells of its process, from the best of what it holds: the compiled release; else all its releases; else the newest
 * versions of its versioned release; else those of its releases that are no links.
 */
const fromRecord = (record: LocatedObject, problems: ProblemList): readonly Found[] => {
  const compiled = objectAt(record, 'compiledRelease', problems);
  if (compiled !== undefined && compiled.entries.size > 0) {
    return fromRelease({ release: compiled, record, whole: true }, problems);
  }
  const releases = objectsAt(record, 'releases', problems);
  const embedded = releases.filter((release) => !isLink(release));
  const isWhole = embedded.length > 0 && embedded.length === releases.length;
  const versioned = isWhole ? undefined : objectAt(record, 'versionedRelease', problems);
  if (versioned !== undefined) {
    return fromRelease({ release: unfoldVersioned(versioned), record, whole: true }, problems);
  }
  noteLinks(record, releases.filter(isLink), problems);
  return embedded.flatMap((release) => fromRelease({ release, record }, problems));
};

const noteLinks = (record: LocatedObject, links: readonly LocatedObject[], problems: ProblemList): void => {
  const releases = at(record, 'releases');
  const count = itemsAt(record, 'releases', problems).length;
  if (releases === undefined || count === 0) {
    problems.note('record-empty', record.place);
  } else if (links.length === count) {
    problems.note('releases-only-linked', releases.place);
  } else {
    for (const link of links) problems.note('release-linked', link.place);
  }
};

const fromRelease = (
  { release, record, whole = false }: { release: LocatedObject; record?: LocatedObject; whole?: boolean },
  problems: ProblemList,
): readonly Found[] => {
  const own = ocidOf(release, problems);
  const ofRecord = record && ocidOf(record, problems);
  if (own !== undefined && ofRecord !== undefined && own !== ofRecord && record !== undefined) {
    problems.note('ocid-differs', at(record, 'ocid')?.place ?? record.place);
  }
  const ocid = own ?? ofRecord;
  if (ocid !== undefined) return [{ ocid, release, whole: whole || isCompiled(release) }];
  problems.note('ocid-missing', release.place);
  return [];
};

/** Compiled releases are published without their records too, and say so by their tag. */
const isCompiled = (release: LocatedObject): boolean => {
  const tag = at(release, 'tag');
  const tags = tag?.kind === 'list' ? tag.items : [tag];
  return tags.some((each) => each?.kind === 'scalar' && each.value === 'compiled');
};

/** The ocid of a release or record, without white space around it. A broken one is never repaired: it might become another process’s. */
const ocidOf = (node: LocatedObject, problems: ProblemList): string | undefined => {
  const text = textAt(node, 'ocid', problems);
  const ocid = text?.value.trim();
  if (ocid === undefined || OCID.test(ocid)) return ocid;
  problems.note('ocid-unusable', text?.place ?? node.place);
  return undefined;
};

const noteDuplicates = (releases: readonly FoundRelease[], problems: ProblemList): void => {
  const seen = new Set<string>();
  for (const { release } of releases) {
    const id = idOf(release);
    if (id !== undefined && seen.has(id)) problems.note('duplicate-id', release.place);
    if (id !== undefined) seen.add(id);
  }
};
