import type { Examiner } from './context.ts';
import { demand } from './refusal.ts';
import { headOf, type Source, tailOf } from './source.ts';

const BITRATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BITRATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES = [44_100, 48_000, 32_000];
const VERSION_1 = 3;
const VERSION_25 = 0;
const LAYER_3 = 1;
const WINDOW_BYTES = 1_048_576;
/** Bytes that belong to no frame: gaps of players and cutters are short, another file is not. */
const STRAY_BYTES_MAX = 65_536;
const FRAMES_MIN = 3;

/** Bytes of the frame of MPEG audio, layer III, whose head stands here; 0 where none does (ISO/IEC 11172-3, 13818-3). */
export const frameBytes = (bytes: Buffer, at: number): number => {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return 0;
  const version = (second >> 3) & 3;
  const bitrate = (version === VERSION_1 ? BITRATES_1 : BITRATES_2)[third >> 4];
  const rate = RATES[(third >> 2) & 3];
  if (version === 1 || ((second >> 1) & 3) !== LAYER_3 || bitrate === undefined || bitrate === 0 || rate === undefined)
    return 0;
  const divided = version === VERSION_1 ? rate : rate / (version === VERSION_25 ? 4 : 2);
  return Math.floor(((version === VERSION_1 ? 144_000 : 72_000) * bitrate) / divided) + ((third >> 1) & 1);
};

/** Bytes of an ID3 tag (version 2) that stands here, its foot included. */
export const tagBytes = (head: Buffer): number => {
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0;
  const size = [...head.subarray(6, 10)].reduce((sum, part) => sum * 128 + (part & 0x7f), 0);
  return 10 + size + (((head[5] ?? 0) & 0x10) === 0 ? 0 : 10);
};

/** Where tags stand at the end: ID3 version 1, APE and Lyrics3 before it. */
export const endOfSound = async (source: Source): Promise<number> => {
  const tail = await tailOf(source, 128 + 32);
  let end = source.size;
  if (tail.length >= 128 && tail.toString('latin1', tail.length - 128, tail.length - 125) === 'TAG') end -= 128;
  const ape = end >= 32 ? await source.read(end - 32, 32) : Buffer.alloc(0);
  if (ape.toString('latin1', 0, 8) !== 'APETAGEX') return end;
  const hasHead = (ape.readUInt32LE(20) & 0x80000000) !== 0;
  return Math.max(0, end - ape.readUInt32LE(12) - (hasHead ? 32 : 0));
};

/** Each run of frames, in order, as [from, to). What lies between is nothing that is heard. */
export async function* framesOf(source: Source, goOn: () => void): AsyncGenerator<readonly [number, number]> {
  let at = 0;
  for (let tag = tagBytes(await headOf(source, 10)); tag > 0; ) {
    at += tag;
    demand(at < source.size);
    tag = tagBytes(await source.read(at, Math.min(10, source.size - at)));
  }
  const end = await endOfSound(source);
  let stray = 0;
  while (at + 4 <= end) {
    goOn();
    const window = await source.read(at, Math.min(WINDOW_BYTES, end - at));
    let within = 0;
    while (within + 4 <= window.length) {
      const length = frameBytes(window, within);
      if (length === 0) stray += 1;
      demand(stray <= STRAY_BYTES_MAX);
      const [from, to] = [at + within, at + within + length];
      // A recording that was stopped ends within a frame, which no player plays.
      if (length > 0 && to <= end) yield [from, to];
      within += Math.max(1, length);
    }
    at += within;
  }
}

export const examineMp3: Examiner = async (source, { effort }) => {
  let frames = 0;
  for await (const _ of framesOf(source, effort.goOn)) frames += 1;
  demand(frames >= FRAMES_MIN);
};

export interface OggPage {
  readonly at: number;
  readonly bodyAt: number;
  readonly end: number;
  readonly flags: number;
  readonly serial: number;
  /** Lengths of the pieces of packets on this page; one of 255 goes on. */
  readonly lacing: readonly number[];
}

const PAGE_HEAD_BYTES = 27;
const PAGE_BYTES_MAX = 27 + 255 + 255 * 255;
export const FIRST_PAGE = 0x02;

/** The pages of an Ogg file, which tile it exactly (RFC 3533). */
export async function* pagesOf(source: Source, goOn: () => void): AsyncGenerator<OggPage> {
  for (let at = 0; at < source.size; ) {
    goOn();
    const bytes = await source.read(at, Math.min(PAGE_HEAD_BYTES + 255, source.size - at));
    demand(bytes.length >= PAGE_HEAD_BYTES && bytes.toString('latin1', 0, 5) === 'OggS\0');
    const count = bytes[26] ?? 0;
    demand(bytes.length >= PAGE_HEAD_BYTES + count);
    const lacing = [...bytes.subarray(PAGE_HEAD_BYTES, PAGE_HEAD_BYTES + count)];
    const bodyAt = at + PAGE_HEAD_BYTES + count;
    const end = bodyAt + lacing.reduce((sum, length) => sum + length, 0);
    demand(end <= source.size && end - at <= PAGE_BYTES_MAX);
    yield { at, bodyAt, end, flags: bytes[5] ?? 0, serial: bytes.readUInt32LE(14), lacing };
    at = end;
  }
}

/** Sound alone: Opus, as telephones record it, and Vorbis. */
export const examineOgg: Examiner = async (source, { effort }) => {
  let pages = 0;
  for await (const { flags, bodyAt, end } of pagesOf(source, effort.goOn)) {
    pages += 1;
    if ((flags & FIRST_PAGE) === 0) continue;
    const head = await source.read(bodyAt, Math.min(8, end - bodyAt));
    const codec = head.toString('latin1');
    demand(codec === 'OpusHead' || codec.startsWith('\x01vorbis'), 'type-not-allowed');
  }
  demand(pages >= 3);
};
