import type { Context, Examiner } from './context.ts';
import { LIMITS } from './limits.ts';
import { hidesAfter } from './magic.ts';
import { type Element, walkXml } from './markup.ts';
import { isPicturePart, partOf, safePath, WORKBOOK } from './parts.ts';
import { demand } from './refusal.ts';
import { type Source, wholeOf } from './source.ts';
import { withUnpacked } from './unpacked.ts';
import { drain, readZip, unpack, unpackWhole, type ZipEntry } from './zip.ts';

const TYPES = '[content_types].xml';
const MAIN = /^application\/vnd\.(?:openxmlformats-officedocument|ms-\w+)\.([\w.]+)\.main\+xml$/i;

const ACTIVE_PART = /vbaproject|vbadata|macrosheets\/|activex\//i;
const EMBEDDED_PART = /(^|\/)embeddings\/|oleobject/i;
const ACTIVE_TYPE = /macroenabled|vbaproject|activex|macrosheet|ms-office\.vba/i;

/** Relations to the outside that a reader follows by hand, or that only say where numbers came from. */
const LINKS = /\/(hyperlink|externalLinkPath|xlPathMissing|xlStartup|xlAlternateStartup|xlLibrary)$/i;
const ACTIVE_RELATION =
  /\/(vbaProject|wordVbaData|control|activeXControl\w*|attachedToolbars|xlMacrosheet|xlIntlMacrosheet)$/i;
const EMBEDDED_RELATION = /\/(oleObject|aFChunk)$/i;
const SCRIPT_ADDRESS = /^\s*(javascript|vbscript|data):/i;
/** Word notes which template of its own machine a letter was begun with; nobody else has a file there. */
const OWN_TEMPLATE = /^file:\/\/\/[a-z]:[/\\]/i;
const DDE_FIELD = /\bDDE(AUTO)?\b/i;

/** A DOCX or XLSX: the strict archive that it is, its main part of the type that its name says, and nothing that runs. */
export const examineOoxml =
  (main: 'wordprocessingml.document' | 'spreadsheetml.sheet'): Examiner =>
  async (source, context) => {
    const { effort } = context;
    const entries = await readZip(source, effort);
    for (const { name } of entries) {
      safePath(name);
      demand(!ACTIVE_PART.test(name), 'active-content');
      demand(WORKBOOK.test(name) || !EMBEDDED_PART.test(name), 'embedded-file');
    }
    const types = partOf(entries, TYPES);
    demand(types !== undefined);
    await examineTypes(unpack(source, types, effort), main, { effort });
    for (const entry of entries) {
      if (!entry.isFolder && entry !== types) await examinePart(source, entry, context);
    }
  };

/** What Office files of the old kind are when they are under a password, and are no archive at all. */
export const isEncryptedOffice = async (source: Source): Promise<boolean> => {
  const bytes = await wholeOf(source, LIMITS.wholeBytesMax);
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
};

const examineTypes = async (
  pieces: AsyncIterable<Buffer>,
  main: string,
  { effort }: Pick<Context, 'effort'>,
): Promise<void> => {
  let found = '';
  const element = (tag: Element): void => {
    const type = valueOf(tag, 'ContentType');
    demand(!ACTIVE_TYPE.test(type), 'active-content');
    found ||= MAIN.exec(type)?.[1] ?? '';
  };
  await walkXml(pieces, { element }, effort);
  demand(found === main, found === '' ? 'malformed' : 'type-differs');
};

const valueOf = ({ attributes }: Element, name: string): string =>
  attributes.find(({ local }) => local === name)?.value ?? '';

const examinePart = async (source: Source, entry: ZipEntry, { effort, inside }: Context): Promise<void> => {
  const name = entry.name.toLowerCase();
  if (name.endsWith('.rels')) return walkXml(unpack(source, entry, effort), { element: examineRelation }, effort);
  if (name.endsWith('.xml')) return examineBody(unpack(source, entry, effort), { effort });
  if (name.endsWith('.vml')) {
    examineLoose(await unpackWhole(source, entry, effort));
    return;
  }
  if (name.endsWith('.svg')) return walkXml(unpack(source, entry, effort), { element: examineDrawing }, effort);
  if (WORKBOOK.test(name)) {
    return withUnpacked({ source, entry, effort }, (found) => inside(found, name.split('/').at(-1) ?? '', 'office'));
  }
  demand(isPicturePart(name), 'embedded-file');
  await drain(unpack(source, entry, effort));
};

const examineRelation = (tag: Element): void => {
  if (tag.local !== 'Relationship') return;
  const type = valueOf(tag, 'Type');
  demand(!ACTIVE_RELATION.test(type), 'active-content');
  demand(!EMBEDDED_RELATION.test(type), 'embedded-file');
  if (!/^external$/i.test(valueOf(tag, 'TargetMode'))) return;
  const target = valueOf(tag, 'Target');
  if (type.endsWith('/attachedTemplate') && OWN_TEMPLATE.test(target)) return;
  demand(LINKS.test(type) && !SCRIPT_ADDRESS.test(target), 'active-content');
};

const examineBody = async (pieces: AsyncIterable<Buffer>, { effort }: Pick<Context, 'effort'>): Promise<void> => {
  let field = '';
  const element = (tag: Element): void => {
    demand(!/^(ddeLink|oleLink)$/.test(tag.local), 'active-content');
    demand(!/^(OLEObject|oleObject|altChunk)$/.test(tag.local), 'embedded-file');
    // A field may be cut over several runs; a new one starts with its first sign.
    if (tag.local === 'fldChar' && valueOf(tag, 'fldCharType') === 'begin') field = '';
    if (tag.local === 'fldSimple') demand(!DDE_FIELD.test(valueOf(tag, 'instr')), 'active-content');
  };
  const text = (said: string, within: string): void => {
    if (within !== 'instrText') return;
    field += said;
    demand(!DDE_FIELD.test(field), 'active-content');
  };
  await walkXml(pieces, { element, text }, effort);
};

/** A drawing inside a document stands still and fetches nothing. */
export const examineDrawing = ({ local, attributes }: Element): void => {
  demand(!/^(script|foreignObject|iframe|handler|set|animate\w*)$/i.test(local), 'active-content');
  for (const { name, local: key, value } of attributes) {
    demand(!/^on/i.test(name), 'active-content');
    if (key === 'href') demand(/^(#|data:image\/(png|jpeg|gif);)/i.test(value), 'active-content');
  }
};

/** Excel writes drawings of comments that are no XML: they are looked through as text. */
const examineLoose = (bytes: Buffer): void => {
  demand(!/<!doctype|<!entity|<script|javascript:|<o:oleobject/i.test(bytes.toString('latin1')), 'active-content');
  demand(!hidesAfter(bytes), 'embedded-file');
};
