import { deflateSync } from 'node:zlib';

interface MadePdf {
  /** More objects, numbered from 10 on: their bodies. */
  readonly objects?: readonly string[];
  readonly catalog?: string;
  readonly trailer?: string;
  readonly page?: string;
  readonly canary?: string;
}

/** A PDF of one page, with whatever shall be in it besides. */
export const pdf = ({ objects = [], catalog = '', trailer = '', page = '', canary }: MadePdf = {}): Buffer => {
  const drawn = 'BT /F1 12 Tf 10 100 Td (The bridge was inspected.) Tj ET';
  const info =
    canary === undefined
      ? []
      : [`8 0 obj\n<< /Author (${canary}) /Producer (${canary}) /CreationDate (D:20261122) >>\nendobj\n`];
  const xmp = `<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${canary}</a></x:xmpmeta><?xpacket end="w"?>`;
  const metadata =
    canary === undefined
      ? []
      : [`9 0 obj\n<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream\nendobj\n`];
  const numbered = [
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${canary === undefined ? '' : '/Metadata 9 0 R'} ${catalog} >>\nendobj\n`,
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${page} >>\nendobj\n`,
    `4 0 obj\n<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream\nendobj\n`,
    '5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n',
    ...info,
    ...metadata,
    ...objects.map((body, at) => `${10 + at} 0 obj\n${body}\nendobj\n`),
  ];
  return written('%PDF-1.7\n', numbered, `/Root 1 0 R ${canary === undefined ? '' : '/Info 8 0 R'} ${trailer}`);
};

const written = (head: string, objects: readonly string[], trailer: string): Buffer => {
  let text = head;
  const places = objects.map((object) => {
    const at = Buffer.byteLength(text, 'latin1');
    text += object;
    return `${Number.parseInt(object, 10)} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = Buffer.byteLength(text, 'latin1');
  return Buffer.from(
    `${text}xref\n0 1\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 40 ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
};

/** The same, once more saved at its end with another author: the first revision is still in the file. */
export const revisedPdf = (canary: string, later: string): Buffer => {
  const first = pdf({ canary });
  const at = first.length;
  const info = `8 0 obj\n<< /Author (${later}) >>\nendobj\n`;
  return Buffer.concat([
    first,
    Buffer.from(
      `${info}xref\n8 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 40 /Root 1 0 R /Info 8 0 R /Prev ${first.lastIndexOf('xref\n0')} >>\nstartxref\n${at + info.length}\n%%EOF\n`,
      'latin1',
    ),
  ]);
};

/** Objects packed into a stream, as PDF 1.5 does: a reader of the surface does not see them. */
export const packedObject = (body: string, filter = 'FlateDecode'): string => {
  const inner = `20 0 ${body}`;
  const packed = deflateSync(Buffer.from(inner, 'latin1')).toString('latin1');
  return `<< /Type /ObjStm /N 1 /First 5 /Filter /${filter} /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
};

/** Objects packed into a stream of seventy million blanks. */
export const bombObject = (): string => {
  const body = deflateSync(Buffer.alloc(70_000_000, 32), { level: 1 }).toString('latin1');
  return `<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body}\nendstream`;
};
