import type { Examiner } from './context.ts';
import { demand } from './refusal.ts';
import { sniff } from './sniff.ts';
import { bufferSource, wholeOf } from './source.ts';

/** One element of ASN.1 in BER or DER (ITU-T X.690), by where its body lies. */
interface Element {
  readonly tag: number;
  readonly from: number;
  readonly to: number;
  /** Where the next element starts. */
  readonly next: number;
}

const DEPTH_MAX = 32;
const CONSTRUCTED = 0x20;
const [SEQUENCE, OBJECT_ID, OCTETS, OCTETS_IN_PIECES, FIRST_CONTEXT] = [0x30, 0x06, 0x04, 0x24, 0xa0];
const SIGNED_DATA = '2a864886f70d010702';
const ENVELOPED = /^2a864886f70d0107(03|06)$|^2a864886f70d0109100117$/;

const elementAt = (bytes: Buffer, at: number, depth = 0): Element => {
  demand(at + 2 <= bytes.length && depth < DEPTH_MAX);
  const tag = bytes[at] ?? 0;
  demand((tag & 0x1f) !== 0x1f);
  const first = bytes[at + 1] ?? 0;
  if (first === 0x80) return endless(bytes, { tag, from: at + 2 }, depth);
  const long = first & 0x7f;
  if (first < 0x80) return ended(bytes, { tag, from: at + 2, to: at + 2 + first });
  demand(long <= 4 && at + 2 + long <= bytes.length);
  const from = at + 2 + long;
  return ended(bytes, { tag, from, to: from + bytes.readUIntBE(at + 2, long) });
};

const ended = (bytes: Buffer, { tag, from, to }: Omit<Element, 'next'>): Element => {
  demand(to <= bytes.length);
  return { tag, from, to, next: to };
};

/** An element without a length ends with two empty bytes, after the elements inside it. */
const endless = (bytes: Buffer, { tag, from }: Pick<Element, 'tag' | 'from'>, depth: number): Element => {
  demand((tag & CONSTRUCTED) !== 0);
  let at = from;
  while (!(bytes[at] === 0 && bytes[at + 1] === 0)) at = elementAt(bytes, at, depth + 1).next;
  return { tag, from, to: at, next: at + 2 };
};

/** The elements inside another. */
const insideOf = (bytes: Buffer, { from, to }: Element): readonly Element[] => {
  const found: Element[] = [];
  for (let at = from; at < to; at = found.at(-1)?.next ?? to) found.push(elementAt(bytes, at));
  demand((found.at(-1)?.next ?? from) === to);
  return found;
};

const bodyOf = (bytes: Buffer, element: Element | undefined, tag: number): Buffer => {
  demand(element?.tag === tag);
  return bytes.subarray(element.from, element.to);
};

const octets = (bytes: Buffer, element: Element): Buffer => {
  if (element.tag === OCTETS) return bytes.subarray(element.from, element.to);
  demand(element.tag === OCTETS_IN_PIECES);
  return Buffer.concat(insideOf(bytes, element).map((piece) => octets(bytes, piece)));
};

/** What a signed file (CMS SignedData, RFC 5652) holds: the document, or nothing where the signature stands apart. */
export const signedContent = (bytes: Buffer): Buffer | undefined => {
  const outer = elementAt(bytes, 0);
  demand(outer.tag === SEQUENCE && outer.next === bytes.length);
  const [type, wrapped] = insideOf(bytes, outer);
  const kind = bodyOf(bytes, type, OBJECT_ID).toString('hex');
  demand(!ENVELOPED.test(kind), 'archive-encrypted');
  demand(kind === SIGNED_DATA && wrapped?.tag === FIRST_CONTEXT, 'type-differs');
  const [signed] = insideOf(bytes, wrapped);
  demand(signed?.tag === SEQUENCE);
  const content = insideOf(bytes, signed)[2];
  demand(content?.tag === SEQUENCE);
  const [, held] = insideOf(bytes, content);
  if (held === undefined) return undefined;
  demand(held.tag === FIRST_CONTEXT);
  const [document] = insideOf(bytes, held);
  demand(document !== undefined);
  return octets(bytes, document);
};

/** A signed file. Whether the signature is good is for whoever relies on it; here the document that it holds is examined. */
export const examineSigned =
  (name: string): Examiner =>
  async (source, { effort, inside }) => {
    const content = signedContent(await wholeOf(source, effort.limits.wholeBytesMax));
    if (content === undefined) return;
    effort.takeBytes(content.length);
    const held = bufferSource(content);
    const heldName = name.replace(/\.p7m$/i, '');
    // Signed as `act.p7m`, the document is what its bytes say.
    const named = heldName.includes('.') ? heldName : `${heldName}.${(await sniff(held)).extensions[0] ?? ''}`;
    await inside(held, named, 'signed');
  };
