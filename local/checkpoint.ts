import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { DataFolder } from './data-folder.ts';
import { jsonOf } from './json-of.ts';

const FILE = 'stream-checkpoint.json';

/** How far each shard of a stream was delivered: the number of its last record, or that it is closed and read to its end. */
export type Progress = Readonly<
  Record<string, { readonly upTo?: string | undefined; readonly closed?: boolean | undefined }>
>;

const checkpoint = z.strictObject({
  stream: z.string(),
  shards: z.record(z.string(), z.strictObject({ upTo: z.optional(z.string()), closed: z.optional(z.boolean()) })),
});

/** Reads how far a stream was delivered. One that is lost, broken or of another stream counts as none: everything is delivered again. */
export const readCheckpoint = async (folder: DataFolder, stream: string): Promise<Progress> => {
  const text = await readFile(folder.file(FILE), 'utf8').catch(() => '');
  const kept = checkpoint.safeParse(jsonOf(text));
  return kept.success && kept.data.stream === stream ? kept.data.shards : {};
};

/** One that is lost only makes the last events come again. */
export const writeCheckpoint = (folder: DataFolder, stream: string, shards: Progress): Promise<void> =>
  folder.replaceQuickly(FILE, JSON.stringify({ stream, shards }));
