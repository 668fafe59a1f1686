import {
  createBucket,
  deleteBucket,
  deleteCors,
  getCors,
  getLocation,
  getLockConfiguration,
  getVersioning,
  headBucket,
  listBuckets,
  putCors,
  putLockConfiguration,
  putVersioning,
} from './bucket-operations.ts';
import { completeUpload } from './complete-upload.ts';
import { copyObject } from './copy-object.ts';
import { deleteObject, deleteObjects } from './delete-objects.ts';
import type { S3Answer, S3Request } from './exchange.ts';
import { listObjects, listObjectsV2, listVersions } from './listing.ts';
import { abortUpload, createUpload, listParts, listUploads, uploadPart, uploadPartCopy } from './multipart.ts';
import { getLegalHold, getRetention, putLegalHold, putRetention } from './object-lock-operations.ts';
import { putObject } from './put-object.ts';
import { readAttributes, readObject } from './read-object.ts';
import { S3Error } from './s3-error.ts';
import type { ObjectName, Store } from './store.ts';
import { deleteTagging, getTagging, putTagging } from './tagging.ts';

type Answered = S3Answer | Promise<S3Answer>;
type BucketOperation = (store: Store, request: S3Request, bucket: string) => Answered;
type ObjectOperation = (store: Store, request: S3Request, name: ObjectName) => Answered;

/** Parameters of the query that name a part of a bucket or an object: they choose the operation. */
const SUBRESOURCES = [
  'accelerate',
  'acl',
  'analytics',
  'attributes',
  'cors',
  'delete',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versioning',
  'versions',
  'website',
] as const;

const BUCKET_OPERATIONS: Readonly<Record<string, BucketOperation>> = {
  'DELETE ': deleteBucket,
  'DELETE cors': deleteCors,
  'GET ': (store, request, bucket) =>
    (request.target.query.get('list-type') === '2' ? listObjectsV2 : listObjects)(store, request, bucket),
  'GET cors': getCors,
  'GET location': getLocation,
  'GET object-lock': getLockConfiguration,
  'GET uploads': listUploads,
  'GET versioning': getVersioning,
  'GET versions': listVersions,
  'HEAD ': headBucket,
  'POST delete': deleteObjects,
  'PUT ': createBucket,
  'PUT cors': putCors,
  'PUT object-lock': putLockConfiguration,
  'PUT versioning': putVersioning,
};

const OBJECT_OPERATIONS: Readonly<Record<string, ObjectOperation>> = {
  'DELETE ': deleteObject,
  'DELETE tagging': deleteTagging,
  'DELETE uploadId': abortUpload,
  'GET ': readObject,
  'GET attributes': readAttributes,
  'GET legal-hold': getLegalHold,
  'GET retention': getRetention,
  'GET tagging': getTagging,
  'GET uploadId': listParts,
  'HEAD ': readObject,
  'POST uploadId': completeUpload,
  'POST uploads': createUpload,
  'PUT ': (store, request, name) =>
    (request.headers.has('x-amz-copy-source') ? copyObject : putObject)(store, request, name),
  'PUT legal-hold': putLegalHold,
  'PUT retention': putRetention,
  'PUT tagging': putTagging,
  'PUT uploadId': (store, request, name) =>
    (request.headers.has('x-amz-copy-source') ? uploadPartCopy : uploadPart)(store, request, name),
};

/** Finds what a request asks for and does it. Throws `NotImplemented` for what S3 has and this store has not, `MethodNotAllowed`. */
export const perform = async (store: Store, request: S3Request): Promise<S3Answer> => {
  const { bucket, key, query } = request.target;
  const subresource = SUBRESOURCES.find((name) => query.has(name)) ?? '';
  const operation = `${request.method} ${subresource}`;
  if (bucket === undefined) {
    if (operation !== 'GET ') throw new S3Error('MethodNotAllowed');
    return listBuckets(store);
  }
  if (key === undefined) {
    const onBucket = BUCKET_OPERATIONS[operation];
    if (onBucket === undefined) throw refusal(request.method, subresource);
    return onBucket(store, request, bucket);
  }
  const onObject = OBJECT_OPERATIONS[operation];
  if (onObject === undefined) throw refusal(request.method, subresource);
  return onObject(store, request, { bucket, key });
};

const refusal = (method: string, subresource: string): S3Error =>
  new S3Error(subresource === '' ? 'MethodNotAllowed' : 'NotImplemented', {
    fields: { Method: method, ResourceType: subresource },
  });
