import { once } from '../../events/shapes.ts';
import { CONJUNCTIONS, GENERIC_WORDS, JOINING_WORDS, LEADING_FORM_LENGTH_MIN, LEGAL_FORMS } from './legal-forms.ts';
import { withoutLookalikes } from './lookalikes.ts';

/**
 * The rule by which keys are made. Keys that are kept say under which rule they were made: a rule that is released is never changed, a
 * better one gets the next number.
 */
export const KEY_RULE = 1;

/** UTF-16 units. Some characters stand for many letters: a key must not grow beyond the longest name. */
const KEY_LENGTH_MAX = 300;

// Accents; and what is not seen at all: zero-width and direction-changing characters, soft hyphens, control characters.
const UNSEEN = /[\p{M}\p{Cf}\p{Cc}]/gu;
const APOSTROPHES = /['’‘`´ʼ]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/**
 * Words without accents, case, lookalikes and what is not seen, a space between them. `ñ` becomes `n`: half of those who write it cannot
 * type it.
 */
const plainWords = (text: string): string =>
  withoutLookalikes(text.replaceAll(APOSTROPHES, '').normalize('NFKD').replaceAll(UNSEEN, ''))
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(UNSEEN, '')
    .replaceAll(BETWEEN_WORDS, ' ');

/** Letters with a table of their own: those of the languages of the continent. Character by character they come to the same. */
const TABLE_END = 0x180;
const table = once(() => Array.from({ length: TABLE_END }, (_, letter) => plainWords(String.fromCharCode(letter))));

const [LOWER_A, LOWER_Z, ZERO, NINE] = [0x61, 0x7a, 0x30, 0x39];

const split = (words: string): readonly string[] => words.split(' ').filter((word) => word !== '');

/** A roster has tens of thousands of names: one pass over the letters of a usual one takes a fifth of the time of five over the text. */
const wordsOf = (name: string): readonly string[] => {
  const letters = table();
  const text = name.toLowerCase();
  const words: string[] = [];
  let word = '';
  // Where the word under way begins that is written as it stands; -1 where it is put together letter by letter.
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= LOWER_A && code <= LOWER_Z) || (code >= ZERO && code <= NINE)) {
      if (from < 0) word += text[at];
      continue;
    }
    const letter = letters[code];
    if (letter === undefined) return split(plainWords(name));
    const before = from < 0 ? word : text.slice(from, at);
    if (letter === ' ') {
      if (before !== '') words.push(before);
      from = at + 1;
    } else {
      word = before + letter;
      from = -1;
    }
  }
  const last = from < 0 ? word : text.slice(from);
  if (last !== '') words.push(last);
  return words;
};

const partsOf = (cut: (form: string, at: number) => string): ReadonlySet<string> =>
  new Set([...LEGAL_FORMS].flatMap((form) => Array.from(form, (_, at) => cut(form, at))));

/** With what a form can end, and begin: what is neither is not looked at further. */
const ends = once(() => partsOf((form, at) => form.slice(at)));
const beginnings = once(() => partsOf((form, at) => form.slice(0, at + 1)));

/** Where the legal form begins with which some words end: after the last of them where there is none. */
const formFrom = (words: readonly string[], end: number): number => {
  let form = '';
  let from = end;
  for (let at = end - 1; at >= 0; at -= 1) {
    form = `${words[at]}${form}`;
    if (!ends().has(form)) break;
    if (LEGAL_FORMS.has(form)) from = at;
  }
  return from;
};

/** In front a form is taken only where it cannot well be a word of the name: a `compañía` there is one. */
const formUntil = (words: readonly string[], end: number): number => {
  let form = '';
  let until = 0;
  for (let at = 0; at < end; at += 1) {
    form += words[at];
    if (!beginnings().has(form)) break;
    if (form.length >= LEADING_FORM_LENGTH_MIN && form !== 'compania' && LEGAL_FORMS.has(form)) until = at + 1;
  }
  return until;
};

const withoutForms = (words: readonly string[]): readonly string[] => {
  let end = words.length;
  for (let from = formFrom(words, end); from < end; from = formFrom(words, end)) {
    end = from;
    // `Pérez y Cía.` ends with neither.
    while (CONJUNCTIONS.has(words[end - 1] ?? '')) end -= 1;
  }
  return words.slice(formUntil(words, end), end);
};

/** The words of a name that say which organisation it is; none where there is nothing but a legal form. */
export const namingWords = (name: string): readonly string[] => {
  const naming: string[] = [];
  for (const word of withoutForms(wordsOf(name))) {
    if (!CONJUNCTIONS.has(word)) naming.push(word === 'compania' ? 'cia' : word);
  }
  return naming;
};

const keyFrom = (words: readonly string[]): string => words.toSorted().join(' ').slice(0, KEY_LENGTH_MAX);

/**
 * A name without what people vary when they write it: case, accents, punctuation, conjunctions, legal forms, the order of the words, unseen
 * characters and letters of other scripts that look the same. Equal keys mean the same name. Never empty.
 */
export const nameKey = (name: string): string => {
  const naming = namingWords(name);
  if (naming.length > 0) return keyFrom(naming);
  const words = wordsOf(name);
  return words.length > 0 ? keyFrom(words) : name;
};

/**
 * The key of a name that says who it is, from its naming words. None for a legal form alone, for one word that thousands of companies bear
 * (`Constructora`), or for a single letter: such a name matches nobody.
 */
export const tellingKey = (naming: readonly string[]): string | undefined => {
  const weighty = naming.filter((word) => !JOINING_WORDS.has(word));
  const [only = ''] = weighty;
  if (weighty.length === 0 || (weighty.length === 1 && GENERIC_WORDS.has(only))) return undefined;
  const key = keyFrom(naming);
  return key.length < 2 ? undefined : key;
};
