import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { type DrawStep, type Recomputation, recomputeDraws } from '../domain/draw/recompute-draws.ts';
import { GENESIS, hashEntry, parseEntry, type RecordEntry, sha256Hex } from '../events/record.ts';
import { CannotStart } from './cannot-start.ts';

const USAGE = 'npm run verify-draw -- CASE [--url http://127.0.0.1:8080]';
const DEFAULT_URL = 'http://127.0.0.1:8080';
const PAGE = 100;
const REQUEST_TIMEOUT_MS = 30_000;
/** More events than any case will have: a server that never ends is left. */
const EVENTS_MAX = 100_000;

/**
 * `npm run verify-draw -- CASE`: recomputes every draw of a case from what the API tells anybody, without a token and without trusting
 * the server’s own answer. Exit status 0 only when the events chain and every draw recomputes.
 */
const main = async (): Promise<void> => {
  const { caseId, url } = readArguments();
  const entries = await eventsOf(caseId, url);
  const broken = await brokenAt(entries, caseId);
  const recomputation = await recomputeDraws(entries, sha256Hex);
  console.log([chainLine(entries, broken), ...drawLines(recomputation)].join('\n'));
  const { draws, strays } = recomputation;
  process.exitCode = broken === undefined && strays.length === 0 && draws.every(({ holds }) => holds) ? 0 : 1;
};

const readArguments = (): { readonly caseId: string; readonly url: string } => {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } });
    const [caseId, ...others] = positionals;
    if (caseId === undefined || others.length > 0) throw new CannotStart('bad-setting', USAGE);
    const { url = DEFAULT_URL } = values;
    if (!URL.canParse(url)) throw new CannotStart('bad-setting', `${url} is no address.\n${USAGE}`);
    return { caseId, url: url.replace(/\/$/, '') };
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart('bad-setting', USAGE);
  }
};

const page = z.object({ items: z.array(z.record(z.string(), z.unknown())) });

const eventsOf = async (caseId: string, url: string): Promise<readonly RecordEntry[]> => {
  const entries: RecordEntry[] = [];
  for (;;) {
    const from = `/cases/${encodeURIComponent(caseId)}/events?limit=${PAGE}&cursor=${entries.length}`;
    const { items } = page.parse(await answerOf(`${url}${from}`));
    entries.push(...items.map((event, index) => entryFrom(event, entries.length + index + 1)));
    if (items.length < PAGE || entries.length > EVENTS_MAX) return entries;
  }
};

const entryFrom = (event: unknown, place: number): RecordEntry => {
  try {
    return parseEntry(JSON.stringify(event));
  } catch {
    throw new CannotStart('bad-setting', `Event ${place} is not what any release of Veedor records.`);
  }
};

const answerOf = async (address: string): Promise<unknown> => {
  const response = await fetch(address, { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }).catch(() => {
    throw new CannotStart('bad-setting', `Nobody answers at ${address}. Start the system, or name another with --url.`);
  });
  if (!response.ok) throw new CannotStart('bad-setting', `${address} answers ${response.status}.\n${USAGE}`);
  return response.json();
};

/** The first event that does not follow from the one before it: the order of events is what an announcement stands on. */
const brokenAt = async (entries: readonly RecordEntry[], caseId: string): Promise<number | undefined> => {
  let previousHash = GENESIS;
  for (const [index, entry] of entries.entries()) {
    const isInPlace = entry.stream === caseId && entry.version === index + 1 && entry.previousHash === previousHash;
    if (!isInPlace || (await hashEntry(entry)) !== entry.hash) return index + 1;
    previousHash = entry.hash;
  }
  return undefined;
};

const chainLine = (entries: readonly RecordEntry[], broken: number | undefined): string =>
  broken === undefined
    ? `${entries.length} events, each chained to the one before it, up to ${entries.at(-1)?.hash ?? GENESIS}.`
    : `The chain of events breaks at event ${broken}.`;

const stepLine = ({ version, says, holds }: DrawStep): string => `  ${holds ? 'ok   ' : 'WRONG'}  @${version}  ${says}`;

const drawLines = ({ draws, strays }: Recomputation): readonly string[] => [
  ...(draws.length === 0 ? ['The case has no draw.'] : []),
  ...draws.flatMap(({ draw, steps, holds, drawn }) => ['', draw, ...steps.map(stepLine), verdict(holds, drawn)]),
  ...(strays.length === 0 ? [] : ['', 'Proposals by lot', ...strays.map(stepLine)]),
];

const verdict = (holds: boolean, drawn: boolean): string => {
  if (!holds) return '  This draw does not recompute.';
  return drawn ? '  This draw recomputes.' : '  What is on record so far recomputes; the lot is not drawn yet.';
};

try {
  await main();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
