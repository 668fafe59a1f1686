import { mkdir, open, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart, systemCodeOf } from './cannot-start.ts';

/** Where a system on one machine keeps its data unless it is told otherwise, from the folder that it is started in. */
export const DATA_FOLDER = '.veedor';
/** Space that must be free for a start: enough to say clearly that it runs out, instead of failing in the middle of a write. */
export const FREE_BYTES_MIN = 16 * 1024 * 1024;

/** Only its owner reads what the system keeps: the issuer’s key and restricted content are among it. */
const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;

/** The folder in which a system on one machine keeps everything, held by one process at a time. */
export interface DataFolder {
  readonly path: string;
  file(name: string): string;
  /** Writes a small file so that a reader finds the old text or the new one, never a part; after a loss of power too. */
  replace(name: string, text: string): Promise<void>;
  /** The same for what may be lost with the power, and must not cost a visit to the disk. */
  replaceQuickly(name: string, text: string): Promise<void>;
  /** Lets another process have the folder. Doing it twice does nothing. */
  release(): void;
}

/** Makes the folder if need be and takes hold of it. Throws `CannotStart` when it cannot be written, is full, or another process holds it. */
export const openDataFolder = async (folder: string): Promise<DataFolder> => {
  const path = resolve(folder);
  try {
    await makeFolder(path);
    await proveWritable(path);
  } catch (error) {
    throw whyNotWritable(path, systemCodeOf(error));
  }
  const lock = takeLock(path);
  return {
    path,
    file: (name) => join(path, name),
    replace: (name, text) => replaceFile(join(path, name), text, { flush: true }),
    replaceQuickly: (name, text) => replaceFile(join(path, name), text, { flush: false }),
    release: () => {
      if (lock.isOpen) lock.close();
    },
  };
};

/** Not mkdir's own `recursive`: Node 24 never comes back from it where the file system says that a folder cannot be (`/proc/veedor`). */
const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { mode: OWNER_ONLY_FOLDER });
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'EEXIST') return;
    const isParentMissing = code === 'ENOENT' && !(await exists(dirname(path)));
    if (!isParentMissing) throw error;
    await makeFolder(dirname(path));
    await mkdir(path, { mode: OWNER_ONLY_FOLDER });
  }
};

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false;
    throw error;
  }
};

const proveWritable = async (path: string): Promise<void> => {
  const probe = join(path, 'write-probe');
  const file = await open(probe, 'w', OWNER_ONLY_FILE);
  try {
    await file.writeFile('The system can write here.\n');
    await file.sync();
  } finally {
    await file.close();
    await rm(probe, { force: true });
  }
  const { bavail, bsize } = await statfs(path);
  if (bavail * bsize < FREE_BYTES_MIN) throw Object.assign(new Error('too little space'), { code: 'ENOSPC' });
};

/** Says in words why a folder cannot be written; `code` is the operating system’s. */
export const whyNotWritable = (path: string, code = 'unknown error'): CannotStart => {
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new CannotStart(
      'disk-full',
      `The disk of ${path} is full (${code}): at least ${FREE_BYTES_MIN / 1024 / 1024} MB must be free.\nFree some space, or set VEEDOR_FOLDER to a folder on another disk.`,
    );
  }
  const reason = code === 'EROFS' ? 'the disk is read-only' : 'the folder cannot be written';
  return new CannotStart(
    'folder-not-writable',
    `Veedor keeps its data in ${path}, but ${reason} (${code}).\nSet VEEDOR_FOLDER to a folder that this user may write.`,
  );
};

const replaceFile = async (path: string, text: string, { flush }: { flush: boolean }): Promise<void> => {
  const next = `${path}.next`;
  await writeFile(next, text, { mode: OWNER_ONLY_FILE, flush });
  await rename(next, path);
};

/**
 * The lock is a write lock of SQLite on a file of its own: the operating system lets go of it when the process ends, however it ends,
 * so there is nothing left behind to clean up.
 */
const takeLock = (path: string): DatabaseSync => {
  const lock = new DatabaseSync(join(path, 'lock'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && /locked/.test(error.message)) {
      throw new CannotStart(
        'another-instance',
        `Another Veedor is running on ${path}.\nStop it first, or set VEEDOR_FOLDER (and PORT) to start a second one beside it.`,
      );
    }
    throw whyNotWritable(path, systemCodeOf(error));
  }
};
