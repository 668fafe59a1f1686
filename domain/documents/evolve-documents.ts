import * as z from 'zod/mini';
import type { documentEvents } from '../../events/documents.ts';
import { instant } from '../../events/shapes.ts';
import { DOCUMENT_PURPOSES } from '../../events/vocabulary.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { type Head, type Subject, type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { withTipFile } from '../tips/tip-bucket.ts';
import { accountOf, documentSchema, shelfOf, UPLOADS } from './document-state.ts';
import { BUNDLINGS_NAMED_MAX, READINGS_NAMED_MAX } from './limits.ts';

type Document = SubjectOf<'document'>;

const confided = z.object({
  purpose: z.enum(DOCUMENT_PURPOSES),
  attachedTo: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
  mediaType: z.string(),
  by: z.string(),
  supersedes: z.optional(z.string()),
  redacts: z.optional(z.string()),
});

const arrival = z.object({ arrivedAt: instant });
const found = z.object({ ...z.pick(documentSchema, { is: true, mediaType: true, shared: true, preview: true }).shape });
const bundled = z.object({ documents: z.array(z.string()) });
const refusal = z.object({ ...z.pick(documentSchema, { reason: true, quarantineDays: true }).shape });

const changed = (
  subjects: Subjects,
  id: string | undefined,
  change: (document: Document) => Document,
): readonly Document[] => {
  const document = id === undefined ? undefined : subjectOf(subjects, 'document', id);
  return document === undefined ? [] : [change(document)];
};

/** What a file more or less takes of the room of its case. */
const withRoom = (head: Head, files: 1 | -1, sizeBytes: number): Head => {
  const { documents = { files: 0, bytes: 0 } } = head;
  return { ...head, documents: { files: documents.files + files, bytes: documents.bytes + files * sizeBytes } };
};

const withAccount = (
  subjects: Subjects,
  { files, version, ...document }: Pick<Document, 'purpose' | 'by' | 'sizeBytes'> & { files: 1 | -1; version: number },
): SubjectOf<'uploads'> => {
  const uploads = subjectOf(subjects, 'uploads', UPLOADS);
  const account = accountOf(document);
  const { files: before, bytes } = uploads?.people[account] ?? { files: 0, bytes: 0 };
  return {
    kind: 'uploads',
    id: UPLOADS,
    recordedIn: uploads?.recordedIn ?? version,
    people: {
      ...uploads?.people,
      [account]: { files: before + files, bytes: bytes + files * document.sizeBytes },
    },
  };
};

const onShelf = (subjects: Subjects, document: Document): SubjectOf<'shelf'> => {
  const id = shelfOf(document.attachedTo);
  const shelf = subjectOf(subjects, 'shelf', id);
  const { purpose, sha256 } = document;
  return {
    kind: 'shelf',
    id,
    recordedIn: shelf?.recordedIn ?? document.recordedIn,
    documents: [...(shelf?.documents ?? []), { document: document.id, purpose, sha256 }],
  };
};

const declared = (subjects: Subjects, document: Document): readonly Subject[] => [
  document,
  onShelf(subjects, document),
  withAccount(subjects, { ...document, files: 1, version: document.recordedIn }),
  ...changed(subjects, document.supersedes, (earlier) => ({ ...earlier, supersededBy: document.id })),
];

/**
 * The version of a case that a bundle tells of, where the case stands at one: what was recorded last about bundles themselves does not
 * make another of the same evidence.
 */
export const versionToBundle = ({ bundled: last }: Head, version: number): number =>
  last?.upTo === version ? last.asOf : version;

export const documentEvolutions: Evolutions<keyof typeof documentEvents> = {
  'document.declared.v1': {
    head: (head, { data, content, recordedAt }) => {
      const { purpose, sizeBytes } = confided.parse(content);
      const known = withRoom(numbered(head, data.document), 1, sizeBytes);
      if (purpose !== 'tip-file' || known.tips === undefined) return known;
      return { ...known, tips: withTipFile(known.tips, recordedAt) };
    },
    subjects: ({ data, content, version, recordedAt }, subjects) =>
      declared(subjects, {
        kind: 'document',
        id: data.document,
        recordedIn: version,
        state: 'awaited',
        ...confided.parse(content),
        declaredAt: recordedAt,
        readings: 0,
        readIn: [],
      }),
  },
  'document.arrived.v1': {
    subjects: ({ data, content, version }, subjects) =>
      changed(subjects, data.document, (document) => ({
        ...document,
        state: 'checking',
        arrivedIn: version,
        arrivedAt: arrival.parse(content).arrivedAt,
      })),
  },
  'document.usable.v1': {
    subjects: ({ data, content, version, recordedAt }, subjects) =>
      changed(subjects, data.document, (document) => ({
        ...document,
        ...found.parse(content),
        state: 'usable',
        checkedIn: version,
        checkedAt: recordedAt,
        lockedUntil: data.lockedUntil,
      })).flatMap((document) => [
        document,
        // Only a version that can be read takes the place of its original.
        ...changed(subjects, document.redacts, (original) => ({ ...original, redactedBy: document.id })),
      ]),
  },
  'document.refused.v1': {
    head: (head, { data }, subjects) => {
      const document = subjectOf(subjects, 'document', data.document);
      return document === undefined ? head : withRoom(head, -1, document.sizeBytes);
    },
    subjects: ({ data, content, version, recordedAt }, subjects) =>
      changed(subjects, data.document, (document) => ({
        ...document,
        ...refusal.parse(content),
        state: 'refused',
        checkedIn: version,
        checkedAt: recordedAt,
      })).flatMap((document) => [
        document,
        withAccount(subjects, { ...document, files: -1, version }),
        // What was not taken supersedes nothing.
        ...changed(subjects, document.supersedes, ({ supersededBy: _, ...earlier }) => earlier),
      ]),
  },
  'document.read.v1': {
    subjects: ({ data, version, recordedAt }, subjects) =>
      changed(subjects, data.document, (document) => ({
        ...document,
        readings: document.readings + 1,
        readIn: [...document.readIn, { recordedIn: version, readAt: recordedAt }].slice(-READINGS_NAMED_MAX),
      })),
  },
  'document.bundled.v1': {
    head: (head, { version }) => ({ ...head, bundled: { upTo: version, asOf: versionToBundle(head, version - 1) } }),
    subjects: ({ data, content, version, recordedAt }, subjects) =>
      bundled.parse(content).documents.flatMap((id) =>
        changed(subjects, id, (document) => ({
          ...document,
          bundledIn: [
            ...(document.bundledIn ?? []),
            { recordedIn: version, bundledAt: recordedAt, escalation: data.escalation },
          ].slice(-BUNDLINGS_NAMED_MAX),
        })),
      ),
  },
};
