import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync, type Metafile, type OutputFile } from 'esbuild';

/** What an API function may weigh, minified: a person waits while it is loaded. */
const API_BUNDLE_BYTES_MAX = 500_000;

/** What a function of pages may weigh: it carries the words of three languages beside the readings that it shows. */
const PAGE_BUNDLE_BYTES_MAX = 600_000;

/** Functions that draw pages among other things. */
const PAGES_TOO: readonly string[] = ['report-api'];

/** The limit of an API function, by its name. */
export const bytesMaxOf = (name: string): number =>
  name.includes('pages') || PAGES_TOO.includes(name) ? PAGE_BUNDLE_BYTES_MAX : API_BUNDLE_BYTES_MAX;

export interface BundleRequest {
  /** Its folder under functions/. */
  readonly name: string;
  /** The folder that holds functions/. */
  readonly root: string;
  /** Where the folder of the bundle is made. */
  readonly into: string;
  /** Whether its events come through a queue, which wraps them. */
  readonly throughQueue?: boolean;
  readonly bytesMax?: number;
  /** Whether nothing of the SDK is left out: for a function that speaks to more than tables, and for which nobody waits. */
  readonly wholeSdk?: boolean;
  /** Packages that are no JavaScript, and come in a layer. */
  readonly fromLayer?: readonly string[];
  /** What lies beside the code, by its path there: read when it is asked for, it costs no cold start. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Bundle {
  /** The folder that becomes the function's code: nothing lies in it but `index.cjs` and the files that were asked for. */
  readonly folder: string;
  readonly bytes: number;
}

/**
 * Bundles one function, everything included. The AWS SDK too: the one that Lambda brings changes without us, and it loads slower,
 * from many files. The same sources give the same bytes. Throws when the bundle is too heavy, or when esbuild has a doubt.
 */
export const bundleFunction = (request: BundleRequest): Bundle => {
  const { name, root, into, bytesMax = Infinity } = request;
  const { outputFiles, warnings, metafile } = buildSync({
    ...howToBundle,
    ...(request.wholeSdk === true ? { alias: { [CREDENTIALS]: howToBundle.alias[CREDENTIALS] } } : {}),
    external: [...(request.fromLayer ?? [])],
    // What is in a layer is found by `require` alone.
    supported: { 'dynamic-import': request.fromLayer === undefined },
    absWorkingDir: root,
    stdin: { contents: entryOf(request), resolveDir: root, sourcefile: 'entry.js' },
    outfile: join(into, name, 'index.cjs'),
    metafile: true,
    write: false,
  });
  if (warnings.length > 0) throw new Error(`${name}: ${warnings.map(({ text }) => text).join(' ')}`);
  const code = named(outputFiles, '.cjs');
  const bytes = code.contents.byteLength;
  if (bytes > bytesMax) {
    throw new Error(
      `${name} weighs ${bytes} bytes, more than the ${bytesMax} allowed: ${heaviest(metafile).join(', ')}.`,
    );
  }
  write(join(into, name, 'index.cjs'), code.contents);
  for (const [path, text] of Object.entries(request.files ?? {})) write(join(into, name, path), text);
  write(join(into, '..', 'source-maps', `${name}.map`), named(outputFiles, '.map').contents);
  return { folder: join(into, name), bytes };
};

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const entryOf = ({ name, throughQueue = false }: BundleRequest): string => {
  const handler = JSON.stringify(`./functions/${name}/handler.ts`);
  if (!throughQueue) return `export { handler } from ${handler};`;
  return `
    import { fromQueue } from ${JSON.stringify(here('from-queue.ts'))};
    import { handler as consume } from ${handler};
    export const handler = fromQueue(consume);`;
};

const CREDENTIALS = '@aws-sdk/credential-provider-node';

/**
 * CommonJS, because it loads in less time than the same bundle as a module (105 against 110 ms of processor for an API function); but
 * read from the modules that packages offer, because only those can be shaken (395 against 588 KB). Without the SDK's search for
 * credentials it weighs 398 against 534 KB and loads in 105 against 123 ms.
 */
const howToBundle = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  // An accent is two bytes and not the six of its escape.
  charset: 'utf8',
  mainFields: ['module', 'main'],
  alias: {
    [CREDENTIALS]: here('lambda-credentials.ts'),
    '@smithy/core/checksum': here('lambda-sha256.ts'),
    '@smithy/core/event-streams': here('left-out.ts'),
    '@aws-sdk/endpoint-cache': here('left-out.ts'),
  },
  // Beside the code and not in it: a stack trace can be read with them, and no cold start pays for them.
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

const HEAVIEST_SHOWN = 5;
const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)/;

/** The packages and rooms that weigh most, for whoever must find what to leave out. */
const heaviest = ({ outputs }: Metafile): readonly string[] => {
  const weights = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs))) {
    const owner = PACKAGE.exec(path)?.[1] ?? path.split('/').slice(0, 2).join('/');
    weights.set(owner, (weights.get(owner) ?? 0) + bytesInOutput);
  }
  const sorted = [...weights].toSorted(([, one], [, other]) => other - one);
  return sorted.slice(0, HEAVIEST_SHOWN).map(([owner, weight]) => `${owner} ${weight}`);
};

const named = (files: readonly OutputFile[], ending: string): OutputFile => {
  const file = files.find(({ path }) => path.endsWith(ending));
  if (file === undefined) throw new Error(`esbuild made no ${ending}.`);
  return file;
};

const write = (path: string, contents: Uint8Array | string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
};
