import type { Reader } from '../../domain/observations/seal.ts';
import type { Caller } from '../_ports/ports.ts';

/** Who reads, as the rules of the seal know it: without a token, the public. */
export const readerOf = (caller: Caller | undefined): Reader => caller ?? { roles: ['public'] };
