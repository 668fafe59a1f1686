import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What may pass until what is left of it is collected, in bytes. */
const PASSING_BYTES = 8 * 1024 ** 2;

setFlagsFromString('--expose-gc');
const collector: unknown = runInNewContext('gc');

let passed = 0;

/**
 * Told of the bytes of bodies as they pass. Sockets and files give each piece in new memory outside the heap, and V8 looks after that
 * only when 64 MB of it piled up. Collecting what is young takes less than a millisecond, so a large body costs no more than a small one.
 */
export const bytesPassed = (bytes: number): void => {
  passed += bytes;
  if (passed < PASSING_BYTES) return;
  passed = 0;
  if (typeof collector === 'function') Reflect.apply(collector, undefined, [{ type: 'minor' }]);
};
