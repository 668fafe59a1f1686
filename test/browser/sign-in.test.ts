import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryClock } from '../../functions/_ports/memory/memory-clock.ts';
import { type System, startSystem } from '../../local/system.ts';
import { heldBrowser } from './held.ts';

const AN_HOUR = 60 * 60_000;

const browser = await heldBrowser();
const clock = memoryClock(new Date().toISOString());
let folder: string;
let system: System;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'veedor-test-'));
  system = await startSystem({ folder, port: 0, quiet: true, clock });
});

afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What the browser complains of: a script that failed, or something that the policy of the page forbids. */
const complaintsOn = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    // That a session is over is told by a status, and a browser counts it as an error.
    const isStatus = /^Failed to load resource: the server responded with a status of 40[01]/.test(message.text());
    if (message.type() === 'error' && !isStatus) complaints.push(message.text());
  });
  return complaints;
};

const become = (page: Page, person: string) => page.locator(`button[value=${person}]`).click();
const settingsOf = async (person: string) => {
  const headers = { authorization: `Bearer ${await system.tokenFor(person)}` };
  return (await fetch(`${system.url}/me/notice-settings`, { headers })).json();
};

test('a witness signs in, says how to be told, loses nothing when the session ends, and signs out', async () => {
  const page = await browser.newPage({ locale: 'es-MX', viewport: { width: 390, height: 800 } });
  const complaints = complaintsOn(page);
  await page.goto(`${system.url}/es/account`);

  await page.waitForURL('**/es/sign-in#account');
  await page.getByRole('button', { name: 'Ingresar' }).click();
  expect(await page.getByText('no usar en producción').isVisible()).toBe(true);
  await become(page, 'witness-1');

  await page.getByText('Testigo social', { exact: true }).waitFor();
  expect(page.url()).toBe(`${system.url}/es/account`);
  await page.getByText('No tiene nada pendiente.').waitFor();
  await page.getByText('Todavía no hay notificaciones.').waitFor();
  await page.getByRole('link', { name: 'Cambiar idioma, frecuencia o dirección' }).click();
  await page.getByLabel('Un resumen al día').check();
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Quedó guardado.').waitFor();
  expect(await settingsOf('witness-1')).toMatchObject({ language: 'es', mail: 'digest' });

  await page.getByLabel('Ninguno').check();
  await page.getByLabel('Nueva dirección').fill('maria@exam');
  clock.move(13 * AN_HOUR);
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Su sesión terminó').waitFor();
  expect(await settingsOf('witness-1')).toMatchObject({ mail: 'digest' });

  await page.getByRole('button', { name: 'Ingresar de nuevo' }).click();
  await become(page, 'witness-1');
  await page.getByText('Recuperamos lo que había escrito').first().waitFor();
  expect(await page.getByLabel('Ninguno').isChecked()).toBe(true);
  expect(await page.getByLabel('Nueva dirección').inputValue()).toBe('maria@exam');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Quedó guardado.').waitFor();
  expect(await settingsOf('witness-1')).toMatchObject({ mail: 'none' });

  await page.getByRole('link', { name: 'Volver a mi cuenta' }).click();
  await page.getByRole('button', { name: 'Salir' }).click();
  await page.waitForURL('**/es/signed-out');
  expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  await page.goto(`${system.url}/es/account`);
  await page.waitForURL('**/es/sign-in#account');
  expect(complaints).toEqual([]);
});

test('an address is confirmed with the code from the mail, and nobody else’s link signs anybody in', async () => {
  const page = await browser.newPage({ locale: 'en-US' });
  const complaints = complaintsOn(page);
  await page.goto(`${system.url}/en/signed-in?code=of-somebody&state=else`);
  await page.getByText('You could not be signed in').waitFor();
  expect(page.url()).toBe(`${system.url}/en/signed-in`);

  await page.getByRole('button', { name: 'Sign in again' }).click();
  await become(page, 'member-1');
  await page.getByRole('link', { name: 'Language and mail' }).click();
  await page.getByLabel('New address').fill('maria@example.org');
  await page.getByRole('button', { name: 'Send the code' }).click();
  await page.getByLabel('Code that you received').fill('x'.repeat(43));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('link', { name: 'No address waits for this code' }).waitFor();

  await system.settled();
  await system.deliver();
  await page.getByLabel('Code that you received').fill(codeInMailbox());
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('to the address that you gave').waitFor();
  expect(complaints).toEqual(['Failed to load resource: the server responded with a status of 404 (Not Found)']);
});

const codeInMailbox = (): string => {
  const mailbox = join(folder, 'mailbox');
  const [mail = ''] = readdirSync(mailbox).map((file) => readFileSync(join(mailbox, file), 'utf8'));
  const text = Buffer.from(mail.slice(mail.indexOf('\r\n\r\n')), 'base64').toString('utf8');
  return /[\w-]{43}/.exec(text)?.[0] ?? '';
};
