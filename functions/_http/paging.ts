import * as z from 'zod/mini';

export const PAGE_SIZE_MAX = 100;
export const PAGE_SIZE = 50;
/**
 * Lists that show what people wrote. The longest contents of one observation take 210 KB: more of them in one page would not fit into
 * what a function may answer (6 MB), and one hand that writes long texts would close the list to everybody.
 */
export const WRITTEN_PAGE_MAX = 25;
const CURSOR_LENGTH_MAX = 1_024;

/** A page’s size as it stands in a URL. */
export const pageSizeText = z
  .string()
  .check(z.regex(/^([1-9]\d?|100)$/, { error: `must be a number from 1 to ${PAGE_SIZE_MAX}` }));

/** The parameters of every list: how many, and from where. */
export const paging = z.strictObject({
  limit: z._default(z.pipe(pageSizeText, z.transform(Number)), PAGE_SIZE),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(CURSOR_LENGTH_MAX))),
});

export const nothingAsked = z.strictObject({});
