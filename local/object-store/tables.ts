import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import * as z from 'zod/mini';

/** Counted up when the tables change; an older file is brought up to date at its next opening. */
const SCHEMA_VERSION = 1;

const SCHEMA = `
CREATE TABLE buckets (
  name TEXT PRIMARY KEY,
  created_at TEXT NOT NULL,
  versioning TEXT NOT NULL CHECK (versioning IN ('Off', 'Enabled', 'Suspended')),
  object_lock INTEGER NOT NULL,
  default_retention TEXT,
  cors TEXT
) STRICT;

-- Every version and every delete marker. Keys are bytes of UTF-8: S3 sorts by them.
CREATE TABLE versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bucket TEXT NOT NULL REFERENCES buckets (name),
  key BLOB NOT NULL,
  version_id TEXT NOT NULL,
  is_current INTEGER NOT NULL,
  is_marker INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  etag TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  about TEXT NOT NULL,
  retention_mode TEXT CHECK (retention_mode IN ('COMPLIANCE', 'GOVERNANCE')),
  retain_until TEXT,
  legal_hold INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX version_by_id ON versions (bucket, key, version_id);
CREATE INDEX version_by_age ON versions (bucket, key, id);
CREATE UNIQUE INDEX current_version ON versions (bucket, key) WHERE is_current = 1;

CREATE TABLE uploads (
  id TEXT PRIMARY KEY,
  bucket TEXT NOT NULL REFERENCES buckets (name),
  key BLOB NOT NULL,
  initiated_at TEXT NOT NULL,
  about TEXT NOT NULL,
  checksum_algorithm TEXT,
  checksum_type TEXT,
  retention_mode TEXT,
  retain_until TEXT,
  legal_hold INTEGER NOT NULL
) STRICT;
CREATE INDEX upload_by_key ON uploads (bucket, key, id);

-- The files: each belongs to a version or to an upload that is under way. A file that is not here is nobody's.
CREATE TABLE pieces (
  file TEXT PRIMARY KEY,
  version INTEGER REFERENCES versions (id) ON DELETE CASCADE,
  upload TEXT REFERENCES uploads (id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  etag TEXT NOT NULL,
  checksum_algorithm TEXT,
  checksum TEXT,
  modified_at TEXT NOT NULL,
  CHECK ((version IS NULL) <> (upload IS NULL))
) STRICT;
CREATE UNIQUE INDEX piece_of_version ON pieces (version, part) WHERE version IS NOT NULL;
CREATE UNIQUE INDEX piece_of_upload ON pieces (upload, part) WHERE upload IS NOT NULL;

-- What the completion of an upload answered, for who asks again because the answer was lost.
CREATE TABLE completions (
  upload TEXT PRIMARY KEY,
  bucket TEXT NOT NULL,
  key BLOB NOT NULL,
  version_id TEXT NOT NULL,
  etag TEXT NOT NULL,
  completed_at TEXT NOT NULL
) STRICT;

-- What has to be told about new objects, until whoever is told has said that it is done.
CREATE TABLE outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL) STRICT;
`;

/** The SQLite file that says what there is. Every change is one transaction, on the disk when it is over. */
export interface Tables {
  /** All or nothing. Transactions do not nest. */
  transaction<T>(work: () => T): T;
  run(sql: string, ...values: readonly SQLInputValue[]): { readonly lastId: number; readonly changes: number };
  one<T>(schema: z.ZodMiniType<T>, sql: string, ...values: readonly SQLInputValue[]): T | undefined;
  all<T>(schema: z.ZodMiniType<T>, sql: string, ...values: readonly SQLInputValue[]): T[];
  close(): void;
}

export const openTables = (file: string): Tables => {
  const database = new DatabaseSync(file);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;',
  );
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const transaction = <T>(work: () => T): T => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
  const version = z.object({ user_version: z.number() }).parse(database.prepare('PRAGMA user_version').get());
  if (version.user_version < SCHEMA_VERSION) {
    transaction(() => database.exec(`${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION};`));
  }
  return {
    transaction,
    run: (sql, ...values) => {
      const { lastInsertRowid, changes } = prepared(sql).run(...values);
      return { lastId: Number(lastInsertRowid), changes: Number(changes) };
    },
    one: (schema, sql, ...values) => {
      const row = prepared(sql).get(...values);
      return row === undefined ? undefined : schema.parse(row);
    },
    all: (schema, sql, ...values) =>
      prepared(sql)
        .all(...values)
        .map((row) => schema.parse(row)),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
};

/** Keys are kept as bytes. */
export const keyBytes = (key: string): Buffer => Buffer.from(key, 'utf8');
export const keyColumn = z.pipe(
  z.instanceof(Uint8Array),
  z.transform((bytes: Uint8Array<ArrayBuffer>) => Buffer.from(bytes).toString('utf8')),
);
/** A column that holds JSON of a shape. */
export const jsonColumn = <T>(schema: z.ZodMiniType<T>) =>
  z.pipe(
    z.string(),
    z.transform((text: string) => schema.parse(JSON.parse(text))),
  );
export const flagColumn = z.pipe(
  z.number(),
  z.transform((value: number) => value === 1),
);
