import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../domain/languages.ts';
import { hands } from './held.ts';
import { MOVING, STANDS_OUT } from './in-page.ts';
import { press } from './keys.ts';
import { SCREENS } from './screens.ts';
import { visit } from './visit.ts';

const { world, open } = await hands();

const HEIGHT = 800;
/** A small phone, or a desk at 400 %; a desk of 1280 pixels at 200 % (WCAG 2.2, 1.4.4 and 1.4.10); a desk. */
const WIDTHS = [320, 640, 1280] as const;

/**
 * How a screen is looked at by all rules: in one language and one of these looks, the next screen in the next. Twelve runs for each
 * screen would take the better part of the suite; what pages share, as colours and components, is seen in all of them on some screen.
 * `VEEDOR_LOOKS=every` looks at each screen in each language, scheme and width.
 */
const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 320 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 320 },
] as const;
const isEvery = process.env['VEEDOR_LOOKS'] === 'every';

const looksAt = (screen: number, language: number) => {
  if (isEvery) return LOOKS;
  return screen % LANGUAGES.length === language ? LOOKS.filter((_, look) => look === screen % LOOKS.length) : [];
};

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const breachesOn = async (page: Page): Promise<readonly string[]> => {
  const options = { runOnly: TAGS, resultTypes: ['violations' as const] };
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
};

/** By keyboard one comes past the menu at once. */
const skipsTheMenu = async (page: Page): Promise<void> => {
  expect(await press(page, 'Tab')).toMatchObject({ href: '#content', isSeen: true, isOnScreen: true });
  await page.keyboard.press('Enter');
  await page.waitForURL(({ hash }) => hash === '#content');
  const next = await press(page, 'Tab');
  const isPast = next.tag === 'body' || (await page.locator(':is(main, footer) :focus').count()) === 1;
  expect(isPast, next.text).toBe(true);
};

const NUMBERED = SCREENS.map((screen, number) => ({ ...screen, number }));

test('all looks in all languages are met on one screen or another', () => {
  const met = NUMBERED.flatMap(({ number }) =>
    LANGUAGES.flatMap((language, index) => looksAt(number, index).map((look) => JSON.stringify([language, look]))),
  );
  expect(new Set(met).size).toBe(LANGUAGES.length * LOOKS.length);
});

describe('every screen, in every language', () => {
  test.concurrent.each(NUMBERED)(
    'can be used by everybody, fits, and asks nothing of others: $name',
    async (screen) => {
      const { page, complaints, close } = await open({ reducedMotion: 'reduce' });
      try {
        for (const [index, language] of LANGUAGES.entries()) {
          await page.setViewportSize({ width: 1280, height: HEIGHT });
          expect(await visit(page, screen, { language, world })).toBe(screen.status ?? 200);
          for (const { colorScheme, width } of looksAt(screen.number, index)) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: HEIGHT });
            expect(await breachesOn(page), `${language}, ${colorScheme}, at ${width} pixels`).toEqual([]);
          }
          expect(await page.evaluate<readonly string[]>(MOVING), 'moves although asked not to').toEqual([]);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: HEIGHT });
            expect(await page.evaluate<readonly string[]>(STANDS_OUT), `${language} at ${width} pixels`).toEqual([]);
          }
          if (language === 'es') await skipsTheMenu(page);
        }
        expect(complaints).toEqual([]);
      } finally {
        await close();
      }
    },
  );
});
