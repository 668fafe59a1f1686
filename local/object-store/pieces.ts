import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesPassed } from './passing-bytes.ts';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;
/** Folders over which files are spread: none of them grows long. */
const SHELVES = 64;
const ID_BYTES = 20;
const ID = /^[0-9a-f]{40}$/;
/** Read at a time, in bytes: what one reader holds in memory. */
const READ_BYTES = 256 * 1024;
/** Gathered before it is written, in bytes: bodies arrive in small bits. */
const WRITE_BYTES = 256 * 1024;

/** A stretch of a file, both ends included, in bytes. */
export interface Stretch {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The bytes of objects and of parts, in files whose names are random: nothing that a client says ever becomes a name. A file is
 * complete and on the disk before its id is given out; whether it counts is for the tables to say.
 */
export interface Pieces {
  /** Writes everything that comes, and gives the id when it cannot be lost any more. When the source throws, nothing stays. */
  write(source: AsyncIterable<Buffer>): Promise<string>;
  /** The bytes of some stretches, one after the other. The files stay until the reader is done, even when discarded meanwhile. */
  read(stretches: readonly Stretch[]): AsyncGenerator<Buffer>;
  /** Removes files that no table names any more, now or when the last of their readers is done. */
  discard(files: readonly string[]): Promise<void>;
}

/** Opens the folder, and clears away what a process that was killed left unfinished: files that no table names. */
export const openPieces = async (folder: string, isNamed: (file: string) => boolean): Promise<Pieces> => {
  const incoming = join(folder, 'incoming');
  const shelfOf = (file: string) => join(folder, 'pieces', shelfName(Number.parseInt(file.slice(0, 2), 16) % SHELVES));
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: OWNER_ONLY_FOLDER });
  for (let shelf = 0; shelf < SHELVES; shelf += 1) {
    await mkdir(join(folder, 'pieces', shelfName(shelf)), { recursive: true, mode: OWNER_ONLY_FOLDER });
  }
  await syncFolder(join(folder, 'pieces'));
  await syncFolder(folder);
  await sweep(join(folder, 'pieces'), isNamed);

  const readers = new Map<string, number>();
  const doomed = new Set<string>();
  const remove = (file: string) => rm(join(shelfOf(file), file), { force: true });
  const hold = (files: readonly string[]) => {
    for (const file of files) readers.set(file, (readers.get(file) ?? 0) + 1);
  };
  const release = async (files: readonly string[]) => {
    for (const file of files) {
      const left = (readers.get(file) ?? 1) - 1;
      if (left > 0) readers.set(file, left);
      else readers.delete(file);
      if (left === 0 && doomed.delete(file)) await remove(file);
    }
  };

  return {
    write: async (source) => {
      const id = randomBytes(ID_BYTES).toString('hex');
      const draft = join(incoming, id);
      try {
        await writeDraft(draft, source);
        await rename(draft, join(shelfOf(id), id));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(shelfOf(id));
      return id;
    },
    read: (stretches) => {
      const files = stretches.map(({ file }) => file);
      // Held at once, not when the first byte is asked for: in between the object may be deleted.
      hold(files);
      return readAll(stretches, { pathOf: (file) => join(shelfOf(file), file), done: () => release(files) });
    },
    discard: async (files) => {
      for (const file of files) {
        if (readers.has(file)) doomed.add(file);
        else await remove(file);
      }
    },
  };
};

const shelfName = (shelf: number): string => shelf.toString().padStart(2, '0');

const writeDraft = async (path: string, source: AsyncIterable<Buffer>): Promise<void> => {
  const file = await open(path, 'wx', OWNER_ONLY_FILE);
  try {
    for await (const parts of gathered(source)) await writeAll(file, parts);
    await file.sync();
  } finally {
    await file.close();
  }
};

const writeAll = async (file: FileHandle, parts: readonly Buffer[]): Promise<void> => {
  for (let left = parts; left.length > 0; ) {
    const { bytesWritten } = await file.writev(left);
    left = behind(left, bytesWritten);
  }
};

/** What is left when some bytes are gone: a disk may take less than it was given. */
const behind = (parts: readonly Buffer[], bytes: number): readonly Buffer[] => {
  let gone = bytes;
  return parts.flatMap((part) => {
    const rest = part.subarray(Math.min(gone, part.length));
    gone -= part.length - rest.length;
    return rest.length === 0 ? [] : [rest];
  });
};

async function* gathered(source: AsyncIterable<Buffer>): AsyncGenerator<readonly Buffer[]> {
  let parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of source) {
    parts.push(part);
    bytes += part.length;
    bytesPassed(part.length);
    if (bytes < WRITE_BYTES) continue;
    yield parts;
    parts = [];
    bytes = 0;
  }
  yield parts;
}

async function* readAll(
  stretches: readonly Stretch[],
  { pathOf, done }: { pathOf: (file: string) => string; done: () => Promise<void> },
): AsyncGenerator<Buffer> {
  try {
    for (const stretch of stretches) yield* readStretch(pathOf(stretch.file), stretch);
  } finally {
    await done();
  }
}

async function* readStretch(path: string, { from, to }: Stretch): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    for (let at = from; at <= to; ) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(READ_BYTES, to - at + 1)), {
        position: at,
      });
      if (bytesRead === 0) throw new Error('A file of the object store is shorter than it was.');
      at += bytesRead;
      bytesPassed(bytesRead);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** What is in a folder is on the disk only when the folder is. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

const sweep = async (folder: string, isNamed: (file: string) => boolean): Promise<void> => {
  for (const shelf of await readdir(folder)) {
    for (const file of await readdir(join(folder, shelf))) {
      // Only files with names like ours: what somebody else put there is not ours to remove.
      if (ID.test(file) && !isNamed(file)) await rm(join(folder, shelf, file), { force: true });
    }
  }
};
