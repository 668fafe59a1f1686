import { OCID } from '../process/contracting-process.ts';
import { findReleases } from '../process/find-releases.ts';
import { locate } from '../process/located.ts';
import { problemList } from '../process/ocds-problems.ts';
import { ROOT } from '../process/places.ts';

/** Whatever makes a document more than one plain release. */
const OF_OTHERS = ['compiledRelease', 'versionedRelease', 'records', 'releases'];

/** The processes that a document tells of: the ocids under which `readRegistered` gives them, in its order. */
export const ocidsIn = (document: unknown): readonly string[] => {
  const ocid = ocidOfPlainRelease(document);
  return ocid === undefined ? ocidsFound(document) : [ocid];
};

/** Most documents of a bulk are that: they need not be looked through. */
const ocidOfPlainRelease = (document: unknown): string | undefined => {
  if (typeof document !== 'object' || document === null || !('ocid' in document)) return undefined;
  const { ocid } = document;
  const isPlain = OF_OTHERS.every((key) => !(key in document));
  return isPlain && typeof ocid === 'string' && OCID.test(ocid) ? ocid : undefined;
};

const ocidsFound = (document: unknown): readonly string[] => {
  const problems = problemList();
  return [...findReleases(locate(document, ROOT, problems), problems).keys()];
};
