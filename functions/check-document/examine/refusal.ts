/** Why a document is not used, in words. Each names what the person who sent it can put right, or must know. */
export const DOCUMENT_REFUSALS = [
  'hash-differs',
  'size-differs',
  'type-differs',
  'extension-differs',
  'type-not-allowed',
  'image-bomb',
  'archive-bomb',
  'archive-nested',
  'archive-path',
  'archive-link',
  'archive-encrypted',
  'active-content',
  'embedded-file',
  'malformed',
  'empty',
  'name-unfit',
  'not-arrived',
] as const;

export type DocumentRefusal = (typeof DOCUMENT_REFUSALS)[number];

/** Thrown from deep inside a format and caught at the one door, `examine`: it never leaves this folder. */
export class RefusedError extends Error {
  readonly reason: DocumentRefusal;

  constructor(reason: DocumentRefusal) {
    super(reason);
    this.name = 'RefusedError';
    this.reason = reason;
  }
}

export const refuse = (reason: DocumentRefusal): never => {
  throw new RefusedError(reason);
};

/** Refuses unless the condition holds. */
export function demand(holds: boolean, reason: DocumentRefusal = 'malformed'): asserts holds {
  if (!holds) throw new RefusedError(reason);
}
