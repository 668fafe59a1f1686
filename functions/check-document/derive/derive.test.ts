import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as exifreader from 'exifreader';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archive } from '../../../test/support/documents/archives.ts';
import { honest } from '../../../test/support/documents/corpus.ts';
import { letter, signed } from '../../../test/support/documents/letters.ts';
import { docx, odf, relations, xlsx } from '../../../test/support/documents/office.ts';
import { pdf, revisedPdf } from '../../../test/support/documents/papers.ts';
import {
  asAvif,
  cmyk,
  corners,
  frames,
  heic,
  jpeg,
  png,
  tiff,
  webp,
} from '../../../test/support/documents/pictures.ts';
import { box, FILM, film, mp3, ogg, oggChecksum } from '../../../test/support/documents/recordings.ts';
import { openings } from '../../../test/support/documents/unpacked.ts';
import { examine } from '../examine/examine.ts';
import { type Derived, derive, NoCopyError, preview } from './derive.ts';

const CANARY = 'CanaryOfTheMine7';
const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'veedor-derive-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
const copied = async (bytes: Buffer, mediaType: string, make: typeof derive = derive) => {
  files += 1;
  const [path, into] = [join(folder, `${files}.original`), join(folder, `${files}`)];
  await writeFile(path, bytes);
  const copy = await make({ path }, mediaType, into);
  if (copy === undefined) return undefined;
  expect(await readdir(into)).toHaveLength(1);
  return { copy, bytes: await readFile(copy.path) };
};

const copyOf = async (bytes: Buffer, mediaType: string): Promise<{ copy: Derived; bytes: Buffer }> => {
  const made = await copied(bytes, mediaType);
  if (made === undefined) throw new Error('Nothing was removed.');
  return made;
};

