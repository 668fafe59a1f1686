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

test.each([
  ['es', 'Comprobar el recibo', 'El recibo coincide con el registro', 'El recibo no coincide con el registro'],
  ['pt', 'Conferir o recibo', 'O recibo coincide com o registro', 'O recibo não coincide com o registro'],
  ['en', 'Check the receipt', 'The receipt agrees with the record', 'The receipt does not agree with the record'],
])(
  'a receipt is checked in the browser of its holder, and sent to nobody: %s',
  async (language, look, holds, differs) => {
    const { items } = (await (await fetch(`${world.crowded}/cases/${closed}/events?limit=20`)).json()) as {
      items: Record<string, unknown>[];
    };
    const line = items.find(({ type }) => type === 'pact.signed.v1') ?? items[3] ?? {};
    const told = ({ id, type, recordedAt, hash, contentHash }: Record<string, unknown>) =>
      JSON.stringify({ case: closed, recorded: [{ id, type, recordedAt, hash, contentHash }] });
    const { page, complaints, close } = await open();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.goto(`${world.crowded}/${language}/cases/${closed}`);
    await page.locator('section:has(> #verify) a[href$="/receipt"]').click();
    const check = async (text: string): Promise<void> => {
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await page.getByRole('button', { name: look }).click();
    };
    await check(told(line));
    await page.getByRole('heading', { name: holds }).waitFor();
    await check(told({ ...line, recordedAt: '2026-01-01T00:00:00.000Z' }));
    await page.getByRole('heading', { name: differs }).waitFor();
    await check('{}');
    await page.locator('input[aria-invalid=true]').waitFor();
    const asked = sent.filter((each) => !/(assets|scripts|favicon|cases\/[^/]+$|receipt$)/.test(each));
    expect(new Set(asked.map((each) => each.replace(/\d+\/content$/, 'N/content')))).toEqual(
      new Set([
        `GET /cases/${closed}/events`,
        ...('contentHash' in line ? [`GET /cases/${closed}/events/N/content`] : []),
      ]),
    );
    expect(complaints).toEqual([]);
    await close();
  },
);

test('without script, whoever holds a receipt is told of the program that checks it', async () => {
  const { page, close } = await open({ javaScriptEnabled: false });
  await page.goto(`${world.crowded}/en/receipt`);
  expect(await page.locator('noscript .notice').innerText()).toContain('does not allow JavaScript');
  await page.getByText(`npm run verify-receipt -- receipt.json --url ${world.crowded}`).waitFor();
  await close();
});
