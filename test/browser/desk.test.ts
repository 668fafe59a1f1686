import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hands } from './held.ts';
import { SCREENS } from './screens.ts';
import { visit } from './visit.ts';

const { world, open } = await hands();

const screenOf = (name: string) => {
  const screen = SCREENS.find((each) => each.name === name);
  if (screen === undefined) throw new Error(`There is no screen ${name}.`);
  return screen;
};

/** What is told of each instant in the main part of a page, by the instant. */
const told = async (page: Page): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await page
      .locator('main li time')
      .evaluateAll((times) => times.map((time) => [time.getAttribute('datetime') ?? '', time.textContent])),
  );

const dayIn = (text: string | undefined): string | undefined => /\d+/.exec(text ?? '')?.[0];

test('a term ends on the same day on the board and in the agenda, wherever its reader is', async () => {
  // There it is already tomorrow when the day of a case ends.
  const { page, close } = await open({ timezoneId: 'Asia/Tokyo' });
  await visit(page, screenOf('desk-board'), { language: 'es', world });
  const board = await told(page);
  await visit(page, screenOf('desk-agenda'), { language: 'es', world });
  await page.locator('main li time').first().waitFor();
  const agenda = await told(page);
  const both = [...board].filter(([at]) => agenda.has(at));
  expect(both.length).toBeGreaterThan(0);
  expect(both.map(([at, text]) => [at, dayIn(text)])).toEqual(both.map(([at]) => [at, dayIn(agenda.get(at))]));
  await close();
});

test('an act is held at the hour of its place, at the desk as on its public page, wherever its reader is', async () => {
  const { page, close } = await open({ timezoneId: 'Asia/Tokyo' });
  await page.goto(`${world.crowded}/es/cases/${world.keys.sealed}`);
  const shown = await page
    .locator('main time')
    .evaluateAll((times) => times.map((time) => ({ at: time.getAttribute('datetime'), text: time.textContent })));
  await visit(page, screenOf('desk-case-acts'), { language: 'es', world });
  const first = page.locator('main li time').first();
  await first.waitFor();
  const at = await first.getAttribute('datetime');
  const there = shown.find((each) => each.at === at && /\d:\d\d/.test(each.text));
  expect(await first.textContent()).toBe(`${there?.text} (GMT-4)`);
  await close();
});

test('an inbox with nothing in it says which keys there are, and none of them fails', async () => {
  const { page, complaints, close } = await open();
  const inbox = { ...screenOf('desk-escalations'), house: 'empty' } as const;
  await visit(page, inbox, { language: 'es', world });
  const keys = page.locator('details.keys');
  await keys.waitFor();
  for (const key of ['j', 'k', 'o', 'a', 'r']) await page.keyboard.press(key);
  expect(new URL(page.url()).pathname).toBe('/es/desk/escalations');
  await page.keyboard.press('?');
  await page.locator('details.keys[open]').waitFor();
  expect(await page.locator('main ol').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test('an hour that is written at the desk is of the zone of the case, and the field says so, wherever its writer is', async () => {
  const { page, close } = await open({ timezoneId: 'Asia/Tokyo' });
  const at = () => `/desk/cases/${world.keys.sealed}/observations`;
  await visit(page, { name: 'observations', at, as: 'member-1', isDrawn: true }, { language: 'es', world });
  const form = page.locator('form.act-form');
  await page.getByRole('button', { name: 'Presentar una observación' }).click();
  const when = form.locator('.field', { has: page.locator('input[type=datetime-local]') }).first();
  expect(await when.locator('.hint').innerText()).toContain('A la hora de America/Santo_Domingo.');
  await when.locator('input').fill('2026-03-02T10:00');
  const sent: unknown[] = [];
  await page.route('**/observations', (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    sent.push(route.request().postDataJSON());
    return route.abort();
  });
  await form.locator('button[type=submit]').click();
  await expect.poll(() => sent).toEqual([expect.objectContaining({ observedAt: '2026-03-02T14:00:00.000Z' })]);
  await close();
});
