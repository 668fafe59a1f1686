import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** A picture whose corners differ, so that it shows which way up it is: red, green, blue, white; 48 by 32. */
export const corners = async (): Promise<Sharp> => {
  const [width, height] = [48, 32];
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [left, top] = [x < width / 2, y < height / 2];
      const bottom = left ? [0, 0, 255] : [255, 255, 255];
      const upper = left ? [255, 0, 0] : [0, 255, 0];
      pixels.set(top ? upper : bottom, (y * width + x) * 3);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
};

const exifOf = (canary: string) => ({
  IFD0: { Artist: canary, Copyright: canary, ImageDescription: canary, Make: canary, Model: canary, Software: canary },
  IFD2: { UserComment: canary, BodySerialNumber: canary },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '19/1 25/1 42/1', GPSLongitudeRef: 'W', GPSLongitude: '99/1 8/1 0/1' },
});

const xmpOf = (canary: string): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${canary}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

interface MadePicture {
  readonly canary?: string;
  readonly orientation?: number;
}

const dressed = async ({ canary, orientation }: MadePicture): Promise<Sharp> => {
  const plain = (await corners()).withMetadata(orientation === undefined ? {} : { orientation });
  return canary === undefined ? plain : plain.withExifMerge(exifOf(canary)).withXmp(xmpOf(canary));
};

/** Segments that sharp does not write: a comment and a block of IPTC. */
const segment = (marker: number, body: string): Buffer => {
  const bytes = Buffer.from(body, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};

export const withSegments = (jpeg: Buffer, segments: readonly { marker: number; body: string }[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments.map(({ marker, body }) => segment(marker, body)), jpeg.subarray(2)]);

const iptcOf = (canary: string): string => {
  const data = `\x1c\x02\x50\0${String.fromCharCode(canary.length)}${canary}`;
  return `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0${String.fromCharCode(data.length)}${data}`;
};

export const jpeg = async (made: MadePicture = {}): Promise<Buffer> => {
  const plain = await (await dressed(made)).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
  const { canary } = made;
  return canary === undefined
    ? plain
    : withSegments(plain, [
        { marker: 0xfe, body: canary },
        { marker: 0xed, body: iptcOf(canary) },
      ]);
};

export const png = async (made: MadePicture = {}): Promise<Buffer> => {
  const plain = await (await dressed(made)).png().toBuffer();
  return made.canary === undefined ? plain : withChunk(plain, 'tEXt', Buffer.from(`Comment\0${made.canary}`));
};

export const webp = async (made: MadePicture = {}): Promise<Buffer> =>
  (await dressed(made)).webp({ lossless: true }).toBuffer();
export const tiff = async (made: MadePicture = {}): Promise<Buffer> =>
  (await dressed(made)).tiff({ compression: 'lzw' }).toBuffer();
/** As printers want it, with what a camera said. */
export const cmyk = async (): Promise<Buffer> =>
  (await corners())
    .toColourspace('cmyk')
    .withExif({ IFD0: { Artist: 'Somebody' } })
    .jpeg()
    .toBuffer();

/** Two frames of the same size, as a moving WebP or the pages of a TIFF. */
export const frames = async (): Promise<Sharp> => {
  const [one, other] = [await png(), await (await corners()).negate().png().toBuffer()];
  return sharp([one, other], { join: { animated: true } });
};

export const withChunk = (bytes: Buffer, type: string, body: Buffer): Buffer => {
  const at = 8 + 25;
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length);
  head.write(type, 4, 'latin1');
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), body])));
  return Buffer.concat([bytes.subarray(0, at), head, body, check, bytes.subarray(at)]);
};

/** A PNG of few bytes that says it is enormous. */
export const hugePng = async (): Promise<Buffer> => {
  const bytes = Buffer.from(await png());
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
};

/** The boxes of a HEIC around pixels packed as AV1, the only ones that can be made here; `asAvif` turns it back for a decoder. */
export const heic = async (made: MadePicture = {}): Promise<Buffer> => {
  const bytes = await (await dressed(made)).avif({ lossless: true }).toBuffer();
  return Buffer.concat([bytes.subarray(0, 8), Buffer.from('heic'), bytes.subarray(12)]);
};

export const asAvif = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, 8), Buffer.from('avif'), bytes.subarray(12)]);
