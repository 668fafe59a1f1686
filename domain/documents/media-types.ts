import type { DocumentKind } from '../../events/vocabulary.ts';
import { JSON_BYTES_MAX, READ_WHOLE_BYTES_MAX } from './limits.ts';

interface AcceptedType {
  readonly mediaType: string;
  readonly kind: DocumentKind;
  /** The most that one weighs whose examination reads it whole; undefined where it is read piece by piece. */
  readonly bytesMax?: number;
  readonly extensions: readonly string[];
  /** What browsers and telephones also call it. */
  readonly alsoCalled: readonly string[];
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/** Everything that a document can be. What is not here is refused, whatever it is. */
const ACCEPTED = [
  {
    mediaType: 'application/pdf',
    kind: 'pdf',
    bytesMax: READ_WHOLE_BYTES_MAX,
    extensions: ['pdf'],
    alsoCalled: ['application/x-pdf'],
  },
  {
    mediaType: 'image/jpeg',
    kind: 'photo',
    bytesMax: READ_WHOLE_BYTES_MAX,
    extensions: ['jpg', 'jpeg', 'jpe'],
    alsoCalled: ['image/jpg', 'image/pjpeg'],
  },
  {
    mediaType: 'image/png',
    kind: 'photo',
    bytesMax: READ_WHOLE_BYTES_MAX,
    extensions: ['png'],
    alsoCalled: ['image/x-png'],
  },
  { mediaType: 'image/webp', kind: 'photo', bytesMax: READ_WHOLE_BYTES_MAX, extensions: ['webp'], alsoCalled: [] },
  {
    mediaType: 'image/heic',
    kind: 'photo',
    bytesMax: READ_WHOLE_BYTES_MAX,
    extensions: ['heic', 'heif'],
    alsoCalled: ['image/heif'],
  },
  {
    mediaType: 'image/tiff',
    kind: 'photo',
    bytesMax: READ_WHOLE_BYTES_MAX,
    extensions: ['tif', 'tiff'],
    alsoCalled: ['image/tif', 'image/x-tiff'],
  },
  { mediaType: 'video/mp4', kind: 'video', extensions: ['mp4', 'm4v'], alsoCalled: ['video/x-m4v', 'application/mp4'] },
  {
    mediaType: 'audio/mp4',
    kind: 'audio',
    extensions: ['m4a'],
    alsoCalled: ['audio/x-m4a', 'audio/m4a', 'audio/aac', 'audio/mp4a-latm'],
  },
  { mediaType: 'audio/mpeg', kind: 'audio', extensions: ['mp3'], alsoCalled: ['audio/mp3', 'audio/x-mp3'] },
  {
    mediaType: 'audio/ogg',
    kind: 'audio',
    extensions: ['ogg', 'oga', 'opus'],
    alsoCalled: ['application/ogg', 'audio/opus', 'audio/vorbis', 'video/ogg'],
  },
  { mediaType: `${OOXML}.wordprocessingml.document`, kind: 'office', extensions: ['docx'], alsoCalled: [] },
  { mediaType: `${OOXML}.spreadsheetml.sheet`, kind: 'office', extensions: ['xlsx'], alsoCalled: [] },
  { mediaType: `${ODF}.text`, kind: 'office', extensions: ['odt'], alsoCalled: [] },
  { mediaType: `${ODF}.spreadsheet`, kind: 'office', extensions: ['ods'], alsoCalled: [] },
  {
    mediaType: 'text/csv',
    kind: 'text',
    extensions: ['csv'],
    // Windows calls a CSV what opens it.
    alsoCalled: ['application/vnd.ms-excel', 'application/csv', 'text/comma-separated-values', 'text/plain'],
  },
  { mediaType: 'text/plain', kind: 'text', extensions: ['txt'], alsoCalled: [] },
  {
    mediaType: 'application/json',
    kind: 'text',
    bytesMax: JSON_BYTES_MAX,
    extensions: ['json'],
    alsoCalled: ['text/json'],
  },
  { mediaType: 'application/xml', kind: 'text', extensions: ['xml'], alsoCalled: ['text/xml'] },
  { mediaType: 'message/rfc822', kind: 'message', bytesMax: READ_WHOLE_BYTES_MAX, extensions: ['eml'], alsoCalled: [] },
  {
    mediaType: 'application/pkcs7-mime',
    kind: 'signed',
    bytesMax: READ_WHOLE_BYTES_MAX,
    extensions: ['p7m'],
    alsoCalled: ['application/x-pkcs7-mime', 'application/pkcs7-signature'],
  },
  {
    mediaType: 'application/zip',
    kind: 'archive',
    extensions: ['zip'],
    alsoCalled: ['application/x-zip-compressed', 'application/x-zip'],
  },
] as const satisfies readonly AcceptedType[];

export type MediaType = (typeof ACCEPTED)[number]['mediaType'];
export type Accepted = AcceptedType & { readonly mediaType: MediaType };

export const accepted: readonly Accepted[] = ACCEPTED;

export const byExtension = (extension: string): Accepted | undefined =>
  accepted.find(({ extensions }) => extensions.includes(extension));

/** Whether a declared type (without its parameters) is a name of this type. */
export const isCalled = ({ mediaType, alsoCalled }: Accepted, declared: string): boolean => {
  const bare = bareType(declared);
  return bare === mediaType || alsoCalled.includes(bare);
};

export const isKnownType = (declared: string): boolean => accepted.some((type) => isCalled(type, declared));

const bareType = (declared: string): string => (declared.split(';')[0] ?? '').trim().toLowerCase();

/** How the names of the files end that are taken. What a file really is, its examination says. */
export const EXTENSIONS: readonly string[] = accepted.flatMap(({ extensions }) => extensions);

/** What stands after the last dot, in lower case. */
export const extensionIn = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** The ending for a media type; undefined for one that no document has. */
export const extensionOf = (mediaType: string): string | undefined =>
  accepted.find((type) => type.mediaType === mediaType)?.extensions[0];
