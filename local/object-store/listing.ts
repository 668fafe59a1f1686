import * as z from 'zod/mini';
import { quoted } from './conditions.ts';
import { uriEncodePath } from './encoding.ts';
import { type S3Answer, type S3Request, xmlAnswer } from './exchange.ts';
import { S3Error } from './s3-error.ts';
import type { Store } from './store.ts';
import { keyBytes, type Tables } from './tables.ts';
import type { Query } from './target.ts';
import { type Version, versionRow } from './versions-table.ts';
import { type XmlFields, xmlDocument } from './xml.ts';

export const PAGE_MAX = 1_000;
/** Rows asked for at a time while keys are rolled up. */
const ROWS_MIN = 32;

interface Wanted {
  readonly prefix: string;
  /** Keys that go on behind this after the prefix are rolled up to it; empty rolls up nothing. */
  readonly delimiter: string;
  readonly limit: number;
  readonly encode: (text: string) => string;
}

/** Where a page begins: at the first key that is not before these bytes. */
type Start = Buffer;

/** The first bytes behind a key itself. */
const behindKey = (key: string): Start => Buffer.concat([keyBytes(key), Buffer.of(0)]);

/** The first bytes behind every key that begins so. No byte of UTF-8 is 0xff, so the last one can always grow. */
const behindPrefix = (prefix: string): Start => {
  const bytes = Buffer.from(keyBytes(prefix));
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) + 1, bytes.length - 1);
  return bytes;
};

interface Page {
  readonly entries: readonly Version[];
  readonly commonPrefixes: readonly string[];
  /** Undefined on the last page. */
  readonly next: Start | undefined;
  /** The last key or common prefix of the page. */
  readonly last: string | undefined;
}

const CURRENT = `SELECT * FROM versions WHERE bucket = ? AND key >= ? AND (? = x'' OR key < ?) AND is_current = 1
  AND is_marker = 0 ORDER BY key LIMIT ?`;

/** One page of what is there, in the order of the keys' bytes. A rolled-up prefix is jumped over, however much is in it. */
const pageOf = (
  tables: Tables,
  bucket: string,
  { prefix, delimiter, limit, start }: Wanted & { start: Start },
): Page => {
  const end = prefix === '' ? Buffer.alloc(0) : behindPrefix(prefix);
  const entries: Version[] = [];
  const commonPrefixes: string[] = [];
  let next = Buffer.compare(start, keyBytes(prefix)) < 0 ? keyBytes(prefix) : start;
  let last: string | undefined;
  for (;;) {
    const missing = limit - entries.length - commonPrefixes.length;
    const rows = tables.all(versionRow, CURRENT, bucket, next, end, end, Math.max(missing + 1, ROWS_MIN));
    if (rows.length === 0) return { entries, commonPrefixes, next: undefined, last };
    for (const row of rows) {
      if (Buffer.compare(keyBytes(row.key), next) < 0) continue;
      if (entries.length + commonPrefixes.length >= limit) return { entries, commonPrefixes, next, last };
      const rolledUp = commonPrefixOf(row.key, prefix, delimiter);
      if (rolledUp === undefined) entries.push(row);
      else commonPrefixes.push(rolledUp);
      last = rolledUp ?? row.key;
      next = rolledUp === undefined ? behindKey(row.key) : behindPrefix(rolledUp);
    }
  }
};

const commonPrefixOf = (key: string, prefix: string, delimiter: string): string | undefined => {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return at === -1 ? undefined : key.slice(0, at + delimiter.length);
};

/** What every listing may ask for. Throws `InvalidArgument`. */
const wantedOf = (query: Query, limitName: string): Wanted => {
  const encoding = query.get('encoding-type');
  if (encoding !== undefined && encoding !== 'url')
    throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
  const limit = query.get(limitName) ?? String(PAGE_MAX);
  if (!/^\d{1,10}$/.test(limit))
    throw new S3Error('InvalidArgument', `Argument ${limitName} must be an integer between 0 and 2147483647`);
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    limit: Math.min(Number(limit), PAGE_MAX),
    encode: encoding === 'url' ? uriEncodePath : (text) => text,
  };
};

