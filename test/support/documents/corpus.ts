import type { DocumentRefusal } from '../../../functions/check-document/examine/refusal.ts';
import { archive } from './archives.ts';
import { letter, signed } from './letters.ts';
import { docx, odf, relations, xlsx } from './office.ts';
import { pdf, revisedPdf } from './papers.ts';
import { cmyk, frames, heic, jpeg, png, tiff, webp } from './pictures.ts';
import { film, mp3, ogg } from './recordings.ts';

/** A file as somebody could send it, and what shall become of it. */
export interface Sample {
  readonly what: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly ends: 'usable' | DocumentRefusal;
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/** Types by extension, as an honest sender declares them. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  tif: 'image/tiff',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  csv: 'text/csv',
  txt: 'text/plain',
  json: 'application/json',
  xml: 'application/xml',
  eml: 'message/rfc822',
  p7m: 'application/pkcs7-mime',
  zip: 'application/zip',
  docx: `${OOXML}.wordprocessingml.document`,
  xlsx: `${OOXML}.spreadsheetml.sheet`,
  odt: `${ODF}.text`,
  ods: `${ODF}.spreadsheet`,
  svg: 'image/svg+xml',
  html: 'text/html',
  docm: 'application/vnd.ms-word.document.macroEnabled.12',
  exe: 'application/octet-stream',
};

export const sample = (what: string, name: string, bytes: Buffer | string, ends: Sample['ends']): Sample => ({
  what,
  name,
  type: TYPES[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'application/octet-stream',
  bytes: Buffer.from(bytes),
  ends,
});

/** One of each type, as an honest person sends it. */
export const honest = async (): Promise<readonly Sample[]> => {
  const photo = await jpeg({ canary: 'Somebody', orientation: 6 });
  return [
    sample('a photo', 'photo.jpg', photo, 'usable'),
    sample('a screenshot', 'shot.png', await png({ canary: 'Somebody' }), 'usable'),
    sample('a picture of the web', 'picture.webp', await webp({ canary: 'Somebody' }), 'usable'),
    sample('a photo of an iPhone', 'IMG_0001.HEIC', await heic(), 'usable'),
    sample('a scan', 'scan.tif', await tiff(), 'usable'),
    sample('a scan of two pages', 'scan.tif', await (await frames()).tiff().toBuffer(), 'usable'),
    sample('a paper', 'act.pdf', pdf({ canary: 'Somebody' }), 'usable'),
    sample('a paper that was revised', 'act.pdf', revisedPdf('One', 'Other'), 'usable'),
    sample('a film', 'visit.mp4', film(), 'usable'),
    sample('a recording', 'hearing.m4a', film({ brand: 'M4A ', handler: 'soun' }), 'usable'),
    sample('an older recording', 'hearing.mp3', mp3(), 'usable'),
    sample('a voice note', 'note.ogg', ogg(), 'usable'),
    sample('a song', 'note.ogg', ogg('Somebody', 'vorbis'), 'usable'),
    sample('a letter of Word', 'letter.docx', docx(), 'usable'),
    sample(
      'a letter with a chart',
      'chart.docx',
      docx({ more: [{ name: 'word/embeddings/Microsoft_Excel_Sheet1.xlsx', body: xlsx() }] }),
      'usable',
    ),
    sample(
      'a letter begun with a template',
      'letter.docx',
      docx({
        more: [
          relations('word/_rels/settings.xml.rels', [
            { type: 'attachedTemplate', target: 'file:///C:\\Office\\letter.dotm', external: true },
          ]),
        ],
      }),
      'usable',
    ),
    sample('a signed act without its type', 'act.p7m', signed(pdf()), 'usable'),
    sample('a sheet of Excel', 'bids.xlsx', xlsx(), 'usable'),
    sample('a text of LibreOffice', 'letter.odt', odf('text'), 'usable'),
    sample('a sheet of LibreOffice', 'bids.ods', odf('spreadsheet'), 'usable'),
    sample('a table', 'bids.csv', 'bidder,price\nÁrbol,-10\n', 'usable'),
    sample('a table of Windows', 'bids.csv', Buffer.from('licitante;precio\n\xc1rbol;10\n', 'latin1'), 'usable'),
    sample('a note', 'note.txt', 'The gate was closed at 9:00. <b>Locked</b>, MZ-1.', 'usable'),
    sample('a note in UTF-16', 'note.txt', Buffer.from('\ufeffThe gate was closed.', 'utf16le'), 'usable'),
    sample('data', 'process.json', '{"ocid":"ocds-1"}', 'usable'),
    sample(
      'an invoice',
      'invoice.xml',
      '<?xml version="1.0"?><invoice xmlns="urn:x"><total>10</total></invoice>',
      'usable',
    ),
    sample(
      'a letter',
      'letter.eml',
      letter('<p>See the photo.</p>', [{ name: 'a.jpg', type: 'image/jpeg', body: photo }]),
      'usable',
    ),
    sample('a signed act', 'act.pdf.p7m', signed(pdf()), 'usable'),
    sample('a signature apart', 'act.pdf.p7m', signed(undefined), 'usable'),
    sample(
      'an archive',
      'all.zip',
      archive([
        { name: 'photos/a.jpg', body: photo },
        { name: 'act.docx', body: docx(), stored: true },
        { name: '__MACOSX/photos/._a.jpg', body: Buffer.from([0, 5, 22, 7]) },
        { name: '.DS_Store', body: 'x' },
      ]),
      'usable',
    ),
    sample(
      'an archive written as a stream',
      'all.zip',
      archive([
        { name: 'a.txt', body: 'one', descriptor: true },
        { name: 'b.txt', body: 'two', descriptor: true },
      ]),
      'usable',
    ),
  ];
};

/** Odd, but nobody's fault. */
export const odd = async (): Promise<readonly Sample[]> => {
  const turned = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => jpeg({ orientation })));
  const photo = await jpeg();
  const long = `${'á'.repeat(125)}.jpg`;
  return [
    ...turned.map((bytes, at) => sample(`a photo turned by ${at + 1}`, 'photo.jpg', bytes, 'usable')),
    sample('a photo in CMYK', 'print.jpg', await cmyk(), 'usable'),
    sample('a photo with a film behind it', 'photo.jpg', Buffer.concat([photo, film()]), 'usable'),
    sample('a photo with another behind it', 'photo.jpg', Buffer.concat([photo, photo]), 'usable'),
    sample('a name in Spanish', 'acta de inspección nº 3.jpg', photo, 'usable'),
    sample('a name that is not composed', 'inspeccio\u0301n.jpg', photo, 'usable'),
    sample('a name in Japanese with a smile', '写真 😀.jpg', photo, 'usable'),
    sample('a name of 254 bytes', long, photo, 'usable'),
    sample('a name of 255 bytes', `a${long}`, photo, 'usable'),
    sample('a name of 256 bytes', `ab${long}`, photo, 'name-unfit'),
    sample(
      'a link in Word',
      'a.docx',
      docx({
        more: [
          relations('word/_rels/document.xml.rels', [
            { type: 'hyperlink', target: 'https://example.org', external: true },
          ]),
        ],
      }),
      'usable',
    ),
    sample(
      'a comment after the archive',
      'a.zip',
      archive([{ name: 'a.txt', body: 'a' }], { comment: 'kept' }),
      'usable',
    ),
    ...[
      'a/b.jpg',
      'a\\b.jpg',
      '../b.jpg',
      'c:b.jpg',
      'a\0.jpg',
      'a\n.jpg',
      'gpj.\u202ephoto.jpg',
      'con.jpg',
      'COM1.x.jpg',
      '.jpg',
      ' .jpg',
      'a.jpg ',
      'a\uff0fb.jpg',
      'a\u200b.jpg',
      '\ud800.jpg',
    ].map((name) => ({ ...sample(`the name ${JSON.stringify(name)}`, 'a.jpg', photo, 'name-unfit'), name })),
  ];
};
