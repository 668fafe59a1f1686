import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../domain/languages.ts';
import { hands, type Opened } from './held.ts';
import { MOVING, STANDS_OUT } from './in-page.ts';
import { press } from './keys.ts';
import { SCREENS } from './screens.ts';
import { visit } from './visit.ts';

const { world, open } = await hands();

const HEIGHT = 800;
/** A small phone, or a desk at 400 % (WCAG 2.2, 1.4.10): where long words of any language stand out first. */
const NARROW = 320;
/** A desk of 1280 pixels at 200 % (1.4.4), and a desk: in the language in which a screen is looked at. */
const WIDER = [640, 1280] as const;

/**
 * How a screen is looked at by all rules: in one language and one of these looks, the next screen in the next. Twelve runs for each
 * screen would take the better part of the suite; what pages share, as colours and components, is seen in all of them on some screen.
 * `VEEDOR_LOOKS=every` looks at each screen in each language, scheme and width.
 */
const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: NARROW },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: NARROW },
] as const;
const isEvery = process.env['VEEDOR_LOOKS'] === 'every';

const looksAt = (screen: number, language: number) => {
  if (isEvery) return LOOKS;
  return screen % LANGUAGES.length === language ? LOOKS.filter((_, look) => look === screen % LOOKS.length) : [];
};

/** Spanish, whose words are the longest, and the language in which it is looked at. */
const isVisited = (screen: number, language: number): boolean =>
  LANGUAGES[language] === 'es' || looksAt(screen, language).length > 0;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const breachesOn = async (page: Page): Promise<readonly string[]> => {
  const options = { runOnly: TAGS, resultTypes: ['violations' as const], preload: false };
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
};

/** Pages that nobody looks at now, by who is signed in on them: on a page that has drawn some screens the next is drawn sooner. */
const free = new Map<string, Opened[]>();
const freeFor = (person: string): Opened[] => {
  const pages = free.get(person) ?? [];
  free.set(person, pages);
  return pages;
};
afterAll(() => Promise.all([...free.values()].flat().map(({ close }) => close())));

/** Looks at something on a page of somebody. Where something is wrong with it, the next one begins with another page. */
const onPageOf = async (person: string, look: (opened: Opened) => Promise<void>): Promise<void> => {
  const opened = freeFor(person).pop() ?? (await open({ reducedMotion: 'reduce' }));
  try {
    await look(opened);
    await opened.page.emulateMedia({ colorScheme: null });
    freeFor(person).push(opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
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

describe('every screen', () => {
  test.concurrent.each(NUMBERED)(
    'can be used by everybody, fits, and asks nothing of others: $name',
    ({ number, as = '', status = 200, ...screen }) =>
      onPageOf(as, async ({ page, complaints }) => {
        for (const [index, language] of LANGUAGES.entries()) {
          if (!isVisited(number, index)) continue;
          await page.setViewportSize({ width: 1280, height: HEIGHT });
          const at = as === '' ? screen : { ...screen, as };
          expect(await visit(page, at, { language, world })).toBe(status);
          for (const { colorScheme, width } of looksAt(number, index)) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: HEIGHT });
            expect(await breachesOn(page), `${language}, ${colorScheme}, at ${width} pixels`).toEqual([]);
          }
          for (const width of looksAt(number, index).length === 0 ? [NARROW] : [NARROW, ...WIDER]) {
            await page.setViewportSize({ width, height: HEIGHT });
            expect(await page.evaluate<readonly string[]>(STANDS_OUT), `${language} at ${width} pixels`).toEqual([]);
          }
          if (language !== 'es') continue;
          expect(await page.evaluate<readonly string[]>(MOVING), 'moves although asked not to').toEqual([]);
          await skipsTheMenu(page);
        }
        expect(complaints).toEqual([]);
      }),
  );
});
