import type { Bucket } from './buckets-table.ts';
import { textOf } from './checked-body.ts';
import { declaredChecksum } from './checksums.ts';
import { checkWriteConditions } from './conditions.ts';
import { type S3Answer, type S3Request, xmlAnswer } from './exchange.ts';
import { checkMayDelete } from './lock.ts';
import { S3Error } from './s3-error.ts';
import { type ObjectName, present, type Store, versionHeader } from './store.ts';
import type { Version } from './versions-table.ts';
import { childrenOf, childText, parseDocument, type XmlElement, type XmlFields, xmlDocument } from './xml.ts';

const OBJECTS_MAX = 1_000;
const BODY_BYTES_MAX = 4 * 1024 * 1024;

interface Deletion extends ObjectName {
  readonly versionId: string | undefined;
  readonly bypassGovernance: boolean;
  readonly conditions?: ReadonlyMap<string, string>;
}

interface Deleted {
  readonly bucket: Bucket;
  /** The version that went, or the delete marker that was put in its place; none where there was nothing to do. */
  readonly version?: Version;
  readonly freed: readonly string[];
}

const bypassesGovernance = ({ headers }: S3Request): boolean =>
  headers.get('x-amz-bypass-governance-retention')?.toLowerCase() === 'true';

/** `DeleteObject`: without a version it only hides the object; a version goes for good, unless it is locked. */
export const deleteObject = async (store: Store, request: S3Request, name: ObjectName): Promise<S3Answer> => {
  const versionId = request.target.query.get('versionId');
  const { bucket, version } = await remove(store, {
    ...name,
    versionId,
    bypassGovernance: bypassesGovernance(request),
    conditions: request.headers,
  });
  return {
    status: 204,
    headers: {
      ...(version === undefined && versionId === undefined
        ? {}
        : versionHeader(bucket, version?.versionId ?? versionId ?? '')),
      'x-amz-delete-marker': version?.isMarker === true ? 'true' : undefined,
    },
  };
};

/** Throws `AccessDenied` for a locked version. What is not there counts as gone. */
const remove = async (store: Store, deletion: Deletion): Promise<Deleted> => {
  const deleted = store.tables.transaction(() => {
    const { versions } = store;
    const bucket = store.buckets.get(deletion.bucket);
    const { key, versionId, conditions } = deletion;
    const isHiding = versionId === undefined && bucket.versioning !== 'Off';
    const chosen =
      versionId === undefined ? versions.current(bucket.name, key) : versions.find(bucket.name, key, versionId);
    if (conditions?.has('if-match') === true) checkWriteConditions(conditions, present(chosen));
    return isHiding ? hide(store, bucket, key) : removeForGood(store, { bucket, version: chosen, deletion });
  });
  await store.pieces.discard(deleted.freed);
  return deleted;
};

const hide = ({ versions, now }: Store, bucket: Bucket, key: string): Deleted => {
  const { version, freed } = versions.add({
    bucket: bucket.name,
    key,
    isMarker: true,
    sizeBytes: 0,
    etag: '',
    modifiedAt: new Date(now()).toISOString(),
    about: { headers: {}, metadata: {} },
    lock: { legalHold: false },
    versioned: bucket.versioning === 'Enabled',
  });
  return { bucket, version, freed };
};

const removeForGood = (
  { versions, now }: Store,
  { bucket, version, deletion }: { bucket: Bucket; version: Version | undefined; deletion: Deletion },
): Deleted => {
  if (version === undefined) return { bucket, freed: [] };
  checkMayDelete({ lock: version.lock, now: now(), bypassGovernance: deletion.bypassGovernance });
  return { bucket, version, freed: versions.remove(version) };
};

/** `DeleteObjects`: each by itself, so that one that is locked does not keep the others. */
export const deleteObjects = async (store: Store, request: S3Request, bucket: string): Promise<S3Answer> => {
  store.buckets.get(bucket);
  if (!request.headers.has('content-md5') && declaredChecksum(request.headers) === undefined) {
    throw new S3Error('InvalidRequest', 'Missing required header for this request: Content-MD5');
  }
  const root = parseDocument(await textOf(request, { bytesMax: BODY_BYTES_MAX }), 'Delete');
  const objects = childrenOf(root, 'Object');
  if (objects.length === 0 || objects.length > OBJECTS_MAX) throw new S3Error('MalformedXML');
  const isQuiet = childText(root, 'Quiet') === 'true';
  const results: { Deleted: XmlFields[]; Error: XmlFields[] } = { Deleted: [], Error: [] };
  for (const object of objects) {
    const deletion = parseDeletion(object, bucket, bypassesGovernance(request));
    try {
      const fields = deletedFields(deletion, await remove(store, deletion));
      if (!isQuiet) results.Deleted.push(fields);
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      const { code: Code, message: Message } = error;
      results.Error.push({ Key: deletion.key, VersionId: deletion.versionId, Code, Message });
    }
  }
  return xmlAnswer(xmlDocument('DeleteResult', { Deleted: results.Deleted, Error: results.Error }));
};

const parseDeletion = (object: XmlElement, bucket: string, bypassGovernance: boolean): Deletion => {
  const key = childText(object, 'Key');
  if (key === undefined || key === '') throw new S3Error('MalformedXML');
  const etag = childText(object, 'ETag');
  return {
    bucket,
    key,
    versionId: childText(object, 'VersionId'),
    bypassGovernance,
    ...(etag === undefined ? {} : { conditions: new Map([['if-match', etag]]) }),
  };
};

const deletedFields = ({ key, versionId }: Deletion, { bucket, version }: Deleted): XmlFields => {
  const isGone = versionId !== undefined;
  const marker = version?.isMarker === true && (isGone || bucket.versioning !== 'Off') ? version : undefined;
  return {
    Key: key,
    VersionId: versionId,
    DeleteMarker: marker === undefined ? undefined : true,
    DeleteMarkerVersionId: marker?.versionId,
  };
};
