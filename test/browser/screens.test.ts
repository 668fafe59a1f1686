import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../domain/languages.ts';
import { hands } from './held.ts';
import { MOVING, STANDS_OUT } from './in-page.ts';
import { SCREENS } from './screens.ts';
import { visit } from './visit.ts';

const { world, open } = await hands();

const HEIGHT = 800;
const WIDTHS = [320, 640, 1280] as const;

/**
 * How a screen is looked at. Each is seen once in each language, each time by the next of these: three in a row hold both schemes and
 * both ends of the widths. Screens begin one after another, so that over the neighbours every language is seen in every look. All rules
 * in all languages, schemes and widths would be twelve runs for each screen, and these are three: what the pages share, as colours and
 * components, is seen in all of them on some screen.
 */
const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 320 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 320 },
] as const;

const lookAt = (screen: number, language: number) => LOOKS[(screen + language) % LOOKS.length] ?? LOOKS[0];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const breachesOn = async (page: Page): Promise<readonly string[]> => {
  const options = { runOnly: TAGS, resultTypes: ['violations' as const] };
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
};

const NUMBERED = SCREENS.map((screen, number) => ({ ...screen, number }));

test('each screen meets axe in every language, both schemes, and at both ends of the widths', () => {
  for (const { number } of NUMBERED) {
    const looks = LANGUAGES.map((_, language) => lookAt(number, language));
    expect(new Set(looks.map(({ colorScheme }) => colorScheme)).size).toBe(2);
    expect(new Set(looks.map(({ width }) => width)).size).toBe(2);
  }
});

describe('every screen, in every language', () => {
  test.concurrent.each(NUMBERED)(
    'can be used by everybody, fits, and asks nothing of others: $name',
    async (screen) => {
      const { page, complaints, close } = await open({ reducedMotion: 'reduce' });
      try {
        for (const [index, language] of LANGUAGES.entries()) {
          const { colorScheme, width: seenAt } = lookAt(screen.number, index);
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width: seenAt, height: HEIGHT });
          expect(await visit(page, screen, { language, world })).toBe(screen.status ?? 200);
          const breaches = await breachesOn(page);
          expect(breaches, `${language}, ${colorScheme}, at ${seenAt} pixels`).toEqual([]);
          expect(await page.evaluate<readonly string[]>(MOVING), 'moves although asked not to').toEqual([]);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: HEIGHT });
            expect(await page.evaluate<readonly string[]>(STANDS_OUT), `${language} at ${width} pixels`).toEqual([]);
          }
        }
        expect(complaints).toEqual([]);
      } finally {
        await close();
      }
    },
  );
  test('fit at 200 % on a desk of 1280 pixels', async () => {
    const { page, close } = await open({ viewport: { width: 640, height: HEIGHT / 2 }, deviceScaleFactor: 2 });
    for (const screen of SCREENS) {
      await visit(page, screen, { language: 'es', world });
      expect(await page.evaluate<readonly string[]>(STANDS_OUT), screen.name).toEqual([]);
    }
    await close();
  });
});
