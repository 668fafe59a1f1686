import type { ProcessResult } from '../../../functions/_http/import-operation.ts';
import type { Answered } from '../../app/api.ts';
import { isRecord } from '../../app/kept-text.ts';
import { bytesOf, type OcdsEntry } from './ocds-entries.ts';

/** Lines of one request, and their bytes unless one line alone is longer: an answer within seconds tells how far it went. */
export const BATCH_LINES = 50;
const BATCH_BYTES = 1024 * 1024;
/** How often processes are sent again that others wrote at the same moment, or where nothing came back, and the pauses before. */
const TRIES_MAX = 4;
const PAUSE_MS = 500;

export const OUTCOMES = ['imported', 'updated', 'unchanged', 'refused'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What became of one process of a file. */
export interface ImportedRow {
  readonly place: string;
  readonly ocid?: string;
  readonly outcome: Outcome;
  readonly refusal?: string;
  /** How much was wrong with what was published of it. */
  readonly problems: number;
}

/** How far an import came: with it, it goes on. */
export interface ImportState {
  /** Tells its requests from those of others: the same request does nothing twice. */
  readonly run: string;
  /** Entries of the file that have their results, from the first on. */
  readonly done: number;
  readonly counts: Readonly<Record<Outcome, number>>;
}

export const beginning = (run: string): ImportState => ({
  run,
  done: 0,
  counts: { imported: 0, updated: 0, unchanged: 0, refused: 0 },
});

export interface ImportParts {
  readonly send: (lines: string, key: string) => Promise<Answered>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Told after each request: how far it is now, and what is new. */
  readonly tell: (state: ImportState, rows: readonly ImportedRow[]) => void;
  /** Whether somebody stopped it. */
  readonly isStopped: () => boolean;
}

type Failure = Exclude<Answered, { kind: 'done' }>;
export type ImportEnd = { readonly kind: 'finished' | 'stopped' } | Failure;

interface Answer {
  readonly done: number;
  readonly results: readonly ProcessResult[];
}

// The API of the same house answered it: that it holds results is all that is asked.
const isAnswer = (body: unknown): body is Answer =>
  isRecord(body) && typeof body['done'] === 'number' && body['done'] > 0 && Array.isArray(body['results']);

type Sendable = Extract<OcdsEntry, { readonly text: string }>;

const isSendable = (entry: OcdsEntry): entry is Sendable => 'text' in entry;

/** As many of the first entries as one request takes. */
export const batchOf = (entries: readonly OcdsEntry[]): readonly OcdsEntry[] => {
  let bytes = 0;
  const end = entries.findIndex((entry, index) => {
    bytes += isSendable(entry) ? bytesOf(entry.text) + 1 : 0;
    return index > 0 && bytes > BATCH_BYTES;
  });
  return entries.slice(0, Math.min(BATCH_LINES, end < 0 ? entries.length : end));
};

const hasLost = ({ results }: Answer): boolean => results.some(({ refusal }) => refusal === 'lost-every-race');

const isWorthAnother = ({ kind }: Answered): boolean => kind === 'no-network' || kind === 'failed';

/** Sends lines until they have their answer. What was done is not done twice: the key is the same. */
const answerTo = async (
  { send, pause, isStopped }: ImportParts,
  lines: string,
  key: string,
): Promise<Answer | Failure> => {
  for (let tries = 1; ; tries += 1) {
    const answered = await send(lines, key);
    const answer = answered.kind === 'done' && isAnswer(answered.body) ? answered.body : undefined;
    if (answer !== undefined && (!hasLost(answer) || tries === TRIES_MAX)) return answer;
    if (answered.kind === 'done' && answer === undefined) return { kind: 'failed' };
    if (answered.kind !== 'done' && (!isWorthAnother(answered) || tries === TRIES_MAX || isStopped())) return answered;
    await pause(PAUSE_MS * 2 ** (tries - 1));
  }
};

const rowOf = (place: string, { ocid, outcome, refusal, problems, problemsLeftOut }: ProcessResult): ImportedRow => ({
  place,
  outcome,
  ...(ocid === undefined ? {} : { ocid }),
  ...(refusal === undefined ? {} : { refusal }),
  problems: problems.length + problemsLeftOut,
});

/** What became of entries, in their order, as far as the answer tells it; and of how many of them that is. */
export const rowsOf = (
  batch: readonly OcdsEntry[],
  { done, results }: Answer,
): { readonly settled: number; readonly rows: readonly ImportedRow[] } => {
  const byLine = Map.groupBy(results, ({ line }) => line);
  const rows: ImportedRow[] = [];
  let line = 0;
  for (const [index, entry] of batch.entries()) {
    if (!isSendable(entry)) {
      rows.push({ place: entry.place, outcome: 'refused', refusal: entry.refusal, problems: 0 });
      continue;
    }
    line += 1;
    if (line > done) return { settled: index, rows };
    rows.push(...(byLine.get(line) ?? []).map((result) => rowOf(entry.place, result)));
  }
  return { settled: batch.length, rows };
};

const counted = (state: ImportState, settled: number, rows: readonly ImportedRow[]): ImportState => {
  const counts = { ...state.counts };
  for (const { outcome } of rows) counts[outcome] += 1;
  return { ...state, done: state.done + settled, counts };
};

const NOTHING_SENT: Answer = { done: 0, results: [] };

/** Sends entries, the ones after those that are done, request by request. Whatever ends it, it goes on from the state that was told last. */
export const runImport = async (
  entries: AsyncIterable<OcdsEntry>,
  begun: ImportState,
  parts: ImportParts,
): Promise<ImportEnd> => {
  let state = begun;
  let waiting: readonly OcdsEntry[] = [];
  const settle = async (): Promise<Failure | undefined> => {
    const batch = batchOf(waiting);
    const texts = batch.filter(isSendable).map(({ text }) => text);
    const answer =
      texts.length === 0 ? NOTHING_SENT : await answerTo(parts, `${texts.join('\n')}\n`, `${state.run}-${state.done}`);
    if ('kind' in answer) return answer;
    const { settled, rows } = rowsOf(batch, answer);
    waiting = waiting.slice(settled);
    state = counted(state, settled, rows);
    parts.tell(state, rows);
    return undefined;
  };
  let index = 0;
  for await (const entry of entries) {
    index += 1;
    if (index <= begun.done) continue;
    waiting = [...waiting, entry];
    // One more than fits is known: whatever ends a batch is not the end of the file.
    while (waiting.length > BATCH_LINES) {
      if (parts.isStopped()) return { kind: 'stopped' };
      const failure = await settle();
      if (failure !== undefined) return failure;
    }
  }
  while (waiting.length > 0) {
    if (parts.isStopped()) return { kind: 'stopped' };
    const failure = await settle();
    if (failure !== undefined) return failure;
  }
  return { kind: 'finished' };
};
