import { at, type Located, type LocatedObject } from './located.ts';
import type { ProblemList } from './ocds-problems.ts';
import type { Place } from './places.ts';

/** Raw text where it stands. */
export interface PlacedText {
  readonly value: string;
  readonly place: Place;
}

// Control characters but for white space, marks that change the direction of text, and characters that nobody sees (which make two
// names look the same).
const UNSHOWABLE =
  /(?![\t\n\r])[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const READABLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The text under a key, as it was given. Blank text is the same as none: publishers write it for "unknown". */
export const textAt = (node: LocatedObject | undefined, key: string, problems: ProblemList): PlacedText | undefined =>
  textOf(at(node, key), problems);

export const textOf = (found: Located | undefined, problems: ProblemList): PlacedText | undefined => {
  if (found === undefined) return undefined;
  if (found.kind === 'scalar' && typeof found.value === 'string') {
    return found.value.trim() === '' ? undefined : { value: found.value, place: found.place };
  }
  problems.note('wrong-type', found.place);
  return undefined;
};

/** One line of text (a title, a name): white space collapses to single spaces. */
export const lineOf = (text: PlacedText | undefined, lengthMax: number, problems: ProblemList): string | undefined =>
  text && cut({ ...text, value: cleaned(text, problems).replaceAll(/\s+/gu, ' ').trim() }, lengthMax, problems);

/** Text that keeps its lines. */
export const paragraphsOf = (
  text: PlacedText | undefined,
  lengthMax: number,
  problems: ProblemList,
): string | undefined =>
  text && cut({ ...text, value: cleaned(text, problems).replaceAll(/\r\n?/gu, '\n').trim() }, lengthMax, problems);

const cleaned = ({ value, place }: PlacedText, problems: ProblemList): string => {
  const shown = value.toWellFormed().replaceAll(UNSHOWABLE, '');
  if (shown !== value) problems.note('text-cleaned', place);
  return shown;
};

const cut = ({ value, place }: PlacedText, lengthMax: number, problems: ProblemList): string | undefined => {
  if (!READABLE.test(value)) return undefined;
  if (value.length <= lengthMax) return value;
  problems.note('text-cut', place);
  // The cut may fall inside a character: its first half goes with the second.
  const kept = value.slice(0, lengthMax);
  const whole = kept.isWellFormed() ? kept : kept.slice(0, -1);
  return READABLE.test(whole) ? whole.trimEnd() : undefined;
};

/** An id of the publisher under a key, as text: OCDS allows text and whole numbers. */
export const idAt = (
  node: LocatedObject | undefined,
  key: string,
  { lengthMax, problems }: { lengthMax: number; problems: ProblemList },
): string | undefined => {
  const found = at(node, key);
  if (found?.kind === 'scalar' && typeof found.value === 'number') return String(found.value);
  return lineOf(textOf(found, problems), lengthMax, problems);
};

/** The code under a key, when it is one of the list. Upper and lower case are forgiven, and listed. */
export const codeAt = <Code extends string>(
  node: LocatedObject | undefined,
  key: string,
  { codes, problems }: { codes: readonly Code[]; problems: ProblemList },
): Code | undefined => codeOf(textAt(node, key, problems), codes, problems);

export const codeOf = <Code extends string>(
  text: PlacedText | undefined,
  codes: readonly Code[],
  problems: ProblemList,
): Code | undefined => {
  if (text === undefined) return undefined;
  const exact = codes.find((code) => code === text.value);
  if (exact !== undefined) return exact;
  const word = text.value.trim().toLowerCase();
  const near = codes.find((code) => code.toLowerCase() === word);
  problems.note(near === undefined ? 'code-unknown' : 'code-irregular', text.place);
  return near;
};

const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,4}$/i;

/** A language tag (BCP 47), its language in lower case. */
export const languageAt = (node: LocatedObject, key: string, problems: ProblemList): string | undefined => {
  const text = textAt(node, key, problems);
  if (text === undefined) return undefined;
  if (LANGUAGE.test(text.value)) return text.value.replace(/^[a-z]+/i, (language) => language.toLowerCase());
  problems.note('language-unreadable', text.place);
  return undefined;
};
