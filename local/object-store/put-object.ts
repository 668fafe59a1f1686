import type { Bucket } from './buckets-table.ts';
import { type BodyFacts, checkedBody } from './checked-body.ts';
import { type Checksum, declaredChecksum } from './checksums.ts';
import { checkWriteConditions, quoted } from './conditions.ts';
import { checksumHeaders, type Description, describe, encryptionHeaders } from './description.ts';
import type { S3Answer, S3Request } from './exchange.ts';
import { type Lock, lockInHeaders, retentionByDefault } from './lock.ts';
import { S3Error } from './s3-error.ts';
import { addVersionOfFile, type ObjectName, present, type Store, versionHeader } from './store.ts';
import type { NewPiece, Version } from './versions-table.ts';

/** What one request may bring, in bytes: 5 GB, as S3. */
export const UPLOAD_BYTES_MAX = 5 * 1024 ** 3;

/** `PutObject`. */
export const putObject = async (store: Store, request: S3Request, name: ObjectName): Promise<S3Answer> => {
  const { headers } = request;
  const bucket = store.buckets.get(name.bucket);
  if (!headers.has('content-length') && !headers.has('x-amz-decoded-content-length'))
    throw new S3Error('MissingContentLength');
  // Held again when the object becomes visible; here so that nobody sends megabytes in vain.
  checkWriteConditions(headers, present(store.versions.current(name.bucket, name.key)));
  const about = describe(headers);
  const lock = lockFor(store, bucket, headers);
  const body = checkedBody(request, { bytesMax: UPLOAD_BYTES_MAX });
  if (isLocking(lock) && !headers.has('content-md5') && declaredChecksum(headers) === undefined) {
    throw new S3Error(
      'InvalidRequest',
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
  }
  const file = await store.pieces.write(body.chunks);
  const facts = body.facts();
  const version = await addVersionOfFile(store, pieceOf(file, facts), {
    object: { ...name, sizeBytes: facts.sizeBytes, etag: facts.md5, about: withChecksum(about, facts), lock },
    reason: 'PutObject',
    conditions: headers,
  });
  return writtenAnswer(bucket, version);
};

export const pieceOf = (file: string, { sizeBytes, md5, checksum }: BodyFacts): NewPiece => ({
  file,
  sizeBytes,
  etag: md5,
  checksumAlgorithm: checksum?.algorithm ?? null,
  checksum: checksum?.value ?? null,
});

export const withChecksum = (about: Description, { checksum }: BodyFacts): Description =>
  checksum === undefined ? about : { ...about, checksum: wholeChecksum(checksum) };

const wholeChecksum = (checksum: Required<BodyFacts>['checksum']): Checksum => ({ ...checksum, type: 'FULL_OBJECT' });

/** The lock of a new version: what its headers ask for, and the bucket's default. Throws `InvalidRequest` where nothing can be locked. */
export const lockFor = (store: Store, bucket: Bucket, headers: ReadonlyMap<string, string>): Lock => {
  const asked = lockInHeaders(headers, store.now());
  if (asked !== undefined && !bucket.objectLock) {
    throw new S3Error('InvalidRequest', 'Bucket is missing Object Lock Configuration');
  }
  const byDefault =
    bucket.defaultRetention === null ? undefined : retentionByDefault(bucket.defaultRetention, store.now());
  return { retention: asked?.retention ?? byDefault, legalHold: asked?.legalHold ?? false };
};

const isLocking = ({ retention, legalHold }: Lock): boolean => retention !== undefined || legalHold;

export const writtenAnswer = (bucket: Bucket, version: Version): S3Answer => ({
  status: 200,
  headers: {
    etag: quoted(version.etag),
    ...versionHeader(bucket, version.versionId),
    ...checksumHeaders(version.about),
    ...encryptionHeaders(version.about),
  },
});
