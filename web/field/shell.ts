/** What opens without a network: the page and what it is drawn with, by the names that the page gives them. */
export interface ShellParts {
  readonly caches: { readonly open: (name: string) => Promise<Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>> };
  readonly fetch: (path: string, request: RequestInit) => Promise<Response>;
  /** Where the page stands: `/es/field`. */
  readonly page: string;
}

const cacheOf = (page: string): string => `veedor${page}`;
const NAMED =
  /<(?:script|link)\b[^>]*?\b(?:src|href)="(\/(?:assets|scripts|icons)\/[^"]+|\/[^"/]+\/[^"/]+\.webmanifest)"/g;
/** What stands under a name that changes with it is fetched once. */
const HASHED = /-[0-9a-f]{16}\./;

const fresh = { cache: 'no-store', credentials: 'omit' } as const;

const namedIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(NAMED)].map(([, path = '']) => path)),
];

/**
 * Fetches the page, then all that it names, and only then takes the new page in place of the old: whatever breaks in between, the old
 * one is whole. What the old one names stays once more: it may have been opened a moment ago, and the house has the new alone. Nothing
 * of it is anybody's own.
 */
export const keepShell = async ({ caches, fetch, page }: ShellParts): Promise<void> => {
  const answer = await fetch(page, fresh);
  if (!answer.ok || answer.redirected) throw new Error('The page did not come.');
  const cache = await caches.open(cacheOf(page));
  const text = await answer.clone().text();
  const named = namedIn(text);
  // Somebody between us and the house may answer with a page of theirs.
  if (!named.some((path) => path.startsWith('/scripts/'))) throw new Error('Another page came.');
  const before = namedIn((await (await cache.match(page))?.text()) ?? '');
  await Promise.all(
    named.map(async (path) => {
      if (HASHED.test(path) && (await cache.match(path)) !== undefined) return;
      const part = await fetch(path, fresh);
      if (!part.ok) throw new Error(`${path} did not come.`);
      await cache.put(path, part);
    }),
  );
  await cache.put(page, answer);
  const kept = new Set([page, ...named, ...before]);
  for (const { url } of await cache.keys()) {
    if (!kept.has(new URL(url).pathname)) await cache.delete(url);
  }
};

/** Whether the network need not be asked. */
export const fromShell = async (
  { caches, page }: Pick<ShellParts, 'caches' | 'page'>,
  path: string,
): Promise<Response | undefined> => (await caches.open(cacheOf(page))).match(path);
