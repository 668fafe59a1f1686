import type { Bucket, BucketsTable } from './buckets-table.ts';
import { checkWriteConditions } from './conditions.ts';
import type { ObjectCreated, Outbox } from './outbox.ts';
import type { Pieces } from './pieces.ts';
import { S3Error } from './s3-error.ts';
import type { Tables } from './tables.ts';
import type { UploadsTable } from './uploads-table.ts';
import { addPiece, type NewPiece, type NewVersion, type Version, type VersionsTable } from './versions-table.ts';

/** What the operations of the store work on. */
export interface Store {
  readonly tables: Tables;
  readonly buckets: BucketsTable;
  readonly versions: VersionsTable;
  readonly uploads: UploadsTable;
  readonly pieces: Pieces;
  readonly outbox: Outbox;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly region: string;
}

/** One object of one bucket, as a request names it. */
export interface ObjectName {
  readonly bucket: string;
  readonly key: string;
}

export interface Addition {
  readonly object: Omit<NewVersion, 'versioned' | 'isMarker' | 'modifiedAt'>;
  readonly reason: ObjectCreated['reason'];
  /** The headers with the conditions of the write. */
  readonly conditions: ReadonlyMap<string, string>;
  /** Gives the new version its files, inside the transaction; gives back files that nobody needs any more. */
  readonly attach: (version: Version) => readonly string[];
}

/**
 * Makes a new version visible: its row, its files and its announcement in one transaction, after its bytes are on the disk. The
 * conditions are held here, where nobody can come between. Throws what the conditions throw, and `NoSuchBucket`.
 */
export const addVersion = async (store: Store, { object, reason, conditions, attach }: Addition): Promise<Version> => {
  const { tables, buckets, versions, outbox, pieces } = store;
  const { version, freed } = tables.transaction(() => {
    const bucket = buckets.get(object.bucket);
    checkWriteConditions(conditions, present(versions.current(object.bucket, object.key)));
    const at = new Date(store.now()).toISOString();
    const added = versions.add({
      ...object,
      isMarker: false,
      modifiedAt: at,
      versioned: bucket.versioning === 'Enabled',
    });
    const { versionId, sizeBytes, etag } = added.version;
    outbox.add({ reason, bucket: bucket.name, key: object.key, versionId, sizeBytes, etag, at });
    return { version: added.version, freed: [...added.freed, ...attach(added.version)] };
  });
  outbox.nudge();
  await pieces.discard(freed);
  return version;
};

/** The same for an object of one file, which goes when the version cannot be added. */
export const addVersionOfFile = async (
  store: Store,
  piece: NewPiece,
  addition: Omit<Addition, 'attach'>,
): Promise<Version> => {
  const attach = (version: Version) => {
    addPiece(store.tables, { ...piece, part: 1, modifiedAt: version.modifiedAt }, { version: version.id });
    return [];
  };
  try {
    return await addVersion(store, { ...addition, attach });
  } catch (error) {
    await store.pieces.discard([piece.file]);
    throw error;
  }
};

/** The version that is there to a reader: a delete marker is none. */
export const present = (version: Version | undefined): Version | undefined =>
  version === undefined || version.isMarker ? undefined : version;

/** The header that names a version, in a bucket that was ever versioned. */
export const versionHeader = (bucket: Bucket, versionId: string): Record<string, string> =>
  bucket.versioning === 'Off' ? {} : { 'x-amz-version-id': versionId };

/** The version a request names, or the current one. Throws `NoSuchKey`, `NoSuchVersion`, `MethodNotAllowed` for a delete marker. */
export const readableVersion = (
  { buckets, versions }: Store,
  { bucket: name, key }: ObjectName,
  versionId: string | undefined,
): { bucket: Bucket; version: Version } => {
  const bucket = buckets.get(name);
  if (versionId === '') throw new S3Error('InvalidArgument', 'Version id cannot be the empty string');
  const version = versionId === undefined ? versions.current(name, key) : versions.find(name, key, versionId);
  if (version?.isMarker === false) return { bucket, version };
  const markerHeaders =
    version === undefined ? {} : { 'x-amz-delete-marker': 'true', ...versionHeader(bucket, version.versionId) };
  if (versionId === undefined) throw new S3Error('NoSuchKey', { fields: { Key: key }, headers: markerHeaders });
  if (version === undefined) throw new S3Error('NoSuchVersion', { fields: { Key: key, VersionId: versionId } });
  throw new S3Error('MethodNotAllowed', {
    fields: { Method: 'GET', ResourceType: 'DeleteMarker' },
    headers: { ...markerHeaders, allow: 'DELETE', 'last-modified': new Date(version.modifiedAt).toUTCString() },
  });
};
