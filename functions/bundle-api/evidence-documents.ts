import { shelfOf } from '../../domain/documents/document-state.ts';
import { behindDocument, mayReadAttached } from '../../domain/documents/may-read-document.ts';
import { type SubjectOf, type Subjects, subjectOf } from '../../domain/state.ts';
import type { Content } from '../../events/record.ts';
import type { DocumentCopies, EvidenceDocument, EvidenceDocuments } from '../_ports/bundle-ports.ts';
import { keyOf } from '../_ports/document-ports.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { subjectsAtHand } from '../_queries/case-at-hand.ts';

type Document = SubjectOf<'document'>;

/** The documents of a case as its record lists them, and their bytes as the bucket has them. */
export const evidenceDocuments = ({
  cases,
  copies,
}: {
  cases: CaseStore;
  copies: DocumentCopies;
}): EvidenceDocuments => ({
  list: async ({ head, reader, now, attachedTo, from = '0', limit }) => {
    const ids = await onShelves(cases, head.case, attachedTo);
    const start = Number(from);
    const some = ids.slice(start, start + limit);
    const listed = await subjectsAtHand({ cases }, head.case, some);
    const documents = some.map((id) => subjectOf(listed, 'document', id)).filter((each) => each !== undefined);
    const behind = await subjectsAtHand({ cases }, head.case, documents.flatMap(behindDocument));
    const reading = { head, reader, now, subjects: behind };
    const known = documents.filter(({ redactedBy: _, ...document }) => mayReadAttached(reading, document));
    const readable = new Set(known.filter((document) => mayReadAttached(reading, document)));
    const contents = await cases.contents({ case: head.case, versions: known.map(({ recordedIn }) => recordedIn) });
    return {
      items: known.map((document) =>
        evidenceOf(document, { content: contents.get(document.recordedIn), isRedacted: !readable.has(document) }),
      ),
      ...(start + limit < ids.length ? { next: String(start + limit) } : {}),
    };
  },
  open: ({ copy, ...id }) => copies.read(keyOf(copy === 'original' ? 'originals' : 'shared', id)),
});

/** What hangs on some things of a case, by its numbers. */
const onShelves = async (cases: CaseStore, caseId: string, things: readonly string[]): Promise<readonly string[]> => {
  const shelves: Subjects = await subjectsAtHand({ cases }, caseId, things.map(shelfOf));
  const ids = things.flatMap((thing) => subjectOf(shelves, 'shelf', shelfOf(thing))?.documents ?? []);
  return ids.map(({ document }) => document).toSorted((one, other) => numberIn(one) - numberIn(other));
};

const numberIn = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1));

const evidenceOf = (
  document: Document,
  { content, isRedacted }: { content: Content | undefined; isRedacted: boolean },
): EvidenceDocument => {
  const { id, attachedTo, sha256, sizeBytes, mediaType, shared, supersedes, redactedBy, reason } = document;
  const name = content?.body['name'];
  const withheld = withheldFrom(document, isRedacted);
  return {
    id,
    attachedTo,
    name: typeof name === 'string' ? name : id,
    original: { sha256, sizeBytes, mediaType },
    ...(shared === undefined ? {} : { derived: shared }),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(redactedBy === undefined ? {} : { redactedBy }),
    ...(withheld === undefined ? {} : { withheld }),
    ...(reason === undefined ? {} : { refusal: reason }),
  };
};

const withheldFrom = ({ state }: Document, isRedacted: boolean): EvidenceDocument['withheld'] => {
  switch (state) {
    case 'awaited':
    case 'checking':
      return 'not-checked';
    case 'refused':
      return 'refused';
    case 'usable':
      return isRedacted ? 'redacted' : undefined;
  }
};
