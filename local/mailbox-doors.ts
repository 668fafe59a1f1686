import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { isLanguage, LANGUAGES, type Language } from '../domain/languages.ts';
import { STYLE_PATH } from '../functions/_pages/style-file.ts';
import { type KeptMail, keptMails } from './kept-mails.ts';
import { readTsx } from './read-tsx.ts';
import type { Route } from './route.ts';

await readTsx();
const { mailboxDocument, mailDocument, missingDocument } = await import('./mailbox-page.tsx');

const queryOf = ({ rawQueryString }: APIGatewayProxyEventV2): URLSearchParams => new URLSearchParams(rawQueryString);

/** The language that was chosen, or the first that the browser asks for and the house speaks, or the house’s own. */
const languageOf = (event: APIGatewayProxyEventV2): Language => {
  const accepted = (event.headers['accept-language'] ?? '').split(',').map((each) => each.trim().slice(0, 2));
  return [queryOf(event).get('lang') ?? '', ...accepted].find(isLanguage) ?? LANGUAGES[0];
};

const answer = (statusCode: number, type: 'html' | 'plain', body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: {
    'cache-control': 'no-store',
    'content-type': `text/${type}; charset=utf-8`,
    'content-security-policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  },
  body,
});

/** The mailbox of one machine: what was sent, for whoever sits at it. The cloud has nothing of the kind. */
export const mailboxDoors = (folder: string): readonly Route[] => {
  const place = (event: APIGatewayProxyEventV2) => ({ language: languageOf(event), style: STYLE_PATH });
  const named = async ({ pathParameters }: APIGatewayProxyEventV2): Promise<KeptMail | undefined> => {
    const mails = await keptMails(folder);
    return mails.find(({ id }) => id === pathParameters?.['mail']);
  };
  return [
    {
      method: 'GET',
      path: '/mailbox',
      handler: async (event) => {
        const to = queryOf(event).get('to') ?? undefined;
        const mails = await keptMails(folder);
        const theirs = to === undefined ? mails : mails.filter((mail) => mail.to === to);
        return answer(200, 'html', mailboxDocument({ ...place(event), mails: theirs, to }));
      },
    },
    {
      method: 'GET',
      path: '/mailbox/{mail}',
      handler: async (event) => {
        const mail = await named(event);
        if (mail === undefined) return answer(404, 'html', missingDocument(place(event)));
        return answer(200, 'html', mailDocument({ ...place(event), mail }));
      },
    },
    {
      method: 'GET',
      path: '/mailbox/{mail}/text',
      handler: async (event) => {
        const mail = await named(event);
        if (mail === undefined) return answer(404, 'html', missingDocument(place(event)));
        const { to, subject, at, text } = mail;
        return answer(200, 'plain', `To: ${to}\r\nDate: ${at}\r\nSubject: ${subject}\r\n\r\n${text}`);
      },
    },
  ];
};