/** Everything that could carry a canary, with the words that must stay readable. */
const marked = async (): Promise<readonly { name: string; type: string; bytes: Buffer; stays?: string }[]> => {
  const photo = await jpeg({ canary: CANARY, orientation: 6 });
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const written = docx({
    canary: CANARY,
    body: `<w:p><w:ins w:id="1" w:author="${CANARY}" w:date="2026-11-22T00:00:00Z"><w:r><w:t>Added.</w:t></w:r></w:ins></w:p>`,
    more: [
      {
        name: 'word/comments.xml',
        body: `<w:comments ${w}><w:comment w:id="0" w:author='${CANARY}' w:initials="${CANARY}"><w:p/></w:comment></w:comments>`,
      },
      {
        name: 'word/settings.xml',
        body: `<w:settings ${w}><w:rsids><w:rsidRoot w:val="${CANARY}"/></w:rsids></w:settings>`,
      },
      {
        name: 'word/people.xml',
        body: `<w15:people xmlns:w15="urn:w15"><w15:person w15:author="${CANARY}"><w15:presenceInfo w15:userId="${CANARY}"/></w15:person></w15:people>`,
      },
      { name: 'customXml/item1.xml', body: `<a>${CANARY}</a>` },
      relations('word/_rels/document.xml.rels', [{ type: 'customXml', target: '../customXml/item1.xml' }]),
      { name: 'docProps/thumbnail.jpeg', body: CANARY },
      { name: 'word/embeddings/Microsoft_Excel_Sheet1.xlsx', body: xlsx({ canary: CANARY }) },
      { name: 'word/media/image1.jpeg', body: photo },
      { name: 'word/media/image2.png', body: await png({ canary: CANARY }) },
    ],
  });
  const sheet = xlsx({
    canary: CANARY,
    body: `<x15ac:absPath xmlns:x15ac="urn:x15ac" url="C:\\Users\\${CANARY}\\"/><fileSharing userName="${CANARY}"/>`,
    more: [
      {
        name: 'xl/comments1.xml',
        body: `<comments xmlns="urn:s"><authors><author>${CANARY}</author></authors></comments>`,
      },
      {
        name: 'xl/persons/person.xml',
        body: `<personList xmlns="urn:p"><person displayName="${CANARY}" id="{1}" userId="${CANARY}"/></personList>`,
      },
    ],
  });
  const odt = odf('text', {
    canary: CANARY,
    body: `<office:annotation><dc:creator>${CANARY}</dc:creator><dc:date>2026-11-22</dc:date><text:p>Why?</text:p></office:annotation>`,
    more: [
      { name: 'Thumbnails/thumbnail.png', body: CANARY },
      { name: 'Pictures/1.jpg', body: photo },
    ],
  });
  const note = `<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (${CANARY}) /NM (${CANARY}) /M (D:2026) /Contents (Look here) >>`;
  const pieceInfo = `/PieceInfo << /App << /Private (${CANARY}) >> >> /Annots [10 0 R]`;
  const picture = `<< /Type /XObject /Subtype /Image /Width 48 /Height 32 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode /Length ${photo.length} >>\nstream\n${photo.toString('latin1')}\nendstream`;
  return [
    { name: 'a.jpg', type: 'image/jpeg', bytes: photo },
    { name: 'a.png', type: 'image/png', bytes: await png({ canary: CANARY, orientation: 6 }) },
    { name: 'a.webp', type: 'image/webp', bytes: await webp({ canary: CANARY, orientation: 6 }) },
    { name: 'a.tif', type: 'image/tiff', bytes: await tiff({ canary: CANARY }) },
    { name: 'a.heic', type: 'image/heic', bytes: await heic({ canary: CANARY }) },
    {
      name: 'a.pdf',
      type: 'application/pdf',
      bytes: pdf({ canary: CANARY, objects: [note, picture], page: `${pieceInfo} /B 11 0 R` }),
      stays: 'The bridge was inspected.',
    },
    {
      name: 'revised.pdf',
      type: 'application/pdf',
      bytes: revisedPdf(CANARY, CANARY),
      stays: 'The bridge was inspected.',
    },
    { name: 'a.docx', type: `${OOXML}.wordprocessingml.document`, bytes: written, stays: 'The bridge was inspected.' },
    { name: 'a.xlsx', type: `${OOXML}.spreadsheetml.sheet`, bytes: sheet, stays: '<sheets/>' },
    { name: 'a.odt', type: `${ODF}.text`, bytes: odt, stays: 'Why?' },
    { name: 'a.mp4', type: 'video/mp4', bytes: film({ canary: CANARY }), stays: FILM.frame },
    {
      name: 'a.m4a',
      type: 'audio/mp4',
      bytes: film({ canary: CANARY, brand: 'M4A ', handler: 'soun' }),
      stays: FILM.frame,
    },
    { name: 'a.mp3', type: 'audio/mpeg', bytes: mp3(CANARY) },
    { name: 'a.ogg', type: 'audio/ogg', bytes: ogg(CANARY), stays: 'OpusTags' },
    { name: 'b.ogg', type: 'audio/ogg', bytes: ogg(CANARY, 'vorbis'), stays: '\x03vorbis' },
    {
      name: 'a.zip',
      type: 'application/zip',
      bytes: archive(
        [
          { name: 'x/a.jpg', body: photo },
          { name: 'a.docx', body: written },
          { name: 'a.pdf.p7m', body: signed(pdf({ canary: CANARY })) },
          { name: '__MACOSX/._a', body: `\0\x05\x16\x07${CANARY}` },
          { name: 'n.txt', body: 'kept note' },
        ],
        { comment: CANARY },
      ),
      stays: 'kept note',
    },
    {
      name: 'a.eml',
      type: 'message/rfc822',
      bytes: Buffer.concat([
        Buffer.from(`X-Originating-IP: ${CANARY}\r\nReceived: from ${CANARY}\r\n by x\r\n`),
        letter('<p>kept words</p>', [{ name: 'a.jpg', type: 'image/jpeg', body: photo }]),
      ]),
      stays: 'kept words',
    },
  ];
};

