import { createHash } from 'node:crypto';
import {
  type ChecksumAlgorithm,
  checkChecksumValue,
  checksumHeader,
  type DeclaredChecksum,
  declaredChecksum,
  hasherOf,
} from './checksums.ts';
import { dechunked } from './chunked-body.ts';
import { base64Bytes } from './encoding.ts';
import type { S3Request } from './exchange.ts';
import { S3Error } from './s3-error.ts';

const MD5_BYTES = 16;
const SIGNED_HASH = /^[0-9a-f]{64}$/;

/** What is known of a body when it has come in whole and everything declared about it held. */
export interface BodyFacts {
  readonly sizeBytes: number;
  /** MD5 in hex: S3's ETag. */
  readonly md5: string;
  /** The declared one, or one of the algorithm that was asked for. */
  readonly checksum?: { readonly algorithm: ChecksumAlgorithm; readonly value: string };
}

export interface CheckedBody {
  /** Ends by throwing when anything declared does not hold. */
  readonly chunks: AsyncIterable<Buffer>;
  /** To be read after the last chunk. */
  facts(): BodyFacts;
}

export interface Limits {
  readonly bytesMax: number;
  /** Computed when the request declares no checksum. */
  readonly algorithm?: ChecksumAlgorithm | undefined;
  /** Whether a checksum in the headers is that of something else than the body. */
  readonly checksumOfObject?: boolean;
}

/**
 * The content of a request: out of its chunks, measured, and held against its declared length, hash, MD5 and checksum. Everything
 * that can be refused before the first byte is refused by the call itself. Throws `MissingContentLength`, `EntityTooLarge`,
 * `InvalidDigest`, `BadDigest`, `IncompleteBody`, `XAmzContentSHA256Mismatch`.
 */
export const checkedBody = (request: S3Request, limits: Limits): CheckedBody => {
  const { headers, payloadHash } = request;
  const isStreaming = payloadHash.startsWith('STREAMING-');
  const sizeBytes = declaredSize(headers, isStreaming);
  if (sizeBytes > limits.bytesMax) throw tooLarge(sizeBytes, limits.bytesMax);
  const md5 = declaredMd5(headers);
  const declared = limits.checksumOfObject === true ? undefined : declaredChecksum(headers);
  if (declared?.value === undefined && declared !== undefined && !payloadHash.endsWith('-TRAILER')) {
    throw new S3Error('InvalidRequest', 'The checksum was announced as a trailer, but the body has none.');
  }
  const meter = meterOf(declared?.algorithm ?? limits.algorithm, SIGNED_HASH.test(payloadHash));
  const trailers = new Map<string, string>();
  const content = isStreaming ? dechunked(request.body, chunking(request, trailers)) : request.body;
  const chunks = async function* measured() {
    for await (const chunk of content) {
      if (meter.add(chunk) > sizeBytes) throw new S3Error('IncompleteBody', 'The body is longer than it was declared.');
      yield chunk;
    }
    if (meter.sizeBytes() !== sizeBytes) throw new S3Error('IncompleteBody');
    meter.end({ payloadHash, md5, checksum: withTrailer(declared, trailers) });
  };
  return { chunks: chunks(), facts: meter.facts };
};

const chunking = ({ payloadHash, chunkSigning }: S3Request, trailers: Map<string, string>) => {
  const isSigned = payloadHash.startsWith('STREAMING-AWS4-');
  if (isSigned && chunkSigning === undefined)
    throw new S3Error('InvalidRequest', 'The chunks of a presigned request cannot be signed.');
  return {
    signing: isSigned ? chunkSigning : undefined,
    hasTrailer: payloadHash.endsWith('-TRAILER'),
    trailer: (name: string, value: string) => void trailers.set(name, value),
  };
};

