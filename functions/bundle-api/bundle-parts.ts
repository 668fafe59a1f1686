import type { CopyKind, EvidenceCopy, EvidenceDocument } from '../_ports/bundle-ports.ts';

/**
 * fflate writes no ZIP64: beyond 4 GiB or 65,535 entries it writes archives that cannot be read, and does not say so (its issues 81 and
 * 229). A part stays far below, so that old programs and small machines can open it too.
 */
export const PART_BYTES_MAX = 2 * 1024 ** 3;
export const PART_FILES_MAX = 5_000;

/** A document in a bundle: under a name of ours, whatever it was called. */
export interface BundledDocument {
  readonly id: string;
  readonly path: string;
  readonly copy: CopyKind;
  readonly bytes: EvidenceCopy;
  /** What it was called; left out where that could tell who made it, or where. */
  readonly name?: string;
}

export interface LeftOutDocument {
  readonly id: string;
  readonly because: 'no-copy-without-metadata' | 'too-large';
}

export interface DocumentParts {
  /** At least one, which can be empty. */
  readonly parts: readonly (readonly BundledDocument[])[];
  readonly leftOut: readonly LeftOutDocument[];
}

const EXTENSION = /\.([A-Za-z0-9]{1,8})$/;

/** Letters, digits and one point: no path, no blank, no formula and no option of a program. */
export const pathOf = (id: string, name: string): string => {
  if (!/^document-[1-9]\d{0,5}$/.test(id)) throw new Error('A document has an id of ours.');
  const [, extension] = EXTENSION.exec(name) ?? [];
  return `documents/${id}${extension === undefined ? '' : `.${extension.toLowerCase()}`}`;
};

/** Which documents go into which part, in the order in which they are told: the same for the same documents. */
export const partsOf = (documents: readonly EvidenceDocument[], sanitised: boolean): DocumentParts => {
  const leftOut: LeftOutDocument[] = [];
  const parts: BundledDocument[][] = [[]];
  let partBytes = 0;
  for (const { id, name, original, derived } of documents) {
    const bytes = sanitised ? derived : original;
    if (bytes === undefined || bytes.sizeBytes > PART_BYTES_MAX) {
      leftOut.push({ id, because: bytes === undefined ? 'no-copy-without-metadata' : 'too-large' });
      continue;
    }
    const last = parts.at(-1) ?? [];
    const fits = partBytes + bytes.sizeBytes <= PART_BYTES_MAX && last.length < PART_FILES_MAX;
    const copy = sanitised ? ('derived' as const) : ('original' as const);
    const bundled = { id, path: pathOf(id, name), copy, bytes, ...(sanitised ? {} : { name }) };
    if (fits) last.push(bundled);
    else parts.push([bundled]);
    partBytes = (fits ? partBytes : 0) + bytes.sizeBytes;
  }
  return { parts, leftOut };
};
