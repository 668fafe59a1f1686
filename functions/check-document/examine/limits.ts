const MEGABYTE = 1_048_576;

export interface Limits {
  /** Pixels of all frames and pages of one picture together. Telephones take up to 108 million at once. */
  readonly pixelsMax: number;
  readonly pagesMax: number;
  /** Entries of an archive, those of the office files inside it included. */
  readonly entriesMax: number;
  /** Bytes that one entry, and all entries together, may unpack to. */
  readonly entryBytesMax: number;
  readonly unpackedBytesMax: number;
  /** How many times its packed size an entry may unpack to, looked at once `ratioFromBytes` came out. */
  readonly ratioMax: number;
  readonly ratioFromBytes: number;
  /** Bytes of what is read whole into memory: photos, PDF, messages, signed files, a part of an office file. */
  readonly wholeBytesMax: number;
  /** Bytes of JSON, which takes several times its size once it is parsed. */
  readonly jsonBytesMax: number;
  /** The longest that one examination takes. */
  readonly millisecondsMax: number;
}

export const LIMITS: Limits = {
  pixelsMax: 120_000_000,
  pagesMax: 500,
  entriesMax: 5_000,
  entryBytesMax: 500 * MEGABYTE,
  unpackedBytesMax: 1_000 * MEGABYTE,
  ratioMax: 200,
  ratioFromBytes: MEGABYTE,
  wholeBytesMax: 100 * MEGABYTE,
  jsonBytesMax: 32 * MEGABYTE,
  millisecondsMax: 60_000,
};

/** What one examination has used up, shared by everything that lies inside one file. */
export interface Effort {
  readonly limits: Limits;
  /** Throws when the time is over. Called from every loop that the bytes of a file steer. */
  readonly goOn: () => void;
  readonly takeEntry: () => void;
  readonly takeBytes: (count: number) => void;
}
