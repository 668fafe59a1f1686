import { DatabaseSync } from 'node:sqlite';

const BUSY_TIMEOUT_MILLISECONDS = 5_000;

/**
 * Keeps the embedded DynamoDB's stream fast. Dynoxide 1.2 looks for the place and the number of a stream record by reading all that
 * were ever written: after 3,000 commands each write took twenty times as long as the first. These indexes give its two questions
 * their answer at once.
 */
export const indexStreamRecords = (databaseFile: string): void =>
  inDatabase(databaseFile, (database) =>
    database.exec(`
      CREATE INDEX IF NOT EXISTS veedor_stream_by_shard
        ON _stream_records (table_name, shard_id, CAST(sequence_number AS INTEGER));
      CREATE INDEX IF NOT EXISTS veedor_stream_by_number
        ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
    `),
  );

/**
 * Keeps it small: what was delivered is removed, as AWS removes it after a day; Dynoxide never does. The newest record stays always,
 * because the next one is numbered after it.
 */
export const forgetStreamRecords = (databaseFile: string, { table, upTo }: { table: string; upTo: string }): void =>
  inDatabase(databaseFile, (database) => {
    database
      .prepare(
        `DELETE FROM _stream_records
          WHERE table_name = ?1 AND CAST(sequence_number AS INTEGER) <= CAST(?2 AS INTEGER)
            AND id < (SELECT MAX(id) FROM _stream_records WHERE table_name = ?1)`,
      )
      .run(table, upTo);
  });

const inDatabase = (databaseFile: string, work: (database: DatabaseSync) => void): void => {
  const database = new DatabaseSync(databaseFile, { timeout: BUSY_TIMEOUT_MILLISECONDS });
  try {
    work(database);
  } finally {
    database.close();
  }
};
