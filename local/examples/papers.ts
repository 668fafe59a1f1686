import { createHash } from 'node:crypto';
import sharp from 'sharp';

/** A file of an example, built here: nothing in it is anybody’s. */
export interface Paper {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: () => Promise<Buffer>;
}

const WIDTH = 640;
const HEIGHT = 420;
const QUALITY = 80;

/** A drawing of simple shapes (SVG) in the place of a photo. */
export const photo = (name: string, shapes: string): Paper => ({
  name,
  mediaType: 'image/jpeg',
  bytes: () =>
    sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${shapes}</svg>`))
      .flatten({ background: '#dfe7ec' })
      .jpeg({ quality: QUALITY })
      .toBuffer(),
});

/** Notes as somebody types them. */
export const note = (name: string, ...lines: readonly string[]): Paper => ({
  name,
  mediaType: 'text/plain',
  bytes: async () => Buffer.from(`${lines.join('\n')}\n`, 'utf8'),
});

/** A page of text as a PDF of the simplest kind. */
export const page = (name: string, ...lines: readonly string[]): Paper => ({
  name,
  mediaType: 'application/pdf',
  bytes: async () => pdfOf(lines),
});

const escaped = (line: string): string => line.replaceAll(/[\\()]/g, (sign) => `\\${sign}`);

/** Latin letters with their accents are all that its one built-in font shows. */
const pdfOf = (lines: readonly string[]): Buffer => {
  const text = `BT /F1 12 Tf 18 TL 72 760 Td ${lines.map((line) => `(${escaped(line)}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`, 'latin1');
};

/** What announces it to the API. */
export const announced = ({ name, mediaType }: Paper, bytes: Buffer) => ({
  name,
  mediaType,
  sizeBytes: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
