import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { generatedDocuments } from './generated.ts';

/** `npm run docs`: writes every generated document anew. With `--check`, writes nothing and fails when one is stale. */
const check = process.argv.includes('--check');
const stale: string[] = [];

for (const { path, text } of await generatedDocuments()) {
  const url = new URL(`../${path}`, import.meta.url);
  const present = await readFile(url, 'utf8').catch(() => '');
  if (present === text) continue;
  stale.push(path);
  if (check) continue;
  await mkdir(new URL('.', url), { recursive: true });
  await writeFile(url, text);
}

if (stale.length > 0) console.log(`${check ? 'Stale' : 'Written'}: ${stale.join(', ')}`);
if (check && stale.length > 0) process.exitCode = 1;
