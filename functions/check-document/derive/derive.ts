import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accepted, type MediaType } from '../examine/accepted.ts';
import { signedContent } from '../examine/signed.ts';
import { sniff } from '../examine/sniff.ts';
import { bufferSource, openSource, withFile } from '../examine/source.ts';
import { deriveArchive } from './archives.ts';
import { type Derived, keep, type Made, NoCopyError } from './derived.ts';
import { FILM_TOOL, filmPatches, patched } from './films.ts';
import { HEIC_TOOL, heicPatches } from './heic.ts';
import { deriveLetter } from './letters.ts';
import { deriveOdf, deriveOoxml } from './office.ts';
import { derivePaper, PAPER_TOOL } from './papers.ts';
import { derivePhoto, PHOTO_TOOL, paintPreview } from './photos.ts';
import { commentPatches, SOUND_TOOL, soundBytes, soundFrames } from './sounds.ts';

export { type Derived, NoCopyError } from './derived.ts';

const OFFICE_TOOL = 'veedor: office parts cleaned, packed by fflate 0.8.3, version 1';
const ARCHIVE_TOOL = 'veedor: archive of derived copies, packed by fflate 0.8.3, version 1';
const LETTER_TOOL = 'veedor: letter with derived attachments, version 1';
const SIGNED_TOOL = 'veedor: document taken out of its signature, version 1';

/**
 * Writes into a folder, which it makes where there is none, the copy of a usable document that may be shared: without what only says
 * who made it, where, when and with what. The same bytes give the same copy. Nothing to remove: `undefined`, and the document itself
 * may be shared. A signed file gives the document that it holds, whose media type the answer names. It takes documents that
 * `examine` found usable. Where no safe copy can be made it throws a `NoCopyError`. Errors of the disk are thrown, and leave nothing behind.
 */
export const derive = async (
  file: { readonly path: string },
  mediaType: string,
  into: string,
): Promise<Derived | undefined> => {
  const known = accepted.find((type) => type.mediaType === mediaType);
  if (known === undefined) throw new NoCopyError(`No copy of ${mediaType} is known.`);
  await mkdir(into, { recursive: true });
  if (known.mediaType === 'application/pkcs7-mime') return deriveSigned(file.path, into);
  const [name, by] = [`derived.${known.extensions[0] ?? 'bin'}`, toolFor(known.mediaType)];
  const writing = { into, name, mediaType, by };
  const patches = patchesFor(known.mediaType);
  if (patches === undefined) {
    const made = await madeWhole(file.path, known.mediaType, into);
    return made === undefined ? undefined : keep(made, writing);
  }
  return withFile(file.path, async (source) => {
    const { patches: changes, removed } = await patches(source);
    return removed.size === 0 ? undefined : keep({ pieces: patched(source, changes), removed }, writing);
  });
};

/** Copies made by blanking stretches of the file, which may be large. */
const patchesFor = (mediaType: MediaType) => {
  if (mediaType === 'video/mp4' || mediaType === 'audio/mp4') return filmPatches;
  if (mediaType === 'audio/ogg') return commentPatches;
  return mediaType === 'image/heic' ? heicPatches : undefined;
};

const madeWhole = async (path: string, mediaType: MediaType, into: string): Promise<Made | undefined> => {
  if (mediaType === 'application/pdf') return derivePaper(path);
  if (mediaType.startsWith('image/')) return derivePhoto(path, mediaType);
  if (mediaType.startsWith('application/vnd.openxmlformats')) return deriveOoxml(path);
  if (mediaType.startsWith('application/vnd.oasis')) return deriveOdf(path);
  if (mediaType === 'application/zip') return deriveArchive(path, into, derive);
  if (mediaType === 'message/rfc822') return deriveLetter(path, into, derive);
  return mediaType === 'audio/mpeg' ? deriveMp3(path) : undefined;
};

const deriveMp3 = (path: string): Promise<Made | undefined> =>
  withFile(path, async (source) => {
    if ((await soundBytes(source)) === source.size) return undefined;
    return { pieces: reopened(path), removed: new Set(['tags'] as const) };
  });

/** Frames are read while the copy is written, from a file that is open as long. */
async function* reopened(path: string): AsyncGenerator<Buffer> {
  const { source, close } = await openSource(path);
  try {
    yield* soundFrames(source);
  } finally {
    await close();
  }
}

/** What a signature says is who signed, when and with which card. The copy is the document alone. */
const deriveSigned = async (path: string, into: string): Promise<Derived | undefined> => {
  const content = signedContent(await readFile(path));
  if (content === undefined) return undefined;
  const held = await sniff(bufferSource(content));
  const heldPath = join(into, `.${randomUUID()}`);
  try {
    await writeFile(heldPath, content, { mode: 0o600 });
    const copy = await derive({ path: heldPath }, held.mediaType, into);
    const removed = [...new Set([...(copy?.removed ?? []), 'signatures' as const])].toSorted();
    if (copy !== undefined) return { ...copy, removed, by: `${SIGNED_TOOL}; ${copy.by}` };
    const name = `derived.${held.extensions[0] ?? 'bin'}`;
    return await keep(
      { pieces: [content], removed: new Set(removed) },
      { into, name, mediaType: held.mediaType, by: SIGNED_TOOL },
    );
  } finally {
    await rm(heldPath, { force: true });
  }
};

const toolFor = (mediaType: MediaType): string => {
  if (mediaType === 'image/heic') return HEIC_TOOL;
  if (mediaType.startsWith('image/')) return PHOTO_TOOL;
  if (mediaType === 'video/mp4' || mediaType === 'audio/mp4') return FILM_TOOL;
  if (mediaType.startsWith('audio/')) return SOUND_TOOL;
  if (mediaType === 'application/zip') return ARCHIVE_TOOL;
  if (mediaType === 'message/rfc822') return LETTER_TOOL;
  return mediaType === 'application/pdf' ? PAPER_TOOL : OFFICE_TOOL;
};

const PREVIEWED: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff'];

/**
 * Writes into a folder a light WebP of a photo, at most 1280 pixels on its long side, upright, with nothing beside its pixels.
 * Of a HEIC, whose packing nothing free of patents unpacks here, and of what is no photo: `undefined`.
 */
export const preview = async (
  file: { readonly path: string },
  mediaType: string,
  into: string,
): Promise<Derived | undefined> => {
  if (!PREVIEWED.includes(mediaType)) return undefined;
  const pieces = [await paintPreview(file.path)];
  return keep({ pieces, removed: new Set() }, { into, name: 'preview.webp', mediaType: 'image/webp', by: PHOTO_TOOL });
};
