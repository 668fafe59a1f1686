/**
 * Letters of Greek and Cyrillic that look like Latin ones, case by case (after the confusables of Unicode Technical Standard 39, as far as
 * they concern these two scripts), and Latin letters that no decomposition turns into plain ones.
 */
const GREEK_AND_CYRILLIC: Readonly<Record<string, string>> = {
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  Ϲ: 'C',
  Ϳ: 'J',
  α: 'a',
  γ: 'y',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ϲ: 'c',
  ϳ: 'j',
  ω: 'w',
  η: 'n',
  ε: 'e',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
  Ԛ: 'Q',
  Ԝ: 'W',
  Ѵ: 'V',
  Ԍ: 'G',
  Ү: 'Y',
  Һ: 'H',
  Ӏ: 'I',
  Ԁ: 'D',
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԛ: 'q',
  ԝ: 'w',
  ѵ: 'v',
  ԍ: 'g',
  ү: 'y',
  һ: 'h',
  ӏ: 'l',
  ԁ: 'd',
  г: 'r',
  п: 'n',
  и: 'u',
};

const LATIN: Readonly<Record<string, string>> = {
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Ł: 'L',
  ł: 'l',
  Þ: 'TH',
  þ: 'th',
  Ħ: 'H',
  ħ: 'h',
  Ɑ: 'A',
  ɑ: 'a',
  ɡ: 'g',
  ɩ: 'i',
  Ɩ: 'I',
  ƒ: 'f',
};

const ANY_LATIN = /\p{Script=Latin}/u;
const GREEK_OR_CYRILLIC = /[\p{Script=Greek}\p{Script=Cyrillic}]/u;

const replaced = (text: string, by: Readonly<Record<string, string>>): string => {
  let folded = '';
  for (const letter of text) folded += Object.hasOwn(by, letter) ? by[letter] : letter;
  return folded;
};

/**
 * A text with its foreign lookalikes written in Latin, where it reads as Latin: where it mixes the scripts, or where every letter of it has
 * a Latin double. A name that is Greek or Cyrillic throughout stays what it is.
 */
export const withoutLookalikes = (text: string): string => {
  const latin = replaced(text, LATIN);
  if (!GREEK_OR_CYRILLIC.test(latin)) return latin;
  const folded = replaced(latin, GREEK_AND_CYRILLIC);
  return ANY_LATIN.test(latin) || !GREEK_OR_CYRILLIC.test(folded) ? folded : latin;
};
