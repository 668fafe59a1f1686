import type { DocumentRefusal } from '../../../events/vocabulary.ts';

export type { DocumentRefusal } from '../../../events/vocabulary.ts';

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
