import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { systemCodeOf } from '../cannot-start.ts';
import { atMost, TooLarge } from './at-most.ts';
import { type FetchFailure, fetchSource } from './fetch-source.ts';
import { bytesAt } from './pieces.ts';

/** Bytes of one source, unpacked: what a disk should not be filled with by a few bytes that unpack to more. */
export const SOURCE_BYTES_MAX = 64 * 1024 ** 3;

/** What is to be imported, as it was named: the file's path in its folder, or the URL. */
export interface Source {
  readonly name: string;
  /** Absent for a URL. */
  readonly path?: string;
}

/** What cannot be read at all, with what to do about it. */
export class CannotImport extends Error {
  override readonly name = 'CannotImport';
}

const OCDS_FILE = /\.(json|jsonl|ndjson)(\.gz)?$/i;
const URL_NAME = /^https?:\/\//i;

/** The sources that arguments name: files, the OCDS files of folders (in the order of their names; links are not followed), URLs. */
export const sourcesAt = async (named: readonly string[]): Promise<readonly Source[]> => {
  const sources: Source[] = [];
  for (const name of named) {
    if (URL_NAME.test(name)) sources.push({ name });
    else if (await isFolder(name)) sources.push(...(await inFolder(name, name)));
    else sources.push({ name: basename(name), path: name });
  }
  if (sources.length === 0) throw new CannotImport('There is no .json, .jsonl or .ndjson file there, packed or not.');
  return sources;
};

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new CannotImport(`${path} cannot be read (${systemCodeOf(error) ?? 'unknown'}).`);
  }
};

const inFolder = async (root: string, folder: string): Promise<readonly Source[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const sources: Source[] = [];
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sources.push(...(await inFolder(root, path)));
    else if (entry.isFile() && OCDS_FILE.test(entry.name)) sources.push({ name: relative(root, path), path });
  }
  return sources;
};

/** What a source is, so that a resumed import notices that it is another one. A URL is what it was when it was fetched. */
export const stampOf = async ({ name, path }: Source): Promise<string> => {
  if (path === undefined) return name;
  const { size, mtimeMs } = await stat(path);
  return `${name} ${size} ${mtimeMs}`;
};

export type Unusable = FetchFailure | 'not-unpacked';

/** A source as a plain file; what was wrong with it may leave a part of it usable. */
export interface PlainFile {
  /** Absent where nothing of it is there. */
  readonly path?: string;
  readonly failure?: Unusable;
}

/** Makes a source a plain file on this disk: fetched and unpacked where it is not one. `spool` is the path that may be written. */
export const plainFileOf = async (
  { name, path }: Source,
  spool: string,
  { loopback }: { loopback: boolean },
): Promise<PlainFile> => {
  const fetched = `${spool}.fetched`;
  const failure =
    path === undefined ? await fetchSource(name, fetched, { bytesMax: SOURCE_BYTES_MAX, loopback }) : undefined;
  if (failure !== undefined) return { failure };
  const packed = path ?? fetched;
  return (await isGzip(packed)) ? unpack(packed, spool) : { path: packed };
};

const isGzip = async (path: string): Promise<boolean> => {
  const [first, second] = await bytesAt(path, { offset: 0, length: 2 });
  return first === 0x1f && second === 0x8b;
};

const unpack = async (packed: string, into: string): Promise<PlainFile> => {
  const told: Told = {};
  try {
    await pipeline(unpacked(packed, told), atMost(SOURCE_BYTES_MAX), createWriteStream(into));
  } catch (error) {
    if (error instanceof TooLarge) return { path: into, failure: 'too-large' };
    throw error;
  }
  return told.isBroken === true ? { path: into, failure: 'not-unpacked' } : { path: into };
};

interface Told {
  isBroken?: boolean;
}

/** Packed bytes that are given to the unpacker at once: of what they unpack to, no more than a thousand times as much is held. */
const PACKED_BYTES = 16 * 1024;

/**
 * The bytes that a packed file unpacks to, up to where it is broken: a download that was cut off is no reason to lose what came before.
 * A stream that fails throws away what nobody has taken from it yet, so each piece is taken before the next is given.
 */
async function* unpacked(packed: string, told: Told): AsyncGenerator<Buffer> {
  const unpacker = createGunzip();
  const taken: Buffer[] = [];
  unpacker.on('data', (bytes: Buffer) => taken.push(bytes));
  // Neither a broken stream nor one that ended before its file says so of a piece.
  const over = new Promise<'over'>((done) => {
    unpacker.once('end', () => done('over'));
    unpacker.once('error', () => {
      told.isBroken = true;
      done('over');
    });
  });
  for await (const piece of createReadStream(packed, { highWaterMark: PACKED_BYTES })) {
    const given = await Promise.race([over, new Promise((done) => unpacker.write(piece, done))]);
    yield* taken.splice(0);
    if (given === 'over') return;
  }
  unpacker.end();
  await over;
  yield* taken;
}
