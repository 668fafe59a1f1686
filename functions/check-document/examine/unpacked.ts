import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Effort } from './limits.ts';
import { demand } from './refusal.ts';
import { bufferSource, type Source, withFile } from './source.ts';
import { unpack, type ZipEntry } from './zip.ts';

/** Entries up to here are looked at in memory, longer ones in a file of their own. */
const IN_MEMORY_BYTES_MAX = 8_388_608;

/** Unpacks an entry to where it can be read anywhere, and leaves nothing behind. */
export const withUnpacked = async <T>(
  { source, entry, effort }: { source: Source; entry: ZipEntry; effort: Effort },
  work: (found: Source) => Promise<T>,
): Promise<T> => {
  if (entry.bytes <= IN_MEMORY_BYTES_MAX) {
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of unpack(source, entry, effort)) {
      bytes += piece.length;
      demand(bytes <= entry.bytes, 'archive-bomb');
      pieces.push(piece);
    }
    return work(bufferSource(Buffer.concat(pieces)));
  }
  const path = join(tmpdir(), `veedor-entry-${randomUUID()}`);
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const piece of unpack(source, entry, effort)) await file.writeFile(piece);
    } finally {
      await file.close();
    }
    return await withFile(path, work);
  } finally {
    await rm(path, { force: true });
  }
};
