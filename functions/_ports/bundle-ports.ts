import type { Reader } from '../../domain/observations/seal.ts';
import type { Head } from '../../domain/state.ts';
import type { Instant } from '../../events/shapes.ts';
import type { Page } from './ports.ts';

/** Bytes of a document that somebody may be given. */
export interface EvidenceCopy {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** What they are, by the name that their examination found. */
  readonly mediaType: string;
}

/** A document as a bundle takes it. */
export interface EvidenceDocument {
  /** `document-1` */
  readonly id: string;
  /** What it belongs to: a finding, or a report. */
  readonly attachedTo: string;
  /** What whoever handed it in called it: any text at all. */
  readonly name: string;
  readonly original: EvidenceCopy;
  /** The copy from which what files tell of themselves was taken away; absent where there was nothing to take away. */
  readonly derived?: EvidenceCopy;
  /** Earlier versions stay, and the newer one names the one that it follows. */
  readonly supersedes?: string;
  /** The version with something left out that stands in its place, for whoever reads from outside. */
  readonly redactedBy?: string;
  /** Why nobody is given its bytes; absent where they are there. */
  readonly withheld?: 'not-checked' | 'refused' | 'redacted';
  /** Why it was refused, where it was. */
  readonly refusal?: string;
}

export type CopyKind = 'original' | 'derived';

/** The documents of a case that belong to some of its things. Throws `OutsideFailure` when they cannot be reached. */
export interface EvidenceDocuments {
  /**
   * Those that are attached to some things of the case, in the order of their numbers, as far as somebody may know of them. Those whose
   * bytes are not given say so.
   */
  list(request: {
    readonly head: Head;
    readonly reader: Reader;
    readonly now: Instant;
    readonly attachedTo: readonly string[];
    readonly from?: string;
    readonly limit: number;
  }): Promise<Page<EvidenceDocument>>;
  /** The bytes as they come. */
  open(request: { case: string; document: string; copy: CopyKind }): AsyncIterable<Uint8Array>;
}

/** Where the bytes of usable documents are. */
export interface DocumentCopies {
  /** The bytes as they come. Throws `OutsideFailure` where they are not, or stop coming. */
  read(key: string): AsyncIterable<Uint8Array>;
}

/** The longest that a link to a bundle lives. */
export const BUNDLE_LINK_SECONDS = 60;

/** Where a bundle is kept that is too large for an answer. It is forgotten after a day. Throws `OutsideFailure` when it cannot be reached. */
export interface BundleStore {
  has(key: string): Promise<boolean>;
  /** Keeps all the bytes, or nothing where their source fails. */
  keep(request: { key: string; chunks: AsyncIterable<Uint8Array> }): Promise<void>;
  /** A link to what is kept: to be saved under a name, never to be shown. */
  link(request: { key: string; fileName: string }): Promise<{ readonly url: string; readonly expiresAt: Instant }>;
}

/** What a bundle is made of and kept in, beside the record. */
export interface BundlePorts {
  readonly copies: DocumentCopies;
  readonly bundles: BundleStore;
}
