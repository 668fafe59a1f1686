import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type BrowserServer, chromium } from 'playwright-core';

/** Debian’s own, where it is installed. */
const INSTALLED = '/usr/bin/chromium';

/** A browser that speaks to nobody but us. Its sandbox needs rights that containers do not give. */
const ALONE = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const WHAT_TO_DO =
  'Install Debian’s chromium (apt-get install chromium), or run npm ci anew: the package @sparticuz/chromium brings a browser for x64. ' +
  'VEEDOR_BROWSER can name another one.';

/** The browser of VEEDOR_BROWSER, the installed one, or the one that its npm package brings. Throws with what to do. */
export const startBrowser = async (): Promise<BrowserServer> => {
  try {
    const asked = process.env['VEEDOR_BROWSER'] ?? (existsSync(INSTALLED) ? INSTALLED : undefined);
    return asked === undefined
      ? await chromium.launchServer({
          executablePath: await sparticuz.executablePath(),
          args: [...sparticuz.args, ...ALONE],
        })
      : await chromium.launchServer({ executablePath: asked, args: ALONE });
  } catch (error) {
    throw new Error(`No browser can be started. ${WHAT_TO_DO}`, { cause: error });
  }
};
