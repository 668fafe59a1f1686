import { chmod, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { type Bucket, bucketsTable } from './buckets-table.ts';
import type { CorsRule } from './cors.ts';
import { type Expiry, forgetExpired } from './lifecycle.ts';
import { giveUpOldUploads } from './multipart.ts';
import { type OnObjectCreated, startOutbox } from './outbox.ts';
import { openPieces } from './pieces.ts';
import { startServer, type TIMEOUTS } from './server.ts';
import type { Credentials } from './signature.ts';
import type { Store } from './store.ts';
import { openTables, type Tables } from './tables.ts';
import type { AtOnce } from './under-way.ts';
import { uploadsTable } from './uploads-table.ts';
import { versionsTable } from './versions-table.ts';

export const DEFAULT_REGION = 'us-east-1';
const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;

/** A bucket that is there when the store has started. */
export interface BucketSettings {
  readonly name: string;
  readonly versioned?: boolean;
  /** Whether its versions can be locked; such a bucket is versioned. */
  readonly objectLock?: boolean;
  readonly cors?: readonly CorsRule[];
  /** What it forgets by itself, whenever it is asked to look. */
  readonly expiry?: readonly Expiry[];
}

export interface ObjectStoreOptions {
  /** Where everything is kept. One process at a time: whoever calls holds it. */
  readonly folder: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The only ones that are accepted. */
  readonly credentials: Credentials;
  /** The only region that signatures may name; undefined takes any. */
  readonly region?: string | undefined;
  /** What the objects' times, retentions and lives go by: an instant of RFC 3339. */
  readonly now: () => string;
  /** What the lives of signatures go by, where that is another clock: clients sign by the machine's. */
  readonly signedNow?: () => string;
  /** Made when they are missing; their settings are set at every start, but what is locked stays so. */
  readonly buckets?: readonly BucketSettings[];
  /** Told of every new object, at least once, also after a crash; told again until it does not fail. */
  readonly onObjectCreated?: OnObjectCreated | undefined;
  /** How much it is told at once; without it, one after the other. */
  readonly toldAtOnce?: AtOnce;
  readonly failed?: (error: unknown) => void;
  readonly timeouts?: Partial<Record<keyof typeof TIMEOUTS, number>>;
}

/** An object store that speaks S3, on this machine. */
export interface ObjectStore {
  readonly url: string;
  readonly port: number;
  /** Resolves when every new object has been told of, or who is told fails again and again. */
  settled(): Promise<void>;
  /** Lets go of what the lifecycles of the buckets say, as S3 does by itself once a day. */
  forgetExpired(): Promise<void>;
  /** Finishes what runs and closes everything. */
  stop(): Promise<void>;
}

/**
 * Starts the store: clears away what a killed process left unfinished, makes the buckets, goes on telling of objects that nobody
 * heard of. Throws `CannotStart` when the port is taken.
 */
export const startObjectStore = async (options: ObjectStoreOptions): Promise<ObjectStore> => {
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  const file = join(folder, 'objects.db');
  const tables = openTables(file);
  try {
    await chmod(file, OWNER_ONLY_FILE);
    return await startOn(tables, folder, options);
  } catch (error) {
    tables.close();
    throw error;
  }
};

const startOn = async (tables: Tables, folder: string, options: ObjectStoreOptions): Promise<ObjectStore> => {
  const { credentials, region, now, signedNow = now, failed = () => undefined, timeouts = {} } = options;
  const pieces = await openPieces(folder, (piece) => isNamed(tables, piece));
  const outbox = startOutbox(tables, options.onObjectCreated, options.toldAtOnce);
  try {
    const store: Store = {
      tables,
      buckets: bucketsTable(tables),
      versions: versionsTable(tables),
      uploads: uploadsTable(tables),
      pieces,
      outbox,
      now: () => Date.parse(now()),
      region: region ?? DEFAULT_REGION,
    };
    for (const settings of options.buckets ?? []) ensureBucket(store, settings);
    for (const { name } of store.buckets.list()) await giveUpOldUploads(store, name);
    const authenticator = { credentials, region, now: () => Date.parse(signedNow()) };
    const server = await startServer({ store, authenticator, failed, timeouts }, options.port);
    return {
      url: `http://127.0.0.1:${server.port}`,
      port: server.port,
      settled: outbox.settled,
      forgetExpired: async () => {
        for (const { name, expiry = [] } of options.buckets ?? [])
          await forgetExpired(store, store.buckets.get(name), expiry);
      },
      stop: async () => {
        await server.stop();
        await outbox.stop();
        tables.close();
      },
    };
  } catch (error) {
    await outbox.stop();
    throw error;
  }
};

const counted = z.object({ count: z.number() });

const isNamed = (tables: Tables, piece: string): boolean =>
  tables.one(counted, 'SELECT count(*) AS count FROM pieces WHERE file = ?', piece)?.count === 1;

const ensureBucket = (store: Store, { name, versioned = false, objectLock = false, cors }: BucketSettings): void =>
  store.tables.transaction(() => {
    const known: Bucket = store.buckets.find(name) ?? {
      name,
      createdAt: new Date(store.now()).toISOString(),
      versioning: 'Off',
      objectLock: false,
      defaultRetention: null,
      cors: null,
    };
    store.buckets.put({
      ...known,
      versioning: versioned || objectLock || known.objectLock ? 'Enabled' : known.versioning,
      objectLock: objectLock || known.objectLock,
      cors: cors ?? known.cors,
    });
  });
