import { gzipSync } from 'node:zlib';
import { archive, overlapping } from './archives.ts';
import { type Sample, sample } from './corpus.ts';
import { letter, signed } from './letters.ts';
import { docx, odf, relations, xlsx } from './office.ts';
import { bombObject, packedObject, pdf } from './papers.ts';
import { frames, heic, hugePng, jpeg, png, tiff, webp, withSegments } from './pictures.ts';
import { box, film, ogg } from './recordings.ts';

const ACTIVE_TYPE = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const PAGE = '<!doctype html><html><script>alert(1)</script></html>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** Not what it says, or cut off, or too much. */
export const broken = async (): Promise<readonly Sample[]> => {
  const [photo, picture, web, scan] = [await jpeg(), await png(), await webp(), await tiff()];
  const noise = Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * 7_919) % 251));
  return [
    ...['a.jpg', 'a.pdf', 'a.txt', 'a.docx', 'a.zip', 'a.mp4'].map((name) =>
      sample(`nothing in ${name}`, name, '', 'empty'),
    ),
    sample('a PNG named JPEG', 'a.jpg', picture, 'type-differs'),
    sample('a PDF named PNG', 'a.png', pdf(), 'type-differs'),
    sample('noise named PDF', 'a.pdf', noise, 'type-differs'),
    sample('noise named text', 'a.txt', noise, 'type-differs'),
    { ...sample('a PNG declared as JPEG', 'a.png', picture, 'extension-differs'), type: 'image/jpeg' },
    { ...sample('a type that nobody knows', 'a.png', picture, 'type-not-allowed'), type: 'image/x-secret' },
    sample('a drawing', 'a.svg', SVG, 'type-not-allowed'),
    sample('a page', 'a.html', PAGE, 'type-not-allowed'),
    sample('a program', 'a.exe', 'MZ\0\0', 'type-not-allowed'),
    sample('a program named photo', 'a.jpg', 'MZ\0\0', 'type-differs'),
    sample('a Word with macros', 'a.docm', docx(), 'type-not-allowed'),
    sample('a name without extension', 'README', 'text', 'type-not-allowed'),
    ...(
      [
        ['a.txt', PAGE],
        ['a.json', PAGE],
        ['a.csv', PAGE],
        ['a.xml', PAGE],
        ['a.eml', PAGE],
        ['a.txt', SVG],
        ['a.xml', SVG],
        ['a.txt', `\n\n  ${PAGE}`],
        ['a.txt', `<!-- x -->${PAGE}`],
        ['a.txt', `notes ${PAGE}`],
      ] as const
    ).map(([name, page]) =>
      sample(
        `a page or drawing named ${name}: ${page.slice(0, 12)}`,
        name,
        page,
        page === PAGE && name === 'a.xml' ? 'active-content' : 'type-differs',
      ),
    ),
    ...(
      [
        [photo, 'a.jpg'],
        [picture, 'a.png'],
        [web, 'a.webp'],
        [scan, 'a.tif'],
        [pdf(), 'a.pdf'],
        [docx(), 'a.docx'],
        [odf('text'), 'a.odt'],
        [film(), 'a.mp4'],
        [ogg(), 'a.ogg'],
        [archive([{ name: 'a.txt', body: 'text' }]), 'a.zip'],
        [Buffer.from('{"a":[1,2'), 'a.json'],
        [Buffer.from('<a><b></b>'), 'a.xml'],
        [signed(pdf()), 'a.pdf.p7m'],
      ] as const
    ).map(([bytes, name]) =>
      sample(
        `half of ${name}`,
        name,
        name.endsWith('.json') || name.endsWith('.xml') ? bytes : bytes.subarray(0, bytes.length / 2),
        'malformed',
      ),
    ),
    sample('a picture too large for memory', 'a.png', await hugePng(), 'image-bomb'),
    sample('a scan that leads in a circle', 'a.tif', circle(scan), 'malformed'),
    sample('a moving WebP', 'a.webp', await (await frames()).webp().toBuffer(), 'type-not-allowed'),
    sample(
      'a moving PNG',
      'a.png',
      Buffer.concat([
        picture.subarray(0, 33),
        Buffer.from('\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0', 'latin1'),
        picture.subarray(33),
      ]),
      'type-not-allowed',
    ),
    sample('a film whose frames lie elsewhere', 'a.mp4', film({ reference: 0 }), 'active-content'),
    sample('a film of QuickTime', 'a.mp4', film({ brand: 'qt  ' }), 'type-differs'),
    sample('a HEIC named MP4', 'a.mp4', await heic(), 'type-differs'),
  ];
};

