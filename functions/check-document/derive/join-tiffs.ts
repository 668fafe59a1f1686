const ENTRY_BYTES = 12;
/** Tags whose values are places in the file: of strips, of tiles. */
const PLACES = new Set([273, 324]);
/** Bytes of a value, by its type (TIFF 6.0, section 2). */
const WIDTHS = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const LONG = 4;

/** Scans of one page each, little end first, as one scan of many: each is put behind the others and its places moved along. */
export const joinTiffs = (pages: readonly Buffer[]): Buffer => {
  const [only] = pages;
  if (only !== undefined && pages.length === 1) return only;
  const moved: Buffer[] = [];
  let base = 0;
  let linkAt: number | undefined;
  for (const page of pages) {
    // Directories begin at even places.
    const bytes = Buffer.concat([page, Buffer.alloc(page.length % 2)]);
    const directory = bytes.readUInt32LE(4);
    const link = move(bytes, directory, base);
    if (linkAt !== undefined) writeAt(moved, linkAt, directory + base);
    linkAt = base + link;
    moved.push(bytes);
    base += bytes.length;
  }
  return Buffer.concat(moved);
};

const writeAt = (parts: readonly Buffer[], at: number, value: number): void => {
  let base = 0;
  for (const part of parts) {
    if (at < base + part.length) {
      part.writeUInt32LE(value, at - base);
      return;
    }
    base += part.length;
  }
};

/** Moves all places of a directory; gives where it says which directory comes next. */
const move = (bytes: Buffer, directory: number, base: number): number => {
  const end = directory + 2 + bytes.readUInt16LE(directory) * ENTRY_BYTES;
  for (let entry = directory + 2; entry < end; entry += ENTRY_BYTES) {
    const [tag, type, count] = [
      bytes.readUInt16LE(entry),
      bytes.readUInt16LE(entry + 2),
      bytes.readUInt32LE(entry + 4),
    ];
    const outside = count * (WIDTHS[type] ?? 1) > 4;
    const from = outside ? bytes.readUInt32LE(entry + 8) : entry + 8;
    if (PLACES.has(tag) && type === LONG) {
      for (let at = 0; at < count; at += 1)
        bytes.writeUInt32LE(bytes.readUInt32LE(from + at * 4) + base, from + at * 4);
    }
    if (outside) bytes.writeUInt32LE(from + base, entry + 8);
  }
  return end;
};
