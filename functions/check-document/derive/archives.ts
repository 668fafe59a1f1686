import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { byExtension } from '../examine/accepted.ts';
import { isLitter } from '../examine/archive.ts';
import { openEffort } from '../examine/effort.ts';
import { LIMITS } from '../examine/limits.ts';
import { extensionOf } from '../examine/names.ts';
import { chunksOf, type Source, withFile } from '../examine/source.ts';
import { withUnpacked } from '../examine/unpacked.ts';
import { readZip } from '../examine/zip.ts';
import type { Derived, Made, Removed } from './derived.ts';

const NO_TIME = new Date(1980, 0, 1);
const PACKED_KINDS = new Set(['photo', 'audio', 'video', 'office', 'pdf']);

type DeriveOne = (file: { path: string }, mediaType: string, into: string) => Promise<Derived | undefined>;

/** An archive packed anew, of the copies of what is in it. One entry at a time is unpacked, beside the archive to be. */
export const deriveArchive = async (path: string, into: string, deriveOne: DeriveOne): Promise<Made> => {
  const removed = new Set<Removed>(['times']);
  const packedPath = join(into, `.${randomUUID()}`);
  const packed = await open(packedPath, 'wx', 0o600);
  const pieces: Buffer[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(Buffer.from(piece));
  });
  const flush = async (): Promise<void> => {
    for (const piece of pieces.splice(0)) await packed.writeFile(piece);
  };
  const effort = openEffort(LIMITS);
  try {
    await withFile(path, async (source) => {
      const entries = await readZip(source, effort);
      const taken = new Set(entries.map(({ name }) => name.toLowerCase()));
      for (const entry of entries) {
        if (isLitter(entry.name)) removed.add('litter');
        else if (!entry.isFolder) {
          await withUnpacked({ source, entry, effort }, (found) =>
            addCopy(found, { name: entry.name, into, deriveOne, zip, flush, removed, taken }),
          );
        }
      }
    });
    zip.end();
    await flush();
  } finally {
    await packed.close();
  }
  return { pieces: readAndRemove(packedPath), removed };
};

interface Adding {
  readonly name: string;
  readonly into: string;
  readonly deriveOne: DeriveOne;
  readonly zip: Zip;
  readonly flush: () => Promise<void>;
  readonly removed: Set<Removed>;
  /** Names that are taken, in small letters. */
  readonly taken: Set<string>;
}

const addCopy = async (found: Source, { name, into, deriveOne, zip, flush, removed, taken }: Adding): Promise<void> => {
  const accepted = byExtension(extensionOf(name));
  const folder = join(into, `.${randomUUID()}`);
  const entryPath = `${folder}.entry`;
  try {
    await spill(found, entryPath);
    const copy = accepted === undefined ? undefined : await deriveOne({ path: entryPath }, accepted.mediaType, folder);
    for (const what of copy?.removed ?? []) removed.add(what);
    const copyName = copy === undefined || copy.mediaType === accepted?.mediaType ? name : unsignedName(name, taken);
    const packing = PACKED_KINDS.has(accepted?.kind ?? '')
      ? new ZipPassThrough(copyName)
      : new ZipDeflate(copyName, { level: 6 });
    packing.mtime = NO_TIME;
    zip.add(packing);
    await withFile(copy?.path ?? entryPath, async (source) => {
      for await (const piece of chunksOf(source)) {
        packing.push(piece, false);
        await flush();
      }
    });
    packing.push(new Uint8Array(0), true);
    await flush();
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(entryPath, { force: true });
  }
};

/** A document taken out of its signature is named for what it is, unless another stands under that name. */
const unsignedName = (name: string, taken: Set<string>): string => {
  const plain = name.replace(/\.p7m$/i, '');
  const free = taken.has(plain.toLowerCase()) ? plain.replace(/(\.[^.]*)?$/, ' (signed)$1') : plain;
  taken.add(free.toLowerCase());
  return free;
};

const spill = async (found: Source, path: string): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of chunksOf(found)) await file.writeFile(piece);
  } finally {
    await file.close();
  }
};

async function* readAndRemove(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    for await (const piece of file.createReadStream({ autoClose: false })) yield Buffer.from(piece);
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}
