import { type Box, boxesIn, boxOf } from '../examine/boxes.ts';
import { readIndex } from '../examine/film.ts';
import { type Stretch, samplesOf } from '../examine/samples.ts';
import { chunksOf, type Source } from '../examine/source.ts';
import { NoCopyError, type Removed } from './derived.ts';

/** A change to a stretch of a file: other bytes of the same length, or zeros. */
export interface Patch {
  readonly from: number;
  readonly to: number;
  readonly bytes?: Buffer;
}

export const FILM_TOOL = 'veedor: boxes of ISO/IEC 14496-12 blanked in place, version 1';

/** Boxes that say things beside the picture and the sound, wherever they stand. */
const TALK: Readonly<Record<string, Removed>> = {
  udta: 'tags',
  meta: 'tags',
  uuid: 'tags',
  Xtra: 'tags',
  XMP_: 'xmp',
  skip: 'trailing-bytes',
  free: 'trailing-bytes',
  wide: 'trailing-bytes',
};
const SEEN_AND_HEARD = new Set(['vide', 'soun', 'subt', 'text', 'sbtl', 'clcp']);
const KEPT_AT_TOP = new Set(['ftyp', 'styp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'ssix', 'pdin', 'prft']);

/**
 * The changes that leave a film or recording as it is seen and heard, and blank the rest: tags, places, times, names of devices, tracks
 * of data (where telephones and cameras write where they were, second by second) with their samples, and whatever lies between
 * samples. Nothing moves, so that the tables of places stay right, and nothing is encoded again.
 */
export const filmPatches = async (
  source: Source,
): Promise<{ patches: readonly Patch[]; removed: ReadonlySet<Removed> }> => {
  const { moov, boxes } = await readIndex(source);
  const removed = new Set<Removed>();
  const patches: Patch[] = [];
  for (const box of boxes) if (!KEPT_AT_TOP.has(box.type)) patches.push(...(await blankedAtTop(source, box, removed)));
  const index = boxOf(boxes, 'moov');
  const inner: Patch[] = [];
  const kept = cleanIndex(moov, { inner, removed, fileBytes: source.size });
  patches.push(
    ...inner.map(({ from, to, bytes }) => ({
      from: from + index.at,
      to: to + index.at,
      ...(bytes === undefined ? {} : { bytes }),
    })),
  );
  // In pieces (fragments), each piece has tables of its own: its samples stay where they are, and so would those of data.
  if (boxes.some(({ type }) => type === 'moof')) {
    if (kept.dataTracks > 0) throw new NoCopyError('A film in pieces has a track of data.');
    return { patches, removed };
  }
  const samples = kept.samples.toSorted(([one], [other]) => one - other);
  for (const { type, from, to } of boxes) if (type === 'mdat') patches.push(...gapsIn({ from, to }, samples));
  if (kept.dataTracks > 0) removed.add('tracks');
  return { patches, removed };
};

const free = (box: Box): readonly Patch[] => [
  { from: box.from, to: box.to },
  { from: box.at + 4, to: box.at + 8, bytes: Buffer.from('free') },
];

const blankedAtTop = async (source: Source, box: Box, removed: Set<Removed>): Promise<readonly Patch[]> => {
  if (await isBlank(source, box)) return [];
  removed.add(TALK[box.type] ?? 'trailing-bytes');
  return free(box);
};

const isBlank = async (source: Source, { type, from, to }: Box): Promise<boolean> => {
  if (type !== 'free' && type !== 'skip' && type !== 'wide') return false;
  for await (const piece of chunksOf(source, from, to)) if (piece.some((byte) => byte !== 0)) return false;
  return true;
};

interface Cleaning {
  readonly inner: Patch[];
  readonly removed: Set<Removed>;
  readonly fileBytes: number;
}

const cleanIndex = (moov: Buffer, cleaning: Cleaning): { samples: readonly Stretch[]; dataTracks: number } => {
  const samples: Stretch[] = [];
  let dataTracks = 0;
  for (const box of boxesIn(moov, 8)) {
    if (box.type === 'mvhd') blankTimes(moov, box, cleaning);
    else if (box.type === 'trak' && SEEN_AND_HEARD.has(handlerOf(moov, box))) {
      cleanTrack(moov, box, cleaning);
      samples.push(...samplesOf(moov, box, cleaning.fileBytes));
    } else if (box.type === 'trak') {
      dataTracks += 1;
      cleaning.removed.add(moov.includes('GPS', box.from, 'latin1') ? 'location' : 'tracks');
      cleaning.inner.push(...free(box));
    } else if (!['iods', 'mvex'].includes(box.type)) blankTalk(moov, box, cleaning);
  }
  return { samples, dataTracks };
};

const blankTalk = (moov: Buffer, box: Box, { inner, removed }: Cleaning): void => {
  const body = moov.subarray(box.from, box.to);
  if (box.type === 'free' && body.every((byte) => byte === 0)) return;
  removed.add(TALK[box.type] ?? 'tags');
  if (body.includes('\xa9xyz', 0, 'latin1') || body.includes('loci') || body.includes('location'))
    removed.add('location');
  inner.push(...free(box));
};

/** When it was made and changed: the first two times of a head, of 4 or 8 bytes each by its version. */
const blankTimes = (moov: Buffer, { from, to }: Box, { inner, removed }: Cleaning): void => {
  const width = moov[from] === 1 ? 16 : 8;
  const end = Math.min(to, from + 4 + width);
  if (moov.subarray(from + 4, end).every((byte) => byte === 0)) return;
  removed.add('times');
  inner.push({ from: from + 4, to: end });
};

const handlerOf = (moov: Buffer, track: Box): string => {
  const { from, to } = boxOf(boxesIn(moov, track.from, track.to), 'mdia');
  const handler = boxOf(boxesIn(moov, from, to), 'hdlr');
  return moov.toString('latin1', handler.from + 8, handler.from + 12);
};

const cleanTrack = (moov: Buffer, track: Box, cleaning: Cleaning): void => {
  for (const box of boxesIn(moov, track.from, track.to)) {
    if (box.type === 'tkhd') blankTimes(moov, box, cleaning);
    else if (!['edts', 'tref', 'mdia', 'tapt', 'load'].includes(box.type)) blankTalk(moov, box, cleaning);
  }
  const media = boxOf(boxesIn(moov, track.from, track.to), 'mdia');
  const boxes = boxesIn(moov, media.from, media.to);
  for (const box of boxes) {
    if (box.type === 'mdhd') blankTimes(moov, box, cleaning);
    if (box.type === 'hdlr') blankName(moov, box, cleaning);
    if (TALK[box.type] !== undefined) blankTalk(moov, box, cleaning);
  }
  const information = boxOf(boxes, 'minf');
  const inside = boxesIn(moov, information.from, information.to);
  for (const box of inside) if (TALK[box.type] !== undefined) blankTalk(moov, box, cleaning);
};

/** The name that a device gave to the reader of its track. */
const blankName = (moov: Buffer, { from, to }: Box, { inner, removed }: Cleaning): void => {
  const named = from + 24;
  if (named >= to || moov.subarray(named, to).every((byte) => byte === 0)) return;
  removed.add('camera');
  inner.push({ from: named, to });
};

/** What of a stretch belongs to no sample. */
const gapsIn = ({ from, to }: { from: number; to: number }, samples: readonly Stretch[]): readonly Patch[] => {
  const gaps: Patch[] = [];
  let at = from;
  for (const [start, end] of samples) {
    if (end <= at || start >= to) continue;
    if (start > at) gaps.push({ from: at, to: start });
    at = end;
  }
  if (at < to) gaps.push({ from: at, to });
  return gaps;
};

/** A file with its changes, piece by piece. */
export async function* patched(source: Source, patches: readonly Patch[]): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const piece of chunksOf(source)) {
    const bytes = Buffer.from(piece);
    for (const { from, to, bytes: by } of patches) {
      const [start, end] = [Math.max(from, at), Math.min(to, at + bytes.length)];
      if (start >= end) continue;
      if (by === undefined) bytes.fill(0, start - at, end - at);
      else by.copy(bytes, start - at, start - from, end - from);
    }
    at += bytes.length;
    yield bytes;
  }
}
