import { headOf, type Source, tailOf } from './source.ts';

/** What the first bytes say. `zip`, `boxes` and `ole` are families: what it is stands further inside. */
export type Magic =
  | 'application/pdf'
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/tiff'
  | 'audio/mpeg'
  | 'audio/ogg'
  | 'boxes'
  | 'zip'
  | 'ole'
  | 'packed'
  | 'other'
  | 'markup';

const HEAD_BYTES = 1_024;

const startsWith = (head: Buffer, bytes: string, at = 0): boolean =>
  head.subarray(at, at + bytes.length).equals(Buffer.from(bytes, 'latin1'));

const SIGNATURES: readonly (readonly [string, Magic])[] = [
  ['%PDF-', 'application/pdf'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['II*\0', 'image/tiff'],
  ['MM\0*', 'image/tiff'],
  ['OggS', 'audio/ogg'],
  ['ID3\x02', 'audio/mpeg'],
  ['ID3\x03', 'audio/mpeg'],
  ['ID3\x04', 'audio/mpeg'],
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
  ['Rar!\x1a\x07', 'packed'],
  ["7z\xbc\xaf'\x1c", 'packed'],
  ['\x1f\x8b', 'packed'],
  ['BZh91AY', 'packed'],
  ['\xfd7zXZ\0', 'packed'],
  ['\x28\xb5\x2f\xfd', 'packed'],
  ['MSCF\0', 'packed'],
  ['\x7fELF', 'other'],
  ['GIF8', 'other'],
  ['#!', 'other'],
];

/** What a browser would take for a page, as the WHATWG's sniffing does, and the heads of programs in text. */
const PAGE_HEAD =
  /^[\s\ufeff]*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+(?:html|svg)|html|head|body|script|iframe|svg|table|div|style|title|h1|a\s|br|p>|font|img|b>|\?php|%@)/i;
const PAGE_ANYWHERE = /<(?:!doctype\s+html|html[\s>]|script[\s>]|svg[\s>]|iframe[\s>]|\?php)/i;

/** Whether text, as its first bytes show it, is a page or a picture that runs scripts. */
export const looksLikePage = (head: string): boolean => PAGE_HEAD.test(head);

/** Whether a page hides in these bytes of something else. */
export const holdsPage = (bytes: Buffer): boolean => PAGE_ANYWHERE.test(bytes.toString('latin1'));

/** A frame of MPEG audio, layer III. */
const isMpegFrame = (head: Buffer): boolean => {
  const [first = 0, second = 0, third = 0] = head;
  return (
    first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08 && third >> 4 !== 15 && third >> 4 !== 0
  );
};

export const magicOf = async (source: Source): Promise<Magic | undefined> => {
  const head = await headOf(source, HEAD_BYTES);
  const signature = SIGNATURES.find(([bytes]) => startsWith(head, bytes));
  if (signature !== undefined) return signature[1];
  if (startsWith(head, 'RIFF')) return startsWith(head, 'WEBP', 8) ? 'image/webp' : 'other';
  if (startsWith(head, 'ftyp', 4)) return 'boxes';
  if (startsWith(head, 'ustar', 257)) return 'packed';
  if (startsWith(head, 'MZ') && head.includes(0)) return 'other';
  if (isMpegFrame(head)) return 'audio/mpeg';
  return looksLikePage(head.toString('latin1')) ? 'markup' : undefined;
};

const END_OF_ARCHIVE = Buffer.from('PK\x05\x06', 'latin1');
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;

/** Whether the end can be opened as a ZIP: the sign of its end, with a directory where that says it is. */
export const endsAsZip = async (source: Source): Promise<boolean> => {
  const tail = await tailOf(source, END_BYTES + COMMENT_BYTES_MAX);
  for (
    let at = tail.lastIndexOf(END_OF_ARCHIVE);
    at >= 0;
    at = at === 0 ? -1 : tail.lastIndexOf(END_OF_ARCHIVE, at - 1)
  ) {
    if (at + END_BYTES > tail.length) continue;
    const directoryAt = source.size - tail.length + at - tail.readUInt32LE(at + 12);
    if (directoryAt < 0 || tail.readUInt16LE(at + 10) === 0) continue;
    const found = await source.read(directoryAt, 4);
    if (found.equals(Buffer.from('PK\x01\x02', 'latin1'))) return true;
  }
  return false;
};

/** Whether a reader of PDF, which takes the sign anywhere in the first kilobyte, or a browser, would see something else. */
export const beginsAsMore = async (source: Source): Promise<boolean> => {
  const head = await headOf(source, HEAD_BYTES);
  return head.indexOf('%PDF-', 1, 'latin1') > 0 || holdsPage(head);
};

const PACKED_OR_PROGRAM = ['Rar!\x1a\x07', "7z\xbc\xaf'\x1c", '%PDF-', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'].map((sign) =>
  Buffer.from(sign, 'latin1'),
);

/** The head of an entry of ZIP with a version that there is: four bytes alone stand in every thousandth film by chance. */
const PACKED_ENTRY = /PK\x03\x04[\x0a-\x3f]\0/;

/**
 * Whether what follows the end of a picture is another file. Telephones append pictures, films and notes of their own, which the
 * derived copy leaves behind; archives, pages, documents and programs are appended by people.
 */
export const hidesAfter = (rest: Buffer): boolean =>
  PACKED_OR_PROGRAM.some((sign) => rest.includes(sign)) ||
  PACKED_ENTRY.test(rest.toString('latin1')) ||
  startsWith(rest, 'MZ') ||
  holdsPage(rest);
