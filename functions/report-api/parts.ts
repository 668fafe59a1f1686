import type { Block } from '../_http/report-document.ts';
import { BadCursor } from '../_ports/ports.ts';
import { BEGINNING, compose, type Place } from '../_reports/compose.ts';
import type { ReportAtHand } from '../_reports/report-at-hand.ts';

/**
 * What one answer may hold, in bytes as they travel: Lambda sends 6 MB at most, and wraps the body into JSON once more. The longest
 * single block with everything escaped stays under half of that, so that one can always be sent.
 */
export const PART_BYTES_MAX = 4_000_000;

/** Where a part of a document begins: as of which version of the case, which part it is, and its place. */
export interface PartCursor {
  readonly version: number | undefined;
  readonly part: number;
  readonly place: Place;
}

const CURSOR = /^([1-9]\d{0,8})\.([1-9]\d{0,3})\.(\d{1,2})\.(\d{1,6})$/;

/** Reads what has the form of a cursor; `readPart` tells whether the document gave it. Throws `BadCursor` for anything else. */
export const cursorOf = (cursor: string | undefined): PartCursor => {
  if (cursor === undefined) return { version: undefined, part: 1, place: BEGINNING };
  const [, version, part, section, item] = CURSOR.exec(cursor) ?? [];
  if (version === undefined || Number(part) === 1) throw new BadCursor();
  return { version: Number(version), part: Number(part), place: { section: Number(section), item: Number(item) } };
};

export const writeCursor = ({ version = 0, part, place }: PartCursor): string =>
  [version, part, place.section, place.item].join('.');

export interface Part<Piece> {
  readonly pieces: readonly { readonly block: Block; readonly piece: Piece }[];
  /** Where the next part begins; absent after the last one. */
  readonly next: Place | undefined;
}

/** How blocks become pieces of an answer, and what each weighs in it. */
interface Making<Piece> {
  readonly piece: (block: Block) => Piece;
  readonly bytes: (piece: Piece) => number;
}

/**
 * The part that a cursor names. The parts before it are composed again to know where it begins: a document in pieces is an official one,
 * and a cursor that somebody made up could leave out what it pleases. Throws `BadCursor` for one that this document never gave.
 */
export const readPart = async <Piece>(
  at: ReportAtHand,
  { version, part, place }: PartCursor,
  making: Making<Piece>,
): Promise<Part<Piece>> => {
  if (version !== undefined && version !== at.folded.last.version) throw new BadCursor();
  let from = BEGINNING;
  for (let before = 1; before < part; before += 1) {
    const { next } = await takePart(at, from, making);
    if (next === undefined) throw new BadCursor();
    from = next;
  }
  if (from.section !== place.section || from.item !== place.item) throw new BadCursor();
  return takePart(at, from, making);
};

/** As many blocks as one answer takes, each made into a piece; one at least. */
const takePart = async <Piece>(at: ReportAtHand, from: Place, making: Making<Piece>): Promise<Part<Piece>> => {
  const pieces: { block: Block; piece: Piece }[] = [];
  let bytes = 0;
  let next = from;
  for await (const { block, after } of compose(at, from)) {
    const piece = making.piece(block);
    bytes += making.bytes(piece);
    if (pieces.length > 0 && bytes > PART_BYTES_MAX) return { pieces, next };
    pieces.push({ block, piece });
    next = after;
  }
  return { pieces, next: undefined };
};

/** What a text weighs in an answer: as UTF-8, inside the JSON that wraps it. */
export const bytesInAnswer = (text: string): number => Buffer.byteLength(JSON.stringify(text));
