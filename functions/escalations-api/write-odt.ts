import { strToU8, zipSync } from 'fflate';
import type { Writ, WritBlock, WritPart } from '../../domain/writs/compose-writ.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text';

/** A time that ZIP can hold, the same for the same writ: its bytes tell nothing of when it was fetched. */
const WRITTEN_AT = new Date(1980, 0, 2);

// What XML 1.0 cannot hold at all, escaped or not: controls but tab and line ends, lone surrogates, and the two that are no characters.
const NOT_IN_XML = /[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as XML holds it: nothing in it can begin or end a tag. */
export const escaped = (text: string): string =>
  text.replaceAll(NOT_IN_XML, '\ufffd').replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACES = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const STYLES: Readonly<Record<WritBlock['is'], string>> = {
  title: 'Title',
  heading: 'Heading',
  paragraph: 'Body',
  item: 'Item',
  note: 'Note',
};

const partXml = (part: WritPart): string =>
  typeof part === 'string' ? escaped(part) : `<text:span text:style-name="Open">[${escaped(part.open)}]</text:span>`;

const blockXml = ({ is, parts }: WritBlock): string => {
  const inside = parts.map(partXml).join('');
  if (is === 'title') return `<text:h text:style-name="Title" text:outline-level="1">${inside}</text:h>`;
  if (is === 'heading') return `<text:h text:style-name="Heading" text:outline-level="2">${inside}</text:h>`;
  return `<text:p text:style-name="${STYLES[is]}">${is === 'item' ? '• ' : ''}${inside}</text:p>`;
};

const paragraphStyle = (name: string, paragraph: string, text: string): string =>
  `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;

const AUTOMATIC_STYLES = [
  paragraphStyle(
    'Title',
    'fo:margin-top="0.6cm" fo:margin-bottom="0.4cm"',
    'fo:font-size="18pt" fo:font-weight="bold"',
  ),
  paragraphStyle(
    'Heading',
    'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm"',
    'fo:font-size="13pt" fo:font-weight="bold"',
  ),
  paragraphStyle('Body', 'fo:margin-bottom="0.25cm"', 'fo:font-size="11pt"'),
  paragraphStyle('Item', 'fo:margin-left="0.6cm" fo:margin-bottom="0.15cm"', 'fo:font-size="11pt"'),
  paragraphStyle('Note', 'fo:margin-bottom="0.5cm"', 'fo:font-size="9pt" fo:font-style="italic"'),
  '<style:style style:name="Open" style:family="text"><style:text-properties fo:background-color="#ffff00"/></style:style>',
].join('');

const contentXml = ({ blocks }: Writ): string =>
  `${DECLARATION}<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${AUTOMATIC_STYLES}</office:automatic-styles><office:body><office:text>${blocks.map(blockXml).join('')}</office:text></office:body></office:document-content>`;

const stylesXml = ({ language }: Writ): string =>
  `${DECLARATION}<office:document-styles ${NAMESPACES} office:version="1.3"><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="${language}"/></style:default-style></office:styles></office:document-styles>`;

const metaXml = ({ title, language }: Writ): string =>
  `${DECLARATION}<office:document-meta ${NAMESPACES} office:version="1.3"><office:meta><dc:title>${escaped(title)}</dc:title><dc:language>${language}</dc:language></office:meta></office:document-meta>`;

const MANIFEST = `${DECLARATION}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA_TYPE}"/>${[
  'content.xml',
  'styles.xml',
  'meta.xml',
]
  .map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`)
  .join('')}</manifest:manifest>`;

/**
 * A writ as an OpenDocument text (ISO/IEC 26300), which every office program opens and edits. The media type comes first and is not
 * compressed, as the standard asks, so that the file is known by its first bytes. The same writ is the same bytes.
 */
export const writeOdt = (writ: Writ): Uint8Array =>
  zipSync(
    {
      mimetype: [strToU8(MEDIA_TYPE), { level: 0 }],
      'content.xml': strToU8(contentXml(writ)),
      'styles.xml': strToU8(stylesXml(writ)),
      'meta.xml': strToU8(metaXml(writ)),
      'META-INF/manifest.xml': strToU8(MANIFEST),
    },
    { mtime: WRITTEN_AT },
  );
