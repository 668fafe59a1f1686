import { createHash } from 'node:crypto';
import { S3Error } from './s3-error.ts';
import {
  type ChunkSigning,
  chunkToSign,
  EMPTY_HASH,
  isSameSignature,
  sha256Hex,
  sign,
  trailerToSign,
} from './signature.ts';

/** The longest line that says how large a chunk is, in bytes. */
const CHUNK_HEADER_BYTES_MAX = 256;
const TRAILER_BYTES_MAX = 4_096;
/** S3 takes chunks of any size; a signed one is held back until its signature is known, so it has a limit here: 16 MB. */
const SIGNED_CHUNK_BYTES_MAX = 16 * 1024 * 1024;

export interface ChunkedOptions {
  /** Undefined for chunks that are not signed. */
  readonly signing: ChunkSigning | undefined;
  /** Whether headers follow the last chunk. */
  readonly hasTrailer: boolean;
  /** Takes the headers that follow the last chunk, when their signature holds. */
  readonly trailer: (name: string, value: string) => void;
}

/**
 * The bytes inside a body of `Content-Encoding: aws-chunked`. What a signature covers is given out only when it holds. Throws
 * `IncompleteBody` for a body that ends early or is no such thing, `SignatureDoesNotMatch` for a forged chunk.
 */
export async function* dechunked(body: AsyncIterable<Buffer>, options: ChunkedOptions): AsyncGenerator<Buffer> {
  const reader = byteReader(body);
  const { signing } = options;
  let previous = signing?.seed ?? '';
  for (;;) {
    const { size, signature } = parseChunkHeader(await reader.line(CHUNK_HEADER_BYTES_MAX));
    if (signing === undefined) {
      yield* reader.take(size);
    } else {
      if (size > SIGNED_CHUNK_BYTES_MAX) throw new S3Error('InvalidRequest', 'A signed chunk may have 16 MB at most.');
      const { parts, hash } = await held(reader.take(size));
      checkSignature(signing, chunkToSign(signing, { previous, hash }), signature);
      previous = signature;
      yield* parts;
    }
    if (size === 0) break;
    if ((await reader.line(0)) !== '') throw new S3Error('IncompleteBody');
  }
  await readEnd(reader, options, previous);
}

const held = async (chunk: AsyncIterable<Buffer>): Promise<{ parts: Buffer[]; hash: string }> => {
  const parts: Buffer[] = [];
  const hash = createHash('sha256');
  for await (const part of chunk) {
    parts.push(part);
    hash.update(part);
  }
  return { parts, hash: parts.length === 0 ? EMPTY_HASH : hash.digest('hex') };
};

const parseChunkHeader = (line = ''): { size: number; signature: string } => {
  const found = /^([0-9a-fA-F]{1,10})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line);
  if (found === null) throw new S3Error('IncompleteBody', 'A chunk of the body has no valid size.');
  return { size: Number.parseInt(found[1] ?? '', 16), signature: found[2] ?? '' };
};

const checkSignature = (signing: ChunkSigning, text: string, signature: string): void => {
  if (!isSameSignature(sign(signing.key, text), signature)) throw new S3Error('SignatureDoesNotMatch');
};

/** What follows the last chunk: an empty line, or headers and, where chunks are signed, the signature of these. */
const readEnd = async (reader: ByteReader, options: ChunkedOptions, previous: string): Promise<void> => {
  const { signing, hasTrailer } = options;
  const fields: [string, string][] = [];
  let signature = '';
  let bytes = 0;
  for (let line = await reader.line(TRAILER_BYTES_MAX); line !== undefined && line !== ''; ) {
    const colon = line.indexOf(':');
    const [name, value] = [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    if (colon < 1 || !hasTrailer)
      throw new S3Error('IncompleteBody', 'What follows the last chunk is no trailing header.');
    if (name === 'x-amz-trailer-signature') signature = value;
    else fields.push([name, value]);
    bytes += line.length;
    line = await reader.line(Math.max(0, TRAILER_BYTES_MAX - bytes));
  }
  if ((await reader.line(0)) !== undefined) throw new S3Error('IncompleteBody', 'The body goes on after its end.');
  if (signing !== undefined && hasTrailer) {
    const hash = sha256Hex(fields.map(([name, value]) => `${name}:${value}\n`).join(''));
    checkSignature(signing, trailerToSign(signing, { previous, hash }), signature);
  }
  for (const [name, value] of fields) options.trailer(name, value);
};

interface ByteReader {
  /** The next line without its end; undefined at the end of everything. Throws `IncompleteBody` when it is longer than allowed or cut off. */
  line(bytesMax: number): Promise<string | undefined>;
  /** The next bytes, as they come. */
  take(count: number): AsyncGenerator<Buffer>;
}

const byteReader = (body: AsyncIterable<Buffer>): ByteReader => {
  const source = body[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await source.next();
    if (next.done === true) return false;
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
    return true;
  };
  return {
    line: async (bytesMax) => {
      for (let end = rest.indexOf('\n'); ; end = rest.indexOf('\n')) {
        if ((end === -1 ? rest.length : end) > bytesMax + 1)
          throw new S3Error('IncompleteBody', 'A line of the body is too long.');
        if (end !== -1) {
          const text = rest.toString('latin1', 0, end);
          rest = rest.subarray(end + 1);
          return text.endsWith('\r') ? text.slice(0, -1) : text;
        }
        if (await more()) continue;
        if (rest.length > 0) throw new S3Error('IncompleteBody');
        return undefined;
      }
    },
    take: async function* take(count) {
      for (let left = count; left > 0; ) {
        if (rest.length === 0 && !(await more())) throw new S3Error('IncompleteBody');
        const part = rest.subarray(0, left);
        rest = rest.subarray(part.length);
        left -= part.length;
        if (part.length > 0) yield part;
      }
    },
  };
};
