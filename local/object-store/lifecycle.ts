import type { Bucket } from './buckets-table.ts';
import { isLocked } from './lock.ts';
import type { Store } from './store.ts';
import { keyBytes } from './tables.ts';
import { type Version, versionRow } from './versions-table.ts';

/** A rule of a bucket's lifecycle: what stands under a prefix is deleted after some days, and gone for good some days later. */
export interface Expiry {
  /** Of at least one character. */
  readonly prefix: string;
  readonly days: number;
  readonly replacedDays: number;
}

const DAY_MILLISECONDS = 86_400_000;
const PAGE = 200;

const UNDER = 'bucket = ? AND key >= ? AND key < ?';
const AGED = `SELECT * FROM versions WHERE ${UNDER} AND id > ? AND is_current = 1 AND is_marker = 0 AND modified_at <= ? ORDER BY id LIMIT ?`;
// A version is replaced when the next one comes, be it only the marker that says that the object is deleted.
const REPLACED = `SELECT * FROM versions AS replaced WHERE ${UNDER} AND id > ? AND is_current = 0 AND (
  SELECT modified_at FROM versions AS next WHERE next.bucket = replaced.bucket AND next.key = replaced.key AND next.id > replaced.id
  ORDER BY next.id LIMIT 1) <= ? ORDER BY id LIMIT ?`;
const LEFT_OVER = `SELECT * FROM versions AS marker WHERE ${UNDER} AND id > ? AND is_current = 1 AND is_marker = 1 AND modified_at <= ? AND NOT EXISTS (
  SELECT 1 FROM versions AS other WHERE other.bucket = marker.bucket AND other.key = marker.key AND other.id <> marker.id)
  ORDER BY id LIMIT ?`;

/**
 * Does what S3 does by itself every day: deletes what is old enough, and lets go for good of what was deleted or replaced long enough
 * ago. A version that is locked stays, whatever a rule says.
 */
export const forgetExpired = async (store: Store, bucket: Bucket, rules: readonly Expiry[]): Promise<void> => {
  const ago = (days: number): string => new Date(store.now() - days * DAY_MILLISECONDS).toISOString();
  for (const { prefix, days, replacedDays } of rules) {
    const about = { bucket, prefix };
    await each(store, { ...about, query: AGED, before: ago(days) }, (version) => hide(store, bucket, version));
    await each(store, { ...about, query: REPLACED, before: ago(replacedDays) }, (version) => remove(store, version));
    await each(store, { ...about, query: LEFT_OVER, before: ago(replacedDays) }, (version) => remove(store, version));
  }
};

interface Search {
  readonly bucket: Bucket;
  readonly prefix: string;
  readonly query: string;
  readonly before: string;
}

/** Works on what is found, a page and a transaction at a time. */
const each = async (
  store: Store,
  { bucket, prefix, query, before }: Search,
  work: (version: Version) => readonly string[],
): Promise<void> => {
  const from = keyBytes(prefix);
  for (let after = 0, found: readonly Version[] = []; after === 0 || found.length === PAGE; ) {
    const freed = store.tables.transaction(() => {
      found = store.tables.all(versionRow, query, bucket.name, from, behind(from), after, before, PAGE);
      return found.flatMap(work);
    });
    await store.pieces.discard(freed);
    after = found.at(-1)?.id ?? Number.MAX_SAFE_INTEGER;
  }
};

/** The first key that no longer begins with a prefix. UTF-8 has no byte 255. */
const behind = (prefix: Buffer): Buffer => {
  const last = prefix.length - 1;
  const next = Buffer.from(prefix);
  next[last] = (prefix[last] ?? 0) + 1;
  return next;
};

const hide = ({ versions, now }: Store, bucket: Bucket, { key }: Version): readonly string[] =>
  versions.add({
    bucket: bucket.name,
    key,
    isMarker: true,
    sizeBytes: 0,
    etag: '',
    modifiedAt: new Date(now()).toISOString(),
    about: { headers: {}, metadata: {} },
    lock: { legalHold: false },
    versioned: bucket.versioning === 'Enabled',
  }).freed;

const remove = ({ versions, now }: Store, version: Version): readonly string[] =>
  isLocked({ lock: version.lock, now: now(), bypassGovernance: false }) ? [] : versions.remove(version);
