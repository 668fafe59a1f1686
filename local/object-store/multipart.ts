import { createHash, randomBytes } from 'node:crypto';
import { checkedBody } from './checked-body.ts';
import {
  algorithmNamed,
  type ChecksumAlgorithm,
  checksumElement,
  checksumHeader,
  declaredChecksum,
  multipartChecksumType,
} from './checksums.ts';
import { quoted } from './conditions.ts';
import { checksumFields, copyBytes, copySource, sourceVersionHeader } from './copy-object.ts';
import { describe, encryptionHeaders } from './description.ts';
import { type S3Answer, type S3Request, xmlAnswer } from './exchange.ts';
import { lockFor, pieceOf, UPLOAD_BYTES_MAX } from './put-object.ts';
import { partNumber } from './read-object.ts';
import { S3Error } from './s3-error.ts';
import type { ObjectName, Store } from './store.ts';
import type { Query } from './target.ts';
import type { Upload } from './uploads-table.ts';
import type { NewPiece } from './versions-table.ts';
import { xmlDocument } from './xml.ts';

const UPLOAD_ID_BYTES = 32;
export const PARTS_PAGE_MAX = 1_000;
/** An upload that nobody ends is given up after so long, as the bucket's lifecycle says in the cloud. */
export const UPLOAD_DAYS_MAX = 7;
const DAY_MILLISECONDS = 86_400_000;

/** `CreateMultipartUpload`. */
export const createUpload = async (store: Store, { headers }: S3Request, name: ObjectName): Promise<S3Answer> => {
  const bucket = store.buckets.get(name.bucket);
  const about = describe(headers);
  const lock = lockFor(store, bucket, headers);
  const algorithm = headers.get('x-amz-checksum-algorithm');
  const checksum =
    algorithm === undefined ? undefined : checksumPlan(algorithmNamed(algorithm), headers.get('x-amz-checksum-type'));
  await giveUpOldUploads(store, name.bucket);
  const id = randomBytes(UPLOAD_ID_BYTES).toString('base64url');
  const initiatedAt = new Date(store.now()).toISOString();
  store.uploads.start({ id, ...name, initiatedAt, about, checksum, lock });
  return xmlAnswer(xmlDocument('InitiateMultipartUploadResult', { Bucket: name.bucket, Key: name.key, UploadId: id }), {
    'x-amz-checksum-algorithm': checksum?.algorithm,
    'x-amz-checksum-type': checksum?.type,
    ...encryptionHeaders(about),
  });
};

const checksumPlan = (algorithm: ChecksumAlgorithm, type: string | undefined): Upload['checksum'] => ({
  algorithm,
  type: multipartChecksumType(algorithm, type),
});

/** Frees what unfinished uploads hold. */
export const giveUpOldUploads = async (store: Store, bucket: string): Promise<void> => {
  const before = new Date(store.now() - UPLOAD_DAYS_MAX * DAY_MILLISECONDS).toISOString();
  const freed = store.tables.transaction(() => {
    store.uploads.forgetCompletions(before);
    return store.uploads.olderThan(bucket, before).flatMap(store.uploads.abort);
  });
  await store.pieces.discard(freed);
};

/** The upload that a request names. Throws `NoSuchUpload`. */
export const uploadOf = ({ buckets, uploads }: Store, query: Query, name: ObjectName): Upload => {
  buckets.get(name.bucket);
  const id = query.get('uploadId') ?? '';
  const upload = uploads.find({ ...name, id });
  if (upload === undefined) throw new S3Error('NoSuchUpload', { fields: { UploadId: id } });
  return upload;
};

/** `UploadPart`. */
export const uploadPart = async (store: Store, request: S3Request, name: ObjectName): Promise<S3Answer> => {
  const { headers, target } = request;
  const part = partNumber(target.query.get('partNumber'));
  const upload = uploadOf(store, target.query, name);
  if (!headers.has('content-length') && !headers.has('x-amz-decoded-content-length'))
    throw new S3Error('MissingContentLength');
  const declared = declaredChecksum(headers);
  if (upload.checksum !== undefined && declared?.algorithm !== upload.checksum.algorithm) {
    throw new S3Error(
      'InvalidRequest',
      `Checksum Type mismatch occurred, expected checksum Type: ${upload.checksum.algorithm.toLowerCase()}, actual checksum Type: ${declared?.algorithm.toLowerCase() ?? 'null'}`,
    );
  }
  const body = checkedBody(request, { bytesMax: UPLOAD_BYTES_MAX });
  const file = await store.pieces.write(body.chunks);
  const facts = body.facts();
  await keepPart(store, { upload, part, piece: pieceOf(file, facts) });
  return {
    status: 200,
    headers: {
      etag: quoted(facts.md5),
      ...(facts.checksum === undefined ? {} : { [checksumHeader(facts.checksum.algorithm)]: facts.checksum.value }),
      ...encryptionHeaders(upload.about),
    },
  };
};

