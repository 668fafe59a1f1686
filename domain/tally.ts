import * as z from 'zod/mini';
import { count } from '../events/shapes.ts';

/** How many of the open things a tally names; beyond it only their number is kept, so that a head stays small. */
export const NAMED_MAX = 12;

/** What is still open of one kind: exactly how many, and the names of the first of them. What is settled leaves it. */
export const tally = z.strictObject({ open: count, named: z.array(z.string()) });
export type Tally = z.infer<typeof tally>;

export const NOTHING_OPEN: Tally = { open: 0, named: [] };

export const opened = (of: Tally, id: string): Tally => ({
  open: of.open + 1,
  named: of.named.length < NAMED_MAX ? [...of.named, id] : of.named,
});

export const settled = (of: Tally, id: string): Tally => ({
  open: of.open - 1,
  named: of.named.filter((name) => name !== id),
});
