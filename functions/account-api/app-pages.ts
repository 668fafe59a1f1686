import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { isLanguage } from '../../domain/languages.ts';
import type { AppPage } from '../../web/app/told.ts';
import {
  accountPage,
  deskPage,
  mailboxPage,
  messagesPage,
  signedInPage,
  signedOutPage,
  signInPage,
} from '../../web/pages/app.tsx';
import { notFoundPage } from '../../web/pages/errors.tsx';
import { documentOf } from '../../web/render.tsx';
import {
  SHOW_ACCOUNT,
  SHOW_DESK,
  SHOW_DESK_PART,
  SHOW_DESK_THING,
  SHOW_DESK_VIEW,
  SHOW_MAILBOX,
  SHOW_MESSAGES,
  SHOW_SIGN_IN,
  SHOW_SIGNED_IN,
  SHOW_SIGNED_OUT,
} from '../_http/account-operations.ts';
import type { PublicPageDescription } from '../_http/operation.ts';
import { packed } from '../_pages/packed.ts';
import { HTML, placeOf, SAFETY, WORKPLACE_STYLE } from '../_pages/page-place.ts';
import { type AskedByScripts, policyOf } from './page-policy.ts';
import { type ScriptName, type Scripts, scriptPath } from './scripts.ts';

export interface ShownPage extends PublicPageDescription {
  readonly answer: (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
}

export interface AppPorts extends AskedByScripts {
  readonly scripts: Scripts;
}

const SHOWN = {
  'sign-in': { page: signInPage, script: 'way-in' },
  'signed-in': { page: signedInPage, script: 'way-in' },
  'signed-out': { page: signedOutPage, script: 'way-in' },
  account: { page: accountPage, script: 'account' },
  messages: { page: messagesPage, script: 'messages' },
  mailbox: { page: mailboxPage, script: 'messages' },
  desk: { page: deskPage, script: 'desk' },
} as const satisfies Readonly<Record<AppPage, { readonly page: unknown; readonly script: ScriptName }>>;

/** The pages of people who sign in. What they show of somebody is read by their script, with the token that only the browser has. */
export const appPages = (ports: AppPorts): readonly ShownPage[] => [
  appPage(ports, SHOW_SIGN_IN, 'sign-in'),
  appPage(ports, SHOW_SIGNED_IN, 'signed-in'),
  appPage(ports, SHOW_SIGNED_OUT, 'signed-out'),
  appPage(ports, SHOW_ACCOUNT, 'account'),
  appPage(ports, SHOW_MESSAGES, 'messages'),
  appPage(ports, SHOW_MAILBOX, 'mailbox'),
  ...[SHOW_DESK, SHOW_DESK_VIEW, SHOW_DESK_THING, SHOW_DESK_PART].map((place) => appPage(ports, place, 'desk')),
];

const appPage = (ports: AppPorts, described: PublicPageDescription, name: AppPage): ShownPage => ({
  ...described,
  answer: async (event) => {
    // What the sign-in told stays in the address: no link of the page repeats it.
    const place = placeOf({ ...event, rawQueryString: '' }, `/assets/${WORKPLACE_STYLE}`);
    // The code is in the address: neither a cache nor a history of answers should have it.
    const headers = { ...SAFETY, 'cache-control': 'no-store', 'content-type': HTML };
    const { language } = event.pathParameters ?? {};
    if (language === undefined || !isLanguage(language)) {
      return { statusCode: 404, headers, body: documentOf(place, notFoundPage()) };
    }
    const { signIn, scripts } = ports;
    const { page, script } = SHOWN[name];
    const text = documentOf({ ...place, script: scriptPath(scripts, script) }, page({ page: name, signIn }));
    return packed(event, { status: 200, headers: { ...headers, 'content-security-policy': policyOf(ports) }, text });
  },
});
