import * as z from 'zod/mini';
import { CHECKSUM_ALGORITHMS, CHECKSUM_TYPES, checksumHeader } from './checksums.ts';
import { S3Error } from './s3-error.ts';

/** Metadata of the sender's own, names and values together, in bytes. */
export const METADATA_BYTES_MAX = 2_048;
const META = 'x-amz-meta-';

/** Headers that are kept with an object and given back with it. */
const KEPT_HEADERS = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-bucket-key-enabled',
] as const;
const DEFAULT_CONTENT_TYPE = 'binary/octet-stream';

const TAGS_MAX = 10;
const TAG_KEY_LENGTH_MAX = 128;
const TAG_VALUE_LENGTH_MAX = 256;
const tag = z.object({ key: z.string(), value: z.string() });
/** What others say of an object after it was written: a scanner that it is clean, for example. */
export type Tag = z.infer<typeof tag>;

/** What is told about an object beside its bytes. */
export const description = z.object({
  headers: z.record(z.string(), z.string()),
  metadata: z.record(z.string(), z.string()),
  tags: z.optional(z.array(tag)),
  checksum: z.optional(
    z.object({ algorithm: z.enum(CHECKSUM_ALGORITHMS), value: z.string(), type: z.enum(CHECKSUM_TYPES) }),
  ),
});
export type Description = z.infer<typeof description>;

type Headers = ReadonlyMap<string, string>;

/** What the headers of an upload tell. Throws for what S3 would do and this store does not, instead of pretending. */
export const describe = (headers: Headers): Description => {
  refuseUnknown(headers);
  const metadata = Object.fromEntries(
    [...headers].flatMap(([name, value]) => (name.startsWith(META) ? [[name.slice(META.length), value]] : [])),
  );
  const bytes = Object.entries(metadata).reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0);
  if (bytes > METADATA_BYTES_MAX) {
    throw new S3Error('MetadataTooLarge', { fields: { Size: bytes, MaxSizeAllowed: METADATA_BYTES_MAX } });
  }
  const kept = KEPT_HEADERS.flatMap((name) => {
    const value = headers.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const encoding = withoutChunking(headers.get('content-encoding'));
  const { 'content-encoding': _, ...others } = Object.fromEntries(kept);
  return {
    headers: {
      'content-type': DEFAULT_CONTENT_TYPE,
      ...others,
      ...(encoding === '' ? {} : { 'content-encoding': encoding }),
    },
    metadata,
    ...(headers.has('x-amz-tagging') ? { tags: tagsIn(headers.get('x-amz-tagging') ?? '') } : {}),
  };
};

/** `a=1&b=2`, encoded as in a query. */
const tagsIn = (header: string): Tag[] =>
  checkTags([...new URLSearchParams(header)].map(([key, value]) => ({ key, value })));

/** Throws `InvalidTag`. */
export const checkTags = (tags: Tag[]): Tag[] => {
  const isFitting = tags.every(
    ({ key, value }) => key !== '' && key.length <= TAG_KEY_LENGTH_MAX && value.length <= TAG_VALUE_LENGTH_MAX,
  );
  if (!isFitting || tags.length > TAGS_MAX || new Set(tags.map(({ key }) => key)).size < tags.length)
    throw new S3Error('InvalidTag');
  return tags;
};

/** `aws-chunked` is how the body travelled, not what the object is. */
const withoutChunking = (encoding = ''): string =>
  encoding
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== 'aws-chunked' && each !== '')
    .join(',');

const refuseUnknown = (headers: Headers): void => {
  const encryption = headers.get('x-amz-server-side-encryption');
  if (encryption !== undefined && encryption !== 'AES256' && encryption !== 'aws:kms') {
    throw new S3Error('InvalidArgument', 'The encryption method specified is not supported');
  }
  const customerKey = [...headers.keys()].some((name) => name.includes('-server-side-encryption-customer-'));
  if (customerKey || headers.has('x-amz-website-redirect-location')) {
    throw new S3Error('NotImplemented');
  }
  const acl = headers.get('x-amz-acl');
  const isForbiddenAcl = acl !== undefined && acl !== 'private' && acl !== 'bucket-owner-full-control';
  if (isForbiddenAcl || [...headers.keys()].some((name) => name.startsWith('x-amz-grant-'))) {
    throw new S3Error('AccessControlListNotSupported');
  }
  if ((headers.get('x-amz-storage-class') ?? 'STANDARD') !== 'STANDARD') throw new S3Error('InvalidStorageClass');
};

/** The headers that tell about an object when it is read. */
export const headersOf = (about: Description, { withChecksum }: { withChecksum: boolean }): Record<string, string> => ({
  ...about.headers,
  ...Object.fromEntries(Object.entries(about.metadata).map(([name, value]) => [`${META}${name}`, value])),
  ...(about.tags?.length ? { 'x-amz-tagging-count': String(about.tags.length) } : {}),
  ...(withChecksum ? checksumHeaders(about) : {}),
});

export const checksumHeaders = ({ checksum }: Description): Record<string, string> =>
  checksum === undefined
    ? {}
    : { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type };

export const encryptionHeaders = ({ headers }: Description): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('x-amz-server-side-encryption')));
