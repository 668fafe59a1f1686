import { expect, test } from 'vitest';
import { hands } from './held.ts';

const { world, open } = await hands();
const { closed } = world.keys;

test.each([true, false])(
  'the PDF of a report verifies by its code, and the same with one changed byte does not, with script %s',
  async (javaScriptEnabled) => {
    const { page, complaints, close } = await open({ javaScriptEnabled });
    await page.goto(`${world.crowded}/es/cases/${closed}`);
    await page.locator('section:has(> #reports) summary').click();
    await page.getByRole('link', { name: 'Leer el informe' }).last().click();
    await page.locator(`a[href^="/es/verify/"]`).first().click();
    const [, code = ''] = /\/es\/verify\/([^/]+)$/.exec(page.url()) ?? [];
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    const address = await page.getByRole('link', { name: 'Español' }).last().getAttribute('href');
    const answer = await fetch(`${world.crowded}${address}`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const genuine = Buffer.from(await answer.arrayBuffer());

    // Whoever holds the paper begins with the code that is printed on it.
    await page.goto(`${world.crowded}/es/verify`);
    await page.getByLabel('Código de verificación').fill(code);
    await page.getByRole('button', { name: 'Buscar el informe' }).click();
    const handIn = async (pdf: Buffer): Promise<string> => {
      await page
        .getByLabel('El archivo PDF')
        .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf });
      const compare = page.getByRole('button', { name: 'Comprobar el archivo' });
      await Promise.all([page.waitForEvent('load'), compare.click()]);
      return page.locator('main h2').first().innerText();
    };
    expect(await handIn(genuine)).toBe('Es auténtico');
    const forged = Buffer.from(genuine);
    const middle = forged.length >> 1;
    forged.writeUInt8(forged.readUInt8(middle) ^ 1, middle);
    expect(await handIn(forged)).toBe('No es el publicado');
    expect(complaints).toEqual([]);
    await close();
  },
);
