import sparticuz from '@sparticuz/chromium';
import { type BrowserServer, chromium } from 'playwright-core';

/** Debian’s own, where it is installed. */
export const INSTALLED = '/usr/bin/chromium';

/**
 * A browser that speaks to nobody but us. Its sandbox needs rights that containers do not give. The flags of its package are left out:
 * they put everything into one process, which ends with the first page that is closed.
 */
export const ALONE = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const WHAT_TO_DO =
  'Its package @sparticuz/chromium brings one for Linux on x64, which needs the libraries that Debian’s chromium brings: ' +
  'run npm ci, and apt-get install chromium. VEEDOR_BROWSER can name another one.';

/** Where a browser may be, in order: the one that is asked for; else that of the package, whose version is ours; else the installed one. */
const browsers = async (): Promise<readonly string[]> => {
  const asked = process.env['VEEDOR_BROWSER'];
  if (asked !== undefined) return [asked];
  const isOurs = process.platform === 'linux' && process.arch === 'x64';
  return isOurs ? [await sparticuz.executablePath(), INSTALLED] : [INSTALLED];
};

/** Throws with what to do where none can be started. */
export const startBrowser = async (): Promise<BrowserServer> => {
  const failures: unknown[] = [];
  for (const executablePath of await browsers()) {
    try {
      return await chromium.launchServer({ executablePath, args: ALONE });
    } catch (error) {
      failures.push(error);
    }
  }
  throw new Error(`No browser can be started. ${WHAT_TO_DO}`, { cause: failures.at(-1) });
};
