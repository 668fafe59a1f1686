import { beforeEach, describe, expect, it } from 'vitest';
import { fromShell, keepShell, type ShellParts } from './shell.ts';

const PAGE = '/es/field';
const ORIGIN = 'https://veedor.example';
const STYLE = '/assets/workplace-0123456789abcdef.css';
const scriptOf = (version: number): string => `/scripts/field-${String(version).repeat(16)}.js`;
const pageOf = (version: number): string =>
  `<link rel="stylesheet" href="${STYLE}"><script type="module" src="${scriptOf(version)}"></script>`;

/** What of the caches of a browser is used here. */
const newCaches = () => {
  const answers = new Map<string, string>();
  const at = (asked: RequestInfo | URL): string =>
    new URL(asked instanceof Request ? asked.url : asked, ORIGIN).pathname;
  const cache: Pick<Cache, 'match' | 'put' | 'delete' | 'keys'> = {
    match: async (asked) => {
      const text = answers.get(at(asked));
      return text === undefined ? undefined : new Response(text);
    },
    put: async (asked, answer) => void answers.set(at(asked), await answer.text()),
    delete: async (asked) => answers.delete(at(asked)),
    keys: async () => [...answers.keys()].map((path) => new Request(ORIGIN + path)),
  };
  return { answers, caches: { open: async () => cache } };
};

describe('what opens without a network', () => {
  const house = { version: 1, answer: undefined as string | undefined, broken: '' };
  const asked: string[] = [];
  let kept = newCaches();
  const fetch: ShellParts['fetch'] = async (path) => {
    asked.push(path);
    if (path === house.broken) throw new TypeError('Failed to fetch');
    if (path === PAGE) return new Response(house.answer ?? pageOf(house.version));
    // The house has the scripts of its own version alone.
    const isThere = path === STYLE || path === scriptOf(house.version);
    return new Response(isThere ? `text of ${path}` : '', { status: isThere ? 200 : 404 });
  };
  const keep = () => keepShell({ caches: kept.caches, fetch, page: PAGE });
  const opened = async (path: string) => (await fromShell({ caches: kept.caches, page: PAGE }, path))?.text();
  beforeEach(() => {
    Object.assign(house, { version: 1, answer: undefined, broken: '' });
    asked.length = 0;
    kept = newCaches();
  });

  it('is the page with all that it names, each fetched once under a name that changes with it', async () => {
    await keep();
    await keep();
    expect([...kept.answers.keys()].toSorted()).toEqual([STYLE, PAGE, scriptOf(1)]);
    expect(asked.filter((path) => path === STYLE)).toHaveLength(1);
  });

  it('lets a page that was opened just before a new version came have its script, and lets go of it after the next', async () => {
    await keep();
    house.version = 2;
    expect(await opened(PAGE)).toBe(pageOf(1));
    await keep();
    expect([await opened(scriptOf(1)), await opened(scriptOf(2))]).toEqual([
      `text of ${scriptOf(1)}`,
      `text of ${scriptOf(2)}`,
    ]);
    expect(await opened(PAGE)).toBe(pageOf(2));
    await keep();
    expect([...kept.answers.keys()].toSorted()).toEqual([STYLE, PAGE, scriptOf(2)]);
  });

  it('stays whole when a new version breaks off', async () => {
    await keep();
    Object.assign(house, { version: 2, broken: scriptOf(2) });
    await expect(keep()).rejects.toThrow('Failed to fetch');
    expect([await opened(PAGE), await opened(scriptOf(1))]).toEqual([pageOf(1), `text of ${scriptOf(1)}`]);
  });

  it('is never the page of somebody between us and the house', async () => {
    await keep();
    house.answer = '<link rel="stylesheet" href="/assets/pay.css"><h1>Pay for this network</h1>';
    await expect(keep()).rejects.toThrow('Another page');
    expect(await opened(PAGE)).toBe(pageOf(1));
  });
});
