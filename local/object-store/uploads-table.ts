import * as z from 'zod/mini';
import { CHECKSUM_ALGORITHMS, CHECKSUM_TYPES, type ChecksumAlgorithm, type ChecksumType } from './checksums.ts';
import { type Description, description } from './description.ts';
import type { Lock } from './lock.ts';
import { jsonColumn, keyBytes, keyColumn, type Tables } from './tables.ts';
import { addPiece, lockColumns, lockOf, lockValues, type Piece, pieceRow } from './versions-table.ts';

/** A multipart upload under way. */
export interface Upload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly initiatedAt: string;
  readonly about: Description;
  /** What every part must bring; undefined where each may bring its own or none. */
  readonly checksum?: { readonly algorithm: ChecksumAlgorithm; readonly type: ChecksumType } | undefined;
  readonly lock: Lock;
}

const uploadRow = z.pipe(
  z.object({
    id: z.string(),
    bucket: z.string(),
    key: keyColumn,
    initiated_at: z.string(),
    about: jsonColumn(description),
    checksum_algorithm: z.nullable(z.enum(CHECKSUM_ALGORITHMS)),
    checksum_type: z.nullable(z.enum(CHECKSUM_TYPES)),
    ...lockColumns,
  }),
  z.transform(
    (row): Upload => ({
      id: row.id,
      bucket: row.bucket,
      key: row.key,
      initiatedAt: row.initiated_at,
      about: row.about,
      checksum:
        row.checksum_algorithm === null || row.checksum_type === null
          ? undefined
          : { algorithm: row.checksum_algorithm, type: row.checksum_type },
      lock: lockOf(row),
    }),
  ),
);

export const completion = z.object({ bucket: z.string(), key: keyColumn, version_id: z.string(), etag: z.string() });

export interface UploadsTable {
  start(upload: Upload): void;
  find(target: { bucket: string; key: string; id: string }): Upload | undefined;
  /** From the key and id that follow `after`, in their order. */
  list(bucket: string, after: { prefix: string; key: string; id: string; limit: number }): readonly Upload[];
  /** Initiated before an instant. */
  olderThan(bucket: string, initiatedAt: string): readonly Upload[];
  parts(upload: Upload): readonly Piece[];
  /** Adds a part, in the place of an earlier one of its number, whose file is given back. */
  addPart(upload: Upload, part: Piece): readonly string[];
  /** Ends an upload without an object, and gives back its files. */
  abort(upload: Upload): readonly string[];
  /** Hands the chosen parts to a version and ends the upload; gives back the files of those that were not chosen. */
  complete(
    upload: Upload,
    chosen: readonly Piece[],
    version: { id: number; versionId: string; etag: string; at: string },
  ): readonly string[];
  completed(id: string): z.infer<typeof completion> | undefined;
  forgetCompletions(before: string): void;
}

export const uploadsTable = (tables: Tables): UploadsTable => {
  const parts = ({ id }: Upload) => tables.all(pieceRow, 'SELECT * FROM pieces WHERE upload = ? ORDER BY part', id);
  const end = (upload: Upload) => {
    const files = parts(upload).map(({ file }) => file);
    tables.run('DELETE FROM uploads WHERE id = ?', upload.id);
    return files;
  };
  return {
    start: (upload) =>
      void tables.run(
        `INSERT INTO uploads (id, bucket, key, initiated_at, about, checksum_algorithm, checksum_type, retention_mode,
           retain_until, legal_hold) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        upload.id,
        upload.bucket,
        keyBytes(upload.key),
        upload.initiatedAt,
        JSON.stringify(upload.about),
        upload.checksum?.algorithm ?? null,
        upload.checksum?.type ?? null,
        ...lockValues(upload.lock),
      ),
    find: ({ bucket, key, id }) =>
      tables.one(uploadRow, 'SELECT * FROM uploads WHERE id = ? AND bucket = ? AND key = ?', id, bucket, keyBytes(key)),
    list: (bucket, { prefix, key, id, limit }) =>
      tables.all(
        uploadRow,
        `SELECT * FROM uploads WHERE bucket = ?1 AND (key, id) > (?2, ?3) AND substr(key, 1, length(?4)) = ?4
         ORDER BY key, id LIMIT ?5`,
        bucket,
        keyBytes(key),
        id,
        keyBytes(prefix),
        limit,
      ),
    olderThan: (bucket, initiatedAt) =>
      tables.all(uploadRow, 'SELECT * FROM uploads WHERE bucket = ? AND initiated_at < ?', bucket, initiatedAt),
    parts,
    addPart: (upload, part) => {
      const replaced = tables.one(pieceRow, 'SELECT * FROM pieces WHERE upload = ? AND part = ?', upload.id, part.part);
      if (replaced !== undefined) tables.run('DELETE FROM pieces WHERE file = ?', replaced.file);
      addPiece(tables, part, { upload: upload.id });
      return replaced === undefined ? [] : [replaced.file];
    },
    abort: end,
    complete: (upload, chosen, { id, versionId, etag, at }) => {
      for (const { file } of chosen) {
        tables.run('UPDATE pieces SET upload = NULL, version = ? WHERE file = ?', id, file);
      }
      tables.run(
        'INSERT INTO completions (upload, bucket, key, version_id, etag, completed_at) VALUES (?, ?, ?, ?, ?, ?)',
        upload.id,
        upload.bucket,
        keyBytes(upload.key),
        versionId,
        etag,
        at,
      );
      return end(upload);
    },
    completed: (id) =>
      tables.one(completion, 'SELECT bucket, key, version_id, etag FROM completions WHERE upload = ?', id),
    forgetCompletions: (before) => void tables.run('DELETE FROM completions WHERE completed_at < ?', before),
  };
};
