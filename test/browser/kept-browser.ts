import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { ALONE, INSTALLED } from './start-browser.ts';

/** A phone whose browser can be killed and opened again over what it kept. */
export interface Phone {
  /** Opens the browser, where it is not open. */
  open(): Promise<Page>;
  /** Ends the browser: nothing stays but what lies on the disk. */
  kill(): Promise<void>;
  discard(): Promise<void>;
}

/** What the shared browser of the run was unpacked to, or the one that is asked for or installed. */
const program = (): string => {
  const candidates = [process.env['VEEDOR_BROWSER'] ?? '', join(inject('heldFolder'), 'chromium'), INSTALLED];
  return candidates.find((each) => each !== '' && existsSync(each)) ?? INSTALLED;
};

/** `at` is what its clock says. */
export const newPhone = async (at: string): Promise<Phone> => {
  const folder = await mkdtemp(join(tmpdir(), 'veedor-phone-'));
  const held: { context?: BrowserContext | undefined } = {};
  const kill = async (): Promise<void> => {
    await held.context?.close();
    held.context = undefined;
  };
  return {
    kill,
    open: async () => {
      held.context ??= await chromium.launchPersistentContext(folder, {
        executablePath: program(),
        // A microphone that hears a beep, and whose owner lets us listen.
        args: [...ALONE, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
        permissions: ['microphone'],
        locale: 'es-MX',
        viewport: { width: 360, height: 780 },
      });
      const page = await held.context.newPage();
      await page.clock.setFixedTime(new Date(at));
      return page;
    },
    discard: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};
