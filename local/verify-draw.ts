import { parseArgs } from 'node:util';
import { type DrawStep, type Recomputation, recomputeDraws } from '../domain/draw/recompute-draws.ts';
import { sha256Hex } from '../events/record.ts';
import { CannotStart } from './cannot-start.ts';
import { brokenAt, chainLine, DEFAULT_URL, eventsOf } from './told-record.ts';

const USAGE = 'npm run verify-draw -- CASE [--url http://127.0.0.1:8080]';

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