/** `UploadPartCopy`. */
export const uploadPartCopy = async (
  store: Store,
  { headers, target }: S3Request,
  name: ObjectName,
): Promise<S3Answer> => {
  const part = partNumber(target.query.get('partNumber'));
  const upload = uploadOf(store, target.query, name);
  const source = copySource(store, headers);
  const { file, facts } = await copyBytes(store, {
    version: source.version,
    range: headers.get('x-amz-copy-source-range'),
    algorithm: upload.checksum?.algorithm,
  });
  await keepPart(store, { upload, part, piece: pieceOf(file, facts) });
  const { ChecksumType: _, ...checksum } = checksumFields(facts);
  return xmlAnswer(
    xmlDocument('CopyPartResult', {
      LastModified: new Date(store.now()).toISOString(),
      ETag: quoted(facts.md5),
      ...checksum,
    }),
    { ...sourceVersionHeader(source), ...encryptionHeaders(upload.about) },
  );
};

/** The upload may have ended while the part came in. */
const keepPart = async (
  { tables, uploads, pieces, now }: Store,
  { upload, part, piece }: { upload: Upload; part: number; piece: NewPiece },
): Promise<void> => {
  const modifiedAt = new Date(now()).toISOString();
  const freed = tables.transaction(() => {
    if (uploads.find(upload) === undefined) return undefined;
    return uploads.addPart(upload, { ...piece, part, modifiedAt });
  });
  await pieces.discard(freed ?? [piece.file]);
  if (freed === undefined) throw new S3Error('NoSuchUpload', { fields: { UploadId: upload.id } });
};

/** `AbortMultipartUpload`. */
export const abortUpload = async (store: Store, { target }: S3Request, name: ObjectName): Promise<S3Answer> => {
  const upload = uploadOf(store, target.query, name);
  await store.pieces.discard(store.tables.transaction(() => store.uploads.abort(upload)));
  return { status: 204 };
};

const pageSize = (text: string | undefined): number => {
  if (text === undefined) return PARTS_PAGE_MAX;
  if (!/^\d{1,9}$/.test(text))
    throw new S3Error('InvalidArgument', 'The size of a page must be an integer between 0 and 2147483647');
  return Math.min(Number(text), PARTS_PAGE_MAX);
};

/** `ListParts`. */
export const listParts = (store: Store, { target: { query } }: S3Request, name: ObjectName): S3Answer => {
  const upload = uploadOf(store, query, name);
  const limit = pageSize(query.get('max-parts'));
  const after = Number(query.get('part-number-marker') ?? 0);
  const left = store.uploads.parts(upload).filter(({ part }) => part > after);
  const page = left.slice(0, limit);
  return xmlAnswer(
    xmlDocument('ListPartsResult', {
      Bucket: name.bucket,
      Key: name.key,
      UploadId: upload.id,
      StorageClass: 'STANDARD',
      PartNumberMarker: after,
      NextPartNumberMarker: page.at(-1)?.part ?? after,
      MaxParts: limit,
      IsTruncated: left.length > page.length,
      ChecksumAlgorithm: upload.checksum?.algorithm,
      ChecksumType: upload.checksum?.type,
      Part: page.map(({ part, modifiedAt, etag, sizeBytes, checksumAlgorithm, checksum }) => ({
        PartNumber: part,
        LastModified: modifiedAt,
        ETag: quoted(etag),
        Size: sizeBytes,
        ...(checksumAlgorithm === null ? {} : { [checksumElement(checksumAlgorithm)]: checksum ?? undefined }),
      })),
    }),
  );
};

/** `ListMultipartUploads`, without rolling keys up. */
export const listUploads = (store: Store, { target: { query } }: S3Request, bucket: string): S3Answer => {
  store.buckets.get(bucket);
  if (query.has('delimiter')) throw new S3Error('NotImplemented');
  const limit = pageSize(query.get('max-uploads'));
  const [prefix = '', keyMarker = '', idMarker] = ['prefix', 'key-marker', 'upload-id-marker'].map(query.get);
  // Without an id the page begins behind every upload of the marked key: ids are ASCII.
  const id = idMarker ?? (keyMarker === '' ? '' : '\u007f');
  const found = store.uploads.list(bucket, { prefix, key: keyMarker, id, limit: limit + 1 });
  const page = found.slice(0, limit);
  const isTruncated = found.length > page.length;
  return xmlAnswer(
    xmlDocument('ListMultipartUploadsResult', {
      Bucket: bucket,
      KeyMarker: keyMarker,
      UploadIdMarker: idMarker ?? '',
      NextKeyMarker: isTruncated ? page.at(-1)?.key : undefined,
      NextUploadIdMarker: isTruncated ? page.at(-1)?.id : undefined,
      Prefix: prefix,
      MaxUploads: limit,
      IsTruncated: isTruncated,
      Upload: page.map((upload) => ({
        Key: upload.key,
        UploadId: upload.id,
        StorageClass: 'STANDARD',
        Initiated: upload.initiatedAt,
        ChecksumAlgorithm: upload.checksum?.algorithm,
        ChecksumType: upload.checksum?.type,
      })),
    }),
  );
};

/** S3's ETag of an object from parts: the MD5 of their MD5s, and how many. */
export const multipartEtag = (parts: readonly { readonly etag: string }[]): string => {
  const hash = createHash('md5');
  for (const { etag } of parts) hash.update(Buffer.from(etag, 'hex'));
  return `${hash.digest('hex')}-${parts.length}`;
};
