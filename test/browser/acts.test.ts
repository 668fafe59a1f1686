import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hands, type Opened } from './held.ts';
import { visit } from './visit.ts';
import type { World } from './world.ts';

const { world, open } = await hands();
let opened: Opened;
let page: Page;
beforeAll(async () => {
  opened = await open({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  page = opened.page;
  const at = ({ sealed }: World['keys']) => `/desk/cases/${sealed}/questions`;
  await visit(page, { name: 'questions', at, as: 'member-1', isDrawn: true }, { language: 'es', world });
  await page.getByRole('button', { name: 'Preguntar a la entidad' }).click();
});
afterAll(() => opened.close());

const form = () => page.locator('form.act-form');
/** What has the focus; where nothing has it, the whole page would. */
const focused = () =>
  page.evaluate<string>('document.activeElement.matches("body") ? "" : document.activeElement.innerText');
const send = () => form().locator('button[type=submit]').click();

describe('a form of the desk', { shuffle: false }, () => {
  test('says what is wrong where it is read, as often as it is sent', async () => {
    for (let times = 0; times < 2; times += 1) {
      await send();
      await expect.poll(focused).toContain('Pregunta: falta este dato');
      await page.keyboard.press('End');
    }
  });

  test('says that there is no network, keeps what was written, and does it once when there is one', async () => {
    const question = 'Where is the page of the minutes that is missing?';
    await form().locator('textarea').fill(question);
    // What was written lies on the device, and nobody reads it there.
    await expect.poll(() => page.evaluate<string>('JSON.stringify(localStorage)')).toContain('veedor.draft:member-1');
    expect(await page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain('minutes');
    // Others look at what everybody reads of this case.
    await form().locator('select').last().selectOption('after-award');
    // It arrives, and nobody hears of it.
    const lost: string[] = [];
    await page.route('**/questions', async (route) => {
      if (route.request().method() !== 'POST' || lost.length > 0) return route.continue();
      lost.push(route.request().url());
      await route.fetch();
      return route.abort('connectionreset');
    });
    await send();
    await expect.poll(focused).toContain('No hay conexión');
    await page.reload();
    await page.getByRole('button', { name: 'Preguntar a la entidad' }).click();
    expect(await form().locator('textarea').inputValue()).toBe(question);
    await send();
    await page.getByText('Hecho: quedó en el registro.').waitFor();
    await page.getByText(question).waitFor();
    expect(await page.getByText(question).count()).toBe(1);
    expect(lost).toHaveLength(1);
    await page.unrouteAll({ behavior: 'wait' });
  });

  test('that was changed after an answer was lost says that the first did arrive, and does it no second time', async () => {
    const before = 'Who opened the envelopes?';
    await page.getByRole('button', { name: 'Preguntar a la entidad' }).click();
    await form().locator('textarea').fill(before);
    await form().locator('select').last().selectOption('after-award');
    await page.route(
      '**/questions',
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await send();
    await expect.poll(focused).toContain('No hay conexión');
    await form().locator('textarea').fill(`${before} And when?`);
    await send();
    await expect.poll(focused).toContain('Lo que envió antes de cambiarlo sí llegó');
    await page.reload();
    await page.getByText(before).first().waitFor();
    expect(await page.locator('.cards > li', { hasText: before }).count()).toBe(1);
  });
});

describe('a form of the coordination', () => {
  test('names the fields that were left empty, each at its place', async () => {
    const office = await open();
    const go = (at: string) =>
      visit(office.page, { name: at, at: () => at, as: 'coordinator-1', isDrawn: true }, { language: 'es', world });
    await go('/desk/assignments/member-1');
    await office.page.locator('summary', { hasText: 'Pasar casos' }).click();
    await office.page.getByRole('button', { name: 'Pasar los casos elegidos' }).click();
    const wrong = office.page.locator('.field.wrong .error');
    await wrong.first().waitFor();
    expect(await wrong.allInnerTexts()).toEqual([
      'Seudónimo de quien los toma: falta este dato',
      'Motivo: falta este dato',
    ]);
    await go('/desk/processes');
    await office.page.getByRole('button', { name: 'Abrir un caso' }).click();
    await wrong.first().waitFor();
    expect(await wrong.allInnerTexts()).toEqual(['Elija el archivo con los datos oficiales, o pegue su texto.']);
    await office.close();
  });
});
