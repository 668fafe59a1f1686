import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { KEY_BYTES } from '../functions/_ports/aes-secret-box.ts';
import { CannotStart, systemCodeOf } from './cannot-start.ts';
import type { DataFolder } from './data-folder.ts';

const KEY_FILE = 'secrets-key';

/** The key under which this machine keeps signing secrets, in hexadecimal: made once, and kept with the data that only their owner reads. */
export const secretsKeyIn = async (folder: DataFolder): Promise<string> => {
  const kept = await keptKey(folder);
  if (kept !== undefined) return kept;
  const key = randomBytes(KEY_BYTES).toString('hex');
  await folder.replace(KEY_FILE, key);
  return key;
};

const keptKey = async (folder: DataFolder): Promise<string | undefined> => {
  try {
    const key = await readFile(folder.file(KEY_FILE), 'utf8');
    if (/^[0-9a-f]{64}$/.test(key)) return key;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  throw new CannotStart('bad-setting', `${folder.file(KEY_FILE)} is no key: put back the one that was there.`);
};
