/**
 * The words of a PDF file: names, numbers, keywords and brackets, with strings and comments passed over, as ISO 32000-1, 7.2 and
 * 7.3 write them. Names are given without their escapes, so that `/J#61vaScript` is `JavaScript`.
 */
export interface PdfWord {
  readonly kind: 'name' | 'word' | 'open' | 'close' | 'string';
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const BLANKS = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(Buffer.from('()<>[]{}/%'));
const [BACKSLASH, ROUND_OPEN, ROUND_CLOSE, LESS, GREATER, SLASH, PERCENT, CR, LF] = [
  92, 40, 41, 60, 62, 47, 37, 13, 10,
];

const regularEnd = (bytes: Buffer, from: number): number => {
  let at = from;
  for (let byte = bytes[at]; byte !== undefined && !BLANKS.has(byte) && !DELIMITERS.has(byte); byte = bytes[at])
    at += 1;
  return at;
};

const roundEnd = (bytes: Buffer, from: number): number => {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === ROUND_OPEN) depth += 1;
    else if (byte === ROUND_CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return bytes.length;
};

const lineEnd = (bytes: Buffer, from: number): number => {
  let at = from;
  while (at < bytes.length && bytes[at] !== CR && bytes[at] !== LF) at += 1;
  return at;
};

const unescaped = (name: string): string =>
  name.includes('#')
    ? name.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : name;

/** The word that starts at or after a place; nothing at the end. */
export const nextWord = (bytes: Buffer, from: number): PdfWord | undefined => {
  let at = from;
  while (at < bytes.length && (BLANKS.has(bytes[at] ?? 0) || bytes[at] === PERCENT)) {
    at = bytes[at] === PERCENT ? lineEnd(bytes, at) : at + 1;
  }
  const first = bytes[at];
  if (first === undefined) return undefined;
  if (first === SLASH) {
    const end = regularEnd(bytes, at + 1);
    return { kind: 'name', text: unescaped(bytes.toString('latin1', at + 1, end)), at, end };
  }
  if (first === ROUND_OPEN) return { kind: 'string', text: '', at, end: roundEnd(bytes, at) };
  const doubled = bytes[at + 1] === first;
  if (first === LESS) {
    if (doubled) return { kind: 'open', text: '<<', at, end: at + 2 };
    const close = bytes.indexOf(GREATER, at);
    return { kind: 'string', text: '', at, end: close < 0 ? bytes.length : close + 1 };
  }
  if (first === GREATER) return { kind: 'close', text: '>>', at, end: at + (doubled ? 2 : 1) };
  if (DELIMITERS.has(first)) return { kind: 'word', text: String.fromCharCode(first), at, end: at + 1 };
  const end = regularEnd(bytes, at);
  return { kind: 'word', text: bytes.toString('latin1', at, Math.min(end, at + 64)), at, end };
};
