import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { SCREENS } from './screens.ts';
import { startBrowser } from './start-browser.ts';
import { visit } from './visit.ts';
import { startWorld } from './world.ts';

/**
 * `npm run pictures`: writes a picture of every screen, at a phone and at a desk, in Spanish and in English, by day and by night, and
 * says where. `npm run pictures -- case` takes only the screens whose name begins so.
 */
const FOLDER = 'pictures';
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } } as const;
const SCHEMES = ['light', 'dark'] as const;
const SPOKEN = ['es', 'en'] as const;

const { positionals } = parseArgs({ allowPositionals: true });
const screens = SCREENS.filter(
  ({ name }) => positionals.length === 0 || positionals.some((begins) => name.startsWith(begins)),
);

const take = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      const path = join(FOLDER, `${name}-${size}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
      console.log(path);
    }
  }
};

const folder = await mkdtemp(join(tmpdir(), 'veedor-pictures-'));
await mkdir(FOLDER, { recursive: true });
const [server, { world, stop }] = await Promise.all([startBrowser(), startWorld(folder)]);
try {
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage();
  for (const screen of screens) {
    for (const language of SPOKEN) {
      await visit(page, screen, { language, world });
      await take(page, `${screen.name}-${language}`);
    }
  }
} finally {
  await Promise.all([server.close(), stop()]);
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
