import type { Page } from 'playwright-core';
import type { Language } from '../../domain/languages.ts';
import { REFRESH } from '../../web/app/session.ts';
import { PLACE } from '../../web/app/told.ts';
import { addressOf } from './address.ts';
import type { Screen } from './screens.ts';
import type { World } from './world.ts';

interface Visit {
  readonly language: Language;
  readonly world: World;
}

/** Sends a form as a page of the house does. */
const sending = (fields: Readonly<Record<string, string>>): string => `(() => {
  const form = document.createElement('form');
  form.method = 'post';
  for (const [name, value] of Object.entries(${JSON.stringify(fields)})) {
    const field = document.createElement('input');
    [field.type, field.name, field.value] = ['hidden', name, value];
    form.append(field);
  }
  document.body.append(form);
  form.submit();
})()`;

const DRAWN = `#${PLACE} :is(form, button, a)`;
/** What says that something is still being read: the last of it. */
const LOADING = `#${PLACE} .loading >> nth=0`;
const WAY_IN = `#${PLACE} button`;

/** Goes to a screen as people come there, and waits until it is drawn. Answers its status. */
export const visit = async (page: Page, screen: Screen, { language, world }: Visit): Promise<number | undefined> => {
  const address = addressOf(screen, language, world);
  const answer = await page.goto(address);
  const { sends, as, isDrawn } = screen;
  if (sends !== undefined) {
    const [sent] = await Promise.all([
      page.waitForResponse((each) => each.request().isNavigationRequest()),
      page.waitForEvent('load'),
      page.evaluate(sending(sends(world.keys))),
    ]);
    return sent.status();
  }
  if (as !== undefined) await signIn(page, address, as);
  if (isDrawn === true) {
    await page.locator(DRAWN).first().waitFor();
    await page.locator(LOADING).waitFor({ state: 'detached' });
  }
  return answer?.status();
};

/** The session stays with the tab: whoever has one is let in at once. Others are led to the sign-in, or offered it where they are. */
export const signIn = async (page: Page, address: string, person: string): Promise<void> => {
  if (await page.evaluate<boolean>(`sessionStorage.getItem('${REFRESH}') !== null`)) return;
  const themselves = page.locator(`button[value=${person}]`);
  await page.locator(WAY_IN).or(themselves).first().waitFor({ state: 'attached' });
  if ((await themselves.count()) === 0) await page.locator(WAY_IN).first().click();
  await themselves.waitFor({ state: 'attached' });
  // Who is one of many stands folded away.
  if (!(await themselves.isVisible())) await page.locator('details', { has: themselves }).locator('summary').click();
  await themselves.click();
  await page.waitForURL(address);
};

/** A screen as it travels, before any script runs. */
export const asked = (screen: Screen, { language, world }: Visit): Promise<Response> => {
  const address = addressOf(screen, language, world);
  const headers = { 'accept-encoding': 'gzip' };
  const { sends } = screen;
  return sends === undefined
    ? fetch(address, { headers })
    : fetch(address, { headers, method: 'POST', body: new URLSearchParams(sends(world.keys)) });
};
