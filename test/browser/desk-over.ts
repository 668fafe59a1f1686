import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { House } from '../support/house.ts';
import { hands, type Opened } from './held.ts';
import { signIn } from './visit.ts';

/** What the pages themselves are made of; the rest is the API. */
const OF_PAGES = /^\/(es|assets|oauth2|scripts)\//;

/** Whose token a page sends. The house has names for tokens, and a page that sends none asks as the public does. */
const askingIn = (authorization = ''): { readonly person?: string } => {
  const [, claims] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? [];
  if (claims === undefined) return {};
  const { sub } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { readonly sub: string };
  return { person: sub };
};

/** Has a page ask a house in memory: the same functions over another store and clock. */
const asks = async (page: Page, { origin, house }: { origin: string; house: House }) => {
  await page.route(
    (url) => url.origin === origin && !OF_PAGES.test(url.pathname),
    async (route) => {
      const request = route.request();
      const { authorization, ...headers } = await request.allHeaders();
      const { pathname, search } = new URL(request.url());
      const answer = await house.send({
        method: request.method() as 'GET' | 'POST',
        path: `${pathname}${search}`,
        ...askingIn(authorization),
        headers,
        ...(request.postData() === null ? {} : { body: request.postData() ?? '' }),
      });
      await route.fulfill({
        status: answer.status,
        contentType: String(answer.headers['content-type']),
        body: answer.text,
      });
    },
  );
};

/** For the tests of one file: somebody at a place of the desk of a house in memory, signed in once, as people sign in. */
export const deskOver = async () => {
  const { world, open } = await hands();
  const signedIn = async (house: House, person: string): Promise<Opened> => {
    const opened = await open();
    onTestFinished(async () => {
      await opened.page.unrouteAll({ behavior: 'ignoreErrors' });
      await opened.close();
    });
    const account = `${world.crowded}/es/account`;
    await opened.page.goto(account);
    await signIn(opened.page, account, person);
    await asks(opened.page, { origin: world.crowded, house });
    return opened;
  };
  return (house: House) => {
    const people = new Map<string, Promise<Opened>>();
    return async (person: string, place: string): Promise<Opened> => {
      const coming = people.get(person) ?? signedIn(house, person);
      people.set(person, coming);
      const opened = await coming;
      await opened.page.goto(`${world.crowded}/es/desk${place}`);
      return opened;
    };
  };
};
