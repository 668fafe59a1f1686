import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../domain/languages.ts';
import { addressOf } from './address.ts';
import { hands } from './held.ts';
import { SCREENS, type Screen } from './screens.ts';
import { asked } from './visit.ts';

const { world } = await hands();

/** What a public page may weigh as it travels: with its style and pictures, and its scripts apart. */
const PAGE_BYTES_MAX = 60 * 1024;
const SCRIPT_BYTES_MAX = 12 * 1024;

const FETCHED =
  /<(?:link rel="(?:stylesheet|icon|preload)"|img|script|source|video|audio|iframe|object)\b[^>]*?\b(?:href|src)="([^"]+)"/g;

const PACKED = { headers: { 'accept-encoding': 'gzip' } };

interface Fetched {
  readonly text: string;
  readonly travelled: number;
}

/** Data are no script. */
const ANY_SCRIPT = /<script(?! type="application\/(?:ld\+)?json")|\son\w+=/;
const WRITTEN_IN = /<script(?! type="application\/(?:ld\+)?json")(?![^>]* src="\/)|\son\w+=/;

/** A file as a browser is answered it, and how many bytes of it travel. */
const fetched = async (answering: Promise<Response>): Promise<Fetched> => {
  const answer = await answering;
  const travelled = Number(answer.headers.get('content-length'));
  return { text: await answer.text(), travelled };
};

/** What a page holds that one person alone should read shows in how well it packs (BREACH): so pages of tips go whole. What is of the machine alone does not travel. */
const isPacked = ({ name, isOfMachine }: Screen): boolean => !(name.startsWith('tip-') || isOfMachine === true);

describe('a public page', () => {
  test.each(SCREENS)('is light enough for a bad network: $name', async (screen) => {
    for (const language of LANGUAGES) {
      const address = addressOf(screen, language, world);
      const page = await fetched(asked(screen, { language, world }));
      if (isPacked(screen))
        expect(page.travelled, 'packed on its way').toBeLessThan(gzipSync(page.text).length * 1.1 + 64);
      const paths = [...new Set([...page.text.matchAll(FETCHED)].map(([, path = '']) => path))];
      const parts = await Promise.all(
        paths.map(async (path) => ({ path, ...(await fetched(fetch(new URL(path, address), PACKED))) })),
      );
      const weight = (of: readonly Fetched[]) => of.reduce((sum, { travelled }) => sum + travelled, 0);
      const [scripts, others] = [true, false].map((isScript) =>
        parts.filter(({ path }) => /\.m?js$/.test(path) === isScript),
      );
      expect(weight([page, ...(others ?? [])])).toBeLessThanOrEqual(PAGE_BYTES_MAX);
      expect(weight(scripts ?? [])).toBeLessThanOrEqual(screen.scriptBytesMax ?? SCRIPT_BYTES_MAX);
      expect(parts.map(({ text }) => text).join('')).not.toMatch(/@font-face|@import|url\(\s*["']?(https?:)?\/\//);
      expect(page.text, 'no script in the page itself').not.toMatch(screen.isDrawn ? WRITTEN_IN : ANY_SCRIPT);
    }
  });
});
