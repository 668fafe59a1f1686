import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../domain/languages.ts';
import { hands } from './held.ts';
import type { Focused } from './in-page.ts';
import { press } from './keys.ts';

const { world, open } = await hands();

/** More steps than any screen has. */
const STEPS_MAX = 400;

/** Goes on with the tabulator until something is found; each step must be seen. Fails where it is not on the way. */
const goTo = async (page: Page, isIt: (at: Focused) => boolean): Promise<Focused> => {
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const at = await press(page, 'Tab');
    // Past the last of the page.
    if (at.tag === 'body') break;
    expect(at, `what has the focus is seen: ${at.tag} ${at.text}`).toMatchObject({ isSeen: true, isOnScreen: true });
    if (isIt(at)) return at;
  }
  throw new Error('The keyboard does not come there.');
};

describe.each([true, false])('by keyboard alone, script %s', (javaScriptEnabled) => {
  test('one comes from the entrance by menu and search to a case', async () => {
    const { page, close } = await open({
      javaScriptEnabled,
      // What scrolls smoothly is not there yet when it is looked at.
      reducedMotion: 'reduce',
      viewport: { width: 320, height: 640 },
    });
    await page.goto(`${world.crowded}/es`);
    await goTo(page, ({ href }) => href === '/en');
    await goTo(page, ({ href }) => href === '/es/cases');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/es/cases');
    await goTo(page, ({ name }) => name === 'q');
    await goTo(page, ({ name }) => name === 'stage');
    await goTo(page, ({ tag }) => tag === 'button');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/es/cases?**');
    await goTo(page, ({ href }) => /^\/es\/cases\/(ip|oc)-/.test(href ?? ''));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/es\/cases\/(ip|oc)-/);
    expect(await page.locator('h1').count()).toBe(1);
    await close();
  });
});

describe('a screen', () => {
  test('is read in another language at the same place', async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.goto(`${world.crowded}/es/cases/${world.keys.closed}`);
    for (const language of LANGUAGES.toReversed()) {
      const other = page.locator(`.languages a[hreflang=${language}]`);
      if ((await other.count()) > 0) await other.click();
      expect(new URL(page.url()).pathname).toBe(`/${language}/cases/${world.keys.closed}`);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
    }
    await close();
  });
});
