import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { uriDecode, uriEncode, uriEncodePath } from './encoding.ts';
import type { Target } from './target.ts';

export const ALGORITHM = 'AWS4-HMAC-SHA256';
const SERVICE = 's3';
const TERMINATOR = 'aws4_request';
export const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Who may speak to the store. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** For which day, region and service a signature is good. */
export interface Scope {
  /** `YYYYMMDD`. */
  readonly day: string;
  readonly region: string;
}

/** Goes from the signature of a request to those of its chunks. */
export interface ChunkSigning {
  readonly key: Buffer;
  /** `YYYYMMDDTHHMMSSZ`. */
  readonly time: string;
  readonly scope: Scope;
  readonly seed: string;
}

/** `AKID/20261122/us-east-1/s3/aws4_request` taken apart; undefined where it is not one. */
export const parseCredential = (text: string): { accessKeyId: string; scope: Scope } | undefined => {
  const found = /^([\w-]{1,128})\/(\d{8})\/([a-z0-9-]{1,64})\/s3\/aws4_request$/.exec(text);
  if (found === null) return undefined;
  const [, accessKeyId = '', day = '', region = ''] = found;
  return { accessKeyId, scope: { day, region } };
};

const scopeText = ({ day, region }: Scope): string => `${day}/${region}/${SERVICE}/${TERMINATOR}`;

export const signingKey = (secretAccessKey: string, { day, region }: Scope): Buffer =>
  [region, SERVICE, TERMINATOR].reduce<Buffer>(hmac, hmac(Buffer.from(`AWS4${secretAccessKey}`), day));

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export const sign = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');

export const sha256Hex = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Compares without telling by its time how much was right. */
export const isSameSignature = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

export interface SignedParts {
  readonly method: string;
  readonly target: Target;
  readonly headers: ReadonlyMap<string, string>;
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
}

/** The canonical request of SigV4 for S3: the path is encoded once and never normalised. Source: Amazon S3 API reference, Signature Version 4. */
export const canonicalRequest = ({ method, target, headers, signedHeaders, payloadHash }: SignedParts): string =>
  [
    method,
    uriEncodePath(uriDecode(target.rawPath) ?? target.rawPath),
    canonicalQuery(target),
    ...signedHeaders.map((name) => `${name}:${(headers.get(name) ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');

const canonicalQuery = ({ query }: Target): string =>
  query.pairs
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${uriEncode(name)}=${uriEncode(value)}`)
    // Encoded names are ASCII: their order is that of their bytes. A name ends at `=`, which must come before any longer name.
    .toSorted((a, b) => compare(a.replace('=', '\u0000'), b.replace('=', '\u0000')))
    .join('&');

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

export const stringToSign = (request: string, { time, scope }: { time: string; scope: Scope }): string =>
  [ALGORITHM, time, scopeText(scope), sha256Hex(request)].join('\n');

/** What the signature of a chunk covers: the one before it, and the chunk. */
export const chunkToSign = (signing: ChunkSigning, chunk: { previous: string; hash: string }): string =>
  [`${ALGORITHM}-PAYLOAD`, signing.time, scopeText(signing.scope), chunk.previous, EMPTY_HASH, chunk.hash].join('\n');

/** What the signature of the trailing headers covers. */
export const trailerToSign = (signing: ChunkSigning, trailer: { previous: string; hash: string }): string =>
  [`${ALGORITHM}-TRAILER`, signing.time, scopeText(signing.scope), trailer.previous, trailer.hash].join('\n');
