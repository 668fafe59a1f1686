import { describe, expect, test } from 'vitest';
import { INITIATIVES } from '../../domain/initiatives/initiatives.ts';
import { LANGUAGES, type Language } from '../../domain/languages.ts';
import * as vocabulary from '../../events/vocabulary.ts';
import { hands } from './held.ts';
import { SCREENS } from './screens.ts';
import { asked } from './visit.ts';

const { world } = await hands();

/** What is called the same in all languages. */
const SAME = new Set([
  'Veedor',
  'Español',
  'Português',
  'English',
  'OCDS',
  'CSV',
  'JSON',
  'XML',
  'Atom',
  'RSS',
  'PDF',
  'API',
  'No',
  'Grave',
  'Sector',
  'Colombia',
]);

/** A word of a language, as against numbers, identifiers, hashes, dates in figures, and codes of currencies. */
const HAS_WORD = /\p{L}{2,}/u;
/** One, or several. */
const IDENTIFIER = /^[\w:./+-]*\d[\w:./+-]*(?:, [\w:./+-]*\d[\w:./+-]*)*$/;
/** `(PDF, 182 kB)`, `214 KB` */
const FORMAT = /^\(?(?:[A-Z]{3,5}(, [\d.,]+\s[kM]B)?|[\d.,]+\s[kKM]B)\)?$/u;
const CURRENCY = /^(?:[A-Z]{3}\s[\d.,\s]+|[\d.,\s]+\s[A-Z]{3})$/u;

/** Codes of the record: people read what they are called, never the code. Those of one plain word may be a word of a sentence too. */
const CODES = new Set<string>(
  Object.values(vocabulary)
    .flat()
    .flatMap((code) => (typeof code === 'string' && /^[a-z]+(-[a-z]+|[A-Z][a-zA-Z]*)+$/.test(code) ? [code] : [])),
);

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Everything that a page tells people, piece by piece: texts, names that are heard, and what previews show. */
const textsOf = (html: string): readonly string[] => {
  // Commands and addresses are the same in every language.
  const body = html.replaceAll(/<(script|style|code)\b.*?<\/\1>/gs, '');
  const texts = [...body.matchAll(/>([^<]+)</g)];
  const names = [...body.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*)"/g)];
  const previews = [
    ...body.matchAll(/<meta (?:name|property)="(?:description|og:title|og:description)" content="([^"]*)"/g),
  ];
  const said = [...texts, ...names, ...previews].map(([, text = '']) =>
    tidy(text.replaceAll(/&\w+;|&#39;/g, (entity) => ENTITIES[entity] ?? entity)),
  );
  return [...new Set(said)];
};

const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What people wrote is not translated. What they chose from a list is a code, and no text of theirs. */
const WRITTEN = new Set(world.written.map(tidy).filter((text) => !CODES.has(text) && !/^[a-z]+(-[a-z]+)*$/.test(text)));

/** Names that are the same everywhere, and the lines that a chart breaks them into: `Programa Nacional de`, `Ferias Metropolitanas`, `(BR)`. */
const NAMES = [...INITIATIVES.map(({ name }) => name), ...WRITTEN];
const COUNTRY = / ?\((?:[A-Z]{2}|[A-Z]\p{L}+)\)$/u;
const isOfName = (text: string): boolean => {
  const bare = text.replace(COUNTRY, '');
  return /\p{Lu}|^$/u.test(bare) && NAMES.some((name) => name.includes(bare));
};

const isOurs = (text: string): boolean =>
  HAS_WORD.test(text) &&
  !SAME.has(text) &&
  !IDENTIFIER.test(text) &&
  !CURRENCY.test(text) &&
  !FORMAT.test(text) &&
  !isOfName(text) &&
  !isWritten(text);

/** The title of a page is what somebody wrote, with the name of the house; an organisation has its identifier behind it. */
const isWritten = (text: string): boolean =>
  [/$/, / – Veedor$/, / \([A-Z\d -]+\)$/].some((end) => WRITTEN.has(text.replace(end, '')));

describe('every word of a screen', () => {
  test.each(SCREENS)('is said in the language of the page: $name', async (screen) => {
    const texts = new Map<Language, readonly string[]>();
    for (const language of LANGUAGES) {
      const answer = await asked(screen, { language, world });
      texts.set(language, textsOf(await answer.text()).filter(isOurs));
    }
    const english = new Set(texts.get('en'));
    expect(english.size, 'the page says something').toBeGreaterThan(6);
    for (const language of ['es', 'pt'] as const) {
      expect(
        texts.get(language)?.filter((text) => english.has(text)),
        `the same in ${language} and en`,
      ).toEqual([]);
    }
    const words = [...texts.values()].flat().flatMap((text) => text.split(/[\s.,:;()“”"]+/));
    expect(
      words.filter((word) => CODES.has(word)),
      'codes that nobody reads',
    ).toEqual([]);
  });
});
