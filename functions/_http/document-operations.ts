import * as z from 'zod/mini';
import { declareDocumentInput } from '../../domain/documents/declare-document.ts';
import { copySchema, documentSchema } from '../../domain/documents/document-state.ts';
import { fileShape } from '../../domain/documents/file-shape.ts';
import { attachment } from '../../domain/documents/purposes.ts';
import { receiptCode } from '../../domain/tips/send-tip.ts';
import { instant } from '../../events/shapes.ts';
import { DOCUMENT_STATES, ROLES } from '../../events/vocabulary.ts';
import type { ActionDescription, DocumentDescription, QueryDescription } from './operation.ts';
import { nothingAsked, paging } from './paging.ts';

const answered = { function: 'documents-api' } as const;
const written = z.optional(z.string());

/** How the bytes come: by a form that takes exactly this file, or in parts of which those that are missing are listed. */
const upload = z.union([
  z.strictObject({
    kind: z.literal('form'),
    url: z.string(),
    /** To be sent in this order, with the file after them as the field `file`. */
    fields: z.record(z.string(), z.string()),
    expiresAt: instant,
  }),
  z.strictObject({
    kind: z.literal('parts'),
    partBytes: z.int(),
    /** Each is put to its link as it is. What is not listed is there already. */
    parts: z.array(z.strictObject({ number: z.int(), sizeBytes: z.int(), url: z.string(), expiresAt: instant })),
  }),
]);

const invitation = z.strictObject({
  case: z.string(),
  document: z.string(),
  state: z.enum(DOCUMENT_STATES),
  /** Absent when no bytes are awaited. */
  upload: z.optional(upload),
});
export type Invitation = z.infer<typeof invitation>;

export const DECLARE_DOCUMENT = {
  ...answered,
  kind: 'action',
  method: 'POST',
  name: 'declare-document',
  path: '/cases/{case}/documents',
  summary: 'Announce a file and get the way to upload it; sent again, it says what of it is still missing',
  body: z.omit(declareDocumentInput(), { receipt: true }),
  answers: invitation,
} as const satisfies ActionDescription;

export const HAND_IN_TIP_FILE = {
  ...answered,
  kind: 'action',
  forAnybody: true,
  method: 'POST',
  name: 'hand-in-tip-file',
  path: '/cases/{case}/tips/{tip}/documents',
  summary: 'Announce a file of a tip whose receipt code you hold, and get the way to upload it; no token is asked for',
  body: z.strictObject({ ...fileShape(), receipt: receiptCode }),
  answers: invitation,
} as const satisfies ActionDescription;

export const COMPLETE_UPLOAD = {
  ...answered,
  kind: 'action',
  method: 'POST',
  name: 'complete-upload',
  path: '/cases/{case}/documents/{document}/completion',
  summary: 'Put the parts of a large file together, or learn which of them are missing',
  body: z.strictObject({}),
  answers: invitation,
} as const satisfies ActionDescription;

export const documentView = z.strictObject({
  ...z.omit(documentSchema, {
    kind: true,
    id: true,
    recordedIn: true,
    by: true,
    arrivedIn: true,
    checkedIn: true,
    readings: true,
    readIn: true,
    bundledIn: true,
    quarantineDays: true,
  }).shape,
  document: z.string(),
  name: written,
  /** The act on record that commits to these very bytes by their hash, and its event. */
  standsFor: z.optional(z.strictObject({ act: z.enum(['pact-text', 'constitution']), event: z.string() })),
  /** Why something was left out, where something was. */
  redaction: written,
  /** Of what was refused: why, and what its sender can do, in the languages of the house. */
  explanation: z.optional(z.strictObject({ es: z.string(), pt: z.string(), en: z.string() })),
});
export type DocumentView = z.infer<typeof documentView>;

export const LIST_DOCUMENTS = {
  ...answered,
  kind: 'query',
  method: 'GET',
  name: 'list-documents',
  path: '/cases/{case}/documents',
  summary: 'List the documents of a case that you may know of, or those attached to one thing',
  query: z.extend(paging, { attachedTo: z.optional(attachment) }),
  answers: z.strictObject({ items: z.array(documentView) }),
} as const satisfies QueryDescription;

export const CUSTODY_STEPS = [
  'declared',
  'arrived',
  'sealed',
  'derived',
  'refused',
  'read',
  'bundled',
  'published',
] as const;

/** What happened to a document; each with the event that proves it. */
const custodyStep = z.strictObject({
  step: z.enum(CUSTODY_STEPS),
  at: instant,
  event: z.string(),
  by: written,
  role: z.optional(z.enum(ROLES)),
  /** The hash of what was sealed or derived. */
  sha256: written,
  /** In whose bundle of evidence somebody was given it. */
  escalation: written,
});
export type CustodyStep = z.infer<typeof custodyStep>;

export const READ_DOCUMENT = {
  ...answered,
  kind: 'query',
  method: 'GET',
  name: 'read-document',
  path: '/cases/{case}/documents/{document}',
  summary: 'Read what is known of a document; those who see the case whole also read its custody',
  query: nothingAsked,
  answers: z.extend(documentView, {
    /** First to last. */
    custody: z.optional(z.array(custodyStep)),
    /** How often somebody was given a link; the custody lists the latest. */
    readings: z.optional(z.int()),
  }),
} as const satisfies QueryDescription;

export const COPIES = ['shared', 'original', 'preview'] as const;

export const READ_DOCUMENT_CONTENT = {
  ...answered,
  kind: 'query',
  method: 'GET',
  name: 'read-document-content',
  path: '/cases/{case}/documents/{document}/content',
  summary: 'Get a link to a document, good for a minute; unless everybody may read it, that you did is recorded',
  query: z.strictObject({ copy: z._default(z.enum(COPIES), 'shared') }),
  answers: z.strictObject({
    url: z.string(),
    expiresAt: instant,
    mediaType: z.string(),
    ...z.pick(copySchema, { sha256: true, sizeBytes: true }).shape,
  }),
} as const satisfies QueryDescription;

/** Where everybody fetches a document that everybody may read. */
export const documentFileLink = (caseId: string, document: string): string =>
  `/cases/${caseId}/documents/${document}/file`;

export const FETCH_DOCUMENT = {
  ...answered,
  kind: 'document',
  method: 'GET',
  name: 'fetch-document',
  path: '/cases/{case}/documents/{document}/file',
  summary:
    'Fetch a document that everybody may read, in the copy without metadata: you are led to where it is for a minute',
  query: nothingAsked,
  mediaType: 'application/octet-stream',
  leadsOn: true,
} as const satisfies DocumentDescription;

/** Everything that documents-api answers. */
export const DOCUMENT_DESCRIPTIONS = [
  DECLARE_DOCUMENT,
  HAND_IN_TIP_FILE,
  COMPLETE_UPLOAD,
  LIST_DOCUMENTS,
  READ_DOCUMENT,
  READ_DOCUMENT_CONTENT,
  FETCH_DOCUMENT,
] as const;
