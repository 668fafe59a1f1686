import {
  type Accepted,
  byExtension,
  type DocumentKind,
  isCalled,
  isKnownType,
  type MediaType,
  PACKED_EXTENSIONS,
} from './accepted.ts';
import { examineArchive } from './archive.ts';
import type { Examiner } from './context.ts';
import { openEffort } from './effort.ts';
import { boxFamily, examineFilm } from './film.ts';
import { examineHeic } from './heic.ts';
import { type Effort, LIMITS, type Limits } from './limits.ts';
import { beginsAsMore, endsAsZip, magicOf } from './magic.ts';
import { examineXml } from './markup.ts';
import { examineMessage } from './message.ts';
import { extensionOf, fitName } from './names.ts';
import { examineOdf } from './odf.ts';
import { examineOoxml, isEncryptedOffice } from './ooxml.ts';
import { examinePdf } from './pdf.ts';
import { examineJpeg, examinePng, examineTiff, examineWebp } from './photo.ts';
import { type DocumentRefusal, demand, RefusedError } from './refusal.ts';
import { examineSigned } from './signed.ts';
import { examineMp3, examineOgg } from './sound.ts';
import { chunksOf, type Source, withFile } from './source.ts';
import { examineCsv, examineJson, examineText } from './text.ts';

export type Examined =
  | { readonly usable: true; readonly mediaType: MediaType; readonly kind: DocumentKind }
  | { readonly usable: false; readonly reason: DocumentRefusal };

const WITHIN_MAX = 3;

/**
 * Looks into a document that somebody sent: whether its bytes are of the type that its name and its sender say, whole, and free of
 * what runs, hides or unpacks without end. It reads and changes nothing. Hash and arrival are the caller's to check.
 * Errors of the disk are thrown; whatever the bytes hold ends in an answer, within the time and memory of the limits.
 */
export const examine = async (
  file: { readonly path: string; readonly size: number },
  declared: { readonly name: string; readonly mediaType: string },
  limits: Partial<Limits> = {},
): Promise<Examined> => {
  try {
    demand(fitName(declared.name), 'name-unfit');
    const accepted = acceptedAs(declared);
    const effort = openEffort({ ...LIMITS, ...limits });
    await withFile(file.path, async (source) => {
      demand(source.size === file.size, 'size-differs');
      await examineAs(source, accepted, { name: declared.name, effort, within: [] });
    });
    return { usable: true, mediaType: accepted.mediaType, kind: accepted.kind };
  } catch (error) {
    if (error instanceof RefusedError) return { usable: false, reason: error.reason };
    // A number in the file led a reader beyond its end, or too deep: that says something of the file, nothing of this machine.
    if (error instanceof RangeError) return { usable: false, reason: 'malformed' };
    throw error;
  }
};

const acceptedAs = ({ name, mediaType }: { name: string; mediaType: string }): Accepted => {
  const accepted = byExtension(extensionOf(name));
  demand(accepted !== undefined && isKnownType(mediaType), 'type-not-allowed');
  demand(isCalled(accepted, mediaType), 'extension-differs');
  return accepted;
};

interface At {
  readonly name: string;
  readonly effort: Effort;
  readonly within: readonly DocumentKind[];
}

const examineAs = async (source: Source, accepted: Accepted, { name, effort, within }: At): Promise<void> => {
  demand(source.size > 0, 'empty');
  await judgeMagic(source, accepted, within);
  const inside = (found: Source, foundName: string, container: DocumentKind): Promise<void> =>
    examineInside(found, { name: foundName, effort, within: [...within, container] });
  await examinerOf(accepted, name)(source, { effort, within, inside });
};

const examineInside = async (source: Source, at: At): Promise<void> => {
  demand(at.within.length <= WITHIN_MAX, 'archive-nested');
  const extension = extensionOf(at.name);
  const accepted = byExtension(extension);
  const packed = PACKED_EXTENSIONS.includes(extension) || accepted?.kind === 'archive';
  demand(!(packed && at.within.includes('archive')), 'archive-nested');
  demand(accepted !== undefined, 'type-not-allowed');
  await examineAs(source, accepted, at);
};

/** Whether the first bytes, and the last, are what this type has there, and nothing else besides. */
const judgeMagic = async (
  source: Source,
  { mediaType, kind }: Accepted,
  within: readonly DocumentKind[],
): Promise<void> => {
  const magic = await magicOf(source);
  const nested = within.includes('archive') && (magic === 'packed' || magic === 'zip');
  const isZip = kind === 'office' || kind === 'archive';
  if (kind === 'office' && magic === 'ole') demand(!(await isEncryptedOffice(source)), 'archive-encrypted');
  demand(!(nested && !isZip), 'archive-nested');
  demand(expectedMagic(mediaType, kind).includes(magic), 'type-differs');
  if (mediaType === 'image/heic') demand((await boxFamily(source)) === 'heic', 'type-differs');
  if (kind === 'video' || mediaType === 'audio/mp4') demand((await boxFamily(source)) === 'film', 'type-differs');
  // What an archive or a signed file holds is examined by itself, wherever it lies.
  if (isZip || kind === 'signed') return;
  demand(!(await endsAsZip(source)), 'type-differs');
  if (kind !== 'text' && kind !== 'message') demand(!(await beginsAsMore(source)), 'type-differs');
};

const expectedMagic = (mediaType: MediaType, kind: DocumentKind): readonly (string | undefined)[] => {
  if (kind === 'office' || kind === 'archive') return ['zip'];
  if (kind === 'text') return mediaType === 'application/xml' ? [undefined, 'markup'] : [undefined];
  if (kind === 'message' || kind === 'signed') return [undefined];
  return mediaType === 'image/heic' || mediaType === 'video/mp4' || mediaType === 'audio/mp4' ? ['boxes'] : [mediaType];
};

const examinerOf = ({ mediaType }: Accepted, name: string): Examiner => {
  switch (mediaType) {
    case 'application/pdf':
      return examinePdf;
    case 'image/jpeg':
      return examineJpeg;
    case 'image/png':
      return examinePng;
    case 'image/webp':
      return examineWebp;
    case 'image/heic':
      return examineHeic;
    case 'image/tiff':
      return examineTiff;
    case 'video/mp4':
    case 'audio/mp4':
      return examineFilm;
    case 'audio/mpeg':
      return examineMp3;
    case 'audio/ogg':
      return examineOgg;
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return examineOoxml('wordprocessingml.document');
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return examineOoxml('spreadsheetml.sheet');
    case 'application/vnd.oasis.opendocument.text':
    case 'application/vnd.oasis.opendocument.spreadsheet':
      return examineOdf(mediaType);
    case 'text/csv':
      return (source, { effort }) => examineCsv(source, effort);
    case 'text/plain':
      return (source, { effort }) => examineText(source, effort);
    case 'application/json':
      return (source, { effort }) => examineJson(source, effort);
    case 'application/xml':
      return (source, { effort }) => examineXml(chunksOf(source), effort);
    case 'message/rfc822':
      return examineMessage;
    case 'application/pkcs7-mime':
      return examineSigned(name);
    case 'application/zip':
      return examineArchive;
  }
};
