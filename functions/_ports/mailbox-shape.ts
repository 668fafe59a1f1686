import * as z from 'zod/mini';
import { instant } from '../../events/shapes.ts';

/** A mailbox as it is kept, with an endpoint or by itself. */
export const mailboxShape = {
  address: z.string(),
  confirmedAt: z.exactOptional(instant),
  asked: z.exactOptional(z.strictObject({ codeHash: z.string(), sealed: z.string(), until: instant })),
  askedAt: z.exactOptional(z.array(instant)),
};
