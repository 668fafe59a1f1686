import { archive, type MadeEntry } from './archives.ts';

const OOXML = 'application/vnd.openxmlformats-officedocument';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;

const contentTypes = (overrides: readonly (readonly [string, string])[]): MadeEntry => ({
  name: '[Content_Types].xml',
  body: xml(
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('')}</Types>`,
  ),
});

export const relations = (
  name: string,
  list: readonly { type: string; target: string; external?: boolean }[],
): MadeEntry => ({
  name,
  body: xml(
    `<Relationships xmlns="${PACKAGE}/relationships">${list.map(({ type, target, external }, at) => `<Relationship Id="rId${at + 1}" Type="${type.startsWith('http') ? type : `${RELATIONS}/${type}`}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`,
  ),
});

const properties = (canary: string): readonly MadeEntry[] => [
  {
    name: 'docProps/core.xml',
    body: xml(
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${canary}</dc:creator><cp:lastModifiedBy>${canary}</cp:lastModifiedBy></cp:coreProperties>`,
    ),
  },
  { name: 'docProps/app.xml', body: xml(`<Properties xmlns="${OOXML}"><Company>${canary}</Company></Properties>`) },
  { name: 'docProps/custom.xml', body: xml(`<Properties xmlns="${OOXML}"><property name="${canary}"/></Properties>`) },
];

const mainRelations = (main: string): MadeEntry =>
  relations('_rels/.rels', [
    { type: 'officeDocument', target: main },
    { type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    { type: 'extended-properties', target: 'docProps/app.xml' },
    { type: 'custom-properties', target: 'docProps/custom.xml' },
  ]);

interface MadeOffice {
  readonly body?: string;
  readonly more?: readonly MadeEntry[];
  readonly types?: readonly (readonly [string, string])[];
  readonly canary?: string;
  readonly main?: string;
}

export const docxEntries = ({
  body = '',
  more = [],
  types = [],
  canary = 'Somebody',
  main,
}: MadeOffice = {}): readonly MadeEntry[] => [
  contentTypes([['/word/document.xml', main ?? `${OOXML}.wordprocessingml.document.main+xml`], ...types]),
  mainRelations('word/document.xml'),
  ...properties(canary),
  {
    name: 'word/document.xml',
    body: xml(
      `<w:document xmlns:w="${W}"><w:body><w:p w:rsidR="00C0FFEE"><w:r><w:t>The bridge was inspected.</w:t></w:r></w:p>${body}</w:body></w:document>`,
    ),
  },
  ...more,
];

export const docx = (made: MadeOffice = {}): Buffer => archive(docxEntries(made));

export const xlsx = ({ body = '', more = [], types = [], canary = 'Somebody', main }: MadeOffice = {}): Buffer =>
  archive([
    contentTypes([['/xl/workbook.xml', main ?? `${OOXML}.spreadsheetml.sheet.main+xml`], ...types]),
    mainRelations('xl/workbook.xml'),
    ...properties(canary),
    { name: 'xl/workbook.xml', body: xml(`<workbook xmlns="${S}"><sheets/>${body}</workbook>`) },
    ...more,
  ]);

const ODF = 'application/vnd.oasis.opendocument';
const NS = 'urn:oasis:names:tc:opendocument:xmlns';

export const odf = (
  what: 'text' | 'spreadsheet',
  { body = '', more = [], canary = 'Somebody' }: MadeOffice = {},
  listed = '',
): Buffer =>
  archive([
    { name: 'mimetype', body: `${ODF}.${what}`, stored: true },
    {
      name: 'content.xml',
      body: xml(
        `<office:document-content xmlns:office="${NS}:office:1.0" xmlns:text="${NS}:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:draw="${NS}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:script="${NS}:script:1.0" xmlns:table="${NS}:table:1.0"><office:body><office:${what}><text:p>The bridge.</text:p>${body}</office:${what}></office:body></office:document-content>`,
      ),
    },
    {
      name: 'meta.xml',
      body: xml(
        `<office:document-meta xmlns:office="${NS}:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="${NS}:meta:1.0"><office:meta><dc:creator>${canary}</dc:creator><meta:initial-creator>${canary}</meta:initial-creator></office:meta></office:document-meta>`,
      ),
    },
    {
      name: 'META-INF/manifest.xml',
      body: xml(
        `<manifest:manifest xmlns:manifest="${NS}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${ODF}.${what}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>${listed}</manifest:manifest>`,
      ),
    },
    ...more,
  ]);
