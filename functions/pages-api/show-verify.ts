import { createHash } from 'node:crypto';
import { verificationPage, verifyPage } from '../../web/pages/verify.tsx';
import { SHOW_VERIFICATION, SHOW_VERIFY, SHOW_WHETHER_GENUINE } from '../_http/page-operations.ts';
import type { Rendering } from '../_reports/renderings.ts';
import { readCode } from '../_reports/verification-code.ts';
import { type SitePorts, sitePage } from './site-page.ts';

/** Where codes are looked up, and what is shown of one that somebody typed. */
export const showVerify = sitePage({
  ...SHOW_VERIFY,
  show: async ({ query: { code: typed }, ports }) => {
    if (typed === undefined) return verifyPage({});
    const code = readCode(typed);
    if (code === undefined) return verifyPage({ typed, wrong: 'mistyped' });
    const rendering = await ports.renderings.rendering(code);
    return rendering === undefined ? verifyPage({ typed, wrong: 'unknown' }) : verificationPage({ rendering });
  },
});

const renderingUnder = async (ports: SitePorts, typed: string | undefined): Promise<Rendering | undefined> => {
  const code = readCode(typed ?? '');
  return code === undefined ? undefined : ports.renderings.rendering(code);
};

/** Where the QR code of a report leads. */
export const showVerification = sitePage({
  ...SHOW_VERIFICATION,
  show: async ({ parameters, ports }) => {
    const rendering = await renderingUnder(ports, parameters['code']);
    return rendering === undefined ? undefined : verificationPage({ rendering });
  },
});

/** Whether what somebody has is what was published. The file is hashed and forgotten. */
export const showWhetherGenuine = sitePage({
  ...SHOW_WHETHER_GENUINE,
  show: async ({ parameters, ports, form }) => {
    const rendering = await renderingUnder(ports, parameters['code']);
    if (rendering === undefined) return undefined;
    const file = (await form())?.get('file');
    if (!(file instanceof Blob) || file.size === 0) return verificationPage({ rendering, handedIn: 'nothing' });
    const sha256 = createHash('sha256')
      .update(Buffer.from(await file.arrayBuffer()))
      .digest('hex');
    return verificationPage({ rendering, handedIn: { sha256 } });
  },
});
