import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../functions/_ports/aws/clock.ts';
import { memoryClock, type SettableClock } from '../functions/_ports/memory/memory-clock.ts';
import { CannotStart } from './cannot-start.ts';
import { type Asked, CannotWalk, readAsked } from './demo/asked.ts';
import { tellReport } from './demo/print.ts';
import { type Chosen, type DemoReport, reportOf } from './demo/report.ts';
import { EXIT_INTERRUPTED, onInterruption } from './interruption.ts';
import { type System, startSystem } from './system.ts';
import { endWith } from './told.ts';
import { WalkStopped } from './walk/hand.ts';
import { httpDoor } from './walk/http-door.ts';
import { beginningOf, walkCase } from './walk/walk.ts';

/** `npm run demo`: walks the case of one contracting process to its end over HTTP, on a system of its own that leaves nothing behind. */
const main = async (): Promise<void> => {
  const { document, chosen, instrument, profile, json } = await readAsked(process.argv.slice(2));
  const report = await walkOnOwnSystem(document, chosen, { instrument, profile });
  endWith(json ? { ...tellReport(report), says: JSON.stringify(report, null, 2) } : tellReport(report));
};

/** What the case is opened under. */
type Under = Pick<Asked, 'instrument' | 'profile'>;

/** The clock of the demo follows the dates of the process: nobody waits for a bid opening. */
const walkOnOwnSystem = async (document: unknown, chosen: Chosen, under: Under): Promise<DemoReport> => {
  const clock = memoryClock(beginningOf(chosen.process, systemClock.now()));
  const interruption = firstInterruption();
  const folder = await mkdtemp(join(tmpdir(), 'veedor-demo-'));
  // The second signal ends us without waiting for anything, but not without this.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 }));
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
