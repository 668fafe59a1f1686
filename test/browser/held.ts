import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';
import type { World } from './world.ts';

const READY_MS_MAX = 120_000;
const STEP_MS = 25;

interface Held {
  readonly browser: string;
  readonly world: World;
}

/** The browser and the world that all browser tests of a run share. Throws with what to do where there is none. */
const heldNow = async (): Promise<Held> => {
  const file = join(inject('heldFolder'), 'held.json');
  for (let waited = 0; !existsSync(file); waited += STEP_MS) {
    if (waited > READY_MS_MAX) throw new Error('Browser and world were not ready in time.');
    await setTimeout(STEP_MS);
  }
  const held = JSON.parse(readFileSync(file, 'utf8')) as Held & { readonly failed?: string };
  if (held.failed !== undefined) throw new Error(held.failed);
  return held;
};

export interface Hands {
  readonly world: World;
  /** A page of its own, with what happened on it that may not. */
  open(options?: BrowserContextOptions): Promise<Opened>;
}

export interface Opened {
  readonly page: Page;
  /** What the browser complained of, and what it was asked to fetch from others. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** The browser, for the tests of one file. */
export const heldBrowser = async (): Promise<Browser> => {
  const browser = await chromium.connect((await heldNow()).browser);
  afterAll(() => browser.close());
  return browser;
};

/** Browser and world, for the tests of one file. */
export const hands = async (): Promise<Hands> => {
  const browser = await heldBrowser();
  const { world } = await heldNow();
  return { world, open: (options) => openIn(browser, world, options) };
};

/** The browser reports violations of the policy to the console; a failed load of the page itself is no complaint of ours. */
const OF_STATUS = /^Failed to load resource: the server responded with a status of 4(?:0[04]|22)/;

const openIn = async (
  browser: Browser,
  { crowded, empty }: World,
  options?: BrowserContextOptions,
): Promise<Opened> => {
  const context = await browser.newContext({ locale: 'es-MX', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (!OF_STATUS.test(message.text())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (![crowded, empty].includes(new URL(request.url()).origin)) complaints.push(`fetched ${request.url()}`);
  });
  return { page, complaints, close: () => context.close() };
};
