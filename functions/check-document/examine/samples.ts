import { type Box, boxesIn, boxOf } from './boxes.ts';
import { demand } from './refusal.ts';

/** A stretch of a file: from, and to which place. */
export type Stretch = readonly [number, number];

const long = (bytes: Buffer, at: number): number => {
  demand(at + 4 <= bytes.length);
  return bytes.readUInt32BE(at);
};

/** Where the samples of a track lie in the file: each run of them that its tables call a chunk (ISO/IEC 14496-12, 8.7). */
export const samplesOf = (moov: Buffer, track: Box, fileBytes: number): readonly Stretch[] => {
  const media = boxOf(boxesIn(moov, track.from, track.to), 'mdia');
  const information = boxOf(boxesIn(moov, media.from, media.to), 'minf');
  const { from, to } = boxOf(boxesIn(moov, information.from, information.to), 'stbl');
  const boxes = boxesIn(moov, from, to);
  const places = placesIn(moov, boxes);
  const sizes = sizesIn(moov, boxes);
  const perChunk = boxOf(boxes, 'stsc');
  const runs = long(moov, perChunk.from + 4);
  demand(perChunk.from + 8 + runs * 12 <= perChunk.to);
  let [sample, run] = [0, 0];
  return places.map((place, at) => {
    if (run + 1 < runs && long(moov, perChunk.from + 8 + (run + 1) * 12) === at + 1) run += 1;
    const count = run < runs ? long(moov, perChunk.from + 12 + run * 12) : 0;
    const end = place + sizes.sum(sample, count);
    sample += count;
    demand(end <= fileBytes);
    return [place, end];
  });
};

const placesIn = (moov: Buffer, boxes: readonly Box[]): readonly number[] => {
  const wide = boxes.find(({ type }) => type === 'co64');
  const { from, to } = wide ?? boxOf(boxes, 'stco');
  const count = long(moov, from + 4);
  const width = wide === undefined ? 4 : 8;
  demand(from + 8 + count * width <= to);
  return Array.from({ length: count }, (_, at) =>
    wide === undefined ? moov.readUInt32BE(from + 8 + at * 4) : Number(moov.readBigUInt64BE(from + 8 + at * 8)),
  );
};

/** The sizes of samples: one for all, or a table of 32 bits each (`stsz`), or of 4, 8 or 16 (`stz2`). */
const sizesIn = (moov: Buffer, boxes: readonly Box[]) => {
  const compact = boxes.find(({ type }) => type === 'stz2');
  const { from, to } = compact ?? boxOf(boxes, 'stsz');
  const same = compact === undefined ? long(moov, from + 4) : 0;
  const count = long(moov, from + 8);
  const bits = compact === undefined ? 32 : (moov[from + 7] ?? 0);
  demand([4, 8, 16, 32].includes(bits) && (same !== 0 || from + 12 + (count * bits) / 8 <= to));
  const size = (sample: number): number => {
    if (bits !== 4) return moov.readUIntBE(from + 12 + (sample * bits) / 8, bits / 8);
    return ((moov[from + 12 + (sample >> 1)] ?? 0) >> (sample % 2 === 0 ? 4 : 0)) & 15;
  };
  const sum = (first: number, samples: number): number => {
    if (same !== 0) return same * samples;
    let total = 0;
    for (let sample = first; sample < Math.min(count, first + samples); sample += 1) total += size(sample);
    return total;
  };
  return { sum };
};
