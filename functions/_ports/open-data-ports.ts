/** What is known of a file when all of it is there. */
export interface WrittenFile {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * A file that is being written. Nobody sees any of it before it is finished, and then all of it, in the place of the one before. Little
 * of it is held meanwhile, however long it becomes. Throws `OutsideFailure`.
 */
export interface OpenDataFile {
  write(text: string): Promise<void>;
  finish(): Promise<WrittenFile>;
  /** Forgets what was written: the file before stays. Nothing happens to one that is finished. */
  abandon(): Promise<void>;
}

/** A file as it is served. */
export interface ServedFile {
  readonly mediaType: string;
  readonly bytes: number;
  /** In its quotes, as HTTP wants it. */
  readonly etag: string;
  /** The bytes as they come. Whoever asked for a file takes them: until then they keep a connection. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** The static files of open data, by their path below the address under which they are served. Throws `OutsideFailure`. */
export interface OpenDataStore {
  begin(file: { readonly path: string; readonly mediaType: string }): Promise<OpenDataFile>;
  read(path: string): Promise<ServedFile | undefined>;
}
