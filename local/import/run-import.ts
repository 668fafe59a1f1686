import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { ProcessResult } from '../../functions/_http/import-operation.ts';
import { LINES_MAX, SENT_BYTES_MAX, UNPACKED_BYTES_MAX } from '../../functions/_http/import-operation.ts';
import { closeTexts, type Entry, entryOf } from './entry.ts';
import { type Counts, Journal } from './journal.ts';
import { isRefused, piecesOf, type RefusedPlace } from './pieces.ts';
import type { Progress } from './progress.ts';
import { openResultFile, type ResultFile } from './result-file.ts';
import { CannotImport, plainFileOf, type Source, stampOf } from './sources.ts';
import type { SystemDoor } from './system-door.ts';

const pack = promisify(gzip);

/** Bytes of the lines of one request, unless one line alone is longer. */
const BATCH_BYTES = 2 * 1024 * 1024;
const BATCH_LINES = Math.min(100, LINES_MAX);
/** How often processes are sent again that others wrote at the same moment, and the first pause; each pause is twice the one before. */
const RACES_MAX = 5;
const RACE_PAUSE_MILLISECONDS = 250;

export interface Import {
  readonly sources: readonly Source[];
  readonly results: string;
  readonly url: string;
  readonly door: SystemDoor;
  readonly progress: Progress;
  readonly loopback: boolean;
  readonly racePauseMilliseconds?: number;
}

/** What an import came to. */
export interface Summary extends Counts {
  /** Processes, and places where one should be and none can be told. */
  readonly found: number;
  /** Releases and records that were found. */
  readonly pieces: number;
  readonly places: number;
  /** Whether an earlier run that was stopped was gone on with. */
  readonly resumed: boolean;
}

/** Where an import keeps what it knows until it is finished. */
export const stateFolderOf = (results: string): string => `${results}.state`;

interface Work extends Import {
  readonly journal: Journal;
  readonly file: ResultFile;
  readonly folder: string;
}

/**
 * Imports everything that the sources hold: first every release and record is found and put down under its process, then the processes
 * are sent one after the other. Stopped at any moment, the same call goes on; what it counts is right in the end.
 */
export const runImport = async (given: Import): Promise<Summary> => {
  const folder = stateFolderOf(given.results);
  const resumed = existsSync(folder);
  mkdirSync(folder, { recursive: true });
  const journal = new Journal(join(folder, 'journal.sqlite'));
  const summary = await importing({ ...given, journal, folder }).finally(() => journal.close());
  rmSync(folder, { recursive: true, force: true });
  return { ...summary, resumed };
};

const importing = async (given: Omit<Work, 'file'>): Promise<Omit<Summary, 'resumed'>> => {
  const { journal } = given;
  await sameAsBefore(journal, given);
  const file = openResultFile(given.results, Number(journal.fact('bytes') ?? 0));
  try {
    await findPieces({ ...given, file });
    await sendProcesses({ ...given, file });
  } finally {
    closeTexts();
    file.close();
  }
  return summaryOf(journal);
};

/** An import goes on only with the very sources that it began with. */
const sameAsBefore = async (journal: Journal, { sources, url }: Import): Promise<void> => {
  const stamps = [url, ...(await Promise.all(sources.map(stampOf)))];
  const stamp = createHash('sha256').update(JSON.stringify(stamps)).digest('hex');
  const before = journal.fact('stamp');
  if (before !== undefined && before !== stamp) {
    throw new CannotImport(
      'Another import with this result file is not finished, or its files have changed. Name another file with --results, or delete its .state folder.',
    );
  }
  if (before === undefined) {
    journal.setFact('run', randomUUID());
    journal.setFact('stamp', stamp);
  }
};

