import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../domain/languages.ts';
import { startCrowd } from './crowd.ts';
import { HARD_SCREENS, type HardScreen } from './hard-screens.ts';
import { SCREENS, type Screen } from './screens.ts';
import { startBrowser } from './start-browser.ts';
import { bringTrouble } from './under-trouble.ts';
import { visit } from './visit.ts';
import { startWorld, type World } from './world.ts';

/**
 * `npm run pictures`: writes a picture of every screen, at a phone and at a desk, by day and by night, and says where; also of the
 * workplaces overfull, empty and in trouble. `npm run pictures -- case crowded-desk` takes only the screens whose names begin so.
 */
const FOLDER = 'pictures';
const SIZES = { phone: { width: 360, height: 780 }, desk: { width: 1280, height: 900 } } as const;
const SCHEMES = ['light', 'dark'] as const;
const SPOKEN = ['es', 'en'] as const;
/** Nobody looks further down. */
const HEIGHT_MAX = 4000;

const { positionals } = parseArgs({ allowPositionals: true });
const isWanted = ({ name }: { readonly name: string }): boolean =>
  positionals.length === 0 || positionals.some((begins) => name.startsWith(begins));
const screens = SCREENS.filter(isWanted);
const hard = HARD_SCREENS.filter(isWanted);

const take = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      const path = join(FOLDER, `${name}-${size}-${colorScheme}.png`);
      const height = Math.min(HEIGHT_MAX, await page.evaluate<number>('document.documentElement.scrollHeight'));
      await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width: viewport.width, height } });
      console.log(path);
    }
  }
};

/** A tab of its own: a session stays with its tab, and each screen has its own people. */
const inTab = async (browser: Browser, work: (page: Page) => Promise<void>): Promise<void> => {
  // A service worker would answer for an API in trouble.
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await work(page);
  await page.close();
};

/** Signs in first where there is trouble: it comes upon somebody at work. */
const takeHard = async (page: Page, { house, trouble, ...screen }: HardScreen, { language, world }: Spoken) => {
  const at = house === 'empty' ? ({ ...screen, house } satisfies Screen) : screen;
  await visit(page, at, { language, world });
  await page.setViewportSize(SIZES.desk);
  if (trouble !== undefined) {
    await bringTrouble(page, trouble);
    await visit(page, at, { language, world });
  }
  await take(page, `${screen.name}-${language}`);
};

interface Spoken {
  readonly language: Language;
  readonly world: World;
}

/** Each overfull screen in each language, since words are what does not fit; the others in one of them each. */
const languagesOf = ({ house }: HardScreen, number: number): readonly Language[] =>
  house === 'overfull' ? LANGUAGES : LANGUAGES.filter((_, index) => index === number % LANGUAGES.length);

const folder = await mkdtemp(join(tmpdir(), 'veedor-pictures-'));
await mkdir(FOLDER, { recursive: true });
const isOverfull = hard.some(({ house }) => house === 'overfull');
const [server, { world, stop }, crowd] = await Promise.all([
  startBrowser(),
  startWorld(folder),
  isOverfull ? startCrowd(folder) : undefined,
]);
const overfull =
  crowd === undefined ? world : { ...world, crowded: crowd.url, keys: { ...world.keys, sealed: crowd.busy } };
try {
  const browser = await chromium.connect(server.wsEndpoint());
  for (const screen of screens) {
    await inTab(browser, async (page) => {
      for (const language of SPOKEN) {
        await visit(page, screen, { language, world });
        await take(page, `${screen.name}-${language}`);
      }
    });
  }
  for (const [number, screen] of hard.entries()) {
    for (const language of languagesOf(screen, number)) {
      const of = screen.house === 'overfull' ? overfull : world;
      await inTab(browser, (page) => takeHard(page, screen, { language, world: of }));
    }
  }
} finally {
  await Promise.all([server.close(), stop(), crowd?.stop()]);
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