describe('a copy', () => {
  it('holds nothing of what was said beside the content, packed or not, and keeps the content', async () => {
    for (const { name, type, bytes, stays } of await marked()) {
      expect
        .soft(
          openings(bytes).some((each) => each.includes(CANARY)),
          `${name} says it`,
        )
        .toBe(true);
      const { bytes: left } = await copyOf(bytes, type);
      const said = openings(left);
      expect
        .soft(
          said.some((each) => each.includes(CANARY) || each.includes(Buffer.from(CANARY, 'utf16le'))),
          `${name} no more`,
        )
        .toBe(false);
      if (stays !== undefined)
        expect
          .soft(
            said.some((each) => each.includes(stays)),
            `${name} keeps`,
          )
          .toBe(true);
    }
  });

  it('is usable itself, and its hash and size are its own', async () => {
    for (const { name, type, bytes } of await marked()) {
      const { copy, bytes: left } = await copyOf(bytes, type);
      const size = left.length;
      expect
        .soft(await examine({ path: copy.path, size }, { name, mediaType: type }), name)
        .toMatchObject({ usable: true });
      expect
        .soft(copy)
        .toMatchObject({ size, sha256: createHash('sha256').update(left).digest('hex'), mediaType: type });
      expect.soft(copy.removed.length, name).toBeGreaterThan(0);
    }
  });

  it('is the same for the same bytes', async () => {
    for (const { name, type, bytes } of await marked()) {
      const [one, other] = [await copyOf(bytes, type), await copyOf(bytes, type)];
      expect.soft(one.bytes.equals(other.bytes), name).toBe(true);
      expect.soft({ ...one.copy, path: '' }).toEqual({ ...other.copy, path: '' });
    }
  });

  it('of a copy is not made: there is nothing to remove', async () => {
    for (const { name, type, bytes } of await marked()) {
      const { bytes: left } = await copyOf(bytes, type);
      const again = await copied(left, type);
      if (!/office|oasis|zip|tiff/.test(type)) expect.soft(again?.copy.removed, name).toBeUndefined();
    }
  });

  it('of text is not made', async () => {
    for (const type of ['text/plain', 'text/csv', 'application/json', 'application/xml']) {
      expect(await copied(Buffer.from('text'), type)).toBeUndefined();
    }
  });

  it('can be made of everything that is usable', async () => {
    for (const { what, name, type, bytes } of await honest()) {
      const accepted = await examine({ path: '/dev/null', size: 0 }, { name, mediaType: type });
      expect(accepted).toEqual({ usable: false, reason: 'empty' });
      await expect(copied(bytes, type), what).resolves.toSatisfy(() => true);
    }
  });

  it('can be made of whatever is still usable after it was damaged', async () => {
    const seeds = await honest();
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(change, { maxLength: 3 }),
        async ({ name, type, bytes }, flips) => {
          const changed = Buffer.from(bytes);
          for (const [where, value] of flips)
            changed[Math.min(bytes.length - 1, Math.floor(where * bytes.length))] = value;
          const path = join(folder, 'damaged');
          await writeFile(path, changed);
          const answer = await examine({ path, size: changed.length }, { name, mediaType: type });
          if (answer.usable) await copied(changed, answer.mediaType);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of a signed act is the act', async () => {
    const { copy, bytes } = await copyOf(signed(pdf({ canary: CANARY })), 'application/pkcs7-mime');
    expect(copy).toMatchObject({ mediaType: 'application/pdf', removed: ['properties', 'signatures', 'xmp'] });
    expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
  });
});

/** The colours of the corners, in reading order, rounded to what a person calls them. */
const cornersOf = async (bytes: Buffer): Promise<readonly string[]> => {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): string => {
    const from = (y * info.width + x) * info.channels;
    return [...data.subarray(from, from + 3)].map((value) => (value > 127 ? '1' : '0')).join('');
  };
  const [right, bottom] = [info.width - 4, info.height - 4];
  return [at(3, 3), at(right, 3), at(3, bottom), at(right, bottom)];
};

