import { expect, test } from 'vitest';
import { jpeg } from '../support/documents/pictures.ts';
import { hands } from './held.ts';

const { world, open } = await hands();
const { sealed } = world.keys;

const headers = { authorization: `Bearer ${world.coordinator}` };
const TOLD = 'Anoche se llevaron cuarenta sacos de arroz por la puerta de atrás.';
const REASON = 'El equipo lo vio el lunes y ya pidió el registro de salidas de la bodega.';

interface Tips {
  readonly items: readonly { readonly id: string; readonly text?: string }[];
}

/** As a coordinator does: finds the tip among those of the case, by what it says, and answers it. */
const answerTip = async (text: string): Promise<void> => {
  const tips = `${world.crowded}/cases/${sealed}/tips`;
  const { items } = (await (await fetch(`${tips}?limit=100`, { headers })).json()) as Tips;
  const tip = items.find((each) => each.text === text)?.id ?? '';
  const answered = await fetch(`${tips}/${tip}/answer`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': `answer-${tip}` },
    body: JSON.stringify({ code: 'known-already', reason: REASON }),
  });
  expect(answered.status).toBe(200);
};

test.each([true, false])(
  'a citizen sends a tip with a photo, keeps the code, and finds there what became of both, with script %s',
  async (javaScriptEnabled) => {
    const { page, complaints, close } = await open({ javaScriptEnabled, viewport: { width: 360, height: 640 } });
    const text = `${TOLD} (${javaScriptEnabled ? 1 : 2})`;
    await page.goto(`${world.crowded}/es/cases/${sealed}`);
    await page.getByRole('link', { name: 'Enviar un aviso' }).first().click();
    await page.getByLabel('Qué pasó').fill(text);
    const photo = { name: 'IMG_0042.jpg', mimeType: 'image/jpeg', buffer: await jpeg() };
    await page.getByLabel('Fotos o documentos').setInputFiles(photo);
    await page.getByRole('button', { name: 'Enviar el aviso' }).click();
    await page.getByRole('heading', { name: 'Su aviso llegó' }).waitFor();
    const code = await page.locator('.secret .code').innerText();

    const follow = async () => {
      await page.goto(`${world.crowded}/es/tips`);
      await page.getByLabel('Código del aviso').fill(code);
      await page.getByRole('button', { name: 'Abrir mi aviso' }).click();
      await page.getByRole('heading', { name: 'Su aviso', level: 1 }).waitFor();
      return page.locator('main').innerText();
    };
    const first = await follow();
    expect(first).toContain(text);
    expect(first).toContain('Espera respuesta');
    await answerTip(text);
    // The photo is looked into meanwhile.
    await expect.poll(follow, { timeout: 20_000 }).toMatch(/IMG_0042\.jpg\s+Recibido/);
    const last = await follow();
    for (const told of ['Respondido', 'Ya se conocía', REASON]) expect(last).toContain(told);
    expect(last).not.toContain('Espera respuesta');
    expect(complaints).toEqual([]);
    await close();
  },
);
