import { textOf } from './checked-body.ts';
import { type Checksum, checksumElement, checksumHeader, combinedChecksum } from './checksums.ts';
import { quoted, unquoted } from './conditions.ts';
import { encryptionHeaders } from './description.ts';
import { type S3Answer, type S3Request, xmlAnswer } from './exchange.ts';
import { multipartEtag, uploadOf } from './multipart.ts';
import { partNumber } from './read-object.ts';
import { S3Error } from './s3-error.ts';
import { addVersion, type ObjectName, type Store, versionHeader } from './store.ts';
import type { Upload } from './uploads-table.ts';
import type { Piece, Version } from './versions-table.ts';
import { childrenOf, childText, parseDocument, type XmlElement, xmlDocument } from './xml.ts';

/** Every part but the last has at least so many bytes: 5 MB. */
export const PART_BYTES_MIN = 5 * 1024 * 1024;
const BODY_BYTES_MAX = 4 * 1024 * 1024;
const PARTS_MAX = 10_000;

interface ListedPart {
  readonly part: number;
  readonly etag: string;
  readonly element: XmlElement;
}

/**
 * `CompleteMultipartUpload`: the parts become the object's files as they lie, so it costs one transaction however large they are.
 * Asked again because the answer was lost, it answers the same as long as that version exists.
 */
export const completeUpload = async (store: Store, request: S3Request, name: ObjectName): Promise<S3Answer> => {
  const { headers, target } = request;
  const listed = parseParts(await textOf(request, { bytesMax: BODY_BYTES_MAX, checksumOfObject: true }));
  const repeated = answeredBefore(store, target.query.get('uploadId') ?? '', name);
  if (repeated !== undefined) return completedAnswer(store, request, repeated);
  const upload = uploadOf(store, target.query, name);
  const chosen = choose(upload, listed, store.uploads.parts(upload));
  const sizeBytes = chosen.reduce((sum, piece) => sum + piece.sizeBytes, 0);
  const checksum = objectChecksum(upload, chosen);
  checkWhole(headers, { sizeBytes, checksum });
  const etag = multipartEtag(chosen);
  const about = checksum === undefined ? upload.about : { ...upload.about, checksum };
  const version = await addVersion(store, {
    object: { ...name, sizeBytes, etag, about, lock: upload.lock },
    reason: 'CompleteMultipartUpload',
    conditions: headers,
    // Nothing was awaited since the parts were read, so they are still the upload's.
    attach: ({ id, versionId, modifiedAt }) =>
      store.uploads.complete(upload, chosen, { id, versionId, etag, at: modifiedAt }),
  });
  return completedAnswer(store, request, version);
};

const answeredBefore = ({ uploads, versions }: Store, id: string, name: ObjectName): Version | undefined => {
  const done = uploads.completed(id);
  return done?.bucket === name.bucket && done.key === name.key
    ? [versions.find(name.bucket, name.key, done.version_id)].find((version) => version?.etag === done.etag)
    : undefined;
};

const completedAnswer = (store: Store, { headers }: S3Request, version: Version): S3Answer => {
  const { bucket, key, about, etag } = version;
  return xmlAnswer(
    xmlDocument('CompleteMultipartUploadResult', {
      Location: `http://${headers.get('host') ?? 'localhost'}/${bucket}/${encodeURIComponent(key)}`,
      Bucket: bucket,
      Key: key,
      ETag: quoted(etag),
      ...(about.checksum === undefined
        ? {}
        : { [checksumElement(about.checksum.algorithm)]: about.checksum.value, ChecksumType: about.checksum.type }),
    }),
    { ...versionHeader(store.buckets.get(bucket), version.versionId), ...encryptionHeaders(about) },
  );
};

const parseParts = (text: string): readonly ListedPart[] => {
  const parts = childrenOf(parseDocument(text, 'CompleteMultipartUpload'), 'Part').map((element) => {
    const etag = childText(element, 'ETag');
    const part = childText(element, 'PartNumber')?.trim();
    if (etag === undefined || part === undefined) throw new S3Error('MalformedXML');
    return { part: partNumber(part), etag: unquoted(etag), element };
  });
  if (parts.length === 0 || parts.length > PARTS_MAX) throw new S3Error('MalformedXML');
  if (parts.some(({ part }, index) => part <= (parts[index - 1]?.part ?? 0))) throw new S3Error('InvalidPartOrder');
  return parts;
};

const choose = (upload: Upload, listed: readonly ListedPart[], parts: readonly Piece[]): readonly Piece[] => {
  const known = new Map(parts.map((piece) => [piece.part, piece]));
  const chosen = listed.map(({ part, etag, element }) => {
    const piece = known.get(part);
    if (piece === undefined || piece.etag !== etag) {
      throw new S3Error('InvalidPart', { fields: { UploadId: upload.id, PartNumber: part, ETag: etag } });
    }
    checkPartChecksum(upload, piece, element);
    return piece;
  });
  const small = chosen.slice(0, -1).find(({ sizeBytes }) => sizeBytes < PART_BYTES_MIN);
  if (small !== undefined) {
    const { part: PartNumber, etag: ETag, sizeBytes: ProposedSize } = small;
    throw new S3Error('EntityTooSmall', { fields: { PartNumber, ETag, ProposedSize, MinSizeAllowed: PART_BYTES_MIN } });
  }
  return chosen;
};

const checkPartChecksum = ({ id, checksum }: Upload, piece: Piece, element: XmlElement): void => {
  if (piece.checksumAlgorithm === null) return;
  const named = childText(element, checksumElement(piece.checksumAlgorithm))?.trim();
  if (named === undefined && checksum?.type === 'COMPOSITE') {
    throw new S3Error(
      'InvalidRequest',
      `The upload was created using a ${checksum.algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${piece.part} in the request.`,
    );
  }
  if (named !== undefined && named !== piece.checksum) {
    throw new S3Error('InvalidPart', { fields: { UploadId: id, PartNumber: piece.part, ETag: piece.etag } });
  }
};

const objectChecksum = ({ checksum }: Upload, chosen: readonly Piece[]): Checksum | undefined => {
  if (checksum === undefined) return undefined;
  return combinedChecksum(
    checksum,
    chosen.map((piece) => ({ value: piece.checksum ?? '', sizeBytes: piece.sizeBytes })),
  );
};

/** Holds what the request declares about the whole object. Throws `BadDigest`, `InvalidRequest`. */
const checkWhole = (
  headers: ReadonlyMap<string, string>,
  { sizeBytes, checksum }: { sizeBytes: number; checksum: Checksum | undefined },
): void => {
  const size = headers.get('x-amz-mp-object-size');
  if (size !== undefined && Number(size) !== sizeBytes) {
    throw new S3Error(
      'InvalidRequest',
      `The provided 'x-amz-mp-object-size' header value ${size} does not match what was computed: ${sizeBytes}`,
    );
  }
  const type = headers.get('x-amz-checksum-type');
  if (type !== undefined && type !== checksum?.type) {
    throw new S3Error(
      'InvalidRequest',
      `The upload was created using the ${checksum?.type ?? 'null'} checksum mode. The complete request must use the same checksum mode.`,
    );
  }
  const declared = checksum === undefined ? undefined : headers.get(checksumHeader(checksum.algorithm));
  if (declared !== undefined && declared !== checksum?.value) {
    throw new S3Error(
      'BadDigest',
      `The ${checksum?.algorithm.toLowerCase()} you specified did not match the calculated checksum.`,
    );
  }
};
