import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every run has a temporary folder of its own, so that whatever a test or a tool drops there is gone when the run ends. */
const folder = mkdtempSync(join(tmpdir(), 'veedor-suite-'));

export const setup = () => {
  process.env['TMPDIR'] = folder;
};

export const teardown = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
