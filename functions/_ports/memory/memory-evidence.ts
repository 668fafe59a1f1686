import { createHash } from 'node:crypto';
import type { EvidenceCopy, EvidenceDocuments } from '../bundle-ports.ts';

/** A document of a test: what is in it. */
export interface MemoryDocument {
  readonly id: string;
  readonly name: string;
  readonly original: string;
  readonly derived?: string;
}

const copyOf = (text: string): EvidenceCopy => ({
  sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  sizeBytes: Buffer.byteLength(text),
});

/** Documents in memory, attached to whatever is asked for. */
export const evidenceOf = (documents: readonly MemoryDocument[]): EvidenceDocuments => ({
  list: async ({ from = '0', limit }) => {
    const start = Number(from);
    const items = documents.slice(start, start + limit).map(({ id, name, original, derived }) => ({
      id,
      name,
      original: copyOf(original),
      ...(derived === undefined ? {} : { derived: copyOf(derived) }),
    }));
    return { items, ...(start + limit < documents.length ? { next: String(start + limit) } : {}) };
  },
  async *open({ document, copy }) {
    const found = documents.find(({ id }) => id === document);
    yield Buffer.from(found?.[copy] ?? '', 'utf8');
  },
});
