/** Films and sounds, as bytes alone: nobody hears or sees anything in them. */

export const box = (type: string, ...bodies: readonly (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(bodies.map((each) => (typeof each === 'string' ? Buffer.from(each, 'latin1') : each)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, at * 4);
  return bytes;
};

const FRAME = 'a frame of the film, heard and seen';
const PLACE = '+19.4284-099.1333/';

const track = (
  handler: string,
  { at, canary, samples }: { at: number; canary: string; samples: string },
  reference = 1,
): Buffer =>
  box(
    'trak',
    box('tkhd', words(7, 0xd1e1a2b3, 0xd1e1a2b3, 1, 0, 1_000), Buffer.alloc(52), words(640 * 65_536, 480 * 65_536)),
    box(
      'mdia',
      box('mdhd', words(0, 0xd1e1a2b3, 0xd1e1a2b3, 1_000, 1_000, 0)),
      box('hdlr', words(0, 0), handler, Buffer.alloc(12), `${canary}\0`),
      box(
        'minf',
        box('dinf', box('dref', words(0, 1), box('url ', words(reference)))),
        box(
          'stbl',
          box('stsd', words(0, 1), box('xxxx', Buffer.alloc(8))),
          box('stts', words(0, 1, 1, 1_000)),
          box('stsc', words(0, 1, 1, 1, 1)),
          box('stsz', words(0, samples.length, 1)),
          box('stco', words(0, 1, at)),
        ),
      ),
    ),
  );

interface MadeFilm {
  readonly canary?: string;
  readonly brand?: string;
  readonly handler?: string;
  readonly reference?: number;
  readonly place?: boolean;
}

/** A film of one frame and a track of places beside it, with names, tags and places wherever telephones write them. */
export const film = ({
  canary = 'Somebody',
  brand = 'isom',
  handler = 'vide',
  reference = 1,
  place = true,
}: MadeFilm = {}): Buffer => {
  const ftyp = box('ftyp', brand, words(0), 'isommp42');
  const data = box('mdat', FRAME, canary);
  const made = (base: number): Buffer =>
    box(
      'moov',
      box('mvhd', words(0, 0xd1e1a2b3, 0xd1e1a2b3, 1_000, 1_000), Buffer.alloc(80)),
      track(handler, { at: base + 8, canary, samples: FRAME }, reference),
      ...(place ? [track('meta', { at: base + 8 + FRAME.length, canary, samples: canary })] : []),
      box('udta', box('\xa9xyz', Buffer.from([0, PLACE.length, 0x15, 0xc7]), PLACE), box('\xa9mak', canary)),
      box('meta', words(0), box('hdlr', words(0, 0), 'mdir', Buffer.alloc(13)), box('ilst', box('\xa9nam', canary))),
    );
  const moov = made(ftyp.length + made(0).length);
  return Buffer.concat([ftyp, moov, data, box('uuid', Buffer.alloc(16, 0xbe), canary)]);
};

export const FILM = { frame: FRAME, place: PLACE };

const mp3Frame = (fill: number): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413, fill)]);

/** Six frames of MP3 between an ID3 tag of version 2 and one of version 1. */
export const mp3 = (canary = 'Somebody'): Buffer => {
  const text = Buffer.from(`\0${canary}`, 'latin1');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(text.length);
  const frame = Buffer.concat([Buffer.from('TPE1'), size, Buffer.alloc(2), text]);
  const tag = Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0', 'latin1'), Buffer.from([frame.length]), frame]);
  const old = Buffer.alloc(128);
  old.write('TAG', 'latin1');
  old.write(canary, 3, 'latin1');
  return Buffer.concat([tag, ...[1, 2, 3, 4, 5, 6].map(mp3Frame), old]);
};

const CRC = Array.from({ length: 256 }, (_, value) => {
  let sum = value << 24;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum & 0x80000000) === 0 ? sum << 1 : (sum << 1) ^ 0x04c11db7;
  return sum >>> 0;
});

/** The checksum of a page, as RFC 3533 has it: written a second time here, so that the two writers judge each other. */
export const oggChecksum = (page: Buffer): number => {
  const bytes = Buffer.from(page);
  bytes.writeUInt32LE(0, 22);
  let sum = 0;
  for (const byte of bytes) sum = ((sum << 8) ^ (CRC[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return sum;
};

const page = (flags: number, number: number, packet: Buffer): Buffer => {
  const lacing = [...Array.from({ length: Math.floor(packet.length / 255) }, () => 255), packet.length % 255];
  const head = Buffer.alloc(27);
  head.write('OggS', 'latin1');
  head[5] = flags;
  head.writeUInt32LE(7, 14);
  head.writeUInt32LE(number, 18);
  head[26] = lacing.length;
  const whole = Buffer.concat([head, Buffer.from(lacing), packet]);
  whole.writeUInt32LE(oggChecksum(whole), 22);
  return whole;
};

const comments = (magic: string, canary: string): Buffer => {
  const said = [`ARTIST=${canary}`, `METADATA_BLOCK_PICTURE=${canary.repeat(40)}`].map((text) => Buffer.from(text));
  const count = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const listed = said.flatMap((text) => [count(text.length), text]);
  const end = magic === 'OpusTags' ? [] : [Buffer.from([1])];
  return Buffer.concat([
    Buffer.from(magic, 'latin1'),
    count(canary.length),
    Buffer.from(canary),
    count(said.length),
    ...listed,
    ...end,
  ]);
};

/** A voice note in Opus. */
export const ogg = (canary = 'Somebody', codec: 'opus' | 'vorbis' = 'opus'): Buffer => {
  const [head, tags] = codec === 'opus' ? ['OpusHead', 'OpusTags'] : ['\x01vorbis', '\x03vorbis'];
  return Buffer.concat([
    page(2, 0, Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(22)])),
    page(0, 1, comments(tags, canary)),
    page(0, 2, Buffer.alloc(300, 3)),
    page(4, 3, Buffer.alloc(100, 4)),
  ]);
};
