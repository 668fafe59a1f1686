import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../domain/languages.ts';
import { addressOf } from './address.ts';
import { hands } from './held.ts';
import { BREACHES_OF_LOOKS, MOVING, STANDS_OUT } from './in-page.ts';
import { SCREENS } from './screens.ts';

const { world, open } = await hands();

const HEIGHT = 800;
const WIDTHS = [320, 640, 1280] as const;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const breachesOn = async (page: Page): Promise<readonly string[]> => {
  const options = { runOnly: TAGS, resultTypes: ['violations' as const] };
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
};

describe('every screen, in every language', () => {
  test.concurrent.each(SCREENS)('can be used by everybody, fits, and asks nothing of others: $name', async (screen) => {
    const { page, complaints, close } = await open({ reducedMotion: 'reduce' });
    try {
      for (const language of LANGUAGES) {
        await page.setViewportSize({ width: 1280, height: HEIGHT });
        await page.emulateMedia({ colorScheme: 'light' });
        const answer = await page.goto(addressOf(screen, language, world));
        expect(answer?.status()).toBe(screen.status ?? 200);
        expect(await breachesOn(page), language).toEqual([]);
        expect(await page.evaluate<readonly string[]>(MOVING), 'moves although asked not to').toEqual([]);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: HEIGHT });
          expect(await page.evaluate<readonly string[]>(STANDS_OUT), `${language} at ${width} pixels`).toEqual([]);
        }
        // What is by night or on a phone is the same but for its looks.
        for (const [colorScheme, width] of [
          ['dark', 1280],
          ['dark', 320],
          ['light', 320],
        ] as const) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: HEIGHT });
          const breaches = await page.evaluate<readonly string[]>(BREACHES_OF_LOOKS);
          expect(breaches, `${language}, ${colorScheme}, at ${width} pixels`).toEqual([]);
        }
      }
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });
  test('fit at 200 % on a desk of 1280 pixels', async () => {
    const { page, close } = await open({ viewport: { width: 640, height: HEIGHT / 2 }, deviceScaleFactor: 2 });
    for (const screen of SCREENS) {
      await page.goto(addressOf(screen, 'es', world));
      expect(await page.evaluate<readonly string[]>(STANDS_OUT), screen.name).toEqual([]);
    }
    await close();
  });
});