const declaredSize = (headers: ReadonlyMap<string, string>, isStreaming: boolean): number => {
  const declared = headers.get(isStreaming ? 'x-amz-decoded-content-length' : 'content-length');
  if (declared === undefined || !/^\d{1,15}$/.test(declared)) {
    // A request without a body, a copy for example, says nothing of its length.
    if (declared === undefined && !isStreaming && !headers.has('transfer-encoding')) return 0;
    throw new S3Error('MissingContentLength');
  }
  return Number(declared);
};

const declaredMd5 = (headers: ReadonlyMap<string, string>): string | undefined => {
  const text = headers.get('content-md5');
  if (text === undefined) return undefined;
  const bytes = base64Bytes(text);
  if (bytes?.length !== MD5_BYTES) throw new S3Error('InvalidDigest');
  return bytes.toString('hex');
};

export const tooLarge = (sizeBytes: number, bytesMax: number): S3Error =>
  new S3Error('EntityTooLarge', { fields: { ProposedSize: sizeBytes, MaxSizeAllowed: bytesMax } });

const withTrailer = (
  declared: DeclaredChecksum | undefined,
  trailers: ReadonlyMap<string, string>,
): Required<BodyFacts>['checksum'] | undefined => {
  if (declared === undefined) return undefined;
  const value = declared.value ?? trailers.get(checksumHeader(declared.algorithm));
  if (value === undefined)
    throw new S3Error('IncompleteBody', 'The checksum that was announced did not follow the body.');
  checkChecksumValue(declared.algorithm, value);
  return { algorithm: declared.algorithm, value };
};

export interface Meter {
  /** The size so far, in bytes. */
  add(chunk: Buffer): number;
  sizeBytes(): number;
  /** Holds what was declared against what came. */
  end(declared: { payloadHash?: string; md5?: string | undefined; checksum?: BodyFacts['checksum'] | undefined }): void;
  facts(): BodyFacts;
}

export const meterOf = (algorithm: ChecksumAlgorithm | undefined, withSha256 = false): Meter => {
  const md5 = createHash('md5');
  const sha256 = withSha256 ? createHash('sha256') : undefined;
  const hasher = algorithm === undefined ? undefined : hasherOf(algorithm);
  let size = 0;
  let facts: BodyFacts | undefined;
  return {
    add: (chunk) => {
      size += chunk.length;
      md5.update(chunk);
      sha256?.update(chunk);
      hasher?.update(chunk);
      return size;
    },
    sizeBytes: () => size,
    end: (declared) => {
      const computed = { md5: md5.digest('hex'), value: hasher?.digest().toString('base64') };
      if (sha256 !== undefined && sha256.digest('hex') !== declared.payloadHash)
        throw new S3Error('XAmzContentSHA256Mismatch');
      if (declared.md5 !== undefined && declared.md5 !== computed.md5) {
        throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
      }
      if (declared.checksum !== undefined && declared.checksum.value !== computed.value) {
        throw new S3Error(
          'BadDigest',
          `The ${declared.checksum.algorithm} you specified did not match the calculated checksum.`,
        );
      }
      facts = {
        sizeBytes: size,
        md5: computed.md5,
        ...(algorithm === undefined || computed.value === undefined
          ? {}
          : { checksum: { algorithm, value: computed.value } }),
      };
    },
    facts: () => {
      if (facts === undefined) throw new Error('The body has not come to its end.');
      return facts;
    },
  };
};

/** A small body as text, checked like any other. Throws `MaxMessageLengthExceeded`. */
export const textOf = async (request: S3Request, limits: Limits): Promise<string> => {
  const { bytesMax } = limits;
  const length = Number(request.headers.get('content-length') ?? 0);
  if (length > bytesMax) throw new S3Error('MaxMessageLengthExceeded', { fields: { MaxMessageLengthBytes: bytesMax } });
  const parts: Buffer[] = [];
  for await (const chunk of checkedBody(request, limits).chunks) parts.push(chunk);
  return Buffer.concat(parts).toString('utf8');
};
