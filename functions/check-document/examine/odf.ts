import type { Context, Examiner } from './context.ts';
import { type Element, walkXml } from './markup.ts';
import { examineDrawing } from './ooxml.ts';
import { isPicturePart, partOf, safePath } from './parts.ts';
import { demand } from './refusal.ts';
import type { Source } from './source.ts';
import { drain, readZip, unpack, unpackWhole, type ZipEntry } from './zip.ts';

const SCRIPTS = /^(basic|scripts|dialogs)\//i;
const MANIFEST = 'meta-inf/manifest.xml';
/** Pictures of charts and formulas, settings of old LibreOffice, and signatures: parts without an extension of their own. */
const PLAIN_PARTS = /^(mimetype|objectreplacements\/[^/]+|layout-cache|.*\.rdf|configurations2\/.*|thumbnails\/.*)$/i;
const ACTIVE_ELEMENT = /^(script|event-listener|dde-link|dde-source|dde-connection|dde-connection-decl|applet|plugin)$/;
const EMBEDDED_ELEMENT = /^(object-ole|floating-frame)$/;
const SCRIPT_ADDRESS = /^\s*(javascript|vbscript|data|vnd\.sun\.star\.script|macro|service|slot|\.uno):/i;
const OUTSIDE = /^\s*([a-z][a-z0-9+.-]*:|\/\/)/i;

/** An ODT or ODS (OASIS OpenDocument 1.3): of the type that it names first, whole, open and without programs. */
export const examineOdf =
  (mediaType: string): Examiner =>
  async (source, { effort }) => {
    const entries = await readZip(source, effort);
    const [first] = entries;
    demand(first?.name === 'mimetype' && first.method === 0);
    demand((await unpackWhole(source, first, effort)).toString('latin1') === mediaType, 'type-differs');
    for (const { name } of entries) {
      safePath(name);
      demand(!SCRIPTS.test(name), 'active-content');
    }
    const manifest = partOf(entries, MANIFEST);
    demand(manifest !== undefined && partOf(entries, 'content.xml') !== undefined);
    await walkXml(unpack(source, manifest, effort), { element: examineListed }, effort);
    for (const entry of entries) {
      if (!entry.isFolder && entry !== manifest) await examinePart(source, entry, { effort });
    }
  };

const examineListed = ({ local, attributes }: Element): void => {
  demand(!/^(encryption-data|encrypted-key)$/.test(local), 'archive-encrypted');
  const type = attributes.find(({ local: name }) => name === 'media-type')?.value ?? '';
  demand(!/oleobject|sun\.star\.(basic|dialog)/i.test(type), 'embedded-file');
};

const examinePart = async (source: Source, entry: ZipEntry, { effort }: Pick<Context, 'effort'>): Promise<void> => {
  const pieces = unpack(source, entry, effort);
  const name = entry.name.toLowerCase();
  if (name.endsWith('.svg')) return walkXml(pieces, { element: examineDrawing }, effort);
  if (name.endsWith('.xml')) return examineBody(pieces, { effort });
  demand(isPicturePart(name) || PLAIN_PARTS.test(name), 'embedded-file');
  await drain(pieces);
};

const examineBody = async (pieces: AsyncIterable<Buffer>, { effort }: Pick<Context, 'effort'>): Promise<void> => {
  let empty = true;
  const element = (tag: Element): void => {
    empty = false;
    demand(!ACTIVE_ELEMENT.test(tag.local), 'active-content');
    demand(!EMBEDDED_ELEMENT.test(tag.local), 'embedded-file');
    const address = tag.attributes.find(({ local }) => local === 'href')?.value ?? '';
    demand(!SCRIPT_ADDRESS.test(address), 'active-content');
    // A link waits until somebody follows it. A picture or object elsewhere is fetched as soon as the file is opened.
    if (/^(image|object|fill-image|background-image|section-source)$/.test(tag.local))
      demand(!OUTSIDE.test(address), 'active-content');
  };
  // LibreOffice writes an empty settings part now and then, which is no XML.
  const whole: Buffer[] = [];
  for await (const piece of pieces) whole.push(piece);
  if (whole.every(({ length }) => length === 0)) return;
  await walkXml(whole, { element }, effort);
  demand(!empty);
};
