import { type BodyFacts, meterOf, tooLarge } from './checked-body.ts';
import { algorithmNamed, type ChecksumAlgorithm, checksumElement } from './checksums.ts';
import { checkCopyConditions, checkWriteConditions, quoted } from './conditions.ts';
import { checksumHeaders, type Description, describe, encryptionHeaders } from './description.ts';
import { uriDecode } from './encoding.ts';
import { type S3Answer, type S3Request, xmlAnswer } from './exchange.ts';
import { lockFor, pieceOf, UPLOAD_BYTES_MAX, withChecksum } from './put-object.ts';
import { parseRange, stretchesIn } from './read-object.ts';
import { S3Error } from './s3-error.ts';
import { addVersionOfFile, type ObjectName, present, readableVersion, type Store, versionHeader } from './store.ts';
import type { Version } from './versions-table.ts';
import { xmlDocument } from './xml.ts';

/** `CopyObject`. */
export const copyObject = async (store: Store, request: S3Request, name: ObjectName): Promise<S3Answer> => {
  const { headers } = request;
  const bucket = store.buckets.get(name.bucket);
  const source = copySource(store, headers);
  const about = copiedDescription(headers, source.version);
  if (
    isSame(source.version, name) &&
    source.version.isCurrent &&
    headers.get('x-amz-metadata-directive') !== 'REPLACE'
  ) {
    throw new S3Error(
      'InvalidRequest',
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  }
  checkWriteConditions(headers, present(store.versions.current(name.bucket, name.key)));
  const lock = lockFor(store, bucket, headers);
  const named = headers.get('x-amz-checksum-algorithm');
  const algorithm = named === undefined ? source.version.about.checksum?.algorithm : algorithmNamed(named);
  const { file, facts } = await copyBytes(store, { version: source.version, algorithm });
  const version = await addVersionOfFile(store, pieceOf(file, facts), {
    object: { ...name, sizeBytes: facts.sizeBytes, etag: facts.md5, about: withChecksum(about, facts), lock },
    reason: 'CopyObject',
    conditions: headers,
  });
  return xmlAnswer(
    xmlDocument('CopyObjectResult', {
      LastModified: version.modifiedAt,
      ETag: quoted(version.etag),
      ...checksumFields(facts),
    }),
    {
      ...versionHeader(bucket, version.versionId),
      ...sourceVersionHeader(source),
      ...checksumHeaders(version.about),
      ...encryptionHeaders(version.about),
    },
  );
};

const isSame = (version: Version, { bucket, key }: ObjectName): boolean =>
  version.bucket === bucket && version.key === key;

export const checksumFields = ({ checksum }: BodyFacts): Record<string, string> =>
  checksum === undefined ? {} : { [checksumElement(checksum.algorithm)]: checksum.value, ChecksumType: 'FULL_OBJECT' };

const copiedDescription = (headers: ReadonlyMap<string, string>, source: Version): Description => {
  const directive = headers.get('x-amz-metadata-directive') ?? 'COPY';
  if (directive !== 'COPY' && directive !== 'REPLACE')
    throw new S3Error('InvalidArgument', 'Unknown metadata directive.');
  const own = describe(headers);
  const { headers: kept, metadata } = directive === 'REPLACE' ? own : source.about;
  const { tags } = headers.get('x-amz-tagging-directive') === 'REPLACE' ? own : source.about;
  return { headers: { ...kept, ...encryptionHeaders(own) }, metadata, ...(tags === undefined ? {} : { tags }) };
};

interface CopySource {
  readonly version: Version;
  readonly isVersioned: boolean;
}

/** What `x-amz-copy-source` names, held against its conditions. */
export const copySource = (store: Store, headers: ReadonlyMap<string, string>): CopySource => {
  const [path = '', ...query] = (headers.get('x-amz-copy-source') ?? '').split('?');
  const decoded = uriDecode(path.startsWith('/') ? path.slice(1) : path);
  const [, bucket, key] = /^([^/]+)\/([\s\S]+)$/.exec(decoded ?? '') ?? [];
  if (bucket === undefined || key === undefined) {
    throw new S3Error('InvalidArgument', 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey');
  }
  const versionId = /^versionId=([^&]+)$/.exec(query.join('?'))?.[1];
  const found = readableVersion(store, { bucket, key }, versionId);
  checkCopyConditions(headers, found.version);
  return { version: found.version, isVersioned: found.bucket.versioning !== 'Off' };
};

export const sourceVersionHeader = ({ version, isVersioned }: CopySource): Record<string, string> =>
  isVersioned ? { 'x-amz-copy-source-version-id': version.versionId } : {};

/** Copies the bytes of a version, or those of a range, into a new file. */
export const copyBytes = async (
  store: Store,
  source: { version: Version; range?: string | undefined; algorithm: ChecksumAlgorithm | undefined },
): Promise<{ file: string; facts: BodyFacts }> => {
  const { sizeBytes } = source.version;
  const range = source.range === undefined ? { from: 0, to: sizeBytes - 1 } : strictRange(source.range, sizeBytes);
  if (range.to - range.from + 1 > UPLOAD_BYTES_MAX) throw tooLarge(range.to - range.from + 1, UPLOAD_BYTES_MAX);
  const meter = meterOf(source.algorithm);
  const bytes = store.pieces.read(stretchesIn(store.versions.piecesOf(source.version), range));
  const file = await store.pieces.write(
    (async function* measured() {
      for await (const chunk of bytes) {
        meter.add(chunk);
        yield chunk;
      }
      meter.end({});
    })(),
  );
  return { file, facts: meter.facts() };
};

const strictRange = (header: string, sizeBytes: number) => {
  const [, last] = /^bytes=\d+-(\d+)$/.exec(header) ?? [];
  const range = last === undefined ? undefined : parseRange(header, sizeBytes);
  if (range === undefined || Number(last) >= sizeBytes) {
    throw new S3Error(
      'InvalidArgument',
      `The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy; the source has ${sizeBytes} bytes`,
    );
  }
  return range;
};
