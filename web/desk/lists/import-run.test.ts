import { describe, expect, it } from 'vitest';
import { LINES_MAX, type ProcessResult, SENT_BYTES_MAX } from '../../../functions/_http/import-operation.ts';
import type { Answered } from '../../app/api.ts';
import { BATCH_LINES, beginning, type ImportedRow, type ImportState, runImport } from './import-run.ts';
import { LINE_BYTES_MAX, type OcdsEntry } from './ocds-entries.ts';
import { entriesOfFile, linesIn, UnreadableFile } from './ocds-file.ts';

const fileOf = (name: string, text: string): File => new File([text], name);

const entriesIn = async (file: File): Promise<readonly OcdsEntry[]> => {
  const entries: OcdsEntry[] = [];
  for await (const entry of entriesOfFile(file)) entries.push(entry);
  return entries;
};

const sent = (entry: OcdsEntry | undefined): unknown => (entry && 'text' in entry ? JSON.parse(entry.text) : entry);

const release = (ocid: string, id = '1') => ({ ocid, id, tag: ['tender'] });

describe('a file of contracting processes', () => {
  it('is taken apart process by process, with where each stands', async () => {
    const record = { ocid: 'b', releases: [release('b')] };
    const whole = {
      version: '1.1',
      releases: [release('a'), release('b'), release('a', '2'), { id: 'x' }],
      records: [record],
    };
    const entries = await entriesIn(fileOf('obras.json', JSON.stringify(whole)));
    expect(entries.map(({ place }) => place)).toEqual(['/records/0', '/releases/0', '/releases/3']);
    expect(entries.map(sent)).toEqual([
      { source: 'obras.json', document: { records: [record], releases: [release('b')] } },
      { source: 'obras.json', document: { records: [], releases: [release('a'), release('a', '2')] } },
      { source: 'obras.json', document: { id: 'x' } },
    ]);
  });

  it('may be one of lines, whatever it is called, and each says what is wrong with it', async () => {
    const text = `${JSON.stringify(release('a'))}\r\n\n{"ocid":\n${JSON.stringify({ releases: [release('b'), release('c')] })}`;
    for (const name of ['obras.jsonl', 'obras.txt']) {
      const entries = await entriesIn(fileOf(name, text));
      expect(entries.map(({ place }) => place)).toEqual([
        'line 1',
        'line 3',
        'line 4, /releases/0',
        'line 4, /releases/1',
      ]);
      expect(sent(entries[0])).toEqual({ source: name, document: release('a') });
      expect(entries[1]).toEqual({ place: 'line 3', refusal: 'line-not-json' });
    }
  });

  it('is read in pieces that end anywhere', async () => {
    async function* pieces() {
      yield '{"a"';
      yield ':1}\n\n{"b":2}\n{"c"';
      yield ':3}';
    }
    const lines: string[] = [];
    for await (const { line, text } of linesIn(pieces())) lines.push(`${line} ${text}`);
    expect(lines).toEqual(['1 {"a":1}', '3 {"b":2}', '4 {"c":3}']);
  });

  it('is refused as a whole where it is no JSON, and a process where no request carries it', async () => {
    await expect(entriesIn(fileOf('obras.json', 'ocid;title\na;b'))).rejects.toThrow(UnreadableFile);
    const large = { ...release('a'), title: 'x'.repeat(LINE_BYTES_MAX) };
    expect(await entriesIn(fileOf('a.json', JSON.stringify(large)))).toEqual([{ place: '/', refusal: 'too-large' }]);
    expect(LINE_BYTES_MAX).toBeLessThan(SENT_BYTES_MAX);
    expect(BATCH_LINES).toBeLessThanOrEqual(LINES_MAX);
  });
});

const imported = (line: number): ProcessResult => ({
  line,
  ocid: `o-${line}`,
  outcome: 'imported',
  problems: [],
  problemsLeftOut: 0,
});
const doneWith = (done: number, results: readonly ProcessResult[]): Answered => ({
  kind: 'done',
  body: { lines: done, done, results },
});

async function* linesOf(amount: number, begin = 1): AsyncGenerator<OcdsEntry> {
  for (let n = begin; n < begin + amount; n += 1) yield { place: `line ${n}`, text: `{"n":${n}}` };
}

