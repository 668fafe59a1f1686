import type { Situation } from '../command.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { type Head, type SubjectOf, subjectOf } from '../state.ts';
import { shelfOf } from './document-state.ts';

type Document = SubjectOf<'document'>;
type Sight = Pick<Situation, 'subjects'>;

/** Where the files of acts hang that commit to one by its hash. */
export type ActShelf = 'pact' | 'constitution';

/** What an act needs at hand to be held against its file. */
export const shelfOfAct = (shelf: ActShelf): readonly string[] => [shelfOf(shelf)];
export const filesOfAct = (shelf: ActShelf, { subjects }: Sight): readonly string[] =>
  (subjectOf(subjects, 'shelf', shelfOf(shelf))?.documents ?? []).map(({ document }) => document);

const handedIn = (shelf: ActShelf, sight: Sight): readonly Document[] =>
  filesOfAct(shelf, sight)
    .map((id) => subjectOf(sight.subjects, 'document', id))
    .filter((each) => each !== undefined)
    // What never came was not handed in, and what leaves something out is not what was signed.
    .filter(({ redacts, reason }) => redacts === undefined && reason !== 'not-arrived');

const HASHES_NAMED_MAX = 20;

/**
 * Why an act cannot name a hash. The file with that hash, where one was handed in, must have been found usable; and while files wait
 * for the first act of their kind, it must be one of them: otherwise the hash or the file is the wrong one. Where no file was handed in
 * the act may be a paper that is kept elsewhere; a file that comes later is shown against the hash.
 */
export const actFileRefusal = (
  sight: Sight,
  { shelf, documentHash, isFirst }: { shelf: ActShelf; documentHash: string | undefined; isFirst: boolean },
): { readonly refusal: Refusal } | undefined => {
  const files = handedIn(shelf, sight);
  const same = files.filter(({ sha256 }) => sha256 === documentHash);
  if (documentHash === undefined || same.some(({ state }) => state === 'usable')) return undefined;
  const found = same.find(({ state }) => state !== 'refused') ?? same.at(-1);
  if (found !== undefined) {
    const { id, state, reason } = found;
    return refuse('act-file-unusable', { document: id, state, ...(reason === undefined ? {} : { reason }) });
  }
  const taken = files.filter(({ state }) => state !== 'refused').map(({ sha256 }) => sha256);
  if (!isFirst || taken.length === 0) return undefined;
  return refuse('act-file-differs', { documentHash, handedIn: taken.slice(-HASHES_NAMED_MAX) });
};

/** The act on record that names the hash of a document: the text of the pact, or the constitution of the committee. */
export const actNaming = (
  { pactText, committee }: Head,
  { attachedTo, sha256 }: Pick<Document, 'attachedTo' | 'sha256'>,
): { readonly act: 'pact-text' | 'constitution'; readonly recordedIn: number } | undefined => {
  if (attachedTo === 'pact' && pactText?.documentHash === sha256)
    return { act: 'pact-text', recordedIn: pactText.depositedIn };
  if (attachedTo === 'constitution' && committee?.act?.documentHash === sha256)
    return { act: 'constitution', recordedIn: committee.act.constitutedIn };
  return undefined;
};
