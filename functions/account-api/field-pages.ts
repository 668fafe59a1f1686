import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { isLanguage, type Language } from '../../domain/languages.ts';
import { ICONS } from '../../web/field/icons.ts';
import { WORKER_POLICY } from '../../web/field/told.ts';
import { notFoundPage } from '../../web/pages/errors.tsx';
import { fieldManifest, fieldPage } from '../../web/pages/field.tsx';
import { documentOf } from '../../web/render.tsx';
import { READ_FIELD_MANIFEST, READ_FIELD_WORKER, READ_ICON, SHOW_FIELD } from '../_http/account-operations.ts';
import type { PublicPageDescription } from '../_http/operation.ts';
import { packed } from '../_pages/packed.ts';
import { HTML, placeOf, SAFETY, WORKPLACE_STYLE } from '../_pages/page-place.ts';
import type { AppPorts, ShownPage } from './app-pages.ts';
import { policyOf } from './page-policy.ts';
import { scriptPath } from './scripts.ts';

/** The app of witnesses and committee members: its page, what opens it without a network, and what installs it. */
export const fieldPages = (ports: AppPorts): readonly ShownPage[] => [
  inLanguage(SHOW_FIELD, (event, language) => showField(ports, event, language)),
  inLanguage(READ_FIELD_WORKER, async (event) =>
    packed(event, {
      status: 200,
      // A worker asks under the policy that it came with.
      headers: { ...SAFETY, ...LOOKED_AFTER, 'content-type': SCRIPT, 'content-security-policy': policy(ports) },
      text: ports.scripts.textOf('field-worker'),
    }),
  ),
  inLanguage(READ_FIELD_MANIFEST, async (event, language) =>
    packed(event, {
      status: 200,
      headers: { ...SAFETY, ...LOOKED_AFTER, 'content-type': 'application/manifest+json' },
      text: JSON.stringify(fieldManifest(language)),
    }),
  ),
  { ...READ_ICON, answer: async (event) => iconCalled(event.pathParameters?.['file'] ?? '') },
];

const SCRIPT = 'text/javascript; charset=utf-8';
/** Whoever has it asks each time whether it is still so. */
const LOOKED_AFTER = { 'cache-control': 'no-cache' } as const;

/** The one page that takes pictures, listens, and tells where it is, when somebody asks it to; and that runs a worker of its own. */
const policy = (ports: AppPorts): string =>
  policyOf(ports, {
    'img-src': "'self' blob:",
    'media-src': 'blob:',
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'trusted-types': WORKER_POLICY,
  });

const MAY_SENSE = 'camera=(self), geolocation=(self), microphone=(self)';

const showField = async (
  ports: AppPorts,
  event: APIGatewayProxyEventV2,
  language: Language,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const { signIn, scripts } = ports;
  const place = {
    ...placeOf({ ...event, rawQueryString: '' }, `/assets/${WORKPLACE_STYLE}`),
    script: scriptPath(scripts, 'field'),
  };
  const headers = {
    ...SAFETY,
    'cache-control': 'no-store',
    'content-type': HTML,
    'content-security-policy': policy(ports),
    'permissions-policy': MAY_SENSE,
  };
  return packed(event, { status: 200, headers, text: documentOf(place, fieldPage({ language, signIn })) });
};

type Answering = (event: APIGatewayProxyEventV2, language: Language) => Promise<APIGatewayProxyStructuredResultV2>;

/** A page that is there in each language of the house, and in no other. */
export const inLanguage = (described: PublicPageDescription, answer: Answering): ShownPage => ({
  ...described,
  answer: async (event) => {
    const { language } = event.pathParameters ?? {};
    if (language !== undefined && isLanguage(language)) return answer(event, language);
    const headers = { ...SAFETY, 'cache-control': 'no-store', 'content-type': HTML };
    return { statusCode: 404, headers, body: documentOf(placeOf(event), notFoundPage()) };
  },
});

const iconCalled = (file: string): APIGatewayProxyStructuredResultV2 => {
  const icon = Object.hasOwn(ICONS, file) ? ICONS[file] : undefined;
  if (icon === undefined) return { statusCode: 404, headers: { 'cache-control': 'no-store' }, body: '' };
  const headers = {
    'content-type': 'image/png',
    'cache-control': 'public, max-age=86400',
    'x-content-type-options': 'nosniff',
  };
  return { statusCode: 200, headers, body: icon, isBase64Encoded: true };
};
