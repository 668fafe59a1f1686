import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { bundleFunction, bytesMaxOf } from '../../infra/bundle.ts';
import { filesBeside } from '../../infra/bundle-script.ts';
import { apiFunctionNames } from '../../infra/functions.ts';
import { median, ratioRow, row } from './statistics.ts';

const RUNS = 15;
const IMPORT_RATIO_MAX = 1.6;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const ENVIRONMENT = {
  TABLE_NAME: 'veedor',
  BUS_NAME: 'veedor',
  TOKEN_ISSUER: 'https://issuer.example',
  TOKEN_AUDIENCE: 'veedor',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
};

/** Milliseconds of processor that loading a bundle takes, in a process of its own. */
const coldImport = (file: string): number => {
  const script = `const a = process.cpuUsage(); require(${JSON.stringify(file)}); const b = process.cpuUsage(a); console.log((b.user + b.system) / 1000)`;
  return Number(execFileSync(process.execPath, ['-e', script], { env: ENVIRONMENT, encoding: 'utf8' }));
};

/** The least that a function which talks to DynamoDB must load: the client, made. */
const bareClient = (into: string): string => {
  const outfile = join(into, 'bare.cjs');
  buildSync({
    absWorkingDir: ROOT,
    stdin: {
      contents:
        "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; export const client = new DynamoDBClient({});",
      resolveDir: ROOT,
    },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  });
  return outfile;
};

/** What each API bundle weighs, and how the leanest loads beside the bare DynamoDB client. */
export const benchColdImports = (say: (line: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'veedor-bench-'));
  try {
    const bundles = apiFunctionNames.map((name) => ({
      name,
      ...bundleFunction({ name, root: ROOT, into: folder, files: filesBeside(name, ROOT) }),
    }));
    for (const { name, bytes } of bundles) {
      say(
        row(`${name}, bytes minified`, String(bytes), {
          limit: `at most ${bytesMaxOf(name)}`,
          holds: bytes <= bytesMaxOf(name),
        }),
      );
    }
    const leanest = bundles.toSorted((a, b) => a.bytes - b.bytes)[0];
    if (leanest === undefined) throw new Error('There is an API function.');
    const bare = bareClient(folder);
    say(row('the bare DynamoDB client, bytes minified', String(statSync(bare).size)));
    const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
    for (let run = 0; run < RUNS; run += 1) {
      times.ours.push(coldImport(join(leanest.folder, 'index.cjs')));
      times.bare.push(coldImport(bare));
    }
    const [ours, bareMs] = [median(times.ours), median(times.bare)];
    say(row(`cold import of ${leanest.name}, median of processor time`, `${ours.toFixed(1)} ms`));
    say(row('cold import of the bare client, median of processor time', `${bareMs.toFixed(1)} ms`));
    say(ratioRow(`cold import of ${leanest.name} / of the bare client`, ours / bareMs, IMPORT_RATIO_MAX));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
