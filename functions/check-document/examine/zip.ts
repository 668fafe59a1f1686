import { TextDecoder } from 'node:util';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Effort } from './limits.ts';
import { demand } from './refusal.ts';
import { chunksOf, type Source, tailOf } from './source.ts';

/**
 * A strict reader of ZIP. Two readers can disagree about an archive that says one thing in its directory and another before each
 * entry, that overlaps, or that has bytes between: here each byte belongs to exactly one entry and both descriptions agree, or the
 * archive is refused. Sizes are what comes out, never what is declared. Format: APPNOTE.TXT 6.3.10.
 */
export interface ZipEntry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly dataAt: number;
}

interface Listed {
  readonly raw: Buffer;
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly localAt: number;
  readonly isLink: boolean;
}

const END_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;
const LISTED_BYTES = 46;
const LOCAL_BYTES = 30;
const DIRECTORY_BYTES_MAX = 8_388_608;
const FLAG_ENCRYPTED = 0x0001;
const FLAG_DESCRIPTOR = 0x0008;
const FLAG_STRONG_ENCRYPTION = 0x0040;
const FLAG_UTF8 = 0x0800;
const FLAG_MASKED = 0x2000;
const METHOD_STORED = 0;
const METHOD_DEFLATED = 8;
const METHOD_AES = 99;
const IN_EXTRA = 0xffffffff;
/** The 64-bit end and its locator, which some writers put before the end although nothing needs it. */
const WIDE_END_BYTES = 76;

const sign = (text: string): Buffer => Buffer.from(`PK${text}`, 'latin1');
const [END, LISTED_SIGN, LOCAL, WIDE_END, DESCRIPTOR] = [
  sign('\x05\x06'),
  sign('\x01\x02'),
  sign('\x03\x04'),
  sign('\x06\x06'),
  sign('\x07\x08'),
];

/** The entries in the order in which they lie in the file. */
export const readZip = async (source: Source, effort: Effort): Promise<readonly ZipEntry[]> => {
  const { directory, directoryAt, count } = await readDirectory(source);
  const listed = listEntries(directory, count, effort).toSorted((one, other) => one.localAt - other.localAt);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (const [index, each] of listed.entries()) {
    effort.goOn();
    demand(each.localAt === at);
    const end = listed[index + 1]?.localAt ?? directoryAt;
    const entry = await readLocal(source, each, end);
    entries.push(entry);
    at = end;
  }
  demand(at === directoryAt);
  const names = new Set(entries.map(({ name }) => name.normalize('NFC').toLowerCase()));
  demand(names.size === entries.length);
  return entries;
};

const readDirectory = async (source: Source) => {
  demand(source.size >= END_BYTES);
  const tail = await tailOf(source, END_BYTES + COMMENT_BYTES_MAX);
  const at = tail.lastIndexOf(END);
  demand(at >= 0 && at + END_BYTES <= tail.length);
  // The comment ends the file, or something stands after the archive.
  demand(at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length);
  const count = tail.readUInt16LE(at + 10);
  demand(tail.readUInt16LE(at + 4) === 0 && tail.readUInt16LE(at + 8) === count);
  const bytes = tail.readUInt32LE(at + 12);
  const directoryAt = tail.readUInt32LE(at + 16);
  demand(bytes <= DIRECTORY_BYTES_MAX, 'archive-bomb');
  const endAt = source.size - tail.length + at;
  const between = endAt - directoryAt - bytes;
  demand(between === 0 || between === WIDE_END_BYTES);
  if (between !== 0) demand((await source.read(endAt - between, 4)).equals(WIDE_END));
  return { directory: await source.read(directoryAt, bytes), directoryAt, count };
};

const listEntries = (directory: Buffer, count: number, effort: Effort): readonly Listed[] => {
  const listed: Listed[] = [];
  let at = 0;
  while (at < directory.length) {
    effort.takeEntry();
    demand(at + LISTED_BYTES <= directory.length && directory.subarray(at, at + 4).equals(LISTED_SIGN));
    const [name, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset));
    const end = at + LISTED_BYTES + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    demand(end <= directory.length);
    listed.push(listedIn(directory.subarray(at, end), name ?? 0, extra ?? 0));
    at = end;
  }
  demand(listed.length === count);
  return listed;
};

const listedIn = (record: Buffer, nameBytes: number, extraBytes: number): Listed => {
  const raw = record.subarray(LISTED_BYTES, LISTED_BYTES + nameBytes);
  const extraAt = LISTED_BYTES + nameBytes;
  const flags = record.readUInt16LE(8);
  const method = record.readUInt16LE(10);
  const encrypted = FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED;
  demand((flags & encrypted) === 0 && method !== METHOD_AES, 'archive-encrypted');
  demand(method === METHOD_STORED || method === METHOD_DEFLATED);
  const [packedBytes, bytes, localAt] = wideSizes(record.subarray(extraAt, extraAt + extraBytes), record);
  // In the upper half of the attributes stands the Unix mode, whatever system is said to have written it.
  const mode = record.readUInt16LE(40) & 0xf000;
  const special = mode !== 0 && mode !== 0x8000 && mode !== 0x4000;
  return {
    raw,
    name: nameOf(raw, flags),
    flags,
    method,
    crc: record.readUInt32LE(16),
    packedBytes,
    bytes,
    localAt,
    isLink: special,
  };
};

const nameOf = (raw: Buffer, flags: number): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    // Older Windows writes the code page of its country; the bytes then serve as names.
    demand((flags & FLAG_UTF8) === 0);
    return new TextDecoder('windows-1252').decode(raw);
  }
};

