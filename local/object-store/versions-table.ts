import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { CHECKSUM_ALGORITHMS, type ChecksumAlgorithm } from './checksums.ts';
import { type Description, description } from './description.ts';
import { type Lock, type Retention, retentionMode } from './lock.ts';
import { flagColumn, jsonColumn, keyBytes, keyColumn, type Tables } from './tables.ts';

/** The id of a version that was written while versioning was off or suspended. */
export const NULL_VERSION = 'null';
const VERSION_ID_BYTES = 24;

/** A version of an object, or a delete marker. */
export interface Version {
  /** Grows with every version of the store. */
  readonly id: number;
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly isCurrent: boolean;
  readonly isMarker: boolean;
  readonly sizeBytes: number;
  readonly etag: string;
  readonly modifiedAt: string;
  readonly about: Description;
  readonly lock: Lock;
}

/** A file of a version, or a part of an upload under way. */
export interface Piece {
  readonly file: string;
  readonly part: number;
  readonly sizeBytes: number;
  readonly etag: string;
  readonly checksumAlgorithm: ChecksumAlgorithm | null;
  /** Base64. */
  readonly checksum: string | null;
  readonly modifiedAt: string;
}

export const lockColumns = {
  retention_mode: z.nullable(retentionMode),
  retain_until: z.nullable(z.string()),
  legal_hold: flagColumn,
};

interface LockRow {
  readonly retention_mode: Retention['mode'] | null;
  readonly retain_until: string | null;
  readonly legal_hold: boolean;
}

export const lockOf = ({ retention_mode: mode, retain_until: retainUntil, legal_hold: legalHold }: LockRow): Lock => ({
  retention: mode === null || retainUntil === null ? undefined : { mode, retainUntil },
  legalHold,
});

export const versionRow = z.pipe(
  z.object({
    id: z.number(),
    bucket: z.string(),
    key: keyColumn,
    version_id: z.string(),
    is_current: flagColumn,
    is_marker: flagColumn,
    size_bytes: z.number(),
    etag: z.string(),
    modified_at: z.string(),
    about: jsonColumn(description),
    ...lockColumns,
  }),
  z.transform(
    (row): Version => ({
      id: row.id,
      bucket: row.bucket,
      key: row.key,
      versionId: row.version_id,
      isCurrent: row.is_current,
      isMarker: row.is_marker,
      sizeBytes: row.size_bytes,
      etag: row.etag,
      modifiedAt: row.modified_at,
      about: row.about,
      lock: lockOf(row),
    }),
  ),
);

const pieceRow = z.pipe(
  z.object({
    file: z.string(),
    part: z.number(),
    size_bytes: z.number(),
    etag: z.string(),
    checksum_algorithm: z.nullable(z.enum(CHECKSUM_ALGORITHMS)),
    checksum: z.nullable(z.string()),
    modified_at: z.string(),
  }),
  z.transform(
    (row): Piece => ({
      file: row.file,
      part: row.part,
      sizeBytes: row.size_bytes,
      etag: row.etag,
      checksumAlgorithm: row.checksum_algorithm,
      checksum: row.checksum,
      modifiedAt: row.modified_at,
    }),
  ),
);

export interface NewVersion extends Omit<Version, 'id' | 'isCurrent' | 'versionId'> {
  readonly versioned: boolean;
}

/** Everything here runs inside a transaction of whoever calls. */
export interface VersionsTable {
  current(bucket: string, key: string): Version | undefined;
  find(bucket: string, key: string, versionId: string): Version | undefined;
  /** The files of a version, in the order of its bytes. */
  piecesOf(version: Version): readonly Piece[];
  /** Adds a version as the current one. Without versioning it takes the place of the one before, whose files are given back. */
  add(version: NewVersion): { readonly version: Version; readonly freed: readonly string[] };
  /** Removes a version for good, makes the one before it current, and gives back its files. */
  remove(version: Version): readonly string[];
  setLock(version: Version, lock: Lock): void;
  setDescription(version: Version, about: Description): void;
}

export const versionsTable = (tables: Tables): VersionsTable => {
  const find = (bucket: string, key: string, versionId: string) =>
    tables.one(
      versionRow,
      'SELECT * FROM versions WHERE bucket = ? AND key = ? AND version_id = ?',
      bucket,
      keyBytes(key),
      versionId,
    );
  const piecesOf = ({ id }: Pick<Version, 'id'>) =>
    tables.all(pieceRow, 'SELECT * FROM pieces WHERE version = ? ORDER BY part', id);
  const drop = (version: Version): readonly string[] => {
    const files = piecesOf(version).map(({ file }) => file);
    tables.run('DELETE FROM versions WHERE id = ?', version.id);
    return files;
  };
  return {
    current: (bucket, key) =>
      tables.one(
        versionRow,
        'SELECT * FROM versions WHERE bucket = ? AND key = ? AND is_current = 1',
        bucket,
        keyBytes(key),
      ),
    find,
    piecesOf,
    add: ({ versioned, ...next }) => {
      const key = keyBytes(next.key);
      const replaced = versioned ? undefined : find(next.bucket, next.key, NULL_VERSION);
      const freed = replaced === undefined ? [] : drop(replaced);
      tables.run(
        'UPDATE versions SET is_current = 0 WHERE bucket = ? AND key = ? AND is_current = 1',
        next.bucket,
        key,
      );
      const versionId = versioned ? randomBytes(VERSION_ID_BYTES).toString('base64url') : NULL_VERSION;
      const { lastId: id } = tables.run(
        `INSERT INTO versions (bucket, key, version_id, is_current, is_marker, size_bytes, etag, modified_at, about,
           retention_mode, retain_until, legal_hold) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`,
        next.bucket,
        key,
        versionId,
        next.isMarker ? 1 : 0,
        next.sizeBytes,
        next.etag,
        next.modifiedAt,
        JSON.stringify(next.about),
        ...lockValues(next.lock),
      );
      return { version: { ...next, id, versionId, isCurrent: true }, freed };
    },
    remove: (version) => {
      const freed = drop(version);
      if (version.isCurrent) {
        const key = keyBytes(version.key);
        tables.run(
          'UPDATE versions SET is_current = 1 WHERE id = (SELECT max(id) FROM versions WHERE bucket = ? AND key = ?)',
          version.bucket,
          key,
        );
      }
      return freed;
    },
    setLock: (version, lock) =>
      void tables.run(
        'UPDATE versions SET retention_mode = ?, retain_until = ?, legal_hold = ? WHERE id = ?',
        ...lockValues(lock),
        version.id,
      ),
    setDescription: (version, about) =>
      void tables.run('UPDATE versions SET about = ? WHERE id = ?', JSON.stringify(about), version.id),
  };
};

export const lockValues = ({ retention, legalHold }: Lock): [string | null, string | null, number] => [
  retention?.mode ?? null,
  retention?.retainUntil ?? null,
  legalHold ? 1 : 0,
];

/** A file as it goes into the table. */
export type NewPiece = Omit<Piece, 'part' | 'modifiedAt'>;

export const addPiece = (
  tables: Tables,
  piece: Piece,
  owner: { readonly version: number } | { readonly upload: string },
): void =>
  void tables.run(
    `INSERT INTO pieces (file, version, upload, part, size_bytes, etag, checksum_algorithm, checksum, modified_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    piece.file,
    'version' in owner ? owner.version : null,
    'upload' in owner ? owner.upload : null,
    piece.part,
    piece.sizeBytes,
    piece.etag,
    piece.checksumAlgorithm,
    piece.checksum,
    piece.modifiedAt,
  );

export { pieceRow };
