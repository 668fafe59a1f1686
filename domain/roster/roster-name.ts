import * as z from 'zod/mini';
import { NAME_LENGTH_MAX } from '../process/contracting-process.ts';

/** Controls, characters that nobody sees (the fillers of Hangul are letters) or that turn the direction of a text, halves, and private ones. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/u;
const LETTER = /\p{L}/u;
const LATIN = /\p{Script=Latin}/u;
/** Scripts that hold letters which cannot be told from Latin ones by eye. */
const LOOKS_LIKE_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

const isMixed = (word: string): boolean => LATIN.test(word) && LOOKS_LIKE_LATIN.test(word);

/** A name in the one form in which it is kept: composed (NFC), without spaces around it, one space between its words. */
const inOneForm = (name: string): string => name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');

/**
 * The name of somebody or of something, as it is kept. A name that reads as another is refused: invisible and direction-changing
 * characters, and Latin letters mixed in one word with letters of another script that look like them. Names begin as people write
 * them: `=`, `+`, `-` and `@` are text here, and must be escaped by whatever writes a table for a spreadsheet.
 */
export const rosterName = z.pipe(
  z.string().check(
    z.maxLength(NAME_LENGTH_MAX),
    z.refine((name) => name.isWellFormed() && !INVISIBLE.test(name), {
      error: 'holds control, invisible or direction-changing characters',
    }),
    z.refine((name) => LETTER.test(name), { error: 'must hold a letter' }),
    z.refine(
      (name) =>
        !name
          .normalize('NFKC')
          .split(/[\s\p{P}]+/u)
          .some(isMixed),
      {
        error: 'mixes in one word letters of several scripts that look alike',
      },
    ),
  ),
  z.transform(inOneForm),
);
