import { gzipSync } from 'node:zlib';
import { type BuildOptions, buildSync } from 'esbuild';

/** What a script of the pages may weigh as it travels: whoever signs in on a bad phone waits for it. */
export const SCRIPT_BYTES_GZIPPED_MAX = 12 * 1024;

/** What runs in a browser, by the name of its entry under web/app/: one script for a page, everything included. */
const SCRIPTS = { account: 'main-account.tsx', messages: 'main-messages.tsx', 'way-in': 'main-way-in.tsx' } as const;
type ScriptName = keyof typeof SCRIPTS;

/**
 * Bundles a script of the pages, for one machine and the cloud alike. The same sources give the same text. Throws when it is too heavy,
 * or when esbuild has a doubt.
 */
export const bundleScript = (name: ScriptName, root: string): string => {
  const { outputFiles, warnings } = buildSync({
    ...howToBundle,
    entryPoints: [`web/app/${SCRIPTS[name]}`],
    absWorkingDir: root,
  });
  if (warnings.length > 0) throw new Error(`${name}: ${warnings.map(({ text }) => text).join(' ')}`);
  const script = outputFiles.map(({ text }) => text).join('');
  const bytes = gzipSync(script).byteLength;
  if (bytes <= SCRIPT_BYTES_GZIPPED_MAX) return script;
  throw new Error(`${name} weighs ${bytes} bytes gzipped, more than the ${SCRIPT_BYTES_GZIPPED_MAX} allowed.`);
};

/** What the code of a function names and does not hold: the pages take their scripts along. */
export const constantsOf = (name: string, root: string): Readonly<Record<string, unknown>> =>
  name === 'account-api'
    ? {
        BUNDLED_SCRIPTS: {
          account: bundleScript('account', root),
          messages: bundleScript('messages', root),
          'way-in': bundleScript('way-in', root),
        },
      }
    : {};

const howToBundle = {
  bundle: true,
  minify: true,
  write: false,
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;