/** Sizes and place, from the extra field where 32 bits say that they stand there. */
const wideSizes = (extra: Buffer, record: Buffer): [number, number, number] => {
  const narrow: [number, number, number] = [record.readUInt32LE(20), record.readUInt32LE(24), record.readUInt32LE(42)];
  if (!narrow.includes(IN_EXTRA)) return narrow;
  const wide = fieldOf(extra, 0x0001);
  let at = 0;
  const take = (): number => {
    demand(at + 8 <= wide.length);
    const value = Number(wide.readBigUInt64LE(at));
    at += 8;
    return value;
  };
  const bytes = narrow[1] === IN_EXTRA ? take() : narrow[1];
  const packedBytes = narrow[0] === IN_EXTRA ? take() : narrow[0];
  const localAt = narrow[2] === IN_EXTRA ? take() : narrow[2];
  return [packedBytes, bytes, localAt];
};

const fieldOf = (extra: Buffer, id: number): Buffer => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return Buffer.alloc(0);
};

const readLocal = async (source: Source, listed: Listed, end: number): Promise<ZipEntry> => {
  demand(!listed.isLink, 'archive-link');
  const local = await source.read(listed.localAt, LOCAL_BYTES);
  demand(local.subarray(0, 4).equals(LOCAL));
  const flags = local.readUInt16LE(6);
  demand((flags & FLAG_ENCRYPTED) === 0, 'archive-encrypted');
  demand(flags === listed.flags && local.readUInt16LE(8) === listed.method);
  const nameBytes = local.readUInt16LE(26);
  demand((await source.read(listed.localAt + LOCAL_BYTES, nameBytes)).equals(listed.raw));
  const dataAt = listed.localAt + LOCAL_BYTES + nameBytes + local.readUInt16LE(28);
  const after = end - dataAt - listed.packedBytes;
  if ((flags & FLAG_DESCRIPTOR) === 0) {
    demand(after === 0);
    demand(local.readUInt32LE(14) === listed.crc);
    demand(local.readUInt32LE(18) === listed.packedBytes || local.readUInt32LE(18) === IN_EXTRA);
  } else {
    demand(after === 12 || after === 16 || after === 20 || after === 24);
    const descriptor = await source.read(dataAt + listed.packedBytes, after);
    const crcAt = after === 16 || after === 24 ? 4 : 0;
    demand(crcAt === 0 || descriptor.subarray(0, 4).equals(DESCRIPTOR));
    demand(descriptor.readUInt32LE(crcAt) === listed.crc);
  }
  const { name, method, crc, packedBytes, bytes } = listed;
  return { name, isFolder: name.endsWith('/'), method, crc, packedBytes, bytes, dataAt };
};

/** What an entry unpacks to, piece by piece. It stops at the first limit passed, and ends with the size and checksum declared. */
export async function* unpack(source: Source, entry: ZipEntry, effort: Effort): AsyncGenerator<Buffer> {
  const { limits } = effort;
  let [bytes, crc] = [0, 0];
  for await (const piece of inflated(source, entry)) {
    effort.goOn();
    effort.takeBytes(piece.length);
    bytes += piece.length;
    crc = crc32(piece, crc);
    demand(bytes <= limits.entryBytesMax, 'archive-bomb');
    demand(bytes <= limits.ratioFromBytes || bytes <= entry.packedBytes * limits.ratioMax, 'archive-bomb');
    yield piece;
  }
  demand(bytes === entry.bytes && crc === entry.crc);
}

async function* inflated(source: Source, { method, dataAt, packedBytes }: ZipEntry): AsyncGenerator<Buffer> {
  const packed = chunksOf(source, dataAt, dataAt + packedBytes);
  if (method === METHOD_STORED) {
    yield* packed;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 65_536 });
  const feeding = feed(inflate, packed);
  try {
    for await (const piece of inflate) {
      demand(Buffer.isBuffer(piece));
      yield piece;
    }
    // What stands after the end of the packed stream would be bytes that nobody unpacks.
    demand(inflate.bytesWritten === packedBytes);
  } catch (error) {
    demand(!isZlibError(error));
    throw error;
  } finally {
    inflate.destroy();
    await feeding;
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^(Z_|ERR_STREAM_PREMATURE)/.test(error.code);

/** Feeds a stream; it stops quietly when the reader had enough, or the stream broke, which the reader hears of. */
const feed = async (inflate: ReturnType<typeof createInflateRaw>, packed: AsyncIterable<Buffer>): Promise<void> => {
  try {
    for await (const piece of packed) {
      if (inflate.destroyed) return;
      if (!inflate.write(piece)) await drained(inflate);
    }
    if (!inflate.destroyed) inflate.end();
  } catch (error) {
    inflate.destroy(error instanceof Error ? error : new Error('The archive could not be read.'));
  }
};

const drained = (inflate: ReturnType<typeof createInflateRaw>): Promise<void> =>
  new Promise((done) => {
    const finish = () => {
      inflate.off('drain', finish);
      inflate.off('close', finish);
      done();
    };
    inflate.once('drain', finish);
    inflate.once('close', finish);
    if (inflate.destroyed) finish();
  });

/** Unpacks for its limits and checksum alone. */
export const drain = async (pieces: AsyncIterable<Buffer>): Promise<void> => {
  for await (const _ of pieces);
};

/** An entry in memory, where it is small enough. */
export const unpackWhole = async (source: Source, entry: ZipEntry, effort: Effort): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of unpack(source, entry, effort)) {
    bytes += piece.length;
    demand(bytes <= effort.limits.wholeBytesMax, 'archive-bomb');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};
