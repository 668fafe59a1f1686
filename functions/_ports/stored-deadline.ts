import * as z from 'zod/mini';
import { instant } from '../../events/shapes.ts';

/** What a deadline must be to be handled at all, in whatever store it stands. */
export const storedDeadline = z.object({
  case: z.string(),
  id: z.string(),
  dueAt: instant,
  operation: z.string(),
  input: z.string(),
});
