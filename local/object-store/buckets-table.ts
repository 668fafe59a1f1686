import * as z from 'zod/mini';
import { type CorsRule, corsRules } from './cors.ts';
import { type DefaultRetention, defaultRetention } from './lock.ts';
import { S3Error } from './s3-error.ts';
import { flagColumn, jsonColumn, type Tables } from './tables.ts';

export const VERSIONING = ['Off', 'Enabled', 'Suspended'] as const;
export type Versioning = (typeof VERSIONING)[number];

export interface Bucket {
  readonly name: string;
  readonly createdAt: string;
  readonly versioning: Versioning;
  /** Whether its versions can be locked; once so, always so, and always versioned. */
  readonly objectLock: boolean;
  readonly defaultRetention: DefaultRetention | null;
  readonly cors: readonly CorsRule[] | null;
}

const bucketRow = z.pipe(
  z.object({
    name: z.string(),
    created_at: z.string(),
    versioning: z.enum(VERSIONING),
    object_lock: flagColumn,
    default_retention: z.nullable(jsonColumn(defaultRetention)),
    cors: z.nullable(jsonColumn(corsRules)),
  }),
  z.transform(
    (row): Bucket => ({
      name: row.name,
      createdAt: row.created_at,
      versioning: row.versioning,
      objectLock: row.object_lock,
      defaultRetention: row.default_retention,
      cors: row.cors,
    }),
  ),
);

const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

export interface BucketsTable {
  list(): readonly Bucket[];
  find(name: string): Bucket | undefined;
  /** Throws `NoSuchBucket`. */
  get(name: string): Bucket;
  put(bucket: Bucket): void;
  /** Throws `BucketNotEmpty`. */
  remove(name: string): void;
}

export const bucketsTable = (tables: Tables): BucketsTable => {
  const find = (name: string) => tables.one(bucketRow, 'SELECT * FROM buckets WHERE name = ?', name);
  return {
    list: () => tables.all(bucketRow, 'SELECT * FROM buckets ORDER BY name'),
    find,
    get: (name) => {
      const bucket = find(name);
      if (bucket === undefined) throw new S3Error('NoSuchBucket', { fields: { BucketName: name } });
      return bucket;
    },
    put: (bucket) =>
      void tables.run(
        `INSERT INTO buckets (name, created_at, versioning, object_lock, default_retention, cors) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET versioning = excluded.versioning, object_lock = excluded.object_lock,
           default_retention = excluded.default_retention, cors = excluded.cors`,
        bucket.name,
        bucket.createdAt,
        bucket.versioning,
        bucket.objectLock ? 1 : 0,
        json(bucket.defaultRetention),
        json(bucket.cors),
      ),
    remove: (name) => {
      const held = tables.one(
        z.object({ held: z.number() }),
        'SELECT EXISTS (SELECT 1 FROM versions WHERE bucket = ?) OR EXISTS (SELECT 1 FROM uploads WHERE bucket = ?) AS held',
        name,
        name,
      );
      if (held?.held === 1) throw new S3Error('BucketNotEmpty');
      tables.run('DELETE FROM buckets WHERE name = ?', name);
    },
  };
};