describe('a copy of a photo', () => {
  it('stands upright, whichever way the telephone was held', async () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const seen = await (await corners()).png().toBuffer();
      const turned = await sharp(await jpeg({ orientation }))
        .autoOrient()
        .png()
        .toBuffer();
      const { bytes } = await copyOf(await jpeg({ orientation, canary: CANARY }), 'image/jpeg');
      expect.soft(await cornersOf(bytes), `${orientation}`).toEqual(await cornersOf(turned));
      if (orientation > 1) expect.soft(await cornersOf(bytes)).not.toEqual(await cornersOf(seen));
    }
  });

  it('tells a second reader of metadata nothing but its size', async () => {
    const photo = await jpeg({ canary: CANARY, orientation: 6 });
    const before = exifreader.default.load(photo, { expanded: true });
    expect(before.gps?.Latitude).toBeCloseTo(19.428, 2);
    const { copy, bytes } = await copyOf(photo, 'image/jpeg');
    const { exif, gps, xmp, iptc, icc } = exifreader.default.load(bytes, { expanded: true });
    expect({ exif, gps, xmp, iptc, icc }).toEqual({});
    expect(copy.removed).toEqual(['camera', 'colour-profile', 'iptc', 'location', 'orientation', 'xmp']);
  });

  it('keeps its colours when it was made for print', async () => {
    const { bytes } = await copyOf(await cmyk(), 'image/jpeg');
    expect((await sharp(bytes).metadata()).space).toBe('srgb');
    const shown = await sharp(await cmyk())
      .toColourspace('srgb')
      .png()
      .toBuffer();
    expect(await cornersOf(bytes)).toEqual(await cornersOf(shown));
  });

  it('keeps every page of a scan', async () => {
    const scan = await (await frames()).tiff({ compression: 'lzw' }).toBuffer();
    const { bytes } = await copyOf(scan, 'image/tiff');
    expect((await sharp(bytes).metadata()).pages).toBe(2);
    expect(await cornersOf(await sharp(bytes, { page: 1 }).png().toBuffer())).toEqual(['011', '101', '110', '000']);
  });

  it('of an iPhone has the same pixels', async () => {
    const photo = await heic({ canary: CANARY });
    const { copy, bytes } = await copyOf(photo, 'image/heic');
    expect(await sharp(asAvif(bytes)).raw().toBuffer()).toEqual(await sharp(asAvif(photo)).raw().toBuffer());
    expect(copy.removed).toEqual(expect.arrayContaining(['camera', 'location']));
    expect((await sharp(asAvif(bytes)).metadata()).exif).toBeUndefined();
  });
});

describe('a copy of a recording', () => {
  it('keeps the checksums of its pages', async () => {
    const { bytes } = await copyOf(ogg(CANARY), 'audio/ogg');
    for (let at = 0; at < bytes.length; ) {
      const count = bytes[at + 26] ?? 0;
      const length = 27 + count + [...bytes.subarray(at + 27, at + 27 + count)].reduce((sum, each) => sum + each, 0);
      expect(bytes.readUInt32LE(at + 22)).toBe(oggChecksum(bytes.subarray(at, at + length)));
      at += length;
    }
  });

  it('does not tell where it was made', async () => {
    const { copy, bytes } = await copyOf(film({ canary: CANARY }), 'video/mp4');
    expect(bytes.includes(FILM.place)).toBe(false);
    expect(copy.removed).toEqual(['camera', 'location', 'tags', 'times', 'tracks']);
  });
});

describe('a film in pieces', () => {
  it('has no copy when a track of data lies among them, and says so', async () => {
    const pieces = Buffer.concat([film(), box('moof', box('mfhd', Buffer.alloc(8)))]);
    await expect(copied(pieces, 'video/mp4')).rejects.toThrow(NoCopyError);
    const seen = Buffer.concat([film({ place: false }), box('moof', box('mfhd', Buffer.alloc(8)))]);
    expect(await copied(seen, 'video/mp4')).toMatchObject({ copy: { mediaType: 'video/mp4' } });
  });
});

describe('a preview', () => {
  it('is light, upright, says nothing and is the same each time', async () => {
    const large = await sharp(await jpeg({ canary: CANARY }), {})
      .resize(3_000, 2_000)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const [one, other] = [await copied(large, 'image/jpeg', preview), await copied(large, 'image/jpeg', preview)];
    expect(one?.bytes).toEqual(other?.bytes);
    const said = await sharp(one?.bytes).metadata();
    expect({ ...said, exif: said.exif }).toMatchObject({
      format: 'webp',
      width: 853,
      height: 1_280,
      hasProfile: false,
      exif: undefined,
    });
    expect(one?.bytes.length).toBeLessThan(100_000);
  });

  it('is made of photos that can be unpacked here, and of nothing else', async () => {
    expect(await copied(await heic(), 'image/heic', preview)).toBeUndefined();
    expect(await copied(pdf(), 'application/pdf', preview)).toBeUndefined();
    expect(await copied(await tiff(), 'image/tiff', preview)).toMatchObject({ copy: { mediaType: 'image/webp' } });
  });
});
