import { type Accepted, accepted } from './accepted.ts';
import { boxFamily } from './film.ts';
import { magicOf } from './magic.ts';
import { demand } from './refusal.ts';
import { headOf, type Source } from './source.ts';

const HEAD_BYTES = 4_096;

/** What a document without a name is, by its bytes alone: for copies of what was examined under its name before. */
export const sniff = async (source: Source): Promise<Accepted> => {
  const mediaType = await sniffed(source);
  const found = accepted.find((type) => type.mediaType === mediaType);
  demand(found !== undefined, 'type-not-allowed');
  return found;
};

const sniffed = async (source: Source): Promise<string> => {
  const magic = await magicOf(source);
  const head = (await headOf(source, HEAD_BYTES)).toString('latin1');
  if (magic === 'boxes') return (await boxFamily(source)) === 'heic' ? 'image/heic' : 'video/mp4';
  if (magic === 'zip') return packed(head);
  if (magic !== undefined) return magic;
  if (head.startsWith('\x30')) return 'application/pkcs7-mime';
  if (/^[\s\u00ef\u00bb\u00bf]*<\?xml/.test(head)) return 'application/xml';
  if (/^(?:[\w-]+: [^\r\n]*\r?\n)+(?:\s|$)/.test(head) && /^(from|received|date):/im.test(head))
    return 'message/rfc822';
  return /^\s*[{[]/.test(head) ? 'application/json' : 'text/plain';
};

const packed = (head: string): string => {
  const odf = /^.{30}mimetype(application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet))PK/s.exec(head)?.[1];
  if (odf !== undefined) return odf;
  const names = head.includes('[Content_Types].xml') || head.includes('_rels/.rels');
  if (!names) return 'application/zip';
  return `application/vnd.openxmlformats-officedocument.${head.includes('xl/') ? 'spreadsheetml.sheet' : 'wordprocessingml.document'}`;
};
