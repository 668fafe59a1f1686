import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemCodeOf } from './cannot-start.ts';
import { amount, progressOn, timeOf } from './import/progress.ts';
import { runImport, type Summary, stateFolderOf } from './import/run-import.ts';
import { CannotImport, sourcesAt } from './import/sources.ts';
import { systemDoor } from './import/system-door.ts';
import { EXIT_INTERRUPTED, onInterruption } from './interruption.ts';

const USAGE =
  'npm run import -- FILE|FOLDER|URL [...] [--url http://127.0.0.1:8080] [--results import-results.jsonl] [--allow-loopback]';
const RESULTS = 'import-results';

interface Arguments {
  readonly named: readonly string[];
  readonly url: string;
  readonly results: string | undefined;
  readonly loopback: boolean;
}

/**
 * `npm run import -- FILE|FOLDER|URL`: puts every contracting process of OCDS files into the registry of a running system. Exit status 0
 * when everything has its result, whatever it is; stopped before, the same command goes on.
 */
const main = async (): Promise<void> => {
  const { named, url, results = freeResults(), loopback } = readArguments();
  if (existsSync(results) && !existsSync(stateFolderOf(results))) {
    throw new CannotImport(`${results} is there already. Name another file with --results.`);
  }
  const startedAt = performance.now();
  const door = systemDoor({ url, token: process.env['VEEDOR_TOKEN'] });
  const progress = progressOn(process.stderr);
  onInterruption(() => {
    progress.end();
    console.error('Stopped. Repeat the same command: it goes on from here.');
    process.exit(EXIT_INTERRUPTED);
  });
  const sources = await sourcesAt(named);
  const summary = await runImport({ sources, results, url, door, progress, loopback });
  console.log(told(summary, { results, seconds: (performance.now() - startedAt) / 1_000 }));
};

/** The first name that is free, or of an import that is not finished. */
const freeResults = (): string => {
  for (let serial = 1; ; serial += 1) {
    const name = `${RESULTS}${serial === 1 ? '' : `-${serial}`}.jsonl`;
    if (!existsSync(name) || existsSync(stateFolderOf(name))) return name;
  }
};

const told = (summary: Summary, { results, seconds }: { results: string; seconds: number }): string => {
  const { found, places, pieces, imported, updated, unchanged, refused, resumed } = summary;
  const whole = (number: number) => number.toLocaleString('en');
  return [
    `${whole(found - places)} processes in ${whole(pieces)} releases and records; ${whole(places)} places without a process.`,
    `  ${whole(imported)} imported, ${whole(updated)} updated, ${whole(unchanged)} unchanged, ${whole(refused)} refused`,
    `  in ${whole(found)} = out ${whole(found - refused)} + refused ${whole(refused)}`,
    `${timeOf(seconds)}${resumed ? ' since it went on' : ''}, ${amount(found / seconds)} a second. What became of each, and what was wrong with it, stands in ${results}.`,
  ].join('\n');
};

const readArguments = (): Arguments => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        url: { type: 'string', default: 'http://127.0.0.1:8080' },
        results: { type: 'string' },
        'allow-loopback': { type: 'boolean', default: false },
      },
    });
    if (positionals.length === 0 || !URL.canParse(values.url)) throw new CannotImport(USAGE);
    return {
      named: positionals,
      url: values.url.replace(/\/$/, ''),
      results: values.results,
      loopback: values['allow-loopback'],
    };
  } catch (error) {
    if (error instanceof CannotImport) throw error;
    throw new CannotImport(`${error instanceof Error ? error.message : 'The arguments cannot be read.'}\n${USAGE}`);
  }
};

try {
  await main();
} catch (error) {
  const code = systemCodeOf(error);
  if (!(error instanceof CannotImport) && code === undefined) throw error;
  console.error(error instanceof CannotImport ? error.message : `This cannot be read or written (${code}).`);
  process.exitCode = 1;
}
