import type { Invitation } from '../../functions/_http/document-operations.ts';
import type { Answered, Api } from './api.ts';
import { isRecord } from './kept-text.ts';

/** A file as it is announced: its bytes, and what they are called. */
export interface HandedFile {
  readonly name: string;
  /** Without parameters: `image/jpeg`. */
  readonly mediaType: string;
  readonly bytes: Blob;
  /** Of the bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** What a file is for, and what it belongs to: `observation-3`, `pact`. */
export interface Place {
  readonly case: string;
  readonly purpose: string;
  readonly attachedTo: string;
}

export type HandedIn =
  | { readonly kind: 'done'; readonly document: string; readonly state: Invitation['state'] }
  | Exclude<Answered, { readonly kind: 'done' }>;

export interface HandInParts {
  readonly api: Pick<Api, 'send'>;
  readonly fetch: (url: string, request: RequestInit) => Promise<Response>;
}

/** SHA-256 in lower-case hexadecimal. The bytes are read as a whole. */
export const sha256Of = async (bytes: Blob): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** What a browser calls a file of which it does not know what it is. */
const UNKNOWN_TYPE = 'application/octet-stream';

/** A file of the device, with its hash. */
export const asHanded = async (file: File): Promise<HandedFile> => ({
  name: file.name,
  mediaType: (file.type.split(';')[0] ?? '').trim() || UNKNOWN_TYPE,
  bytes: file,
  sha256: await sha256Of(file),
});

/** The API of the same house answered it: that it names a document is all that is asked. */
const isInvitation = (body: unknown): body is Invitation =>
  isRecord(body) && typeof body['document'] === 'string' && typeof body['state'] === 'string';

/**
 * Announces a file and brings its bytes. Done again, it brings what is missing and nothing twice: the API knows the file by its hash and
 * its place, and lists the parts that it lacks.
 */
export const handIn = async (parts: HandInParts, file: HandedFile, place: Place): Promise<HandedIn> => {
  const { case: caseId, ...under } = place;
  const { name, mediaType, sha256, bytes } = file;
  const announced = await parts.api.send({
    form: `file:${place.attachedTo}:${sha256}`,
    path: `/cases/${caseId}/documents`,
    body: { name, mediaType, sizeBytes: bytes.size, sha256, ...under },
  });
  if (announced.kind !== 'done') return announced;
  if (!isInvitation(announced.body)) return { kind: 'failed' };
  const { document, state, upload } = announced.body;
  if (upload === undefined) return { kind: 'done', document, state };
  const brought =
    upload.kind === 'form' ? await bringForm(parts, upload, bytes) : await bringParts(parts, upload, bytes);
  if (brought !== 'brought') return { kind: brought };
  if (upload.kind === 'form') return { kind: 'done', document, state };
  const completed = await parts.api.send({
    form: `complete:${place.attachedTo}:${sha256}`,
    path: `/cases/${caseId}/documents/${document}/completion`,
    body: {},
  });
  if (completed.kind !== 'done') return completed;
  return isInvitation(completed.body) ? { kind: 'done', document, state: completed.body.state } : { kind: 'failed' };
};

type Upload = NonNullable<Invitation['upload']>;
type Brought = 'brought' | 'no-network' | 'failed';

const brought = async (ask: Promise<Response>): Promise<Brought> => {
  try {
    return (await ask).ok ? 'brought' : 'failed';
  } catch {
    return 'no-network';
  }
};

const bringForm = (
  { fetch }: HandInParts,
  { url, fields }: Extract<Upload, { kind: 'form' }>,
  bytes: Blob,
): Promise<Brought> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', bytes);
  return brought(fetch(url, { method: 'POST', body: form, credentials: 'omit' }));
};

/** One after the other: a bad network that breaks off loses one part. */
const bringParts = async (
  { fetch }: HandInParts,
  { partBytes, parts }: Extract<Upload, { kind: 'parts' }>,
  bytes: Blob,
): Promise<Brought> => {
  for (const { number, sizeBytes, url } of parts) {
    const from = (number - 1) * partBytes;
    const body = bytes.slice(from, from + sizeBytes);
    const came = await brought(fetch(url, { method: 'PUT', body, credentials: 'omit' }));
    if (came !== 'brought') return came;
  }
  return 'brought';
};
