/**
 * The characters that the letters of the document have, upright and bold: those of the three families which the compiler brings with it
 * and the template names. PDF/UA lets no character stand without a shape, and a family of the machine would make other bytes elsewhere.
 */
const DRAWN = `
  20-7e a0-34e 350-377 37a-37f 384-38a 38c 38e-3a1 3a3-477 47a-486 488-4f9 4fc-4ff 510-513 51a-51d 531-556 559-55f 561-587 589-58a
  591-5c7 5d0-5ea 5ef-5f5 5f7 606-607 609-60a 60c 615 61b 61f 621-63a 640-655 65a 660-66d 674 679-67b 67e-680 683-684 686-687 691
  698 6a4 6a9 6af 6be 6cc 6f0-6f9 e3f e81-e82 e84 e87-e88 e8a e8d e94-e97 e99-e9f ea1-ea3 ea5 ea7 eaa-eab ead-eb9 ebb-ebc ec8-ecd
  10d0-10fc 13a0-13f5 13f8-13fd 1d00 1d02 1d07-1d0b 1d0d 1d14 1d16-1d19 1d1c-1d1f 1d2c-1d2e 1d30-1d3c 1d3e-1d67 1d77-1d78 1d7b
  1d80-1dbf 1dc4-1dc5 1dc8-1dc9 1e00-1e9b 1e9e-1ef9 1f00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d
  1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-2027 202f-2037 2039-2040 2042 2044-204b 204f 2052 2054
  205f 2070-2071 2074-208e 2090-209c 20a0-20c0 2100-2103 2105-2106 2109 210c-210f 2111 2113 2115-2117 2119-211a 211c-211e 2120 2122
  2124 2126-2127 212a-212b 212e 2135-2139 2148 214f-2151 2153-2184 2189 2190-2220 2222-222d 2234-223d 2241-226b 226d-228b 228d-22a5
  22b2-22b5 22b8 22c2-22c6 22cd-22d1 22da-22e9 22ef 2300-2306 2308-2315 2318-2319 231c-2322 2325-232b 2335-237a 237d 2380-2383
  2388-238b 2395 239b-23ae 23ce-23cf 23d3 2422-2423 2460-2473 24ea 24ff-262f 2638-268b 2690-269c 26a0-26a5 26ad-26ae 26b0-26b2
  2701-2704 2706-2709 270c-2727 2729-274b 274d 274f-2752 2756 2758-275e 2761-277f 2794 2798-27af 27b1-27be 27c2 27c5-27c6 27dc 27e0
  27e6-27eb 27f5-27f7 2800-28ff 2987-2988 2997-2998 29eb 29fa-29fb 2a00 2a2f 2a6a-2a6b 2b05-2b0d 2b12-2b1a 2c60-2c71 2c74-2c77
  2c79-2c7a 2c7c-2cf3 2cf9-2cff 2e17-2e18 2e1f 2e22-2e25 2e2e 301a-301b a46a-a46b a640-a641 a648-a649 a656-a657 a708-a716 a71b-a727
  a72d a730 a735 a789-a78e a790-a791 a7aa a7f8-a7f9 ab66 ab70-abbf fb00-fb06 fb1d-fb4f fb52-fb81 fb8a-fb95 fb9e-fb9f fbaa-fbad
  fbe8-fbe9 fbfc-fbff fe66 fe70-fe74 fe76-fefc fffc-fffd 10140-1018e 102e0-102fb 1d106-1d107 1d55a 1d703 1f12f
`;

interface Stretch {
  readonly first: number;
  readonly last: number;
}

const STRETCHES: readonly Stretch[] = DRAWN.trim()
  .split(/\s+/)
  .map((stretch) => {
    const [first = '', last = first] = stretch.split('-');
    return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) };
  });

const isDrawn = (point: number): boolean => {
  let low = 0;
  let high = STRETCHES.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { first, last } = STRETCHES[middle] ?? { first: 0, last: -1 };
    if (point >= first && point <= last) return true;
    if (point < first) high = middle - 1;
    else low = middle + 1;
  }
  return false;
};

/** Marks that have no shape of their own, and say how others are drawn or joined; and those that turn the direction of what follows. */
const SHAPELESS = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;
/** What Arabic and Indic scripts join by; and the soft hyphen. */
const JOINING = /[\u00ad\u200c\u200d]/;

export interface Written {
  readonly text: string;
  /** Whether a character stands in it as its number: `[U+1F600]`. */
  readonly spelled: boolean;
}

const letter = (character: string): string => {
  const point = character.codePointAt(0) ?? 0;
  if (character === '\n') return character;
  if (JOINING.test(character)) return character;
  if (SHAPELESS.test(character)) return '';
  if (/[\p{Cc}\p{Z}]/u.test(character)) return character === '\u00a0' ? character : ' ';
  return isDrawn(point) ? character : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
};

/** Words are hyphenated; what is no word, such as an address, gets places to break on: they have no width and change no letter. */
const BREAK = '\u200b';
const WORD_MAX = 30;
const CODE_MAX = 16;
const CODE = /[\d_/\\=&?%#@.:]/;
const TOKEN = new RegExp(`[^\\s${BREAK}]{${CODE_MAX + 1},}`, 'g');
const every = (most: number): RegExp => new RegExp(`.{${most}}(?=[^\\p{M}\\p{P}])`, 'gu');
const EVERY_CODE = every(CODE_MAX);
const EVERY_WORD = every(WORD_MAX);

const breakable = (token: string): string => token.replaceAll(CODE.test(token) ? EVERY_CODE : EVERY_WORD, `$&${BREAK}`);

/**
 * What somebody wrote, in the letters that the document has. A character that has no shape in them stands as its number, so that nothing
 * is lost in silence; turns of direction and invisible marks are left out; what is long without a blank can be broken,
 * unless it is to stay as it is.
 */
export const inLetters = (text: string, { unbroken = false } = {}): Written => {
  const whole = text
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  const letters = Array.from(whole, letter).join('');
  const spelled = SPELLED.test(letters) && !SPELLED.test(whole);
  return { text: unbroken ? letters : letters.replaceAll(TOKEN, breakable), spelled };
};

const SPELLED = /\[U\+[0-9A-F]{4,6}\]/;

/** Every character that the letters have. */
export const DRAWN_POINTS = (): readonly string[] =>
  STRETCHES.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
