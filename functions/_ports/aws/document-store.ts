import { createReadStream } from 'node:fs';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  PutObjectRetentionCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { DocumentStore, StoredObject } from '../document-ports.ts';
import { OutsideFailure } from '../ports.ts';
import type { Bucket } from './bucket.ts';
import { outsideFailure, reached } from './outside-failure.ts';

export const ATTEMPTS_MAX = 3;
export const CONNECT_TIMEOUT_MILLISECONDS = 2_000;
/** For a request in which nothing moves. */
export const REQUEST_TIMEOUT_MILLISECONDS = 60_000;

/** Opens the client of a bucket. */
export const openBucket = ({ region, endpoint, credentials }: Bucket): S3Client =>
  new S3Client({
    region,
    credentials,
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MILLISECONDS, requestTimeout: REQUEST_TIMEOUT_MILLISECONDS },
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  });

/** The bucket of documents in S3, or in a store that speaks as S3 does. */
export const s3DocumentStore = (bucket: Bucket, client: S3Client = openBucket(bucket)): DocumentStore => {
  const Bucket = bucket.name;
  const find = (Key: string): Promise<StoredObject | undefined> => found(client, { Bucket, Key });
  const copy = async (from: string, to: string, lock: object = {}): Promise<void> => {
    const CopySource = `${Bucket}/${from}`;
    await reached('S3', client.send(new CopyObjectCommand({ Bucket, Key: to, CopySource, ...lock })));
  };
  return {
    find,
    read: (key) => bytesOf(client, { Bucket, Key: key }),
    put: async ({ key, path, sizeBytes, mediaType, sha256 }) => {
      const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
      const Body = createReadStream(path);
      const about = { Bucket, Key: key, ContentType: mediaType, ContentLength: sizeBytes, ChecksumSHA256 };
      await reached('S3', client.send(new PutObjectCommand({ ...about, Body })));
    },
    seal: async ({ from, to, until }) => {
      const RetainUntilDate = new Date(until);
      if ((await find(to)) === undefined)
        return copy(from, to, { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: RetainUntilDate });
      const Retention = { Mode: 'COMPLIANCE' as const, RetainUntilDate };
      await reached('S3', client.send(new PutObjectRetentionCommand({ Bucket, Key: to, Retention })));
    },
    setAside: ({ from, to }) => copy(from, to),
    forget: async (key) => {
      await reached('S3', client.send(new DeleteObjectCommand({ Bucket, Key: key })));
    },
    count: (key) => countAt(client, { Bucket, Key: key }),
    keepCount: async (key, count) => {
      const about = { Bucket, Key: key, ContentType: 'text/plain', ChecksumAlgorithm: 'SHA256' as const };
      await reached('S3', client.send(new PutObjectCommand({ ...about, Body: String(count) })));
    },
    list: async ({ prefix, from, limit }) => {
      const page = await reached(
        'S3',
        client.send(
          new ListObjectsV2Command({
            Bucket,
            Prefix: prefix,
            MaxKeys: limit,
            ...(from === undefined ? {} : { ContinuationToken: from }),
          }),
        ),
      );
      const items = (page.Contents ?? []).flatMap(({ Key, LastModified }) =>
        Key === undefined || LastModified === undefined ? [] : [{ key: Key, storedAt: LastModified.toISOString() }],
      );
      return { items, ...(page.NextContinuationToken === undefined ? {} : { next: page.NextContinuationToken }) };
    },
  };
};

const found = async (client: S3Client, object: { Bucket: string; Key: string }): Promise<StoredObject | undefined> => {
  try {
    const { ContentLength = 0, LastModified = new Date(0) } = await client.send(new HeadObjectCommand(object));
    return { sizeBytes: ContentLength, storedAt: LastModified.toISOString() };
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw outsideFailure('S3', error);
  }
};

const countAt = async (client: S3Client, object: { Bucket: string; Key: string }): Promise<number | undefined> => {
  try {
    const { Body } = await client.send(new GetObjectCommand(object));
    return Number(await Body?.transformToString());
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw outsideFailure('S3', error);
  }
};

async function* bytesOf(client: S3Client, object: { Bucket: string; Key: string }): AsyncGenerator<Uint8Array> {
  const { Body } = await reached('S3', client.send(new GetObjectCommand(object)));
  if (Body === undefined) throw new OutsideFailure('S3: no body');
  try {
    for await (const chunk of Body.transformToWebStream()) yield chunk;
  } catch (error) {
    throw outsideFailure('S3', error);
  }
}
