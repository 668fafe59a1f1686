import type { Bucket } from './buckets-table.ts';
import { textOf } from './checked-body.ts';
import { corsFields, parseCorsRules } from './cors.ts';
import { type S3Answer, type S3Request, xmlAnswer } from './exchange.ts';
import { type DefaultRetention, defaultRetention } from './lock.ts';
import { S3Error } from './s3-error.ts';
import type { Store } from './store.ts';
import { isBucketName } from './target.ts';
import { childrenOf, childText, parseDocument, type XmlElement, xmlDocument } from './xml.ts';

const BODY_BYTES_MAX = 64 * 1024;
const DONE: S3Answer = { status: 200 };
const OWNER = { ID: 'veedor', DisplayName: 'veedor' };

/** `ListBuckets`. */
export const listBuckets = ({ buckets }: Store): S3Answer =>
  xmlAnswer(
    xmlDocument('ListAllMyBucketsResult', {
      Owner: OWNER,
      Buckets: { Bucket: buckets.list().map(({ name, createdAt }) => ({ Name: name, CreationDate: createdAt })) },
    }),
  );

/** `CreateBucket`. */
export const createBucket = async (store: Store, request: S3Request, name: string): Promise<S3Answer> => {
  if (!isBucketName(name)) throw new S3Error('InvalidBucketName', { fields: { BucketName: name } });
  await textOf(request, { bytesMax: BODY_BYTES_MAX });
  const objectLock = request.headers.get('x-amz-bucket-object-lock-enabled')?.toLowerCase() === 'true';
  store.tables.transaction(() => {
    if (store.buckets.find(name) !== undefined)
      throw new S3Error('BucketAlreadyOwnedByYou', { fields: { BucketName: name } });
    store.buckets.put({
      name,
      createdAt: new Date(store.now()).toISOString(),
      versioning: objectLock ? 'Enabled' : 'Off',
      objectLock,
      defaultRetention: null,
      cors: null,
    });
  });
  return { status: 200, headers: { location: `/${name}` } };
};

/** `HeadBucket`. */
export const headBucket = (store: Store, _: S3Request, name: string): S3Answer => {
  store.buckets.get(name);
  return { status: 200, headers: { 'x-amz-bucket-region': store.region } };
};

/** `DeleteBucket`. */
export const deleteBucket = (store: Store, _: S3Request, name: string): S3Answer => {
  store.tables.transaction(() => {
    store.buckets.get(name);
    store.buckets.remove(name);
  });
  return { status: 204 };
};

/** `GetBucketLocation`. */
export const getLocation = (store: Store, _: S3Request, name: string): S3Answer => {
  store.buckets.get(name);
  return xmlAnswer(xmlDocument('LocationConstraint', {}).replace('></', `>${store.region}</`));
};

/** `GetBucketVersioning`. */
export const getVersioning = ({ buckets }: Store, _: S3Request, name: string): S3Answer => {
  const { versioning } = buckets.get(name);
  return xmlAnswer(xmlDocument('VersioningConfiguration', { Status: versioning === 'Off' ? undefined : versioning }));
};

/** Changes a bucket's settings in one transaction. */
const change = ({ tables, buckets }: Store, name: string, next: (bucket: Bucket) => Bucket): S3Answer => {
  tables.transaction(() => buckets.put(next(buckets.get(name))));
  return DONE;
};

/** `PutBucketVersioning`. */
export const putVersioning = async (store: Store, request: S3Request, name: string): Promise<S3Answer> => {
  store.buckets.get(name);
  const status = childText(
    parseDocument(await textOf(request, { bytesMax: BODY_BYTES_MAX }), 'VersioningConfiguration'),
    'Status',
  );
  if (status !== 'Enabled' && status !== 'Suspended') throw new S3Error('MalformedXML');
  return change(store, name, (bucket) => {
    if (bucket.objectLock && status !== 'Enabled') {
      throw new S3Error(
        'InvalidBucketState',
        'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
      );
    }
    return { ...bucket, versioning: status };
  });
};

/** `GetBucketCors`. */
export const getCors = ({ buckets }: Store, _: S3Request, name: string): S3Answer => {
  const { cors } = buckets.get(name);
  if (cors === null) throw new S3Error('NoSuchCORSConfiguration', { fields: { BucketName: name } });
  return xmlAnswer(xmlDocument('CORSConfiguration', corsFields(cors)));
};

/** `PutBucketCors`. */
export const putCors = async (store: Store, request: S3Request, name: string): Promise<S3Answer> => {
  store.buckets.get(name);
  const cors = parseCorsRules(await textOf(request, { bytesMax: BODY_BYTES_MAX }));
  return change(store, name, (bucket) => ({ ...bucket, cors }));
};

/** `DeleteBucketCors`. */
export const deleteCors = (store: Store, _: S3Request, name: string): S3Answer => {
  change(store, name, (bucket) => ({ ...bucket, cors: null }));
  return { status: 204 };
};

/** `GetObjectLockConfiguration`. */
export const getLockConfiguration = ({ buckets }: Store, _: S3Request, name: string): S3Answer => {
  const bucket = buckets.get(name);
  if (!bucket.objectLock) throw new S3Error('ObjectLockConfigurationNotFoundError', { fields: { BucketName: name } });
  const rule = bucket.defaultRetention;
  return xmlAnswer(
    xmlDocument('ObjectLockConfiguration', {
      ObjectLockEnabled: 'Enabled',
      Rule: rule === null ? undefined : { DefaultRetention: { Mode: rule.mode, [rule.unit]: rule.count } },
    }),
  );
};

/** `PutObjectLockConfiguration`. */
export const putLockConfiguration = async (store: Store, request: S3Request, name: string): Promise<S3Answer> => {
  store.buckets.get(name);
  const root = parseDocument(await textOf(request, { bytesMax: BODY_BYTES_MAX }), 'ObjectLockConfiguration');
  if (childText(root, 'ObjectLockEnabled') !== 'Enabled') throw new S3Error('MalformedXML');
  const [rule] = childrenOf(root, 'Rule');
  const retention = rule === undefined ? null : parseDefaultRetention(rule);
  return change(store, name, (bucket) => {
    if (bucket.versioning !== 'Enabled') {
      throw new S3Error(
        'InvalidBucketState',
        "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration",
      );
    }
    return { ...bucket, objectLock: true, defaultRetention: retention };
  });
};

const parseDefaultRetention = (rule: XmlElement): DefaultRetention => {
  const [found] = childrenOf(rule, 'DefaultRetention');
  if (found === undefined) throw new S3Error('MalformedXML');
  const [days, years] = [childText(found, 'Days'), childText(found, 'Years')];
  if ((days === undefined) === (years === undefined)) throw new S3Error('MalformedXML');
  const parsed = defaultRetention.safeParse({
    mode: childText(found, 'Mode'),
    unit: days === undefined ? 'Years' : 'Days',
    count: Number(days ?? years),
  });
  if (!parsed.success)
    throw new S3Error('InvalidArgument', 'Default retention period must be a positive integer value.');
  return parsed.data;
};
