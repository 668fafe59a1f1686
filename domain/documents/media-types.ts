/** How the names of the files end that are taken. What a file really is, its examination says. */
export const EXTENSIONS: readonly string[] =
  'pdf jpg jpeg jpe png webp heic heif tif tiff mp4 m4v m4a mp3 ogg oga opus docx xlsx odt ods csv txt json xml eml p7m zip'.split(
    ' ',
  );

/** What stands after the last dot, in lower case. */
export const extensionIn = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/** How the name of a file ends, by what it was found to be. */
const EXTENSION_OF: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/tiff': 'tif',
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  [`${OOXML}.wordprocessingml.document`]: 'docx',
  [`${OOXML}.spreadsheetml.sheet`]: 'xlsx',
  [`${ODF}.text`]: 'odt',
  [`${ODF}.spreadsheet`]: 'ods',
  'text/csv': 'csv',
  'text/plain': 'txt',
  'application/json': 'json',
  'application/xml': 'xml',
  'message/rfc822': 'eml',
  'application/pkcs7-mime': 'p7m',
  'application/zip': 'zip',
};

/** The ending for a media type; undefined for one that no document has. */
export const extensionOf = (mediaType: string): string | undefined =>
  Object.hasOwn(EXTENSION_OF, mediaType) ? EXTENSION_OF[mediaType] : undefined;
