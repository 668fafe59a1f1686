import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { inspection } from './inspection.ts';

it('what looks into files is whole: a text is found usable, and asks for neither copy nor picture', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'veedor-inspection-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [path, text] = [join(folder, 'original'), 'The text of the pact.\n'];
  await writeFile(path, text);
  const file = { path, size: text.length };
  expect(await inspection.examine(file, { name: 'pact.txt', mediaType: 'text/plain' })).toMatchObject({ usable: true });
  expect(await inspection.derive({ path }, 'text/plain', folder)).toBeUndefined();
  expect(await inspection.preview({ path }, 'text/plain', folder)).toBeUndefined();
});