/** Finds every release and record; a source that was being read when the import was stopped is read again. */
const findPieces = async (work: Work): Promise<void> => {
  const { sources, journal, file, folder, progress, loopback } = work;
  const begun = journal.sourcesRead();
  const rest = [...sources.entries()].slice(begun);
  const sizes = await Promise.all(rest.map(async ([, { path }]) => (path === undefined ? 0 : (await stat(path)).size)));
  progress.begin(
    'Reading',
    sizes.reduce((sum, size) => sum + size, 0),
  );
  for (const [index, source] of rest) {
    const plain = await plainFileOf(source, join(folder, `source-${index}`), { loopback });
    await journal.whole(async () => {
      if (plain.path !== undefined) {
        for await (const found of piecesOf(plain.path, source.name, progress.add)) {
          if (isRefused(found)) refusePlace(work, source, found);
          else journal.addPiece(index, found);
        }
      }
      const { failure } = plain;
      if (failure !== undefined) refusePlace(work, source, { refusal: failure, pointer: '' });
      journal.addSource(index, source.name, plain.path ?? '');
      journal.setFact('bytes', String(file.bytes()));
    });
  }
  progress.end();
};

const refusePlace = (
  { file, journal }: Work,
  { name }: Source,
  place: Omit<RefusedPlace, 'refusal'> & { refusal: string },
): void => {
  const { refusal, pointer, line, problems = [] } = place;
  file.write({
    source: name,
    ...(line !== undefined && { line }),
    pointer,
    outcome: 'refused',
    refusal,
    problems: problems.map((problem) => ({ source: name, ...(line !== undefined && { line }), ...problem })),
  });
  journal.count('places', 1);
  journal.count('refused', 1);
};

interface Batch {
  readonly entries: readonly Entry[];
  /** Those that can be sent, in the order of their lines. */
  readonly lines: readonly Entry[];
  readonly body: Buffer;
  readonly last: number;
}

const sendProcesses = async (work: Work): Promise<void> => {
  const { journal, progress } = work;
  let serial = Number(journal.fact('serial') ?? 0);
  progress.begin('Importing', journal.processes(), serial);
  let next: Promise<Batch | undefined> = batchAfter(journal, serial);
  for (;;) {
    const batch = await next;
    if (batch === undefined) break;
    // The next one is read while this one is on its way.
    next = batchAfter(journal, batch.last);
    // Where the system stops us nobody waits for it any more.
    next.catch(() => undefined);
    const settled = await settle(work, batch);
    const after = next;
    if (settled !== batch.last) next = after.then(() => batchAfter(journal, settled));
    progress.add(settled - serial);
    serial = settled;
  }
  progress.end();
};

const batchAfter = async (journal: Journal, serial: number): Promise<Batch | undefined> => {
  const entries: Entry[] = [];
  let bytes = 0;
  let last = serial;
  while (entries.length < BATCH_LINES && bytes < BATCH_BYTES) {
    const group = journal.groupAfter(last);
    if (group === undefined) break;
    const entry = entryOf(journal, group);
    const length = Buffer.byteLength(entry.text ?? '') + 1;
    if (bytes > 0 && bytes + length > UNPACKED_BYTES_MAX) break;
    entries.push(entry);
    bytes += length;
    last = group.serial;
  }
  if (entries.length === 0) return undefined;
  const lines = entries.filter(({ text }) => text !== undefined);
  const body = await pack(lines.map(({ text }) => `${text}\n`).join(''), { level: constants.Z_BEST_SPEED });
  return { entries, lines, body, last };
};

/** Sends a batch and puts down what became of it; gives the last process that is settled. */
const settle = async (work: Work, batch: Batch): Promise<number> => {
  const results = await resultsOf(work, batch);
  const { journal, file } = work;
  let last = 0;
  await journal.whole(async () => {
    for (const entry of batch.entries) {
      const result = entry.text === undefined ? TOO_LARGE : results.get(entry);
      if (result === undefined) break;
      put(file, entry, result);
      journal.count(result.outcome, 1);
      last = entry.group.serial;
    }
    journal.setFact('serial', String(last));
    journal.setFact('bytes', String(file.bytes()));
  });
  return last;
};

