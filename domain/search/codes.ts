import { beginningOf, wordsOf } from './words.ts';

/** A code is found by any so many characters of it, and by longer pieces. */
export const PIECE_LENGTH = 4;
/** Pieces of one code that are listed: those at its end, where codes differ. */
const PIECES_MAX = 40;

const hasDigit = (word: string): boolean => /\p{N}/u.test(word);

/** What is asked for as a piece of a code: a word with a digit in it, long enough to tell codes apart. */
export const isPiece = (word: string): boolean => hasDigit(word) && Array.from(word).length >= PIECE_LENGTH;

/** The pieces that a code is listed under. */
export const piecesOf = (code: string): readonly string[] => {
  const pieces = wordsOf(code)
    .filter(isPiece)
    .flatMap((word) => {
      const characters = Array.from(word);
      return characters.slice(PIECE_LENGTH - 1).map((_, at) => characters.slice(at, at + PIECE_LENGTH).join(''));
    });
  return [...new Set(pieces)].slice(-PIECES_MAX);
};

/** The list that whatever holds this piece stands in. */
export const pieceListedUnder = (word: string): string => beginningOf(word, PIECE_LENGTH);

/** Whether a code holds a piece, at its beginning, in its middle or at its end. */
export const holdsPiece = (code: string, piece: string): boolean =>
  isPiece(piece) && wordsOf(code).some((word) => word.includes(piece));
