import { TextDecoder } from 'node:util';
import { type Zippable, zipSync } from 'fflate';
import { openEffort } from '../examine/effort.ts';
import { LIMITS } from '../examine/limits.ts';
import { encodingOfXml } from '../examine/markup.ts';
import { WORKBOOK } from '../examine/parts.ts';
import { bufferSource, type Source, withFile } from '../examine/source.ts';
import { readZip, unpackWhole } from '../examine/zip.ts';
import type { Made, Removed } from './derived.ts';
import { ODF_RULES } from './odf-rules.ts';
import { OOXML_RULES } from './ooxml-rules.ts';
import { stripPicture } from './strip-picture.ts';

/** What is done to the parts of one family of office files. */
export interface Rules {
  /** Parts that are left out, with what names them elsewhere. */
  readonly dropped: readonly { readonly part: RegExp; readonly removed: Removed }[];
  /** Parts that must be there, and say nothing. */
  readonly emptied: readonly { readonly part: RegExp; readonly body: string; readonly removed: Removed }[];
  /** Places in the text of parts, and what stands there afterwards. */
  readonly replaced: readonly {
    readonly part: RegExp;
    readonly place: RegExp;
    readonly by: string;
    readonly removed: Removed | undefined;
  }[];
  /** Parts whose bytes only a printer reads. */
  readonly zeroed: RegExp;
}

/** The least time that the format can say: the copy does not tell when the file was saved. Local, as the packer reads it. */
const NO_TIME = new Date(1980, 0, 1);
const TEXT_PART = /\.(xml|rels|vml|rdf)$/i;

const cleanOffice = async (source: Source, rules: Rules, removed: Set<Removed>): Promise<Buffer> => {
  const parts: Zippable = {};
  const effort = openEffort(LIMITS);
  for (const entry of await readZip(source, effort)) {
    const dropped = rules.dropped.find(({ part }) => part.test(entry.name));
    if (dropped !== undefined) removed.add(dropped.removed);
    else if (!entry.isFolder) {
      const bytes = await unpackWhole(source, entry, effort);
      const body = WORKBOOK.test(entry.name)
        ? await cleanOffice(bufferSource(bytes), rules, removed)
        : cleanPart(bytes, { name: entry.name, rules, removed });
      // The type of an OpenDocument file stands first and unpacked.
      parts[entry.name] = [body, { level: entry.name === 'mimetype' ? 0 : 6, mtime: NO_TIME }];
    }
  }
  return Buffer.from(zipSync(parts));
};

const deriveOffice = async (path: string, rules: Rules): Promise<Made> => {
  const removed = new Set<Removed>(['properties']);
  return { pieces: [await withFile(path, (source) => cleanOffice(source, rules, removed))], removed };
};

export const deriveOoxml = (path: string): Promise<Made> => deriveOffice(path, OOXML_RULES);
export const deriveOdf = (path: string): Promise<Made> => deriveOffice(path, ODF_RULES);

const cleanPart = (
  bytes: Buffer,
  { name, rules, removed }: { name: string; rules: Rules; removed: Set<Removed> },
): Buffer => {
  const emptied = rules.emptied.find(({ part }) => part.test(name));
  if (emptied !== undefined) {
    removed.add(emptied.removed);
    return Buffer.from(emptied.body);
  }
  if (rules.zeroed.test(name)) {
    removed.add('printer-settings');
    return Buffer.alloc(bytes.length);
  }
  if (!TEXT_PART.test(name)) return cleanPicture(bytes, removed);
  const replaced = rules.replaced.filter(({ part, place }) => part.test(name) && place.global);
  return replaced.length === 0 || bytes.length === 0 ? bytes : rewrite(bytes, replaced, removed);
};

const cleanPicture = (bytes: Buffer, removed: Set<Removed>): Buffer => {
  const stripped = stripPicture(bytes);
  if (stripped.length !== bytes.length) removed.add('camera');
  return stripped;
};

const rewrite = (bytes: Buffer, replaced: Rules['replaced'], removed: Set<Removed>): Buffer => {
  let text = new TextDecoder(encodingOfXml(bytes)).decode(bytes);
  for (const { place, by, removed: what } of replaced) {
    const next = text.replaceAll(place, by);
    if (next !== text && what !== undefined) removed.add(what);
    text = next;
  }
  // Written anew, it is UTF-8, whatever it was.
  return Buffer.from(text.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'));
};
