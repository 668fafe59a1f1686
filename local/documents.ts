import type { OnObjectCreated } from './object-store/outbox.ts';

/** What the bucket’s notification tells the function that checks documents: S3’s own message, as far as it is read. */
type Check = (event: unknown) => Promise<unknown>;

/** Between the object store, which is there first, and the function that is told of its new objects. */
export interface LocalDocuments {
  readonly created: OnObjectCreated;
  /** From now on this function is told; without one, nobody is. */
  readonly check: (check: Check | undefined) => void;
}

/** Tells the function of new objects at least once: what it fails on, and what came before it was there, is told again. */
export const documentsOf = (also: OnObjectCreated | undefined, checked: () => void): LocalDocuments => {
  const told: { check?: Check | 'nobody' } = {};
  return {
    created: async (created) => {
      const { check } = told;
      if (check === undefined) throw new Error('The function that checks documents is not there yet.');
      if (check !== 'nobody') await check({ Records: [{ s3: { object: { key: created.key } } }] });
      checked();
      await also?.(created);
    },
    check: (check) => {
      told.check = check ?? 'nobody';
    },
  };
};
