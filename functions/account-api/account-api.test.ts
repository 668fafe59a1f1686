import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../domain/languages.ts';
import { newHouse } from '../../test/support/house.ts';

const PAGES = [
  'sign-in',
  'signed-in',
  'signed-out',
  'account',
  'account/messages',
  'mailboxes/endpoint-1',
  'desk',
  'desk/cases/ip-1/acts',
];
const house = newHouse();
const see = (path: string) => house.send({ method: 'GET', path });
const scriptOn = (text: string): string => /<script type="module" src="([^"]+)">/.exec(text)?.[1] ?? '';
const policyOf = ({ headers }: Awaited<ReturnType<typeof see>>): string => String(headers['content-security-policy']);

describe('a page of people who sign in', () => {
  it.each(PAGES)(
    '/%s is there in every language, runs the script of the house alone and is kept by nobody',
    async (name) => {
      for (const language of LANGUAGES) {
        const page = await see(`/${language}/${name}`);
        expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store']);
        expect(page.text).toContain(`<html lang="${language}">`);
        expect(policyOf(page).split('; ')).toEqual(
          expect.arrayContaining([
            "default-src 'none'",
            "script-src 'self'",
            "connect-src 'self' https://sign-in.veedor.example https://uploads.veedor.example",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
          ]),
        );
        const script = await see(scriptOn(page.text));
        expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
        expect(script.headers['cache-control']).toContain('immutable');
      }
      expect((await see(`/xx/${name}`)).status).toBe(404);
    },
  );

  it('tells its script where to sign in, and the words of its own language alone', async () => {
    const { text } = await see('/pt/account');
    const told = JSON.parse(/<script type="application\/json" id="told">(.*?)<\/script>/.exec(text)?.[1] ?? '');
    expect(told).toMatchObject({ page: 'account', language: 'pt', signIn: house.signIn });
    expect(told.words.account.title).toBe('Minha conta');
    expect(text).not.toContain('Mi cuenta');
  });

  it('repeats nothing of what the sign-in told it, whatever that is', async () => {
    const page = await see('/es/signed-in?code=secret-code&state=secret-state&iss=x');
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('secret');
  });
});

it('a script under another name than its own is not there', async () => {
  for (const file of ['account-0123456789abcdef.js', 'account.js', 'nobody-0123456789abcdef.js', 'constructor']) {
    expect((await see(`/scripts/${file}`)).status).toBe(404);
  }
});

it('a page of the public still runs no script', async () => {
  const page = await see('/es');
  expect(scriptOn(page.text)).toBe('');
  expect(policyOf(page)).not.toContain('script-src');
});

it('the page of receipts asks this house alone, and nobody signs in on it', async () => {
  for (const language of LANGUAGES) {
    const page = await see(`/${language}/receipt`);
    expect(page.status).toBe(200);
    expect(policyOf(page).split('; ')).toEqual(expect.arrayContaining(["script-src 'self'", "connect-src 'self'"]));
    expect(page.text).not.toContain(house.signIn.url);
    expect((await see(scriptOn(page.text))).status).toBe(200);
  }
  expect((await see('/xx/receipt')).status).toBe(404);
});

describe('the app of the field', () => {
  it('may run its worker, take pictures and bring files, and lets one text alone become the address of a script', async () => {
    for (const language of LANGUAGES) {
      const page = await see(`/${language}/field`);
      expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(policyOf(page).split('; ')).toEqual(
        expect.arrayContaining([
          "script-src 'self'",
          "connect-src 'self' https://sign-in.veedor.example https://uploads.veedor.example",
          "img-src 'self' blob:",
          "worker-src 'self'",
          "manifest-src 'self'",
          "require-trusted-types-for 'script'",
          'trusted-types field-worker',
        ]),
      );
      expect(page.headers['permissions-policy']).toBe('camera=(self), geolocation=(self), microphone=(self)');
      const worker = await see(`/${language}/field-worker.js`);
      expect([worker.status, worker.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
      expect(policyOf(worker)).toBe(policyOf(page));
      const manifest = await see(`/${language}/field.webmanifest`);
      expect(JSON.parse(manifest.text)).toMatchObject({
        lang: language,
        scope: `/${language}/field`,
        display: 'standalone',
      });
    }
    for (const name of ['field', 'field-worker.js', 'field.webmanifest'])
      expect((await see(`/xx/${name}`)).status).toBe(404);
  });

  it('has icons of the sizes that its manifest names', async () => {
    const { icons } = JSON.parse((await see('/es/field.webmanifest')).text) as {
      icons: { src: string; sizes: string }[];
    };
    for (const { src, sizes } of icons) {
      const icon = await house.send({ method: 'GET', path: src });
      expect([icon.status, icon.headers['content-type']]).toEqual([200, 'image/png']);
      expect(src).toContain(sizes.split('x')[0]);
    }
    expect((await see('/icons/constructor')).status).toBe(404);
  });
});