/** A TIFF whose first directory names itself as the next. */
const circle = (scan: Buffer): Buffer => {
  const bytes = Buffer.from(scan);
  const at = bytes.readUInt32LE(4);
  bytes.writeUInt32LE(at, at + 2 + bytes.readUInt16LE(at) * 12);
  return bytes;
};

/** What runs, hides, or unpacks without end. */
export const hostile = async (): Promise<readonly Sample[]> => {
  const photo = await jpeg();
  const packed = archive([{ name: 'a.txt', body: 'a' }]);
  const zeros = Buffer.alloc(20_000_000);
  return [
    sample('a PDF with an archive behind it', 'a.pdf', Buffer.concat([pdf(), packed]), 'type-differs'),
    sample('a photo with an archive behind it', 'a.jpg', Buffer.concat([photo, packed]), 'type-differs'),
    sample('a photo with a page behind it', 'a.jpg', Buffer.concat([photo, Buffer.from(PAGE)]), 'type-differs'),
    sample('a photo with a PDF behind it', 'a.jpg', Buffer.concat([photo, pdf()]), 'type-differs'),
    sample(
      'a photo with a page in its comment',
      'a.jpg',
      withSegments(photo, [{ marker: 0xfe, body: `${' '.repeat(2_000)}${PAGE}` }]),
      'active-content',
    ),
    sample(
      'a photo with a PDF in its comment',
      'a.jpg',
      withSegments(photo, [{ marker: 0xfe, body: '%PDF-1.7' }]),
      'type-differs',
    ),
    sample('a film with an archive behind it', 'a.mp4', Buffer.concat([film(), box('free', packed)]), 'type-differs'),
    ...(
      [
        ['JavaScript', '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'],
        ['JavaScript in another spelling', '/OpenAction << /S /J#61vaScript /JS (x) >>'],
        ['a program to launch', '/OpenAction << /S /Launch /F (cmd.exe) >>'],
        ['a form of XFA', '/AcroForm << /XFA 5 0 R >>'],
        ['names of scripts', '/Names << /JavaScript 5 0 R >>'],
      ] as const
    ).map(([what, catalog]) => sample(`a PDF with ${what}`, 'a.pdf', pdf({ catalog }), 'active-content')),
    sample(
      'a PDF with a script packed away',
      'a.pdf',
      pdf({ objects: [packedObject('<< /S /JavaScript /JS (x) >>')] }),
      'active-content',
    ),
    sample(
      'a PDF with objects under an odd filter',
      'a.pdf',
      pdf({ objects: [packedObject('<< >>', 'LZWDecode')] }),
      'active-content',
    ),
    sample(
      'a PDF with an object hidden in a string',
      'a.pdf',
      pdf({ objects: ['(a 30 0 obj << /S /JavaScript >> endobj)'] }),
      'malformed',
    ),
    sample(
      'a PDF with a file inside',
      'a.pdf',
      pdf({ objects: ['<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream'] }),
      'embedded-file',
    ),
    sample('a PDF under a password', 'a.pdf', pdf({ trailer: '/Encrypt 10 0 R' }), 'archive-encrypted'),
    sample('a PDF that unpacks without end', 'a.pdf', pdf({ objects: [bombObject()] }), 'archive-bomb'),
    sample('a table of nothing but line ends', 'a.csv', `a${'\n'.repeat(900_000)}`, 'usable'),
    sample('a table of nothing but signs', 'a.csv', '"=|'.repeat(300_000), 'usable'),
    sample('a letter of remarks without end', 'a.txt', `${'<!-- -->'.repeat(400)}x`, 'usable'),
    sample('an archive that unpacks without end', 'a.zip', archive([{ name: 'a.txt', body: zeros }]), 'archive-bomb'),
    sample(
      'an archive that lies about its size',
      'a.zip',
      archive([{ name: 'a.txt', body: zeros, saidBytes: 10 }]),
      'archive-bomb',
    ),
    sample(
      'an office file that unpacks without end',
      'a.docx',
      docx({ more: [{ name: 'word/media/a.png', body: zeros }] }),
      'archive-bomb',
    ),
    sample('an archive whose entries overlap', 'a.zip', overlapping(), 'malformed'),
    sample('an archive in an archive', 'a.zip', archive([{ name: 'b.zip', body: packed }]), 'archive-nested'),
    sample(
      'an archive in an archive, named text',
      'a.zip',
      archive([{ name: 'b.txt', body: packed }]),
      'archive-nested',
    ),
    sample('a packed file in an archive', 'a.zip', archive([{ name: 'b.gz', body: gzipSync('a') }]), 'archive-nested'),
    sample(
      'an archive in a signed file in an archive',
      'a.zip',
      archive([{ name: 'b.zip.p7m', body: signed(packed) }]),
      'archive-nested',
    ),
    ...['../a.txt', 'a/../../b.txt', '/etc/a.txt', 'c:/a.txt', '..\\a.txt'].map((name) =>
      sample(`an entry ${name}`, 'a.zip', archive([{ name, body: 'a' }]), 'archive-path'),
    ),
    sample('an entry with an unfit name', 'a.zip', archive([{ name: 'a/aux.txt', body: 'a' }]), 'name-unfit'),
    sample(
      'two entries of one name',
      'a.zip',
      archive([
        { name: 'a.txt', body: 'a' },
        { name: 'A.txt', body: 'b' },
      ]),
      'malformed',
    ),
    sample(
      'an entry with two names',
      'a.zip',
      archive([{ name: 'a.txt', body: 'a', localName: 'b.txt' }]),
      'malformed',
    ),
    sample(
      'an archive behind something',
      'a.zip',
      archive([{ name: 'a.txt', body: 'a' }], { prefix: Buffer.from('PK\x03\x04MZ', 'latin1') }),
      'malformed',
    ),
    sample(
      'an archive with something between',
      'a.zip',
      archive([{ name: 'a.txt', body: 'a' }], { gap: Buffer.from('hidden') }),
      'malformed',
    ),
    sample(
      'an archive before something',
      'a.zip',
      archive([{ name: 'a.txt', body: 'a' }], { suffix: Buffer.from('%PDF-1.7') }),
      'malformed',
    ),
    sample(
      'a link in an archive',
      'a.zip',
      archive([{ name: 'a.txt', body: '/etc/passwd', mode: 0o120777 }]),
      'archive-link',
    ),
    sample(
      'an archive under a password',
      'a.zip',
      archive([{ name: 'a.txt', body: 'a', flags: 1 }]),
      'archive-encrypted',
    ),
    sample('an archive under AES', 'a.zip', archive([{ name: 'a.txt', body: 'a', method: 99 }]), 'archive-encrypted'),
    sample('a page in an archive', 'a.zip', archive([{ name: 'a.html', body: PAGE }]), 'type-not-allowed'),
    sample('a page named text in an archive', 'a.zip', archive([{ name: 'a.txt', body: PAGE }]), 'type-differs'),
    sample('something named as litter', 'a.zip', archive([{ name: '__MACOSX/a.exe', body: 'MZ' }]), 'embedded-file'),
    sample('macros in Word', 'a.docx', docx({ more: [{ name: 'word/vbaProject.bin', body: 'x' }] }), 'active-content'),
    sample('macros by type alone', 'a.docx', docx({ main: ACTIVE_TYPE }), 'active-content'),
    sample(
      'a template elsewhere',
      'a.docx',
      docx({
        more: [
          relations('word/_rels/settings.xml.rels', [
            { type: 'attachedTemplate', target: 'https://example.org/a.dotm', external: true },
          ]),
        ],
      }),
      'active-content',
    ),
    sample(
      'a picture elsewhere',
      'a.docx',
      docx({
        more: [
          relations('word/_rels/document.xml.rels', [
            { type: 'image', target: 'https://example.org/a.png', external: true },
          ]),
        ],
      }),
      'active-content',
    ),
    sample(
      'a field of DDE cut in pieces',
      'a.docx',
      docx({
        body: '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO c:\\\\x</w:instrText></w:r></w:p>',
      }),
      'active-content',
    ),
    sample(
      'an OLE object',
      'a.docx',
      docx({ more: [{ name: 'word/embeddings/oleObject1.bin', body: 'x' }] }),
      'embedded-file',
    ),
    sample(
      'a program inside Word',
      'a.docx',
      docx({ more: [{ name: 'word/media/a.exe', body: 'MZ' }] }),
      'embedded-file',
    ),
    sample(
      'entities in Word',
      'a.docx',
      docx({ more: [{ name: 'word/more.xml', body: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }] }),
      'active-content',
    ),
    sample(
      'a drawing that runs inside Word',
      'a.docx',
      docx({ more: [{ name: 'word/media/a.svg', body: SVG }] }),
      'active-content',
    ),
    sample('a sheet named Word', 'a.docx', xlsx(), 'type-differs'),
    sample(
      'Word under a password',
      'a.docx',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(512),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'archive-encrypted',
    ),
    sample(
      'Word of the old kind',
      'a.docx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
      'type-differs',
    ),
    sample(
      'a link of DDE in Excel',
      'a.xlsx',
      xlsx({
        more: [
          { name: 'xl/externalLinks/externalLink1.xml', body: '<externalLink xmlns="urn:s"><ddeLink/></externalLink>' },
        ],
      }),
      'active-content',
    ),
    sample(
      'Basic in LibreOffice',
      'a.odt',
      odf('text', { more: [{ name: 'Basic/script-lc.xml', body: '<a/>' }] }),
      'active-content',
    ),
    sample(
      'an event in LibreOffice',
      'a.odt',
      odf('text', { body: '<script:event-listener script:language="ooo:script"/>' }),
      'active-content',
    ),
    sample(
      'a picture elsewhere in LibreOffice',
      'a.odt',
      odf('text', { body: '<draw:image xlink:href="https://example.org/a.png"/>' }),
      'active-content',
    ),
    sample(
      'LibreOffice under a password',
      'a.odt',
      odf('text', {}, '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'),
      'archive-encrypted',
    ),
    sample('an ODS named ODT', 'a.odt', odf('spreadsheet'), 'type-differs'),
    sample(
      'XML with entities',
      'a.xml',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      'active-content',
    ),
    sample('XML with a style sheet', 'a.xml', '<?xml-stylesheet href="a.xsl"?><a/>', 'active-content'),
    sample(
      'XML with a page inside',
      'a.xml',
      '<a><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></a>',
      'active-content',
    ),
    sample('a table that calls a program', 'a.csv', "a,b\n=cmd|' /C calc'!A0,1\n", 'active-content'),
    sample(
      'a letter with a program',
      'a.eml',
      letter('<p>Hello</p>', [{ name: 'a.exe', type: 'application/pdf', body: Buffer.from('MZ\0\0') }]),
      'type-not-allowed',
    ),
    sample(
      'a letter with a PDF that runs',
      'a.eml',
      letter('<p>Hello</p>', [
        { name: 'a.pdf', type: 'application/pdf', body: pdf({ catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }) },
      ]),
      'active-content',
    ),
    sample('a letter whose page runs', 'a.eml', letter('<script>alert(1)</script>'), 'active-content'),
    sample(
      'a signed PDF that runs',
      'a.pdf.p7m',
      signed(pdf({ catalog: '/OpenAction << /S /JavaScript /JS (x) >>' })),
      'active-content',
    ),
    sample('a signed page', 'a.html.p7m', signed(Buffer.from(PAGE)), 'type-not-allowed'),
    sample('a sealed file', 'a.pdf.p7m', signed(pdf(), '2a864886f70d010703'), 'archive-encrypted'),
  ];
};
