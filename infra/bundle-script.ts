import { gzipSync } from 'node:zlib';
import { type BuildOptions, buildSync } from 'esbuild';

/** What a script of a page may weigh as it travels: whoever signs in on a bad phone waits for it. */
const PAGE_KB = 12;
/** The app of the field is fetched once and then opens from the device. */
const FIELD_KB = 30;
/** The desk is where people stay for hours. */
const DESK_KB = 90;

/** What runs in a browser: its entry under web/, with everything included, and what it may weigh gzipped, in KiB. */
export const SCRIPTS = {
  account: { entry: 'app/main-account.tsx', kilobytesMax: PAGE_KB },
  messages: { entry: 'app/main-messages.tsx', kilobytesMax: PAGE_KB },
  'way-in': { entry: 'app/main-way-in.tsx', kilobytesMax: PAGE_KB },
  receipt: { entry: 'receipt/main-receipt.tsx', kilobytesMax: PAGE_KB },
  field: { entry: 'field/main-field.tsx', kilobytesMax: FIELD_KB },
  'field-worker': { entry: 'field/main-worker.ts', kilobytesMax: PAGE_KB },
  desk: { entry: 'desk/main-desk.tsx', kilobytesMax: DESK_KB },
} as const;
type ScriptName = keyof typeof SCRIPTS;

const isScript = (name: string): name is ScriptName => Object.hasOwn(SCRIPTS, name);

/**
 * Bundles a script of the pages, for one machine and the cloud alike. The same sources give the same text. Throws when it is too heavy,
 * or when esbuild has a doubt.
 */
export const bundleScript = (name: ScriptName, root: string): string => {
  const { entry, kilobytesMax } = SCRIPTS[name];
  const { outputFiles, warnings } = buildSync({
    ...howToBundle,
    entryPoints: [`web/${entry}`],
    absWorkingDir: root,
  });
  if (warnings.length > 0) throw new Error(`${name}: ${warnings.map(({ text }) => text).join(' ')}`);
  const script = outputFiles.map(({ text }) => text).join('');
  const bytes = gzipSync(script).byteLength;
  if (bytes <= kilobytesMax * 1024) return script;
  throw new Error(`${name} weighs ${bytes} bytes gzipped, more than the ${kilobytesMax} KiB allowed.`);
};

/** What lies beside the code of a function: the pages take their scripts along. */
export const filesBeside = (name: string, root: string): Readonly<Record<string, string>> =>
  name === 'account-api'
    ? Object.fromEntries(
        Object.keys(SCRIPTS)
          .filter(isScript)
          .map((script) => [`scripts/${script}.js`, bundleScript(script, root)]),
      )
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
