import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as a hostile writer could put it: what is said in the directory and before the entry can differ. */
export interface MadeEntry {
  readonly name: string | Buffer;
  readonly body?: Buffer | string;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly mode?: number;
  readonly saidBytes?: number;
  readonly localName?: string;
  readonly descriptor?: boolean;
}

interface MadeArchive {
  readonly prefix?: Buffer;
  readonly gap?: Buffer;
  readonly comment?: string;
  readonly suffix?: Buffer;
}

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const packed = ({
  name,
  body = '',
  stored = false,
  flags = 0,
  method,
  mode = 0,
  saidBytes,
  localName,
  descriptor = false,
}: MadeEntry) => {
  const raw = Buffer.from(body);
  const data = stored ? raw : deflateRawSync(raw);
  const crc = crc32(raw);
  const said = saidBytes ?? raw.length;
  const how = u16(method ?? (stored ? 0 : 8));
  const bits = u16(flags | 0x0800 | (descriptor ? 8 : 0));
  const sizes = Buffer.concat([u32(crc), u32(data.length), u32(said)]);
  const names = [Buffer.from(localName ?? name), Buffer.from(name)] as const;
  const head = Buffer.concat([u16(20), bits, how, u32(0)]);
  const inLocal = descriptor ? Buffer.alloc(12) : sizes;
  const after = descriptor ? Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), sizes]) : Buffer.alloc(0);
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04', 'latin1'),
    head,
    inLocal,
    u16(names[0].length),
    u16(0),
    names[0],
    data,
    after,
  ]);
  const listed = (at: number) =>
    Buffer.concat([
      Buffer.from('PK\x01\x02', 'latin1'),
      u16(0x0314),
      head,
      sizes,
      u16(names[1].length),
      u16(0),
      u16(0),
      u16(0),
      u16(0),
      u32((mode * 0x10000) >>> 0),
      u32(at),
      names[1],
    ]);
  return { local, listed };
};

/** A ZIP, with whatever shall be wrong with it. */
export const archive = (
  entries: readonly MadeEntry[],
  { prefix, gap, comment = '', suffix }: MadeArchive = {},
): Buffer => {
  const [none, locals, listed] = [Buffer.alloc(0), [] as Buffer[], [] as Buffer[]];
  let at = (prefix ?? none).length;
  for (const made of entries.map(packed)) {
    listed.push(made.listed(at));
    locals.push(made.local);
    at += made.local.length;
  }
  at += (gap ?? none).length;
  const directory = Buffer.concat(listed);
  const count = u16(entries.length);
  const end = Buffer.concat([
    Buffer.from('PK\x05\x06', 'latin1'),
    u32(0),
    count,
    count,
    u32(directory.length),
    u32(at),
    u16(Buffer.byteLength(comment)),
    Buffer.from(comment),
  ]);
  return Buffer.concat([prefix ?? none, ...locals, gap ?? none, directory, end, suffix ?? none]);
};

/** Entries that share their packed bytes: a little on the disk, a lot unpacked. */
export const overlapping = (): Buffer => {
  const one = archive([{ name: 'one.txt', body: 'a'.repeat(900) }]);
  const directoryAt = one.indexOf('PK\x01\x02', 0, 'latin1');
  const endAt = one.indexOf('PK\x05\x06', 0, 'latin1');
  const listed = one.subarray(directoryAt, endAt);
  const other = Buffer.from(listed);
  other.write('two.txt', 46, 'latin1');
  const end = Buffer.from(one.subarray(endAt));
  end.writeUInt16LE(2, 8);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(listed.length * 2, 12);
  return Buffer.concat([one.subarray(0, directoryAt), listed, other, end]);
};
