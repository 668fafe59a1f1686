import { glob, readFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

const ROOT = new URL('..', import.meta.url);

/**
 * Node strips types, but reads no markup: the components of `web/` (and the sign-in page of this machine) are read here as the bundles read them. To be called before the
 * first of them is imported.
 */
export const readTsx = (): Promise<void> => {
  reading ??= read();
  return reading;
};

let reading: Promise<void> | undefined;

const read = async (): Promise<void> => {
  const urls: string[] = [];
  for await (const path of glob('{local,web}/**/*.tsx', { cwd: fileURLToPath(ROOT) }))
    urls.push(new URL(path, ROOT).href);
  const sources = new Map(await Promise.all(urls.map(async (url) => [url, await scriptAt(url)] as const)));
  registerHooks({
    load: (url, context, next) => {
      const source = sources.get(url);
      return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true };
    },
  });
};

const scriptAt = async (url: string): Promise<string> => {
  const options = { loader: 'tsx', jsx: 'automatic', jsxImportSource: 'preact', sourcemap: 'inline' } as const;
  const { code } = await transform(await readFile(new URL(url), 'utf8'), { ...options, sourcefile: url });
  return code;
};
