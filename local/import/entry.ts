import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Group, Journal, StoredPiece } from './journal.ts';
import { PIECES_MAX } from './journal.ts';
import { isRecord, PIECE_BYTES_MAX, parsed, pickIn, type Stretch } from './pieces.ts';

/** Where something stands in what somebody published. */
export interface PublishedPlace {
  readonly source: string;
  readonly line?: number;
  readonly pointer: string;
}

/** A process as it is sent: a line of JSON, and what its pointers mean where the process was published. */
export interface Entry {
  readonly group: Group;
  /** Where it was found: the first of many. */
  readonly places: readonly PublishedPlace[];
  /** Absent where the process is too large to be sent. */
  readonly text?: string;
  readonly placeOf: (pointer: string) => PublishedPlace;
  /** Whether some of what was published is no UTF-8: it was read with marks in its place. */
  readonly isMarked: boolean;
}

/** Places of one process that are told; the rest is counted. */
export const PLACES_TOLD_MAX = 20;
const SOURCE_LENGTH_MAX = 500;
const NEWLINE = 0x0a;

/** Reads the pieces of a process again, and puts them together as one document. */
export const entryOf = (journal: Journal, group: Group): Entry => {
  const { pieces } = group;
  const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
  const [first] = pieces;
  if (first === undefined) throw new Error('A process has pieces.');
  const placeIn = (piece: StoredPiece, rest: string): PublishedPlace => ({
    source: journal.source(piece.source).name,
    ...(piece.line !== undefined && { line: piece.line }),
    pointer: `${piece.pointer}${rest}`,
  });
  const places = pieces.slice(0, PLACES_TOLD_MAX).map((piece) => placeIn(piece, ''));
  const alone = (rest: string) => placeIn(first, rest);
  const isTooLarge = pieces.length > 1 && bytes > PIECE_BYTES_MAX;
  if (isTooLarge || pieces.length > PIECES_MAX) return { group, places, placeOf: alone, isMarked: false };
  const texts = textReader(journal);
  const source = sourceText(journal.source(first.source).name);
  const lineOf = (document: string): string =>
    `{"ocid":${JSON.stringify(group.ocid)},"source":${source},"document":${document}}`;
  if (pieces.length === 1) {
    const text = lineOf(texts.of(first));
    return { group, places, text, placeOf: alone, isMarked: texts.isMarked() };
  }
  const records: { piece: StoredPiece; text: string }[] = [];
  const releases: { piece: StoredPiece; text: string }[] = [];
  for (const piece of pieces) {
    const text = texts.of(piece);
    (isRecord(JSON.parse(text)) ? records : releases).push({ piece, text });
  }
  const listed = (list: readonly { text: string }[]) => `[${list.map(({ text }) => text).join(',')}]`;
  return {
    group,
    places,
    text: lineOf(`{"records":${listed(records)},"releases":${listed(releases)}}`),
    isMarked: texts.isMarked(),
    placeOf: (pointer) => {
      const [, list, index, rest = ''] = /^\/(records|releases)\/(\d+)(.*)$/.exec(pointer) ?? [];
      const found = (list === 'records' ? records : releases)[Number(index)];
      return found === undefined ? alone('') : placeIn(found.piece, rest);
    },
  };
};

interface Text {
  readonly path: string;
  readonly offset: number;
  readonly bytes: Buffer;
  /** Read when it is first picked from. */
  json?: unknown;
}

/** Reads the texts of pieces. */
const textReader = (journal: Journal) => {
  let marked = false;
  return {
    isMarked: () => marked,
    of: (piece: StoredPiece): string => {
      const text = textOf(journal, piece);
      marked ||= !isUtf8(text.bytes);
      if (piece.pick === '' && !text.bytes.includes(NEWLINE)) {
        return text.bytes
          .toString('utf8')
          .replace(/^\ufeff/, '')
          .trim();
      }
      text.json ??= parsed(text.bytes)?.value;
      return JSON.stringify(pickIn(text.json, piece.pick));
    },
  };
};

/** A text that holds many pieces is read once as long as they come one after the other. */
let last: Text | undefined;

let open: { readonly path: string; readonly file: number } | undefined;

/** Pieces of one file come by thousands: it is opened once as long as no other is asked for. */
const stretchOf = (path: string, { offset, length }: Stretch): Buffer => {
  if (open === undefined || open.path !== path) {
    closeTexts();
    open = { path, file: openSync(path, 'r') };
  }
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(open.file, bytes, 0, length, offset));
};

/** Lets go of what was read last. */
export const closeTexts = (): void => {
  if (open !== undefined) closeSync(open.file);
  open = undefined;
  last = undefined;
};

const textOf = (journal: Journal, { source, offset, length }: StoredPiece): Text => {
  const { path } = journal.source(source);
  if (last === undefined || last.path !== path || last.offset !== offset) {
    last = { path, offset, bytes: stretchOf(path, { offset, length }) };
  }
  return last;
};

/** A name that can be kept: names of files may hold anything. */
const sourceText = (name: string): string => {
  const shown = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, SOURCE_LENGTH_MAX);
  return JSON.stringify(shown.isWellFormed() && /[\p{L}\p{N}]/u.test(shown) ? shown : 'unnamed');
};
