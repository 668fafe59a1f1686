import { textOf } from './checked-body.ts';
import { type S3Answer, type S3Request, xmlAnswer } from './exchange.ts';
import { checkMayRetain, type Lock, parseLegalHold, parseRetention } from './lock.ts';
import { S3Error } from './s3-error.ts';
import { type ObjectName, readableVersion, type Store, versionHeader } from './store.ts';
import type { Version } from './versions-table.ts';
import { childText, parseDocument, xmlDocument } from './xml.ts';

const BODY_BYTES_MAX = 16 * 1024;

/** The version that a request is about, in a bucket whose versions can be locked. Throws `InvalidRequest` in any other. */
const lockable = (store: Store, { target }: S3Request, name: ObjectName) => {
  const found = readableVersion(store, name, target.query.get('versionId'));
  if (!found.bucket.objectLock) throw new S3Error('InvalidRequest', 'Bucket is missing Object Lock Configuration');
  return found;
};

/** `GetObjectRetention`. */
export const getRetention = (store: Store, request: S3Request, name: ObjectName): S3Answer => {
  const { retention } = lockable(store, request, name).version.lock;
  if (retention === undefined) throw new S3Error('NoSuchObjectLockConfiguration');
  return xmlAnswer(xmlDocument('Retention', { Mode: retention.mode, RetainUntilDate: retention.retainUntil }));
};

/** `GetObjectLegalHold`. */
export const getLegalHold = (store: Store, request: S3Request, name: ObjectName): S3Answer => {
  const { legalHold } = lockable(store, request, name).version.lock;
  return xmlAnswer(xmlDocument('LegalHold', { Status: legalHold ? 'ON' : 'OFF' }));
};

/** `PutObjectRetention`: an empty one takes it off, where it may be taken off. */
export const putRetention = async (store: Store, request: S3Request, name: ObjectName): Promise<S3Answer> => {
  lockable(store, request, name);
  const root = parseDocument(await textOf(request, { bytesMax: BODY_BYTES_MAX }), 'Retention');
  const [mode, retainUntil] = [childText(root, 'Mode'), childText(root, 'RetainUntilDate')];
  const isRemoval = mode === undefined && retainUntil === undefined;
  const retention = isRemoval ? undefined : parseRetention({ mode, retainUntil }, store.now());
  const bypassGovernance = request.headers.get('x-amz-bypass-governance-retention')?.toLowerCase() === 'true';
  return changeLock(store, { request, name }, ({ lock }) => {
    checkMayRetain({ lock, now: store.now(), bypassGovernance }, retention);
    return { ...lock, retention };
  });
};

/** `PutObjectLegalHold`. */
export const putLegalHold = async (store: Store, request: S3Request, name: ObjectName): Promise<S3Answer> => {
  lockable(store, request, name);
  const root = parseDocument(await textOf(request, { bytesMax: BODY_BYTES_MAX }), 'LegalHold');
  const legalHold = parseLegalHold(childText(root, 'Status'));
  return changeLock(store, { request, name }, ({ lock }) => ({ ...lock, legalHold }));
};

const changeLock = (
  store: Store,
  { request, name }: { request: S3Request; name: ObjectName },
  next: (version: Version) => Lock,
): S3Answer => {
  const found = store.tables.transaction(() => {
    const { bucket, version } = lockable(store, request, name);
    store.versions.setLock(version, next(version));
    return { bucket, version };
  });
  return { status: 200, headers: versionHeader(found.bucket, found.version.versionId) };
};
