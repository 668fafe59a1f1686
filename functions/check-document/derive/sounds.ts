import { FIRST_PAGE, framesOf, type OggPage, pagesOf } from '../examine/sound.ts';
import type { Source } from '../examine/source.ts';
import type { Removed } from './derived.ts';
import type { Patch } from './films.ts';

export const SOUND_TOOL = 'veedor: frames and pages copied, tags left out, version 1';

const RUN_BYTES_MAX = 1_048_576;
const NEVER = (): void => undefined;

/** The frames of an MP3 and nothing between, before or behind them. */
export async function* soundFrames(source: Source): AsyncGenerator<Buffer> {
  let [from, to] = [0, 0];
  for await (const [start, end] of framesOf(source, NEVER)) {
    if (start !== to || to - from > RUN_BYTES_MAX) {
      if (to > from) yield await source.read(from, to - from);
      from = start;
    }
    to = end;
  }
  if (to > from) yield await source.read(from, to - from);
}

/** Bytes of an MP3 that are frames. */
export const soundBytes = async (source: Source): Promise<number> => {
  let bytes = 0;
  for await (const [from, to] of framesOf(source, NEVER)) bytes += to - from;
  return bytes;
};

const TABLE = Array.from({ length: 256 }, (_, value) => {
  let sum = value << 24;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum & 0x80000000) === 0 ? sum << 1 : (sum << 1) ^ 0x04c11db7;
  return sum >>> 0;
});

/** The checksum of a page whose own field is zero (RFC 3533, 6). */
const checksum = (page: Buffer): number => {
  let sum = 0;
  for (const byte of page) sum = ((sum << 8) ^ (TABLE[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return sum;
};

/**
 * The changes that leave the second packet of each stream, where the comments stand, with none: its magic, a maker without name and a
 * count of zero; what is left of it is empty. The pages keep their lengths and get new checksums.
 */
export const commentPatches = async (
  source: Source,
): Promise<{ patches: readonly Patch[]; removed: ReadonlySet<Removed> }> => {
  const patches: Patch[] = [];
  const removed = new Set<Removed>();
  /** Of each stream: whether its second packet is still open, and how much of it was seen. */
  const streams = new Map<number, { seen: number; isVorbis: boolean }>();
  for await (const page of pagesOf(source, NEVER)) {
    if ((page.flags & FIRST_PAGE) !== 0) {
      streams.set(page.serial, { seen: 0, isVorbis: (await source.read(page.bodyAt, 1))[0] === 1 });
      continue;
    }
    const stream = streams.get(page.serial);
    if (stream === undefined) continue;
    const { length, ends } = firstPacketOn(page);
    const bytes = await source.read(page.at, page.end - page.at);
    const at = page.bodyAt - page.at;
    const before = Buffer.from(bytes);
    blank(bytes.subarray(at, at + length), stream);
    stream.seen += length;
    if (ends) streams.delete(page.serial);
    if (before.equals(bytes)) continue;
    bytes.writeUInt32LE(0, 22);
    bytes.writeUInt32LE(checksum(bytes), 22);
    removed.add('tags');
    patches.push({ from: page.at, to: page.end, bytes });
  }
  return { patches, removed };
};

/** How much of the packet that begins or goes on at the head of a page stands there, and whether it ends there. */
const firstPacketOn = ({ lacing }: OggPage): { length: number; ends: boolean } => {
  const last = lacing.findIndex((length) => length < 255);
  const pieces = last < 0 ? lacing : lacing.slice(0, last + 1);
  return { length: pieces.reduce((sum, length) => sum + length, 0), ends: last >= 0 };
};

/** Empties what stands behind the magic: lengths of zero read as no maker and no comments. */
const blank = (body: Buffer, { seen, isVorbis }: { seen: number; isVorbis: boolean }): void => {
  const magic = isVorbis ? 7 : 8;
  // Vorbis ends its comments with one bit that is set, right behind them; what follows is not read.
  body.fill(0, Math.min(body.length, Math.max(0, magic - seen)));
  const framingAt = magic + 8 - seen;
  if (isVorbis && framingAt >= 0 && framingAt < body.length) body[framingAt] = 1;
};
