import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/** The file of results, a line each. What was written after the last mark is gone when the import goes on after a kill. */
export interface ResultFile {
  write(result: object): void;
  /** Where it ends now, to be kept with what the journal knows. */
  bytes(): number;
  close(): void;
}

export const openResultFile = (path: string, bytesKept: number): ResultFile => {
  const file = openSync(path, bytesKept === 0 ? 'w' : 'r+');
  ftruncateSync(file, bytesKept);
  let bytes = bytesKept;
  return {
    write: (result) => {
      bytes += writeSync(file, `${JSON.stringify(result)}\n`, bytes);
    },
    bytes: () => bytes,
    close: () => closeSync(file),
  };
};
