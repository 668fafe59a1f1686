import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBrowser } from './start-browser.ts';
import { startWorld } from './world.ts';

/**
 * Holds one browser and one world for all browser tests of a run, until its input ends: as a program of its own it gets ready while
 * other tests run. Where both are, or why they cannot be, it writes into `held.json` of the folder that it is given.
 */
const [folder = ''] = process.argv.slice(2);

const tell = async (held: object): Promise<void> => {
  await writeFile(join(folder, 'held.part'), JSON.stringify(held));
  await rename(join(folder, 'held.part'), join(folder, 'held.json'));
};

const ended = new Promise<void>((resolve) => process.stdin.resume().once('close', resolve));

try {
  const [browser, { world, stop }] = await Promise.all([startBrowser(), startWorld(folder)]);
  await tell({ browser: browser.wsEndpoint(), world });
  await ended;
  await Promise.all([browser.close(), stop()]);
  process.exit(0);
} catch (error) {
  const because = error instanceof Error && error.cause instanceof Error ? `\n${error.cause.message}` : '';
  await tell({ failed: `${error instanceof Error ? error.message : 'Something failed.'}${because}` });
  process.exit(1);
}
