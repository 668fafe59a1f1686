import { readFile } from 'node:fs/promises';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { readJpeg } from '../examine/jpeg.ts';
import { LIMITS } from '../examine/limits.ts';
import { readPng } from '../examine/png.ts';
import { readWebp } from '../examine/webp.ts';
import type { Made, Removed } from './derived.ts';
import { exifSays } from './exif.ts';
import { joinTiffs } from './join-tiffs.ts';

const QUALITY = 92;
const PREVIEW_PIXELS = 1_280;
const PREVIEW_QUALITY = 72;

export const PHOTO_TOOL = `sharp ${sharp.versions.sharp} with libvips ${sharp.versions.vips}`;

/** Opened once more under the limits of the examination, turned upright, in the colours that every screen understands (sRGB). */
const opened = (bytes: Buffer, page = 0): Sharp =>
  sharp(bytes, { failOn: 'truncated', limitInputPixels: LIMITS.pixelsMax, page }).autoOrient().toColourspace('srgb');

/**
 * A photo painted anew: nothing is carried over but its pixels, upright and in sRGB. What was said beside them, the profile of the
 * device and the marks of its encoder go with the old file.
 */
export const derivePhoto = async (path: string, mediaType: string): Promise<Made | undefined> => {
  const bytes = await readFile(path);
  const removed = await saidIn(bytes, mediaType);
  if (removed.size === 0) return undefined;
  return { pieces: [await painted(bytes, mediaType)], removed };
};

const painted = async (bytes: Buffer, mediaType: string): Promise<Buffer> => {
  if (mediaType === 'image/jpeg')
    return opened(bytes).jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
  if (mediaType === 'image/png') return opened(bytes).png({ compressionLevel: 6 }).toBuffer();
  if (mediaType === 'image/webp')
    return opened(bytes)
      .webp({ quality: QUALITY, lossless: bytes.includes('VP8L', 0, 'latin1') })
      .toBuffer();
  const { pages = 1 } = await sharp(bytes).metadata();
  const joined: Buffer[] = [];
  for (let page = 0; page < pages; page += 1) joined.push(await scanned(bytes, page));
  return joinTiffs(joined);
};

/** A page of a scan. Black and white stay one bit each, or a file of text grows eightfold. */
const scanned = async (bytes: Buffer, page: number): Promise<Buffer> => {
  const { bitsPerSample } = await sharp(bytes, { page }).metadata();
  const picture = opened(bytes, page);
  return bitsPerSample === 1
    ? picture.toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer()
    : picture.tiff({ compression: 'deflate', predictor: 'horizontal' }).toBuffer();
};

/** What is said beside the pixels. */
const saidIn = async (bytes: Buffer, mediaType: string): Promise<ReadonlySet<Removed>> => {
  const said = await sharp(bytes, { limitInputPixels: LIMITS.pixelsMax }).metadata();
  const removed = new Set<Removed>(saidByHeader(said));
  if (mediaType === 'image/tiff') return removed.add('camera').add('properties');
  const { end, said: segments } = walk(bytes, mediaType);
  if (end < bytes.length) removed.add('trailing-bytes');
  if (segments.length > 0 && removed.size === 0) removed.add('comments');
  return removed;
};

const saidByHeader = ({ exif, xmp, iptc, icc, orientation, comments }: Metadata): readonly Removed[] => [
  ...(exif === undefined ? [] : (['camera'] as const)),
  ...(exif === undefined ? [] : exifSays(exif)),
  ...(xmp === undefined ? [] : (['xmp'] as const)),
  ...(iptc === undefined ? [] : (['iptc'] as const)),
  ...(icc === undefined ? [] : (['colour-profile'] as const)),
  ...((orientation ?? 1) === 1 ? [] : (['orientation'] as const)),
  ...((comments ?? []).length === 0 ? [] : (['comments'] as const)),
];

const walk = (bytes: Buffer, mediaType: string) => {
  if (mediaType === 'image/jpeg') {
    const { end, said } = readJpeg(bytes);
    // A head of JFIF and the marks of Adobe’s colours belong to the pixels.
    return { end, said: said.filter((body) => !/^(JFIF|Adobe)/.test(body.toString('latin1', 0, 5))) };
  }
  return mediaType === 'image/png' ? readPng(bytes) : readWebp(bytes);
};

/** A light picture for lists: at most 1280 pixels on its long side, upright, with nothing beside the pixels. */
export const paintPreview = async (path: string): Promise<Buffer> => {
  const bytes = await readFile(path);
  return sharp(bytes, { failOn: 'truncated', limitInputPixels: LIMITS.pixelsMax })
    .autoOrient()
    .resize(PREVIEW_PIXELS, PREVIEW_PIXELS, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: PREVIEW_QUALITY })
    .toBuffer();
};
