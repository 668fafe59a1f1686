import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Piece } from './pieces.ts';

/** Where a piece stands: which source, and where in the plain file of it. */
export interface StoredPiece extends Omit<Piece, 'ocids'> {
  readonly source: number;
}

export type Counts = Readonly<Record<'imported' | 'updated' | 'unchanged' | 'refused', number>>;

/** Pieces of one process that are looked at: more of them make no line that can be sent. */
export const PIECES_MAX = 20_000;

/** A process of which pieces were found, and where they are. */
export interface Group {
  /** In the order of first appearance, from 1. */
  readonly serial: number;
  readonly ocid: string;
  readonly pieces: readonly StoredPiece[];
}

const TABLES = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS sources (source INTEGER PRIMARY KEY, name TEXT NOT NULL, path TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS processes (serial INTEGER PRIMARY KEY, ocid TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS pieces (
    piece INTEGER PRIMARY KEY, serial INTEGER NOT NULL, source INTEGER NOT NULL, at INTEGER NOT NULL,
    length INTEGER NOT NULL, pick TEXT NOT NULL, pointer TEXT NOT NULL, line INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS pieces_of_process ON pieces (serial);
  CREATE TABLE IF NOT EXISTS counts (name TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;
`;

/**
 * What an import knows of itself, on disk: which pieces belong to which process, and how far it came. Grouping takes no memory, and what
 * was written in one transaction is there after a kill, whole or not at all.
 */
export class Journal {
  private readonly database: DatabaseSync;

  constructor(path: string) {
    this.database = new DatabaseSync(path);
    this.database.exec(TABLES);
  }

  close(): void {
    this.database.close();
  }

  fact(name: string): string | undefined {
    const row = this.database.prepare('SELECT value FROM facts WHERE name = ?').get(name);
    return row === undefined ? undefined : String(row['value']);
  }

  setFact(name: string, value: string): void {
    this.database.prepare('INSERT OR REPLACE INTO facts VALUES (?, ?)').run(name, value);
  }

  /** All of it, or nothing. */
  async whole<T>(work: () => Promise<T>): Promise<T> {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const made = await work();
      this.database.exec('COMMIT');
      return made;
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    }
  }
  addSource(source: number, name: string, path: string): void {
    this.database.prepare('INSERT INTO sources VALUES (?, ?, ?)').run(source, name, path);
  }

  source(source: number): { readonly name: string; readonly path: string } {
    if (this.lastSource?.source === source) return this.lastSource;
    const row = this.database.prepare('SELECT name, path FROM sources WHERE source = ?').get(source);
    if (row === undefined) throw new Error('A piece stands in a source.');
    this.lastSource = { source, name: String(row['name']), path: String(row['path']) };
    return this.lastSource;
  }

  private lastSource: { readonly source: number; readonly name: string; readonly path: string } | undefined;

  sourcesRead(): number {
    return Number(this.database.prepare('SELECT count(*) AS n FROM sources').get()?.['n']);
  }

  addPiece(source: number, { ocids, offset, length, pick, pointer, line }: Piece): void {
    this.writing ??= {
      process: this.database.prepare('INSERT OR IGNORE INTO processes (ocid) VALUES (?)'),
      piece: this.database.prepare(
        `INSERT INTO pieces (serial, source, at, length, pick, pointer, line)
         SELECT serial, ?, ?, ?, ?, ?, ? FROM processes WHERE ocid = ?`,
      ),
    };
    for (const ocid of ocids) {
      this.writing.process.run(ocid);
      this.writing.piece.run(source, offset, length, pick, pointer, line ?? null, ocid);
    }
  }
  private writing: { readonly process: StatementSync; readonly piece: StatementSync } | undefined;

  processes(): number {
    return Number(this.database.prepare('SELECT count(*) AS n FROM processes').get()?.['n']);
  }

  pieces(): number {
    return Number(this.database.prepare('SELECT count(*) AS n FROM pieces').get()?.['n']);
  }

  /** The first process after a serial number. */
  groupAfter(serial: number): Group | undefined {
    this.reading ??= {
      process: this.database.prepare('SELECT serial, ocid FROM processes WHERE serial > ? ORDER BY serial LIMIT 1'),
      pieces: this.database.prepare(`SELECT * FROM pieces WHERE serial = ? ORDER BY piece LIMIT ${PIECES_MAX + 1}`),
    };
    const row = this.reading.process.get(serial);
    if (row === undefined) return undefined;
    const pieces = this.reading.pieces.all(Number(row['serial'])).map(storedPiece);
    return { serial: Number(row['serial']), ocid: String(row['ocid']), pieces };
  }
  private reading: { readonly process: StatementSync; readonly pieces: StatementSync } | undefined;

  count(name: string, more: number): void {
    this.counting ??= this.database.prepare(
      'INSERT INTO counts VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET number = number + excluded.number',
    );
    this.counting.run(name, more);
  }

  private counting: StatementSync | undefined;

  counted(name: string): number {
    return Number(this.database.prepare('SELECT number FROM counts WHERE name = ?').get(name)?.['number'] ?? 0);
  }
}

const storedPiece = (row: Record<string, unknown>): StoredPiece => ({
  source: Number(row['source']),
  offset: Number(row['at']),
  length: Number(row['length']),
  pick: String(row['pick']),
  pointer: String(row['pointer']),
  ...(row['line'] !== null && { line: Number(row['line']) }),
});
