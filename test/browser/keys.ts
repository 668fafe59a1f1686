import type { Page } from 'playwright-core';
import { FOCUSED, type Focused } from './in-page.ts';

/** Presses a key, and tells what has the focus then. */
export const press = async (page: Page, key: string): Promise<Focused> => {
  await page.keyboard.press(key);
  return page.evaluate<Focused>(FOCUSED);
};