type Result = Omit<ProcessResult, 'line' | 'refusal'> & { readonly refusal?: string };

const TOO_LARGE: Result = { outcome: 'refused', refusal: 'too-large', problems: [], problemsLeftOut: 0 };

type Sending = Pick<Work, 'journal' | 'door' | 'racePauseMilliseconds'>;

const resultsOf = async (work: Sending, { lines, body }: Pick<Batch, 'lines' | 'body'>): Promise<Results> => {
  if (lines.length === 0) return new Map();
  const [first, ...others] = lines;
  const key = createHash('sha256')
    .update(work.journal.fact('run') ?? '')
    .update(body)
    .digest('hex');
  const sent = body.length > SENT_BYTES_MAX ? 'too-large' : await work.door.send(body, key);
  if (sent !== 'too-large') return racedAgain(work, { lines, body, key }, resultsByEntry(lines, sent));
  if (first === undefined || others.length === 0) return new Map(lines.map((entry) => [entry, TOO_LARGE]));
  // Together they are too large: the first of them alone, and the others come next.
  const alone = await pack(`${first.text}\n`);
  return resultsOf(work, { lines: [first], body: alone });
};

type Results = ReadonlyMap<Entry, Result>;

const hasLost = (result: Result | undefined): boolean => result?.refusal === 'lost-every-race';

/**
 * Where others wrote the same processes at the same moment, the same lines are sent again with their key: what was done is not done
 * twice, and only what had lost has a new result.
 */
const racedAgain = async (
  { door, racePauseMilliseconds = RACE_PAUSE_MILLISECONDS }: Sending,
  { lines, body, key }: Pick<Batch, 'lines' | 'body'> & { readonly key: string },
  results: Results,
): Promise<Results> => {
  let known = results;
  for (let race = 0; race < RACES_MAX && [...known.values()].some(hasLost); race += 1) {
    await wait(racePauseMilliseconds * 2 ** race);
    const sent = await door.send(body, key);
    if (sent === 'too-large') throw new Error('What was taken once is taken again.');
    const fresh = resultsByEntry(lines, sent);
    known = new Map(
      [...known].map(([entry, result]) => [entry, hasLost(result) ? (fresh.get(entry) ?? result) : result]),
    );
  }
  return known;
};

const resultsByEntry = (
  lines: readonly Entry[],
  { done, results }: { readonly done: number; readonly results: readonly ProcessResult[] },
): Results => {
  const byEntry = new Map<Entry, Result>();
  for (const { line, ...result } of results) {
    const entry = lines[line - 1];
    if (entry !== undefined) byEntry.set(entry, result);
  }
  if (byEntry.size !== done || done === 0) throw new Error('A system answers one result for each line that it did.');
  return byEntry;
};

const put = (file: ResultFile, { group, places, placeOf, isMarked }: Entry, result: Result): void => {
  const { problems, ocid: _, ...rest } = result;
  const placesLeftOut = group.pieces.length - places.length;
  file.write({
    ocid: group.ocid,
    ...rest,
    places,
    ...(placesLeftOut > 0 && { placesLeftOut }),
    problems: [
      ...(isMarked ? [{ code: 'not-utf-8', ...placeOf('') }] : []),
      ...problems.map(({ code, pointer }) => ({ code, ...placeOf(pointer) })),
    ],
  });
};

const summaryOf = (journal: Journal): Omit<Summary, 'resumed'> => {
  const [imported, updated, unchanged, refused] = [
    journal.counted('imported'),
    journal.counted('updated'),
    journal.counted('unchanged'),
    journal.counted('refused'),
  ];
  const places = journal.counted('places');
  const found = journal.processes() + places;
  const settled = imported + updated + unchanged + refused;
  if (found !== settled) throw new Error(`Of ${found} processes and places ${settled} have an outcome.`);
  return { imported, updated, unchanged, refused, found, places, pieces: journal.pieces() };
};
