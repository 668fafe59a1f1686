import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import * as z from 'zod/mini';
import type { Clock } from '../functions/_ports/ports.ts';
import { FORGOTTEN, REPLACED_DAYS } from '../infra/forgotten-documents.ts';
import { CannotStart, systemCodeOf } from './cannot-start.ts';
import type { DataFolder } from './data-folder.ts';
import {
  DEFAULT_REGION,
  type ObjectStore,
  type ObjectStoreOptions,
  startObjectStore,
} from './object-store/object-store.ts';
import type { OnObjectCreated } from './object-store/outbox.ts';
import { isBucketName } from './object-store/target.ts';
import type { StartedParts } from './started-parts.ts';

/** The name of the documents' bucket unless it is told otherwise. */
export const DOCUMENTS_BUCKET = 'veedor-documents';
/** The name of the bucket of open data. */
const OPEN_DATA_BUCKET = 'veedor-open-data';
const FOLDER = 'objects';
const SETTINGS_FILE = 'objects.json';
const ACCESS_KEY_ID = 'veedor';
const SECRET_BYTES = 30;

/**
 * New files are looked into several at once, as functions do in the cloud: while one waits for the disk another is decoded. Large ones
 * go alone, because what is opened is held in memory.
 */
const CHECKED_AT_ONCE = { count: Math.min(availableParallelism(), 4), bytes: 64 * 1024 ** 2 };

const EXPIRY = FORGOTTEN.map((rule) => ({ ...rule, replacedDays: REPLACED_DAYS }));

const settings = z.object({ secretAccessKey: z.string(), port: z.int() });

/** What a client needs to reach the documents: with `forcePathStyle`, an `S3Client` takes the first three as they are. */
export interface Objects {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly bucket: string;
  /** The bucket of the static files of open data. */
  readonly openDataBucket: string;
  /** Resolves when every new object has been told of. */
  settled(): Promise<void>;
  /** Lets go of what the bucket forgets by itself after its days. */
  forgetExpired(): Promise<void>;
}

export interface ObjectsOptions {
  readonly folder: DataFolder;
  /** 0 takes the one of the last start when it is free, or else any. */
  readonly port: number;
  readonly bucket: string;
  /** The origin of the system's own pages, which may upload and read with signed links. */
  readonly origin: string;
  /** What retentions go by. Signatures go by the machine's clock, as their signers do. */
  readonly clock: Clock;
  readonly signingClock: Clock;
  readonly onObjectCreated?: OnObjectCreated | undefined;
  readonly warn: (text: string) => void;
  readonly started: StartedParts;
}

/**
 * Opens the object store of one machine, in its part of the folder. Its key is made at the first start and known to nobody but the
 * system and the folder's owner: without it no page in a browser can forge a request. Throws `CannotStart`.
 */
export const openObjects = async (options: ObjectsOptions): Promise<Objects> => {
  const { folder, bucket, warn, started } = options;
  if (!isBucketName(bucket))
    throw new CannotStart('bad-setting', `DOCUMENTS_BUCKET is no name of a bucket: ${bucket}.`);
  const known = await readSettings(folder);
  const secretAccessKey = known?.secretAccessKey ?? randomBytes(SECRET_BYTES).toString('base64');
  const credentials = { accessKeyId: ACCESS_KEY_ID, secretAccessKey };
  const store = await startOnPort(options.port === 0 ? (known?.port ?? 0) : options.port, options.port === 0, {
    folder: folder.file(FOLDER),
    credentials,
    region: DEFAULT_REGION,
    now: options.clock.now,
    signedNow: options.signingClock.now,
    // As infra describes it: versioned, lockable, nothing locked by default, and with the same things forgotten after the same days.
<<<<<<< HEAD
    buckets: [
      { name: bucket, versioned: true, objectLock: true, cors: pagesOf(options.origin), expiry: EXPIRY },
      // What can be made again is kept once.
      { name: OPEN_DATA_BUCKET },
    ],
    // Of the bucket of documents alone: nobody looks into what the house itself wrote.
    onObjectCreated: async (created) => void (created.bucket === bucket && (await options.onObjectCreated?.(created))),
||||||| 5d29aa4
    buckets: [{ name: bucket, versioned: true, objectLock: true, cors: pagesOf(options.origin), expiry: EXPIRY }],
    onObjectCreated: options.onObjectCreated,
=======
    buckets: [{ name: bucket, versioned: true, objectLock: true, cors: pagesOf(options.origin), expiry: EXPIRY }],
    onObjectCreated: options.onObjectCreated,
    toldAtOnce: CHECKED_AT_ONCE,
>>>>>>> s5-evidence
    failed: (error) =>
      warn(
        `The object store failed on a request (${systemCodeOf(error) ?? (error instanceof Error ? error.name : 'unknown error')}).`,
      ),
  });
  started.add(store.stop);
  await folder.replace(SETTINGS_FILE, JSON.stringify({ secretAccessKey, port: store.port }));
  return {
    endpoint: store.url,
    region: DEFAULT_REGION,
    credentials,
    bucket,
    openDataBucket: OPEN_DATA_BUCKET,
    settled: store.settled,
    forgetExpired: store.forgetExpired,
  };
};

const readSettings = async (folder: DataFolder): Promise<z.infer<typeof settings> | undefined> => {
  const text = await readFile(folder.file(SETTINGS_FILE), 'utf8').catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : settings.parse(JSON.parse(text));
};

/** A link that was given before a restart should still lead here, so the port of the last start is tried first. */
const startOnPort = async (
  port: number,
  mayBeAnother: boolean,
  options: Omit<ObjectStoreOptions, 'port'>,
): Promise<ObjectStore> => {
  try {
    return await startObjectStore({ ...options, port });
  } catch (error) {
    const isTaken = error instanceof CannotStart && error.obstacle === 'port-taken';
    if (!isTaken || !mayBeAnother || port === 0) throw error;
    return startObjectStore({ ...options, port: 0 });
  }
};

/** The system's own pages, by both names of the loopback. */
const pagesOf = (origin: string) => {
  const port = new URL(origin).port;
  return [
    {
      allowedOrigins: [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
      allowedMethods: ['GET' as const, 'HEAD' as const, 'PUT' as const, 'POST' as const],
      allowedHeaders: ['*'],
      exposeHeaders: ['ETag', 'x-amz-version-id', 'x-amz-checksum-sha256'],
      maxAgeSeconds: 600,
    },
  ];
};
