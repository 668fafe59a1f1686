import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { OpenDataFile, OpenDataStore } from '../open-data-ports.ts';
import { OutsideFailure } from '../ports.ts';
import type { Bucket } from './bucket.ts';
import { openBucket } from './document-store.ts';
import { outsideFailure, reached } from './outside-failure.ts';

/** S3 takes parts of 5 MiB or more, and ten thousand of them. A part of each file that is being written is in memory. */
const PART_BYTES = 5 * 1024 ** 2;
/** Readers and caches may hold a file for so long before they look for a newer one. */
const CACHE_SECONDS = 300;
/** Where the files stand in the bucket: what serves it needs no rule to find them below the path that they are served under. */
const PREFIX = 'open-data/';

/** The files of open data in S3, or in a store that speaks as S3 does. */
export const s3OpenDataStore = (bucket: Bucket, client: S3Client = openBucket(bucket)): OpenDataStore => ({
  begin: async ({ path, mediaType }) =>
    fileAt(client, { Bucket: bucket.name, Key: `${PREFIX}${path}` }, { ContentType: mediaType, CacheControl }),
  read: async (path) => {
    try {
      const { Body, ContentType, ContentLength, ETag } = await client.send(
        new GetObjectCommand({ Bucket: bucket.name, Key: `${PREFIX}${path}` }),
      );
      if (Body === undefined || ContentLength === undefined || ETag === undefined)
        throw new OutsideFailure('S3: no body');
      const chunks = bytesOf(Body.transformToWebStream());
      return { mediaType: ContentType ?? 'application/octet-stream', bytes: ContentLength, etag: ETag, chunks };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error instanceof OutsideFailure ? error : outsideFailure('S3', error);
    }
  },
});

const CacheControl = `public, max-age=${CACHE_SECONDS}`;

async function* bytesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw outsideFailure('S3', error);
  }
}

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

/** A short file is put in one request, with the hash that the store holds it to; a long one in parts, as they are full. */
const fileAt = (client: S3Client, place: Place, about: { ContentType: string; CacheControl: string }): OpenDataFile => {
  const hash = createHash('sha256');
  const sent: CompletedPart[] = [];
  let held: Buffer[] = [];
  let heldBytes = 0;
  let bytes = 0;
  let upload: string | undefined;

  const begun = async (): Promise<string> => {
    const { UploadId } = await reached('S3', client.send(new CreateMultipartUploadCommand({ ...place, ...about })));
    if (UploadId === undefined) throw new OutsideFailure('S3: no UploadId');
    return UploadId;
  };
  const sendPart = async (Body: Buffer): Promise<void> => {
    upload ??= await begun();
    const part = { ...place, UploadId: upload, PartNumber: sent.length + 1 };
    const { ETag } = await reached('S3', client.send(new UploadPartCommand({ ...part, Body })));
    if (ETag === undefined) throw new OutsideFailure('S3: no ETag');
    sent.push({ ETag, PartNumber: part.PartNumber });
  };
  /** Sends all parts that are full, and keeps the rest. */
  const sendFull = async (): Promise<void> => {
    if (heldBytes < PART_BYTES) return;
    const all = Buffer.concat(held);
    const full = all.byteLength - (all.byteLength % PART_BYTES);
    for (let start = 0; start < full; start += PART_BYTES) await sendPart(all.subarray(start, start + PART_BYTES));
    const rest = Buffer.from(all.subarray(full));
    held = [rest];
    heldBytes = rest.byteLength;
  };
  return {
    write: async (text) => {
      const more = Buffer.from(text);
      hash.update(more);
      bytes += more.byteLength;
      held.push(more);
      heldBytes += more.byteLength;
      await sendFull();
    },
    finish: async () => {
      const Body = Buffer.concat(held);
      const digest = hash.digest();
      if (upload === undefined) {
        const ChecksumSHA256 = digest.toString('base64');
        await reached('S3', client.send(new PutObjectCommand({ ...place, ...about, Body, ChecksumSHA256 })));
      } else {
        if (Body.byteLength > 0) await sendPart(Body);
        const whole = { ...place, UploadId: upload, MultipartUpload: { Parts: sent } };
        await reached('S3', client.send(new CompleteMultipartUploadCommand(whole)));
        upload = undefined;
      }
      held = [];
      return { bytes, sha256: digest.toString('hex') };
    },
    abandon: async () => {
      held = [];
      if (upload === undefined) return;
      const UploadId = upload;
      upload = undefined;
      // What is left of it is forgotten by the bucket too, a day later, where this does not reach it.
      await client.send(new AbortMultipartUploadCommand({ ...place, UploadId })).catch(() => undefined);
    },
  };
};
