import { extensionOf } from '../../domain/documents/media-types.ts';
import type { CopyKind, EvidenceCopy, EvidenceDocument } from '../_ports/bundle-ports.ts';

/**
 * fflate writes no ZIP64: beyond 4 GiB or 65,535 entries it writes archives that cannot be read, and does not say so (its issues 81 and
 * 229). A part stays far below, so that old programs and small machines can open it too.
 */
export const PART_BYTES_MAX = 2 * 1024 ** 3;
export const PART_FILES_MAX = 5_000;

/**
 * Which bytes a bundle takes: originals for who judges them, copies without metadata alone where somebody wished to be protected, and
 * where everybody reads what everybody is given one by one.
 */
export type Copies = 'originals' | 'without-metadata' | 'as-everybody-reads';

/** A document in a bundle: under a name of ours, whatever it was called. */
export interface BundledDocument {
  readonly id: string;
  readonly attachedTo: string;
  readonly path: string;
  readonly copy: CopyKind;
  readonly bytes: EvidenceCopy;
  readonly supersedes?: string;
  /** What it was called; left out where that could tell who made it, or where. */
  readonly name?: string;
}

export interface LeftOutDocument {
  readonly id: string;
  readonly attachedTo: string;
  readonly because: 'no-copy-without-metadata' | 'too-large' | 'not-checked' | 'refused' | 'redacted';
  /** The hash with which it was handed in; left out where it could tell who made it. */
  readonly sha256?: string;
  /** Of a refused one, in a word. */
  readonly refusal?: string;
  /** The version with something left out that stands in its place. */
  readonly redactedBy?: string;
}

export interface DocumentParts {
  /** At least one, which can be empty. */
  readonly parts: readonly (readonly BundledDocument[])[];
  readonly leftOut: readonly LeftOutDocument[];
}

/** Digits, letters and one point: no path, no blank, no formula and no option of a program. */
export const pathOf = (id: string, { mediaType }: Pick<EvidenceCopy, 'mediaType'>): string => {
  if (!/^document-[1-9]\d{0,5}$/.test(id)) throw new Error('A document has an id of ours.');
  const extension = extensionOf(mediaType);
  return `documents/${id}${extension === undefined ? '' : `.${extension}`}`;
};

const copyFor = ({ original, derived }: EvidenceDocument, copies: Copies) => {
  if (copies === 'originals') return { copy: 'original' as const, bytes: original };
  if (derived !== undefined) return { copy: 'derived' as const, bytes: derived };
  return copies === 'without-metadata' ? undefined : { copy: 'original' as const, bytes: original };
};

/** Why there are no bytes to give, or more of them than a ZIP holds. */
const unfit = (chosen: { readonly bytes: EvidenceCopy } | undefined): LeftOutDocument['because'] | undefined => {
  if (chosen === undefined) return 'no-copy-without-metadata';
  return chosen.bytes.sizeBytes > PART_BYTES_MAX ? 'too-large' : undefined;
};

const leftOutFor = (document: EvidenceDocument, copies: Copies): LeftOutDocument | undefined => {
  const { id, attachedTo, original, withheld, refusal, redactedBy } = document;
  const because = withheld ?? unfit(copyFor(document, copies));
  return because === undefined
    ? undefined
    : {
        id,
        attachedTo,
        because,
        ...(copies === 'originals' ? { sha256: original.sha256 } : {}),
        ...(refusal === undefined ? {} : { refusal }),
        ...(redactedBy === undefined ? {} : { redactedBy }),
      };
};

/** Which documents go into which part, in the order in which they are told: the same for the same documents. */
export const partsOf = (documents: readonly EvidenceDocument[], copies: Copies): DocumentParts => {
  const leftOut: LeftOutDocument[] = [];
  const parts: BundledDocument[][] = [[]];
  let partBytes = 0;
  for (const document of documents) {
    const left = leftOutFor(document, copies);
    const chosen = copyFor(document, copies);
    if (left !== undefined) leftOut.push(left);
    if (left !== undefined || chosen === undefined) continue;
    const { id, attachedTo, name, supersedes } = document;
    const bundled: BundledDocument = {
      id,
      attachedTo,
      path: pathOf(id, chosen.bytes),
      ...chosen,
      ...(supersedes === undefined ? {} : { supersedes }),
      ...(copies === 'without-metadata' ? {} : { name }),
    };
    const { sizeBytes } = chosen.bytes;
    const last = parts.at(-1) ?? [];
    const fits = partBytes + sizeBytes <= PART_BYTES_MAX && last.length < PART_FILES_MAX;
    if (fits) last.push(bundled);
    else parts.push([bundled]);
    partBytes = (fits ? partBytes : 0) + sizeBytes;
  }
  return { parts, leftOut };
};
