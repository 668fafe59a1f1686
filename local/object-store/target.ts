import { uriDecode } from './encoding.ts';
import { S3Error } from './s3-error.ts';

/** What S3 takes as a key, in bytes of UTF-8. */
export const KEY_BYTES_MAX = 1_024;
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const LIKE_AN_ADDRESS = /^\d+\.\d+\.\d+\.\d+$/;
/** Behind a bucket's name in `Host`, in host style: the loopback by name. */
const HOST_SUFFIX = '.localhost';

/** What a request is about. A key is only ever a value in a table, never the name of a file. */
export interface Target {
  /** As it was sent, still encoded: what was signed. */
  readonly rawPath: string;
  readonly query: Query;
  readonly bucket: string | undefined;
  readonly key: string | undefined;
}

export interface Query {
  readonly pairs: readonly (readonly [name: string, value: string])[];
  has(name: string): boolean;
  get(name: string): string | undefined;
}

/** Reads path style (`/bucket/key`) and host style (`bucket.localhost`). Throws `InvalidURI`, `KeyTooLongError`. */
export const targetOf = (url: string, host: string): Target => {
  const [rawPath = '/', ...rest] = url.split('?');
  if (!rawPath.startsWith('/')) throw new S3Error('InvalidURI');
  const query = queryOf(rest.join('?'));
  const path = uriDecode(rawPath);
  if (path === undefined) throw new S3Error('InvalidURI');
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const bucketInHost = name.endsWith(HOST_SUFFIX) ? name.slice(0, -HOST_SUFFIX.length) : undefined;
  const [bucket, key] = bucketInHost === undefined ? bucketAndKey(path) : [bucketInHost, path.slice(1)];
  if (Buffer.byteLength(key) > KEY_BYTES_MAX) {
    throw new S3Error('KeyTooLongError', { fields: { Size: Buffer.byteLength(key), MaxSizeAllowed: KEY_BYTES_MAX } });
  }
  return { rawPath, query, bucket: bucket === '' ? undefined : bucket, key: key === '' ? undefined : key };
};

const bucketAndKey = (path: string): readonly [string, string] => {
  const end = path.indexOf('/', 1);
  return end === -1 ? [path.slice(1), ''] : [path.slice(1, end), path.slice(end + 1)];
};

const queryOf = (text: string): Query => {
  const pairs = text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): readonly [string, string] => {
      const [name = '', ...value] = pair.split('=');
      return [decoded(name), decoded(value.join('='))];
    });
  const first = new Map(pairs.toReversed());
  return { pairs, has: (name) => first.has(name), get: (name) => first.get(name) };
};

const decoded = (text: string): string => {
  const value = uriDecode(text.replaceAll('+', ' '));
  if (value === undefined) throw new S3Error('InvalidURI');
  return value;
};

export const isBucketName = (name: string): boolean =>
  BUCKET_NAME.test(name) && !name.includes('..') && !LIKE_AN_ADDRESS.test(name);
