import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Examiner } from './context.ts';
import type { Effort } from './limits.ts';
import { fitName } from './names.ts';
import { safePath } from './parts.ts';
import { demand } from './refusal.ts';
import { bufferSource, type Source, withFile } from './source.ts';
import { readZip, unpack, type ZipEntry } from './zip.ts';

/** Entries up to here are looked at in memory, longer ones in a file of their own. */
const IN_MEMORY_BYTES_MAX = 8_388_608;
const APPLE_DOUBLE = Buffer.from([0x00, 0x05, 0x16, 0x07]);
const APPLE_BYTES_MAX = 1_048_576;

/** What systems leave in every archive that they pack. It says nothing to anybody, and the derived copy leaves it out. */
export const isLitter = (name: string): boolean =>
  /^__macosx\/|(^|\/)(\.ds_store|thumbs\.db|desktop\.ini)$/i.test(name);

/** A ZIP of documents: each entry is examined as if it had come alone, under one common limit. */
export const examineArchive: Examiner = async (source, { effort, inside }) => {
  const entries = await readZip(source, effort);
  demand(entries.length > 0, 'empty');
  for (const { name } of entries) safePath(name);
  for (const entry of entries) {
    const parts = entry.name.split('/').filter((part) => part !== '');
    if (isLitter(entry.name)) await examineLitter(source, entry, effort);
    else {
      demand(parts.every(fitName), 'name-unfit');
      if (entry.isFolder) demand(entry.bytes === 0);
      else await withUnpacked({ source, entry, effort }, (found) => inside(found, parts.at(-1) ?? '', 'archive'));
    }
  }
};

const examineLitter = async (source: Source, entry: ZipEntry, effort: Effort): Promise<void> => {
  if (entry.isFolder) return;
  demand(entry.bytes <= APPLE_BYTES_MAX, 'embedded-file');
  let first = true;
  for await (const piece of unpack(source, entry, effort)) {
    if (first && /^__macosx\//i.test(entry.name)) demand(piece.subarray(0, 4).equals(APPLE_DOUBLE), 'embedded-file');
    first = false;
  }
};

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
