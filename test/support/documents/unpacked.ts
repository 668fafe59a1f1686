import { inflateRawSync, inflateSync } from 'node:zlib';

/**
 * A file and everything packed in it, by brute force: each entry of an archive, each stream of a PDF, each attachment of a letter, and
 * what is in those. It knows no format well, so that it finds what a careful reader passes over.
 */
export const openings = (bytes: Buffer, depth = 0): readonly Buffer[] => {
  if (depth > 3) return [bytes];
  return [
    bytes,
    ...[...entries(bytes), ...streams(bytes), ...attachments(bytes)].flatMap((each) => openings(each, depth + 1)),
  ];
};

const attempt = (work: () => Buffer): readonly Buffer[] => {
  try {
    return [work()];
  } catch {
    return [];
  }
};

const places = (bytes: Buffer, sign: string): readonly number[] => {
  const found: number[] = [];
  for (let at = bytes.indexOf(sign, 0, 'latin1'); at >= 0; at = bytes.indexOf(sign, at + 1, 'latin1')) found.push(at);
  return found;
};

const entries = (bytes: Buffer): readonly Buffer[] =>
  places(bytes, 'PK\x03\x04').flatMap((at) => {
    if (at + 30 > bytes.length) return [];
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    return bytes.readUInt16LE(at + 8) === 8 ? attempt(() => inflateRawSync(bytes.subarray(from))) : [];
  });

const streams = (bytes: Buffer): readonly Buffer[] =>
  places(bytes, 'stream\n').flatMap((at) => attempt(() => inflateSync(bytes.subarray(at + 7))));

const attachments = (bytes: Buffer): readonly Buffer[] =>
  bytes.subarray(0, 400).includes('MIME-Version')
    ? [...bytes.toString('latin1').matchAll(/base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g)].map(([, body = '']) =>
        Buffer.from(body, 'base64'),
      )
    : [];
