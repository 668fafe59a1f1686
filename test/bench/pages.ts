import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { addressOf } from '../browser/address.ts';
import { SCREENS } from '../browser/screens.ts';
import { startBrowser } from '../browser/start-browser.ts';
import { startWorld } from '../browser/world.ts';
import { median, row } from './statistics.ts';

/**
 * Slow 3G as Lighthouse describes it (`mobileSlow3G`): 400 ms there and back, 400 kbit/s. Each request waits that long for its first
 * byte. Not the preset of the browser’s own tools, which makes it 2,000 ms to stand for connections too: those are told apart below.
 */
const ROUND_TRIP_MS = 400;
const BYTES_PER_SECOND = 400_000 / 8;
const SLOW_3G = {
  offline: false,
  latency: ROUND_TRIP_MS,
  downloadThroughput: BYTES_PER_SECOND,
  uploadThroughput: BYTES_PER_SECOND,
};
/** A phone of the lower middle class beside this machine, as Lighthouse has it. */
const CPU_SLOWER = 4;
/** The name, the connection, its encryption: a first visit pays them before it asks for anything, and the loopback does not. */
const FIRST_VISIT_ROUND_TRIPS = 3;

const LCP_MS_MAX = 2_500;
/** The app of the field brings its script, once. */
const FIELD_LCP_MS_MAX = 3_000;
const FIELD_TBT_MS_MAX = 150;
const OFFLINE_MS_MAX = 1_000;
const CLS_MAX = 0.05;
const RUNS = 3;
/** A shift that comes late is a shift too. */
const WATCHED_MS = 500;

/** What a task may take before it keeps a thumb waiting, in milliseconds. */
const TASK_MS = 50;

/**
 * The largest paint, in milliseconds since the page was asked for, how much moved under the eyes, and for how many milliseconds long
 * tasks kept thumbs waiting (web.dev/vitals).
 */
const VITALS = `new Promise((resolve) => {
  const seen = { lcp: 0, cls: 0, tbt: 0 };
  new PerformanceObserver((list) => { for (const each of list.getEntries()) seen.lcp = each.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) seen.cls += each.value; })
    .observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => { for (const each of list.getEntries()) seen.tbt += Math.max(0, each.duration - ${TASK_MS}); })
    .observe({ type: 'longtask', buffered: true });
  setTimeout(() => resolve(seen), ${WATCHED_MS});
})`;

interface Vitals {
  readonly lcp: number;
  readonly cls: number;
  readonly tbt: number;
}

const vitalsOf = async (browser: Browser, address: string): Promise<Vitals> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', SLOW_3G);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
  await page.goto(address);
  const vitals = await page.evaluate<Vitals>(VITALS);
  await context.close();
  return vitals;
};

const sayThumbs = (say: (line: string) => void, tbt: number): void =>
  say(
    row('field: thumbs kept waiting while it starts', `${Math.round(tbt)} ms`, {
      limit: `at most ${FIELD_TBT_MS_MAX} ms`,
      holds: tbt <= FIELD_TBT_MS_MAX,
    }),
  );

/** How soon the app opens where there is no network at all, once it was opened where there was one. */
const benchOffline = async (browser: Browser, address: string, say: (line: string) => void): Promise<void> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.reload();
  await context.setOffline(true);
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto(address);
    runs.push((await page.evaluate<Vitals>(VITALS)).lcp);
  }
  await context.close();
  const lcp = median(runs);
  const holds = lcp > 0 && lcp <= OFFLINE_MS_MAX;
  say(
    row('field: opened without a network', `${Math.round(lcp)} ms`, { limit: `at most ${OFFLINE_MS_MAX} ms`, holds }),
  );
};

/** How soon a page is there for somebody with a cheap phone on a bad network, and whether it stays where it is. */
export const benchPages = async (say: (line: string) => void): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'veedor-bench-'));
  const [server, { world, stop }] = [await startBrowser(), await startWorld(folder)];
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    for (const screen of SCREENS.filter(({ as }) => as === undefined)) {
      const runs: Vitals[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        runs.push(await vitalsOf(browser, addressOf(screen, 'es', world)));
      }
      const lcp = median(runs.map((each) => each.lcp));
      const cls = Math.max(...runs.map((each) => each.cls));
      const lcpMax = screen.name === 'field' ? FIELD_LCP_MS_MAX : LCP_MS_MAX;
      const first = lcp + FIRST_VISIT_ROUND_TRIPS * ROUND_TRIP_MS;
      say(
        row(`${screen.name}: largest paint on slow 3G, CPU ${CPU_SLOWER} times slower`, `${Math.round(lcp)} ms`, {
          limit: `at most ${lcpMax} ms (${Math.round(first)} ms with a connection to be made)`,
          // No picture at all is no good picture.
          holds: lcp > 0 && lcp <= lcpMax,
        }),
      );
      if (screen.name === 'field') sayThumbs(say, median(runs.map((each) => each.tbt)));
      say(row(`${screen.name}: layout shift`, cls.toFixed(3), { limit: `at most ${CLS_MAX}`, holds: cls <= CLS_MAX }));
    }
    await benchOffline(browser, `${world.crowded}/es/field`, say);
  } finally {
    await Promise.all([server.close(), stop()]);
    await rm(folder, { recursive: true, force: true });
  }
};
