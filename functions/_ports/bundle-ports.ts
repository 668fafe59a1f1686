import type { Instant } from '../../events/shapes.ts';
import type { Page } from './ports.ts';

/** Bytes of a document that somebody may be given. */
export interface EvidenceCopy {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** A document as a bundle takes it. */
export interface EvidenceDocument {
  /** `document-1` */
  readonly id: string;
  /** What whoever handed it in called it: any text at all. */
  readonly name: string;
  readonly original: EvidenceCopy;
  /** The copy from which what files tell of themselves was taken away; absent where none was made. */
  readonly derived?: EvidenceCopy;
}

export type CopyKind = 'original' | 'derived';

/** The usable documents of a case, as far as they belong to what a bundle is about. Throws `OutsideFailure` when they cannot be reached. */
export interface EvidenceDocuments {
  /** Those that are attached to some things of the case, in the order of their numbers. */
  list(request: {
    case: string;
    attachedTo: readonly string[];
    from?: string;
    limit: number;
  }): Promise<Page<EvidenceDocument>>;
  /** The bytes as they come. */
  open(request: { case: string; document: string; copy: CopyKind }): AsyncIterable<Uint8Array>;
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
  /** Undefined where the deployment keeps no documents: bundles say so. */
  readonly evidence: EvidenceDocuments | undefined;
  readonly bundles: BundleStore;
}
