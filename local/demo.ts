import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readOcds } from '../domain/process/read-ocds.ts';
import { INSTRUMENTS, type InstrumentId } from '../events/vocabulary.ts';
import { systemClock } from '../functions/_ports/aws/clock.ts';
import { memoryClock, type SettableClock } from '../functions/_ports/memory/memory-clock.ts';
import { CannotStart } from './cannot-start.ts';
import { printReport } from './demo/print.ts';
import { type Chosen, chooseProcess, type DemoReport, reportOf } from './demo/report.ts';
import { EXIT_INTERRUPTED, onInterruption } from './interruption.ts';
import { type System, startSystem } from './system.ts';
import { WalkStopped } from './walk/hand.ts';
import { httpDoor } from './walk/http-door.ts';
import { beginningOf, walkCase } from './walk/walk.ts';

const EXAMPLES: Readonly<Record<InstrumentId, string>> = {
  'integrity-pact': 'integrity-pact-works.json',
  'oversight-committee': 'oversight-committee-school-meals.json',
};
const USAGE =
  'npm run demo -- [FILE] [--instrument integrity-pact|oversight-committee] [--profile PROFILE] [--ocid OCID] [--json]';

/** What stops a demo before it begins: with what to do about it. */
class CannotWalk extends Error {
  override readonly name = 'CannotWalk';
}

/** `npm run demo`: walks the case of one contracting process to its end over HTTP, on a system of its own that leaves nothing behind. */
const main = async (): Promise<void> => {
  const { file, instrument, profile, ocid, json } = readArguments();
  const document = await readDocument(file ?? new URL(`examples/${EXAMPLES[instrument]}`, import.meta.url));
  const chosen = chooseProcess(readOcds(document), ocid);
  if ('error' in chosen) throw new CannotWalk(chosen.error);
  const report = await walkOnOwnSystem(document, chosen, { instrument, profile });
  console.log(json ? JSON.stringify(report, null, 2) : printReport(report));
  process.exitCode = report.stage === 'closed' && report.verification.verified ? 0 : 1;
};

interface Arguments {
  readonly file: string | undefined;
  readonly instrument: InstrumentId;
  readonly profile: string | undefined;
  readonly ocid: string | undefined;
  readonly json: boolean;
}

/** What the case is opened under. */
type Under = Pick<Arguments, 'instrument' | 'profile'>;

const readArguments = (): Arguments => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        instrument: { type: 'string' },
        profile: { type: 'string' },
        ocid: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const instrument = INSTRUMENTS.find((known) => known === (values.instrument ?? 'integrity-pact'));
    if (instrument === undefined || positionals.length > 1) throw new CannotWalk(USAGE);
    return { file: positionals[0], instrument, profile: values.profile, ocid: values.ocid, json: values.json };
  } catch (error) {
    if (error instanceof CannotWalk) throw error;
    throw new CannotWalk(`${error instanceof Error ? error.message : 'The arguments cannot be read.'}\n${USAGE}`);
  }
};

const readDocument = async (file: string | URL): Promise<unknown> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CannotWalk(`The file ${file} cannot be read.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotWalk(`The file ${file} is not JSON.`);
  }
};

/** The clock of the demo follows the dates of the process: nobody waits for a bid opening. */
const walkOnOwnSystem = async (document: unknown, chosen: Chosen, under: Under): Promise<DemoReport> => {
  const clock = memoryClock(beginningOf(chosen.process, systemClock.now()));
  const interruption = firstInterruption();
  const folder = await mkdtemp(join(tmpdir(), 'veedor-demo-'));
  // The second signal ends us without waiting for anything, but not without this.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  try {
    const system = await startSystem({ folder, port: 0, clock, quiet: true });
    try {
      const walking = walk(system, clock, { document, chosen, under });
      return await unlessInterrupted(walking, interruption);
    } finally {
      await system.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    interruption.throwIfAborted();
  }
};

const walk = async (
  system: System,
  clock: SettableClock,
  { document, chosen, under }: { document: unknown; chosen: Chosen; under: Under },
): Promise<DemoReport> => {
  const time = { now: clock.now, moveTo: clock.set };
  const walked = await walkCase(httpDoor(system), time, { document, process: chosen.process, ...under });
  await system.settled();
  return reportOf(system, { chosen, walked, instrument: under.instrument });
};

/** Somebody does not want to see the end. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** The first signal ends the demo in peace, the second at once. */
const firstInterruption = (): AbortSignal => {
  const interruption = new AbortController();
  onInterruption(() => {
    if (interruption.signal.aborted) process.exit(EXIT_INTERRUPTED);
    interruption.abort(new Interrupted('Interrupted.'));
  });
  return interruption.signal;
};

/** What a work gives, or the interruption as soon as it comes: what the work meets after that is nobody's concern. */
const unlessInterrupted = <T>(work: Promise<T>, interruption: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      const stop = () => reject(new Interrupted('Interrupted.'));
      interruption.addEventListener('abort', stop);
      if (interruption.aborted) stop();
    }),
  ]);

try {
  await main();
} catch (error) {
  // The walk may still be waiting for answers that will never come.
  if (error instanceof Interrupted) process.exit(EXIT_INTERRUPTED);
  const isExpected = error instanceof CannotWalk || error instanceof CannotStart || error instanceof WalkStopped;
  if (!isExpected) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
