import type { Block } from '../_http/report-document.ts';
import { BadCursor } from '../_ports/ports.ts';
import { BEGINNING, compose, type Place } from './compose.ts';
import type { ReportAtHand } from './report-at-hand.ts';

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

/** Reads a cursor that this document gave. Throws `BadCursor` for any other. */
export const cursorOf = (cursor: string | undefined): PartCursor => {
  if (cursor === undefined) return { version: undefined, part: 1, place: BEGINNING };
  const [, version, part, section, item] = CURSOR.exec(cursor) ?? [];
  if (version === undefined) throw new BadCursor();
  return { version: Number(version), part: Number(part), place: { section: Number(section), item: Number(item) } };
};

export const writeCursor = ({ version = 0, part, place }: PartCursor): string =>
  [version, part, place.section, place.item].join('.');

export interface Part<Piece> {
  readonly pieces: readonly { readonly block: Block; readonly piece: Piece }[];
  /** Where the next part begins; absent after the last one. */
  readonly next: Place | undefined;
}

/** As many blocks as one answer takes, each made into a piece; one at least. */
export const takePart = async <Piece>(
  at: ReportAtHand,
  from: Place,
  making: {
    readonly piece: (block: Block) => Piece;
    readonly bytes: (piece: Piece) => number;
    readonly bytesMax?: number;
  },
): Promise<Part<Piece>> => {
  const pieces: { block: Block; piece: Piece }[] = [];
  let bytes = 0;
  let next = from;
  for await (const { block, after } of compose(at, from)) {
    const piece = making.piece(block);
    bytes += making.bytes(piece);
    if (pieces.length > 0 && bytes > (making.bytesMax ?? PART_BYTES_MAX)) return { pieces, next };
    pieces.push({ block, piece });
    next = after;
  }
  return { pieces, next: undefined };
};

/** What a text weighs in an answer: as UTF-8, inside the JSON that wraps it. */
export const bytesInAnswer = (text: string): number => Buffer.byteLength(JSON.stringify(text));