/** Imports with an API that gives these answers one after the other; the last of them for ever. */
const importing = async (
  of: AsyncIterable<OcdsEntry>,
  answer: (lines: number, request: number) => Answered,
  begun: ImportState = beginning('run'),
) => {
  const requests: { key: string; lines: number }[] = [];
  const rows: ImportedRow[] = [];
  let state = begun;
  const end = await runImport(of, begun, {
    send: async (text, key) => {
      const lines = text.trimEnd().split('\n').length;
      requests.push({ key, lines });
      return answer(lines, requests.length);
    },
    pause: async () => undefined,
    tell: (next, more) => {
      state = next;
      rows.push(...more);
    },
    isStopped: () => false,
  });
  return { end: end.kind, requests, rows, state };
};

const all = (lines: number): Answered =>
  doneWith(
    lines,
    Array.from({ length: lines }, (_, at) => imported(at + 1)),
  );

describe('an import', () => {
  it('sends as many lines as one request takes, and tells what became of each', async () => {
    const { end, requests, rows, state } = await importing(linesOf(BATCH_LINES + 3), all);
    expect([end, requests]).toEqual([
      'finished',
      [
        { key: 'run-0', lines: BATCH_LINES },
        { key: `run-${BATCH_LINES}`, lines: 3 },
      ],
    ]);
    expect(rows.at(-1)).toEqual({ place: `line ${BATCH_LINES + 3}`, ocid: 'o-3', outcome: 'imported', problems: 0 });
    expect([state.done, state.counts.imported]).toEqual([BATCH_LINES + 3, BATCH_LINES + 3]);
  });

  it('goes on where a request ran out of time, and where the network broke off, and does nothing twice', async () => {
    const cut = await importing(linesOf(5), (lines, request) => {
      if (request === 1) return doneWith(2, [imported(1), imported(2)]);
      return request < 4 ? { kind: 'no-network' } : all(lines);
    });
    expect(cut.requests.map(({ key, lines }) => `${key}:${lines}`)).toEqual([
      'run-0:5',
      'run-2:3',
      'run-2:3',
      'run-2:3',
    ]);
    expect(cut.rows.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5].map((n) => `line ${n}`));

    const gone = await importing(linesOf(5), (_, request) =>
      request === 1 ? doneWith(2, [imported(1), imported(2)]) : { kind: 'no-network' },
    );
    expect([gone.end, gone.state.done]).toEqual(['no-network', 2]);
    const again = await importing(linesOf(5), all, gone.state);
    expect([again.end, again.requests]).toEqual(['finished', [{ key: 'run-2', lines: 3 }]]);
    expect(again.state.counts.imported).toBe(5);
  });

  it('tells what was refused, by the system and before, and tries again what lost a race', async () => {
    async function* some(): AsyncGenerator<OcdsEntry> {
      yield { place: 'line 1', refusal: 'line-not-json' };
      yield* linesOf(2, 2);
    }
    const lost: ProcessResult = { ...imported(2), outcome: 'refused', refusal: 'lost-every-race' };
    const { rows, requests, state } = await importing(some(), (_, request) =>
      doneWith(2, [imported(1), request === 1 ? lost : { ...imported(2), outcome: 'updated' }]),
    );
    expect(rows.map(({ place, outcome, refusal }) => [place, refusal ?? outcome])).toEqual([
      ['line 1', 'line-not-json'],
      ['line 2', 'imported'],
      ['line 3', 'updated'],
    ]);
    expect([requests.length, state.counts]).toEqual([2, { imported: 1, updated: 1, unchanged: 0, refused: 1 }]);
  });

  it('ends where it is refused as a whole, or answered with something else', async () => {
    const refused = await importing(linesOf(1), () => ({
      kind: 'refused',
      word: 'not-permitted',
      detail: '',
      flaws: [],
      unmet: [],
    }));
    const odd = await importing(linesOf(1), () => ({ kind: 'done', body: {} }));
    expect([refused.end, refused.requests.length, odd.end]).toEqual(['refused', 1, 'failed']);
  });
});