const contents = (entries: readonly Version[], encode: Wanted['encode'], extra: XmlFields = {}): readonly XmlFields[] =>
  entries.map(({ key, modifiedAt, etag, sizeBytes, about: { checksum } }) => ({
    Key: encode(key),
    LastModified: modifiedAt,
    ETag: quoted(etag),
    ChecksumAlgorithm: checksum?.algorithm,
    ChecksumType: checksum?.type,
    Size: sizeBytes,
    StorageClass: 'STANDARD',
    ...extra,
  }));

const prefixes = (commonPrefixes: readonly string[], encode: Wanted['encode']): readonly XmlFields[] =>
  commonPrefixes.map((prefix) => ({ Prefix: encode(prefix) }));

const token = z.object({ from: z.string() });

/** What a token says is checked by what is done with it: it only says where to begin. Throws `InvalidArgument`. */
const startOf = (text: string): Start => {
  const parsed = jsonOf(Buffer.from(text, 'base64url').toString('utf8'));
  const result = token.safeParse(parsed);
  if (!result.success) throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
  return Buffer.from(result.data.from, 'base64url');
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const tokenOf = (start: Start): string =>
  Buffer.from(JSON.stringify({ from: start.toString('base64url') })).toString('base64url');

/** `ListObjectsV2`. */
export const listObjectsV2 = (store: Store, { target: { query } }: S3Request, bucket: string): S3Answer => {
  store.buckets.get(bucket);
  const wanted = wantedOf(query, 'max-keys');
  const { encode } = wanted;
  const continuation = query.get('continuation-token');
  if (continuation === '') throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
  const startAfter = query.get('start-after');
  const start = continuation === undefined ? afterMarker(startAfter ?? '', wanted) : startOf(continuation);
  const page = wanted.limit === 0 ? EMPTY_PAGE : pageOf(store.tables, bucket, { ...wanted, start });
  return xmlAnswer(
    xmlDocument('ListBucketResult', {
      Name: bucket,
      Prefix: encode(wanted.prefix),
      Delimiter: wanted.delimiter === '' ? undefined : encode(wanted.delimiter),
      StartAfter: startAfter === undefined ? undefined : encode(startAfter),
      ContinuationToken: continuation,
      NextContinuationToken: page.next === undefined ? undefined : tokenOf(page.next),
      KeyCount: page.entries.length + page.commonPrefixes.length,
      MaxKeys: wanted.limit,
      EncodingType: query.get('encoding-type'),
      IsTruncated: page.next !== undefined,
      Contents: contents(page.entries, encode),
      CommonPrefixes: prefixes(page.commonPrefixes, encode),
    }),
  );
};

const EMPTY_PAGE: Page = { entries: [], commonPrefixes: [], next: undefined, last: undefined };

/** Behind a marker, and behind all that is rolled up with it. */
const afterMarker = (marker: string, { prefix, delimiter }: Wanted): Start => {
  if (marker === '') return Buffer.alloc(0);
  const rolledUp = marker.startsWith(prefix) ? commonPrefixOf(marker, prefix, delimiter) : undefined;
  return rolledUp === marker ? behindPrefix(rolledUp) : behindKey(marker);
};

/** `ListObjects`, the older one. */
export const listObjects = (store: Store, { target: { query } }: S3Request, bucket: string): S3Answer => {
  store.buckets.get(bucket);
  const wanted = wantedOf(query, 'max-keys');
  const { encode } = wanted;
  const marker = query.get('marker') ?? '';
  const start = afterMarker(marker, wanted);
  const page = wanted.limit === 0 ? EMPTY_PAGE : pageOf(store.tables, bucket, { ...wanted, start });
  const isTruncated = page.next !== undefined;
  return xmlAnswer(
    xmlDocument('ListBucketResult', {
      Name: bucket,
      Prefix: encode(wanted.prefix),
      Marker: encode(marker),
      NextMarker: isTruncated && wanted.delimiter !== '' && page.last !== undefined ? encode(page.last) : undefined,
      Delimiter: wanted.delimiter === '' ? undefined : encode(wanted.delimiter),
      MaxKeys: wanted.limit,
      EncodingType: query.get('encoding-type'),
      IsTruncated: isTruncated,
      Contents: contents(page.entries, encode),
      CommonPrefixes: prefixes(page.commonPrefixes, encode),
    }),
  );
};

// The order of `versions` within a key is that of their age, the newest first.
const VERSIONS = `SELECT * FROM versions WHERE bucket = ?1 AND key >= ?2 AND (?3 = x'' OR key < ?3)
  AND (key > ?2 OR id < ?4) ORDER BY key, id DESC LIMIT ?5`;

/** `ListObjectVersions`, with keys rolled up to common prefixes like the others. */
export const listVersions = (store: Store, { target: { query } }: S3Request, bucket: string): S3Answer => {
  store.buckets.get(bucket);
  const wanted = wantedOf(query, 'max-keys');
  const { encode, prefix, delimiter, limit } = wanted;
  const keyMarker = query.get('key-marker') ?? '';
  const idMarker = query.get('version-id-marker') ?? '';
  if (idMarker !== '' && keyMarker === '')
    throw new S3Error('InvalidArgument', 'A version-id marker cannot be specified without a key marker.');
  const marked = idMarker === '' ? undefined : store.versions.find(bucket, keyMarker, idMarker);
  if (idMarker !== '' && marked === undefined) throw new S3Error('InvalidArgument', 'Invalid version id specified');
  const end = prefix === '' ? Buffer.alloc(0) : behindPrefix(prefix);
  const found: { version?: Version; prefix?: string; marker: readonly [key: string, id: string] }[] = [];
  let [start, before] =
    marked === undefined ? [afterMarker(keyMarker, wanted), Number.MAX_SAFE_INTEGER] : [keyBytes(keyMarker), marked.id];
  if (Buffer.compare(start, keyBytes(prefix)) < 0) start = keyBytes(prefix);
  while (found.length <= limit) {
    const [row] = store.tables.all(versionRow, VERSIONS, bucket, start, end, before, 1);
    if (row === undefined) break;
    const rolledUp = commonPrefixOf(row.key, prefix, delimiter);
    found.push(
      rolledUp === undefined
        ? { version: row, marker: [row.key, row.versionId] }
        : { prefix: rolledUp, marker: [rolledUp, ''] },
    );
    [start, before] =
      rolledUp === undefined ? [keyBytes(row.key), row.id] : [behindPrefix(rolledUp), Number.MAX_SAFE_INTEGER];
  }
  const page = found.slice(0, limit);
  const isTruncated = found.length > page.length && limit > 0;
  const [nextKey, nextId] = (isTruncated ? page.at(-1)?.marker : undefined) ?? [];
  const versions = page.flatMap(({ version }) => (version === undefined ? [] : [version]));
  return xmlAnswer(
    xmlDocument('ListVersionsResult', {
      Name: bucket,
      Prefix: encode(prefix),
      KeyMarker: encode(keyMarker),
      VersionIdMarker: idMarker,
      NextKeyMarker: nextKey === undefined ? undefined : encode(nextKey),
      NextVersionIdMarker: nextId === '' ? undefined : nextId,
      Delimiter: delimiter === '' ? undefined : encode(delimiter),
      MaxKeys: limit,
      EncodingType: query.get('encoding-type'),
      IsTruncated: isTruncated,
      Version: versions
        .filter(({ isMarker }) => !isMarker)
        .flatMap((version) => contents([version], encode, versionFields(version))),
      DeleteMarker: versions
        .filter(({ isMarker }) => isMarker)
        .map((marker) => ({
          Key: encode(marker.key),
          LastModified: marker.modifiedAt,
          ...versionFields(marker),
        })),
      CommonPrefixes: prefixes(
        page.flatMap((each) => (each.prefix === undefined ? [] : [each.prefix])),
        encode,
      ),
    }),
  );
};

const versionFields = ({ versionId, isCurrent }: Version): XmlFields => ({ VersionId: versionId, IsLatest: isCurrent });
