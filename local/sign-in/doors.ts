import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isLanguage, LANGUAGES, type Language } from '../../domain/languages.ts';
import { STYLE_PATH } from '../../functions/_pages/style-file.ts';
import type { LocalAccounts } from '../accounts.ts';
import { readTsx } from '../read-tsx.ts';
import { bodyOf, type Route } from '../route.ts';
import { type Answer, HEADERS, leadTo } from './answers.ts';
import { askedIn, backTo } from './asked.ts';
import { LOCAL_AUDIENCE, pagesClient } from './client.ts';
import type { TokenDesk } from './tokens.ts';

await readTsx();
const { nobodysDocument, signInDocument } = await import('./page.tsx');

const LOGIN = '/login';

/** What is asked of the sign-in, with the parameters as they were written. */
const queryOf = (event: APIGatewayProxyEventV2): URLSearchParams => new URLSearchParams(event.rawQueryString);

/** The language that the pages asked for (`lang`, as Cognito takes it), or the first of the house. */
const languageOf = (query: URLSearchParams): Language => {
  const code = (query.get('lang') ?? '').slice(0, 2);
  return isLanguage(code) ? code : LANGUAGES[0];
};

/** No script, nothing of others; what is chosen is sent here, and leads back to the pages. */
const page = (statusCode: number, body: string): Answer => ({
  statusCode,
  headers: {
    ...HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  },
  body,
});

/**
 * The doors that people see: the same addresses and parameters as those of Cognito’s own pages, so that the same script works here and
 * there. There is no session of its own: each sign-in asks anew, and signing out only leads back.
 */
export const doorsOf = ({
  url,
  accounts,
  desk,
}: {
  readonly url: string;
  readonly accounts: LocalAccounts;
  readonly desk: TokenDesk;
}): readonly Route[] => {
  const client = pagesClient(url);
  const nobodys = (query: URLSearchParams, says: string): Answer =>
    page(400, nobodysDocument({ language: languageOf(query), style: STYLE_PATH, says }));
  return [
    {
      method: 'GET',
      path: '/oauth2/authorize',
      handler: async (event) => {
        const query = queryOf(event);
        const read = askedIn(query, client);
        if (read.kind === 'nobodys') return nobodys(query, read.says);
        return leadTo(read.kind === 'told' ? read.location : `${LOGIN}?${query.toString()}`);
      },
    },
    {
      method: 'GET',
      path: LOGIN,
      handler: async (event) => {
        const query = queryOf(event);
        const read = askedIn(query, client);
        if (read.kind !== 'asked') return read.kind === 'told' ? leadTo(read.location) : nobodys(query, read.says);
        const language = languageOf(query);
        const inLanguage = (other: Language) => {
          const same = new URLSearchParams(query);
          same.set('lang', other);
          return `${LOGIN}?${same.toString()}`;
        };
        const action = `${LOGIN}?${query.toString()}`;
        return page(
          200,
          signInDocument({ people: accounts.holders(), language, style: STYLE_PATH, action, inLanguage }),
        );
      },
    },
    {
      method: 'POST',
      path: LOGIN,
      handler: async (event) => {
        const query = queryOf(event);
        const read = askedIn(query, client);
        if (read.kind !== 'asked') return read.kind === 'told' ? leadTo(read.location) : nobodys(query, read.says);
        const person = accounts.holder(new URLSearchParams(bodyOf(event).toString('utf8')).get('person') ?? '');
        if (person === undefined) return nobodys(query, 'person must be somebody who can sign in.');
        const { redirectUri, state } = read.asked;
        return leadTo(backTo(redirectUri, { code: desk.codeFor(person, read.asked), state }));
      },
    },
    {
      method: 'GET',
      path: '/logout',
      handler: async (event) => {
        const query = queryOf(event);
        const [[id, ...ids], [to, ...tos]] = [query.getAll('client_id'), query.getAll('logout_uri')];
        if (id !== LOCAL_AUDIENCE || ids.length > 0) return nobodys(query, `client_id must be ${LOCAL_AUDIENCE}.`);
        if (to === undefined || tos.length > 0 || !client.afterSignOut.includes(to)) {
          return nobodys(query, `logout_uri must be one of ${client.afterSignOut.join(', ')}.`);
        }
        return leadTo(to);
      },
    },
  ];
};
