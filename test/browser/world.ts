import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOcds } from '../../domain/process/read-ocds.ts';
import type { InstrumentId } from '../../events/vocabulary.ts';
import { memoryClock } from '../../functions/_ports/memory/memory-clock.ts';
import { chooseProcess } from '../../local/demo/report.ts';
import { type System, startSystem } from '../../local/system.ts';
import type { Door } from '../../local/walk/hand.ts';
import { httpDoor } from '../../local/walk/http-door.ts';
import { beginningOf, walkCase } from '../../local/walk/walk.ts';
import { type Furnished, furnish } from './furnish.ts';

/** What a browser can be sent to: a house with cases, and one without. */
export interface World {
  readonly crowded: string;
  readonly empty: string;
  readonly keys: Keys;
  /** A token of a coordinator. */
  readonly coordinator: string;
  /** Everything that somebody wrote into a case, in one language: it stands so on the pages of all. */
  readonly written: readonly string[];
}

/** What addresses and forms name. */
export interface Keys extends Cases, Furnished {}

export interface Cases {
  /** Walked to its end. */
  readonly closed: string;
  /** In its tender, with a grave finding under seal. */
  readonly sealed: string;
  /** Only opened. */
  readonly opened: string;
}

/** More than one page of the search tells. */
const OPENED = 24;
const STARTED_AT = '2026-02-01T15:00:00.000Z';

const EXAMPLES = {
  'integrity-pact': 'integrity-pact-works.json',
  'oversight-committee': 'oversight-committee-school-meals.json',
} as const satisfies Record<InstrumentId, string>;

/** Two whole systems over their real stores, on the loopback. */
export const startWorld = async (folder: string): Promise<{ readonly world: World; stop(): Promise<void> }> => {
  const clock = memoryClock(STARTED_AT);
  const systems: System[] = [];
  const start = async (name: string): Promise<System> => {
    const path = join(folder, name);
    await mkdir(path, { recursive: true });
    const system = await startSystem({ folder: path, port: 0, clock, quiet: true });
    systems.push(system);
    return system;
  };
  const stop = async () => void (await Promise.all(systems.map((system) => system.stop())));
  try {
    const [crowded, empty] = [await start('crowded'), await start('empty')];
    const written = new Set<string>();
    const door = listening(httpDoor(crowded), written);
    const time = { now: clock.now, moveTo: clock.set };
    const walk = async (instrument: InstrumentId, through: Door) => {
      const { document, process } = await exampleOf(instrument);
      const beginning = beginningOf(process, clock.now());
      if (beginning > clock.now()) clock.set(beginning);
      return walkCase(through, time, { document, process, instrument });
    };
    const sealed = await untilReport(door, (through) => walk('oversight-committee', through));
    const { case: closed } = await walk('integrity-pact', door);
    const opened = await openMany(door);
    await crowded.settled();
    const cases = { closed, sealed, opened };
    const furnished = await furnish(crowded, cases, { door, written });
    return {
      world: {
        crowded: crowded.url,
        empty: empty.url,
        keys: { ...cases, ...furnished },
        coordinator: await crowded.tokenFor('coordinator-1'),
        written: [...written],
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

const exampleOf = async (instrument: InstrumentId, ocid?: string) => {
  const file = new URL(`../../local/examples/${EXAMPLES[instrument]}`, import.meta.url);
  const text = await readFile(file, 'utf8');
  const known = chosenOf(JSON.parse(text));
  if (ocid === undefined) return { document: JSON.parse(text) as unknown, process: known };
  const document: unknown = JSON.parse(text.replaceAll(known.ocid, ocid));
  return { document, process: chosenOf(document) };
};

/** The process of a document that holds one. */
export const chosenOf = (document: unknown) => {
  const chosen = chooseProcess(readOcds(document), undefined);
  if ('error' in chosen) throw new Error(chosen.error);
  return chosen.process;
};

/** A door that keeps whatever is said through it. */
const listening = (door: Door, written: Set<string>): Door => ({
  ...door,
  post: async (person, path, sent) => {
    keepTexts(sent.body, written);
    return door.post(person, path, sent);
  },
});

const keepTexts = (value: unknown, into: Set<string>): void => {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) keepTexts(part, into);
};

/** Walks a case up to its first report, and gives the case: what is sealed until the award stays sealed. */
export const untilReport = async (door: Door, walk: (through: Door) => Promise<unknown>): Promise<string> => {
  const end = new Error('far enough');
  let at = '';
  const through: Door = {
    ...door,
    post: (person, path, sent) => {
      const [, found, report] = /^\/cases\/([^/]+)(\/reports)?/.exec(path) ?? [];
      at = found ?? at;
      return report === undefined ? door.post(person, path, sent) : Promise.reject(end);
    },
  };
  try {
    await walk(through);
  } catch (error) {
    if (error !== end) throw error;
  }
  return at;
};

const openMany = async (door: Door): Promise<string> => {
  let last = '';
  for (let number = 1; number <= OPENED; number += 1) {
    const instrument = number % 3 === 0 ? 'oversight-committee' : 'integrity-pact';
    const ocid = `ocds-1s5r26-ISLA-${String(number).padStart(4, '0')}`;
    const { document, process } = await exampleOf(instrument, ocid);
    const { status, body } = await door.post('coordinator-1', '/cases', {
      body: { instrument, ocds: document, ocid: process.ocid },
      idempotencyKey: `open-${number}`,
    });
    if (status >= 300) throw new Error(`Case ${number} was not opened: ${JSON.stringify(body)}`);
    last = (body as { readonly case: string }).case;
  }
  return last;
};
