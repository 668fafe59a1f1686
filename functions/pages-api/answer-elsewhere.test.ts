import { describe, expect, it } from 'vitest';
import { newHouse } from '../../test/support/house.ts';
import { PAGE_WORDS } from '../../web/words/words.ts';

const house = newHouse();
const asked = (path: string) => house.send({ method: 'GET', path });

describe('an address that is no page', () => {
  it.each(['es', 'pt', 'en'] as const)('under the language %s is answered with a page in it', async (language) => {
    for (const path of ['/nothing', '/cases/a/b/c/d']) {
      const { status, headers, text } = await asked(`/${language}${path}`);
      expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(text).toContain(PAGE_WORDS[language].errors.notFound);
      expect(text).toContain(`href="/${language}/cases"`);
    }
  });

  it('with a slash at its end leads to the one without', async () => {
    for (const [path, location] of [
      ['/es/', '/es'],
      ['/en/cases/?q=a%20b', '/en/cases?q=a%20b'],
      ['/pt/authorities//', '/pt/authorities'],
    ] as const) {
      const { status, headers } = await asked(path);
      expect([path, status, headers['location']]).toEqual([path, 308, location]);
    }
  });

  it('leads nobody out of the pages of a language', async () => {
    for (const path of ['/es/..//evil.example/', '/es/../cases/']) {
      const { status, headers } = await asked(path);
      expect([path, status, headers['location']]).toEqual([path, 404, undefined]);
    }
  });

  it('elsewhere is a problem, which runs nothing and stands in no frame', async () => {
    const { status, headers } = await asked('/cases/a/b/c/d');
    expect(status).toBe(404);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });

  it('is told not to be guessed at, where it shows nothing of its own', async () => {
    for (const path of ['/', '/assets/none.css']) {
      expect((await asked(path)).headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    }
  });
});
