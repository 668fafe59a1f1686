import type { Page, Route } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYNC } from '../../web/field/channel.ts';
import { hands } from './held.ts';
import { newPhone, type Phone } from './kept-browser.ts';

const { world } = await hands();
const url = world.crowded;
const { sealed } = world.keys;
const FIELD = `${url}/es/field`;
const MEMBER = 'member-1';

interface Listed {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

/** What the last event of the case says: the clock of the house stands there, and so does that of the phone. */
const nowInHouse = async (): Promise<string> => {
  const { items } = (await (await fetch(`${url}/cases/${sealed}/events?limit=100`)).json()) as Listed;
  return String(items.at(-1)?.['recordedAt']);
};

let phone: Phone;
let page: Page;
/** What the app itself was given to ask with. */
let token = '';
beforeAll(async () => {
  phone = await newPhone(await nowInHouse());
});
afterAll(() => phone.discard());

const signIn = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Ingresar' }).first().click();
  await page.locator(`button[value=${MEMBER}]`).click();
  await page.waitForURL(/\/es\/field(#.*)?$/);
};

/** As the API tells the team. */
const told = async (path: string): Promise<Listed> =>
  (await (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } })).json()) as Listed;

/** Larger than what is kept of one. */
const photo = async (name: string, shade: number) => {
  const background = { r: shade, g: 90, b: 255 - shade };
  const buffer = await sharp({ create: { width: 3_000, height: 200, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
};

/** Goes to another screen of the app without loading it anew. */
const goTo = (hash: string) => page.evaluate(`location.hash = '${hash}'`);

const write = async (title: string, number: number): Promise<void> => {
  await goTo(`#/cases/${sealed}/observation`);
  await page.locator('#type').selectOption('good-practice');
  await page.locator('#title').fill(title);
  await page.locator('#narrative').fill(`${title}: what was seen.`);
  await page.locator('#files').setInputFiles([await photo('a.jpg', number), await photo('b.jpg', number + 100)]);
  await page.locator('.photos li').nth(1).waitFor();
  await page.getByText('Borrador guardado').waitFor();
};

const TITLES = ['First from the road', 'Second from the road', 'Third from the road'];

describe('a phone on the road', { shuffle: false }, () => {
  test('files three observations with two photos each without a network, is killed, and brings each once over a bad one', async () => {
    page = await phone.open();
    await page.goto(FIELD);
    await signIn();
    await page.locator('#cases').waitFor();
    await page.getByRole('link', { name: 'Suministro de raciones' }).first().waitFor();
    await page.evaluate('navigator.serviceWorker.ready');

    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('Sin conexión: puede seguir').waitFor();
    for (const [index, title] of TITLES.entries()) {
      await write(title, index);
      if (index === 1) {
        // A draft outlives the browser, too.
        await phone.kill();
        page = await phone.open();
        await page.context().setOffline(true);
        await page.goto(FIELD);
        await page.getByRole('link', { name: title }).click();
        expect(await page.locator('#narrative').inputValue()).toBe(`${title}: what was seen.`);
        expect(await page.locator('.photos li').count()).toBe(2);
      }
      await page.getByRole('button', { name: 'Registrar', exact: true }).click();
      await page.getByRole('heading', { name: title }).waitFor();
    }
    await phone.kill();

    const tokens: string[] = [];
    const lost: string[] = [];
    page = await phone.open();
    const flaky = { requests: 0 };
    const breaking = async (route: Route): Promise<void> => {
      const request = route.request();
      tokens.push((request.headers()['authorization'] ?? '').replace('Bearer ', ''));
      if (request.method() !== 'POST') return route.continue();
      flaky.requests += 1;
      if (flaky.requests % 2 === 1) return route.abort('connectionreset');
      if (lost.length === 0 && request.url().endsWith('/observations')) {
        lost.push(request.url());
        // It does what was asked, and nobody hears of it.
        await route.fetch();
        return route.abort('connectionreset');
      }
      return route.continue();
    };
    await page.context().route(/\/cases\/[^/]+\/(observations|documents)$|veedor-documents/, breaking);
    await page.goto(`${FIELD}#/queue`);
    const other = await page.context().newPage();
    await other.goto(`${FIELD}#/queue`);
    await page.getByRole('button', { name: 'Enviar ahora' }).waitFor();
    await expect
      .poll(
        async () => {
          // Somebody who sees that it does not go taps again, in both tabs.
          for (const each of [page, other]) await each.evaluate("dispatchEvent(new Event('online'))");
          return page.getByText('Registrado', { exact: true }).count();
        },
        { timeout: 30_000, interval: 300 },
      )
      .toBe(3);
    expect(lost).toHaveLength(1);

    token = tokens.findLast((each) => each !== '') ?? '';
    const { items } = await told(`/cases/${sealed}/observations?limit=25`);
    const titles = items.map(({ content }) => (content as { title?: string } | undefined)?.title);
    expect(titles.filter((title) => title?.endsWith('from the road')).toSorted()).toEqual(TITLES);
    for (const title of TITLES) {
      const { observation } = items[titles.indexOf(title)] ?? {};
      // Each is looked into in its own time: only what came whole becomes usable.
      const states = async () => {
        const documents = await told(`/cases/${sealed}/documents?attachedTo=${String(observation)}`);
        return documents.items.map(({ name, state }) => `${String(name)} ${String(state)}`).toSorted();
      };
      await expect.poll(states, { timeout: 20_000 }).toEqual(['a.jpg usable', 'b.jpg usable']);
    }
    await page.context().unroute(/\/cases\/[^/]+\/(observations|documents)$|veedor-documents/);
    await other.close();
  });

  test('whose session ends with something in the queue keeps it, and brings it after signing in', async () => {
    await page.context().route('**/oauth2/token', (route) => route.fulfill({ status: 400, body: '{}' }));
    await page.reload();
    await page.getByText('Su sesión terminó').waitFor();
    await write('Written when the session was over', 3);
    await page.getByRole('button', { name: 'Registrar', exact: true }).click();
    await page.getByText('ingrese para enviarlo').waitFor();
    await page.context().unroute('**/oauth2/token');
    await signIn();
    await goTo('#/queue');
    await page.getByRole('heading', { name: 'Written when the session was over' }).waitFor();
    await expect.poll(() => page.getByText('Registrado', { exact: true }).count(), { timeout: 20_000 }).toBe(4);
  });

  test('in a pocket brings what waits when the network is back, with no page open: a photo as it can be read, and a voice', async () => {
    await page.context().setOffline(true);
    await write('Heard on the road', 4);
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic');
    await page.locator('#files').setInputFiles([{ name: 'a.heic', mimeType: 'image/heic', buffer: heic }]);
    await page.getByText('no puede abrir fotos HEIC').waitFor();
    await page.getByRole('button', { name: 'Grabar nota de voz' }).click();
    await page.getByRole('button', { name: 'Detener (1 s)' }).click();
    await page.locator('.photos li', { hasText: 'voice-' }).waitFor();
    expect(await page.locator('.photos li').count()).toBe(3);
    await page.getByRole('button', { name: 'Registrar', exact: true }).click();
    await page.getByRole('heading', { name: 'Heard on the road' }).waitFor();

    const nothing = await page.context().newPage();
    const browser = await page.context().newCDPSession(nothing);
    const registered = new Promise<string>((resolve) => {
      browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(url));
        if (ours !== undefined) resolve(ours.registrationId);
      });
    });
    await browser.send('ServiceWorker.enable');
    const registrationId = await registered;
    await page.close();
    await nothing.context().setOffline(false);
    await browser.send('ServiceWorker.dispatchSyncEvent', {
      origin: url,
      registrationId,
      tag: SYNC,
      lastChance: false,
    });
    const heard = async () => {
      const { items } = await told(`/cases/${sealed}/observations?limit=25`);
      const found = items.find(
        ({ content }) => (content as { title?: string } | undefined)?.title === 'Heard on the road',
      );
      if (found === undefined) return [];
      const documents = await told(`/cases/${sealed}/documents?attachedTo=${String(found['observation'])}`);
      return documents.items.map(({ name, state }) => `${String(name).slice(0, 5)} ${String(state)}`).toSorted();
    };
    await expect.poll(heard, { timeout: 30_000 }).toEqual(['a.jpg usable', 'b.jpg usable', 'voice usable']);
    page = nothing;
    await page.goto(FIELD);
  });

  test('that is nearly full says so before a photo is lost, and keeps the words', async () => {
    await page.evaluate('navigator.storage.estimate = async () => ({ quota: 10_000_000, usage: 9_999_000 })');
    await goTo(`#/cases/${sealed}/observation`);
    await page.locator('#title').fill('No room for a photo');
    await page.locator('#files').setInputFiles([await photo('c.jpg', 9)]);
    await page.getByText('No hay espacio en el equipo para c.jpg').waitFor();
    expect(await page.locator('.photos li').count()).toBe(0);
    await page.reload();
    expect(await page.locator('#title').inputValue()).toBe('No room for a photo');
    await page.getByRole('button', { name: 'Descartar' }).click();
    await page.getByRole('heading', { name: 'Mis observaciones' }).waitFor();
  });

  test('whose attendance was refused says so on every screen, and why where the act is, where who came is ticked anew', async () => {
    const before = new Date(Date.parse(await nowInHouse()) - 3_600_000).toISOString();
    const scheduled = await fetch(`${url}/cases/${sealed}/acts`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': 'act-of-the-field',
      },
      body: JSON.stringify({
        kind: 'site-visit',
        stage: 'tender-observation',
        heldAt: before,
        place: 'At the kitchen',
      }),
    });
    expect(scheduled.status).toBe(201);
    await page.reload();
    await goTo(`#/cases/${sealed}`);
    const act = page.locator('li', { hasText: 'At the kitchen' });
    const attend = act.getByRole('button', { name: 'Registrar asistencia' });
    await attend.click();
    await act.getByText('No alcanza el quórum').waitFor();
    await page.locator('.field-bar').getByText('Sin aceptar: 1').waitFor();
    await act.getByRole('checkbox').first().check();
    await attend.click();
    await act.getByText('Asistió el equipo').waitFor();
    await page.locator('.field-bar').getByText('Todo está enviado').waitFor();
  });

  const keptNow = (on: Page) =>
    on.evaluate<number>(`new Promise((resolve) => {
      const asked = indexedDB.open('veedor.field');
      asked.onsuccess = () => {
        const all = asked.result.transaction('kept').objectStore('kept').getAllKeys();
        all.onsuccess = () => resolve(all.result.length);
      };
    })`);
  const nobody = (on: Page) => on.getByText('Ingrese una vez con conexión').waitFor();

  test('whose owner signs out keeps nothing, in no tab, whatever each of them had signed in with', async () => {
    // Another tab with a sign-in of its own, and a draft of the desk.
    const other = await page.context().newPage();
    await other.goto(`${url}/es/desk`);
    await other.locator(`button[value=${MEMBER}]`).click();
    await other.waitForURL('**/es/desk');
    await other.evaluate(`localStorage.setItem('veedor.draft:${MEMBER}:a', '{"keptAt":9e12,"fields":{}}')`);
    await other.goto(FIELD);
    await other.locator('#cases').waitFor();

    await goTo('#/');
    await page.getByRole('button', { name: 'Salir y borrar' }).click();
    await page.waitForURL('**/es/signed-out');
    await nobody(other);
    expect([await keptNow(other), await other.evaluate('localStorage.length + sessionStorage.length')]).toEqual([0, 0]);
    await page.goto(FIELD);
    await nobody(page);
    await other.close();
  });

  test('whose owner signs out of the other pages is asked about what was not sent, and then keeps nothing either', async () => {
    await signIn();
    await page.locator('#cases').waitFor();
    await goTo(`#/cases/${sealed}/observation`);
    await page.locator('#title').fill('Not sent yet');
    await page.getByText('Borrador guardado').waitFor();
    const leaveElsewhere = async () => {
      await page.goto(`${url}/es/account`);
      await page.getByRole('button', { name: 'Salir', exact: true }).click();
    };
    await leaveElsewhere();
    await page.getByText('Hay 1 sin enviar').waitFor();
    await page.getByRole('button', { name: 'Quedarme' }).click();
    await page.getByRole('link', { name: 'Not sent yet' }).waitFor();
    await page.goto(`${url}/es/sign-in`);
    await page.getByRole('button', { name: 'Ingresar' }).first().click();
    await page.locator(`button[value=${MEMBER}]`).click();
    await page.waitForURL('**/es/desk');
    await leaveElsewhere();
    await page.getByRole('button', { name: 'Salir y perderlo' }).click();
    await page.waitForURL('**/es/signed-out');
    await page.goto(FIELD);
    await nobody(page);
    expect(await keptNow(page)).toBe(0);
  });

  test('that holds the field of somebody else leaves it to them when another signs out of the desk', async () => {
    await signIn();
    await page.locator('#cases').waitFor();
    const desk = await page.context().newPage();
    await desk.goto(`${url}/es/desk`);
    await desk.locator('button[value=coordinator-1]').click();
    await desk.waitForURL('**/es/desk');
    await desk.goto(`${url}/es/account`);
    await desk.getByRole('button', { name: 'Salir', exact: true }).click();
    await desk.waitForURL('**/es/signed-out');
    await page.reload();
    await page.locator('#cases').waitFor();
    expect(await page.locator('body').textContent()).toContain(`Ingresó como ${MEMBER}`);
  });

  test('in which another person signs in shows nothing of the one before, in no tab', async () => {
    await page.evaluate('window.isFromBefore = true');
    const other = await page.context().newPage();
    await other.goto(`${url}/es/desk`);
    await other.locator('button[value=witness-1]').click();
    await other.waitForURL('**/es/desk');
    await other.goto(FIELD);
    await other.getByText('Ingresó como witness-1').waitFor();
    await page.getByText('Ingresó como witness-1').waitFor();
    expect(await page.evaluate('window.isFromBefore')).toBeUndefined();
    await other.close();
  });
});
