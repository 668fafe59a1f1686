import PostalMime, { type Attachment } from 'postal-mime';
import type { Context, Examiner } from './context.ts';
import { looksLikePage } from './magic.ts';
import { demand, refuse } from './refusal.ts';
import { bufferSource, headOf, wholeOf } from './source.ts';

const HEAD_BYTES = 65_536;
const PARTS_MAX = 1_000;
const HEADER = /^[\x21-\x39\x3b-\x7e]+:[ \t\r\n]?/;
const KNOWN_HEADER = /^(from|date|received|message-id|return-path|subject|to|mime-version|delivered-to):/im;
/** What a mail program could run. Scripts in a letter are ignored by good ones; no letter of an office needs one. */
const ACTIVE_PAGE =
  /<\s{0,8}(script|iframe|object|embed|applet|meta[^>]{1,200}http-equiv\s*=\s*["']?refresh)\b|javascript:|vbscript:/i;

/** Parts that letters carry beside documents: pictures of signatures, keys and certificates, dates, cards. */
const BY_THE_WAY: readonly { readonly extensions: RegExp; readonly head: RegExp }[] = [
  { extensions: /\.gif$/i, head: /^GIF8[79]a/ },
  { extensions: /\.p7s$/i, head: /^\x30/ },
  { extensions: /\.(asc|sig|pgp)$/i, head: /^-----BEGIN PGP SIGNATURE/ },
  { extensions: /\.ics$/i, head: /^\s*BEGIN:VCALENDAR/i },
  { extensions: /\.vcf$/i, head: /^\s*BEGIN:VCARD/i },
];

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'text/calendar': 'ics',
  'text/plain': 'txt',
  'message/rfc822': 'eml',
  'application/pkcs7-signature': 'p7s',
  'application/pgp-signature': 'asc',
};

/** A letter (RFC 5322): its page runs nothing, and each file that it carries is examined as if it had come alone. */
export const examineMessage: Examiner = async (source, context) => {
  const head = (await headOf(source, HEAD_BYTES)).toString('latin1');
  demand(!looksLikePage(head), 'type-differs');
  demand(HEADER.test(head) && KNOWN_HEADER.test(head));
  const bytes = await wholeOf(source, context.effort.limits.wholeBytesMax);
  const letter = await opened(bytes);
  demand(!ACTIVE_PAGE.test(letter.html ?? ''), 'active-content');
  demand(letter.attachments.length <= PARTS_MAX, 'archive-bomb');
  for (const attachment of letter.attachments) await examineAttachment(attachment, context);
};

const opened = async (bytes: Buffer) => {
  try {
    return await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: 32,
      maxHeadersSize: 1_048_576,
    });
  } catch {
    return refuse('malformed');
  }
};

const examineAttachment = async (
  { filename, mimeType, content }: Attachment,
  { effort, inside }: Context,
): Promise<void> => {
  effort.takeEntry();
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
  effort.takeBytes(bytes.length);
  const name = filename ?? `part.${EXTENSIONS[mimeType.toLowerCase()] ?? 'unknown'}`;
  const passing = BY_THE_WAY.find(({ extensions }) => extensions.test(name));
  if (passing === undefined) await inside(bufferSource(bytes), name, 'message');
  else demand(passing.head.test(bytes.subarray(0, 1_024).toString('latin1')), 'active-content');
};
