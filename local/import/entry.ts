import { isUtf8 } from 'node:buffer';
import type { Group, Journal, StoredPiece } from './journal.ts';
import { PIECES_MAX } from './journal.ts';
import { bytesAt, isRecord, PIECE_BYTES_MAX, parsed, pickIn } from './pieces.ts';

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
export const entryOf = async (journal: Journal, group: Group): Promise<Entry> => {
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
    const text = lineOf(await texts.of(first));
    return { group, places, text, placeOf: alone, isMarked: texts.isMarked() };
  }
  const records: { piece: StoredPiece; text: string }[] = [];
  const releases: { piece: StoredPiece; text: string }[] = [];
  for (const piece of pieces) {
    const text = await texts.of(piece);
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
    of: async (piece: StoredPiece): Promise<string> => {
      const text = await textOf(journal, piece);
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

const textOf = async (journal: Journal, { source, offset, length }: StoredPiece): Promise<Text> => {
  const { path } = journal.source(source);
  if (last === undefined || last.path !== path || last.offset !== offset) {
    last = { path, offset, bytes: await bytesAt(path, { offset, length }) };
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
