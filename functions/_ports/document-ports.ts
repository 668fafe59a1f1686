import type { Instant } from '../../events/shapes.ts';

/** Where a document stands in the store at each step of its way. Nothing under `incoming` or `quarantine` is ever served. */
export const PLACES = ['incoming', 'originals', 'shared', 'previews'] as const;
export type Place = (typeof PLACES)[number];

export interface DocumentId {
  readonly case: string;
  readonly document: string;
}

export const keyOf = (place: Place, { case: caseId, document }: DocumentId): string => `${place}/${caseId}/${document}`;

/** Refused files stand by the days that they are kept: the store forgets them by that part of their name. */
export const quarantineKey = (days: number, { case: caseId, document }: DocumentId): string =>
  `quarantine/${days}/${caseId}/${document}`;

/** Where it is counted how often the check of a document came to no end. */
export const attemptsKey = ({ case: caseId, document }: DocumentId): string => `checking/${caseId}/${document}`;

/** Whose bytes stand under a key of `incoming`; undefined for any other key. */
export const incomingIn = (key: string): DocumentId | undefined => {
  const [, caseId, document] = /^incoming\/((?:ip|oc)-[0-9a-z]{20})\/(document-[1-9]\d{0,5})$/.exec(key) ?? [];
  return caseId === undefined || document === undefined ? undefined : { case: caseId, document };
};

/** The longest that a link to read lives. */
export const READ_LINK_SECONDS_MAX = 60;
export const UPLOAD_FORM_SECONDS = 15 * 60;
/** A part over a thin line takes its time. */
export const PART_LINK_SECONDS = 60 * 60;

/** A form that a browser or any client posts with the file as its last field; the store takes exactly that file and no other. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: Instant;
}

export interface Link {
  readonly url: string;
  readonly expiresAt: Instant;
}

/** Links that let others speak to the store for minutes. Signing asks nobody. */
export interface DocumentLinks {
  form(request: { key: string; sizeBytes: number; sha256: string; mediaType: string }): Promise<UploadForm>;
  part(request: { key: string; upload: string; number: number }): Promise<Link>;
  /** Always to be saved and never shown: whoever made the file must not run in anybody’s page. `trace` says in the store’s own log whom it was given to. */
  read(request: { key: string; fileName: string; mediaType: string; trace: string }): Promise<Link>;
}

export interface UploadedPart {
  readonly number: number;
  readonly etag: string;
  readonly sizeBytes: number;
}

/** Uploads that come in parts. Throws `OutsideFailure` when the store cannot be reached. */
export interface PartUploads {
  /** The upload that was begun for a key and is neither complete nor given up. */
  under(key: string): Promise<string | undefined>;
  begin(request: { key: string; mediaType: string }): Promise<string>;
  parts(request: { key: string; upload: string }): Promise<readonly UploadedPart[]>;
  complete(request: { key: string; upload: string; parts: readonly UploadedPart[] }): Promise<void>;
  /** Whether all of it is there, put together and not looked into yet. */
  isThere(key: string): Promise<boolean>;
}

export interface StoredObject {
  readonly sizeBytes: number;
  readonly storedAt: Instant;
}

/** The bucket of documents, for the one function that moves them. Throws `OutsideFailure` when it cannot be reached. */
export interface DocumentStore {
  find(key: string): Promise<StoredObject | undefined>;
  /** The bytes as they come. Throws `OutsideFailure` where there are none. */
  read(key: string): AsyncIterable<Uint8Array>;
  /** Writes a file whole or not at all. */
  put(request: { key: string; path: string; sizeBytes: number; mediaType: string; sha256: string }): Promise<void>;
  /** Copies the bytes and locks the copy: nobody deletes it before the instant. A copy that is there is locked anew, never shorter. */
  seal(request: { from: string; to: string; until: Instant }): Promise<void>;
  /** Copies the bytes to where they are kept apart. */
  setAside(request: { from: string; to: string }): Promise<void>;
  /** Takes the bytes away from where they arrived. Nothing happens where there are none. */
  forget(key: string): Promise<void>;
  /** A number that was kept under a key; undefined where none was. */
  count(key: string): Promise<number | undefined>;
  /** Keeps a number under a key, whatever stood there, before anything else is done. */
  keepCount(key: string, count: number): Promise<void>;
  /** Keys under a prefix, with when they came. */
  list(request: { prefix: string; from?: string; limit: number }): Promise<{
    readonly items: readonly { readonly key: string; readonly storedAt: Instant }[];
    readonly next?: string;
  }>;
}
