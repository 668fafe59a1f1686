import { constants, inflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Examiner } from './context.ts';
import type { Effort } from './limits.ts';
import { nextWord, type PdfWord } from './pdf-words.ts';
import { type DocumentRefusal, demand, refuse } from './refusal.ts';
import { tailOf, wholeOf } from './source.ts';

/** Names that stand for what a document does, carries or hides. They are looked for in every object, of every revision. */
const FORBIDDEN = new Map<string, DocumentRefusal>([
  ...[
    'JavaScript',
    'JS',
    'Launch',
    'Rendition',
    'RichMedia',
    'Movie',
    'Sound',
    'ImportData',
    'SubmitForm',
    'XFA',
    'OnInstantiate',
  ].map((name) => [name, 'active-content'] as const),
  ...['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'GoToE'].map((name) => [name, 'embedded-file'] as const),
  ['Encrypt', 'archive-encrypted'],
]);

const TAIL_BYTES = 1_024;
const END = '%%EOF';
const PACKED_OBJECTS_BYTES_MAX = 67_108_864;
/** Words of all objects together: each takes a hundred bytes of memory when the file is opened. */
const WORDS_MAX = 10_000_000;
/** Words of the description of one stream. */
const DESCRIPTION_WORDS_MAX = 100_000;

/**
 * A PDF that shows pages and does nothing else. Every object is read where it stands, not only those that the last table of contents
 * names: a table can be made to lead anywhere. What looks like an object but is hidden in a string, a comment or a stream is refused.
 */
export const examinePdf: Examiner = async (source, { effort }) => {
  demand((await tailOf(source, TAIL_BYTES)).includes(END));
  const bytes = await wholeOf(source, effort.limits.wholeBytesMax);
  const end = bytes.lastIndexOf(END) + END.length;
  demand(bytes.subarray(end).every((byte) => byte <= 0x20 || byte === 0x25));
  const objects = readObjects(bytes, effort);
  demand(objects.size > 0 && !hidesObjects(bytes, objects));
  await opens(bytes);
};

/** The places of the word `obj`, with every name on the way judged. */
const readObjects = (bytes: Buffer, effort: Effort): ReadonlySet<number> => {
  const objects = new Set<number>();
  let object: PdfWord[] = [];
  let words = 0;
  for (let word = nextWord(bytes, 0); word !== undefined; ) {
    words += 1;
    demand(words <= WORDS_MAX, 'archive-bomb');
    if (words % 10_000 === 0) effort.goOn();
    let { end } = word;
    judge(word);
    if (word.text === 'obj' && word.kind === 'word') {
      objects.add(word.at);
      object = [];
    } else if (word.text === 'stream' && word.kind === 'word') {
      demand(object.length < DESCRIPTION_WORDS_MAX);
      const body = streamBody(bytes, word.end, object);
      if (
        object.some(({ kind, text }) => kind === 'name' && (text === 'ObjStm' || text === 'XRef' || text === 'First'))
      ) {
        judgePacked(bytes.subarray(body.from, body.to), object, effort);
      }
      end = body.next;
    } else if (object.length < DESCRIPTION_WORDS_MAX) {
      object.push(word);
    }
    word = nextWord(bytes, end);
  }
  return objects;
};

const judge = ({ kind, text }: PdfWord): void => {
  const refusal = kind === 'name' ? FORBIDDEN.get(text) : undefined;
  demand(refusal === undefined, refusal);
};

/** A stream ends where its length says, if the word for its end stands there, or else at the next such word. */
const streamBody = (bytes: Buffer, wordEnd: number, object: readonly PdfWord[]) => {
  let from = wordEnd;
  if (bytes[from] === 13) from += 1;
  if (bytes[from] === 10) from += 1;
  const length = lengthIn(object);
  const declared = length === undefined ? undefined : nextWord(bytes, from + length);
  if (length !== undefined && declared?.text === 'endstream') return { from, to: from + length, next: declared.end };
  const found = bytes.indexOf('endstream', from, 'latin1');
  demand(found >= 0);
  return { from, to: found, next: found + 'endstream'.length };
};

const lengthIn = (object: readonly PdfWord[]): number | undefined => {
  const at = object.findLastIndex(({ kind, text }) => kind === 'name' && text === 'Length');
  const [value, generation, reference] = object.slice(at + 1, at + 4);
  if (at < 0 || value === undefined || !/^\d{1,10}$/.test(value.text)) return undefined;
  return generation?.kind === 'word' && reference?.text === 'R' ? undefined : Number(value.text);
};

/** Objects that are packed together in a stream. The one packing that writers use for them is looked into, others are refused. */
const judgePacked = (body: Buffer, object: readonly PdfWord[], effort: Effort): void => {
  const filters = object.filter(
    ({ kind, text }) => kind === 'name' && /Decode$|^(AHx|A85|LZW|Fl|RL|Crypt)$/.test(text),
  );
  demand(filters.length <= 1 && filters.every(({ text }) => text === 'FlateDecode' || text === 'Fl'), 'active-content');
  const packsTable = object.some(({ text }) => text === 'XRef');
  const foretold = object.some(({ text }) => text === 'Predictor');
  // A forecast (predictor) is used for tables of contents, which are numbers. Objects under one would not be read here.
  demand(packsTable || !foretold, 'active-content');
  const unpacked = filters.length === 0 ? body : inflatedBody(body);
  effort.takeBytes(unpacked.length);
  if (packsTable) return;
  let words = 0;
  for (let word = nextWord(unpacked, 0); word !== undefined; word = nextWord(unpacked, word.end)) {
    judge(word);
    words += 1;
    demand(words <= WORDS_MAX, 'archive-bomb');
  }
};

const inflatedBody = (body: Buffer): Buffer => {
  try {
    return inflateSync(body, { maxOutputLength: PACKED_OBJECTS_BYTES_MAX, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const tooMuch = error instanceof RangeError;
    return refuse(tooMuch ? 'archive-bomb' : 'malformed');
  }
};

/** Whether `5 0 obj` stands anywhere that is not an object: a crafted table could lead a reader there. */
const hidesObjects = (bytes: Buffer, objects: ReadonlySet<number>): boolean => {
  for (let at = bytes.indexOf('obj', 0, 'latin1'); at >= 0; at = bytes.indexOf('obj', at + 3, 'latin1')) {
    if (objects.has(at)) continue;
    if (/[\0\t\n\f\r ]?\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+$/.test(bytes.toString('latin1', Math.max(0, at - 32), at)))
      return true;
  }
  return false;
};

/** Whether it has pages that a reader finds. */
const opens = async (bytes: Buffer): Promise<void> => {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    demand(document.getPageCount() > 0);
  } catch {
    refuse('malformed');
  }
};
