import { receiptPage } from '../../web/pages/receipt.tsx';
import { documentOf } from '../../web/render.tsx';
import { SHOW_RECEIPT } from '../_http/account-operations.ts';
import { packed } from '../_pages/packed.ts';
import { HTML, placeOf, SAFETY } from '../_pages/page-place.ts';
import type { AppPorts, ShownPage } from './app-pages.ts';
import { inLanguage } from './field-pages.ts';
import { policyOf } from './page-policy.ts';
import { scriptPath } from './scripts.ts';

/** Where anybody checks a receipt: its script may ask this house alone, and nobody signs in. */
export const receiptPages = (ports: AppPorts): readonly ShownPage[] => [
  inLanguage(SHOW_RECEIPT, async (event) =>
    packed(event, {
      status: 200,
      headers: {
        ...SAFETY,
        'cache-control': 'no-cache',
        'content-type': HTML,
        'content-security-policy': policyOf(ports, { 'connect-src': "'self'" }),
      },
      text: documentOf({ ...placeOf(event), script: scriptPath(ports.scripts, 'receipt') }, receiptPage()),
    }),
  ),
];
