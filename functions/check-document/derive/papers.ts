import { readFile } from 'node:fs/promises';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import type { Made, Removed } from './derived.ts';
import { stripPicture } from './strip-picture.ts';

export const PAPER_TOOL = '@cantoo/pdf-lib 2.11.1';

/** What only says who made a thing, when and with what, wherever it stands. */
const LEFT_OUT: readonly (readonly [string, Removed])[] = [
  ['Metadata', 'xmp'],
  ['PieceInfo', 'custom-data'],
  ['LastModified', 'times'],
  ['Thumb', 'thumbnail'],
  ['CreatorInfo', 'properties'],
  ['SpiderInfo', 'properties'],
  ['DSS', 'signatures'],
  ['Perms', 'signatures'],
  ['AA', 'custom-data'],
  ['OpenAction', 'custom-data'],
];
const NOTE_LEFT_OUT = [
  ['T', 'authors'],
  ['CreationDate', 'times'],
  ['M', 'times'],
  ['NM', 'custom-data'],
] as const;

/**
 * A PDF written anew from what its pages reach: the properties, the description in XMP, the authors of notes, signatures (which would
 * no longer hold) and everything of earlier revisions are not reached any more, and are not in the copy.
 */
export const derivePaper = async (path: string): Promise<Made | undefined> => {
  const bytes = await readFile(path);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const removed = new Set<Removed>();
  const { Info, ID, Root } = context.trailerInfo;
  if (Info !== undefined || ID !== undefined) removed.add('properties');
  context.trailerInfo = Root === undefined ? {} : { Root };
  const reached = reach(catalog, document, removed);
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!reached.has(ref) && ref !== Root) context.delete(ref);
  }
  if (bytes.lastIndexOf('startxref') !== bytes.indexOf('startxref')) removed.add('earlier-revisions');
  if (removed.size === 0) return undefined;
  const written = await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
  return { pieces: [Buffer.from(written)], removed };
};

/** Walks from the catalog, cleaning on the way; gives what it met. Without recursion: a chain of objects can be long. */
const reach = (catalog: PDFDict, { context }: PDFDocument, removed: Set<Removed>): ReadonlySet<PDFRef> => {
  const reached = new Set<PDFRef>();
  const ahead: PDFObject[] = [catalog];
  for (let object = ahead.pop(); object !== undefined; object = ahead.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      const found = context.lookup(object);
      if (found instanceof PDFRawStream) context.assign(object, cleanPicture(found));
      if (found !== undefined) ahead.push(found);
    } else if (object instanceof PDFArray) ahead.push(...object.asArray());
    else {
      const dictionary = object instanceof PDFStream ? object.dict : object;
      if (!(dictionary instanceof PDFDict)) continue;
      clean(dictionary, removed);
      ahead.push(...dictionary.values());
    }
  }
  return reached;
};

const clean = (dictionary: PDFDict, removed: Set<Removed>): void => {
  const drop = (key: string, what: Removed): void => {
    if (dictionary.delete(PDFName.of(key))) removed.add(what);
  };
  for (const [key, what] of LEFT_OUT) drop(key, what);
  const subtype = nameIn(dictionary, 'Subtype');
  // The author of a note stands where a field of a form has its name.
  if (dictionary.has(PDFName.of('Rect')) && subtype !== undefined && subtype !== 'Widget') {
    for (const [key, what] of NOTE_LEFT_OUT) drop(key, what);
  }
  if (nameIn(dictionary, 'FT') === 'Sig') drop('V', 'signatures');
};

const nameIn = (dictionary: PDFDict, key: string): string | undefined => {
  const value = dictionary.get(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
};

/** A photo on a page brings along what its camera said. */
const cleanPicture = (stream: PDFRawStream): PDFRawStream => {
  const filter = stream.dict.get(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.get(0) : filter;
  if (!(only instanceof PDFName) || only.decodeText() !== 'DCTDecode') return stream;
  return PDFRawStream.of(stream.dict, cleanOrSame(Buffer.from(stream.getContents())));
};

const cleanOrSame = (bytes: Buffer): Buffer => {
  try {
    return stripPicture(bytes);
  } catch {
    // What cannot be walked is not shown either; its readers skip it.
    return Buffer.alloc(0);
  }
};
