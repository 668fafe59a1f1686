import * as z from 'zod/mini';

/** What can become of a row. */
export const ROW_RESULTS = ['created', 'updated', 'unchanged', 'refused'] as const;

/** What became of one row of an imported table. Row 1 is the first one after the names of the columns. */
export const rowResult = z.strictObject({
  row: z.int(),
  /** The id in the row, where it is one. */
  person: z.optional(z.string()),
  result: z.enum(ROW_RESULTS),
  /** Of a row that was refused: the problem, as one of the API would be named, and each flaw with its place. */
  word: z.optional(z.string()),
  errors: z.optional(z.array(z.strictObject({ pointer: z.string(), detail: z.string() }))),
});

export type RowResult = z.infer<typeof rowResult>;

/** What an import answers, every time that it is sent. */
export const importAnswer = z.strictObject({
  import: z.string(),
  rows: z.int(),
  /** Rows that have their result. */
  done: z.int(),
  /** False: the same file, sent again with the same key, goes on from here. */
  finished: z.boolean(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  /** The first of those that were refused; `/roster/imports/{import}` lists every row. */
  refusals: z.array(rowResult),
});

/** Rows of one chunk: decided together, kept together and read together. */
export const CHUNK_ROWS = 25;
const chunkOfRows = z.array(rowResult);

export const rowsIn = (chunk: string): readonly RowResult[] => chunkOfRows.parse(JSON.parse(chunk));
