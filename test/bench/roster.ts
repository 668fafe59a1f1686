import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { PERSON_HEADS_MAX } from '../../functions/_ports/ports.ts';
import { importAnswer } from '../../functions/_roster/import-answer.ts';
import { type System, startSystem } from '../../local/system.ts';
import { row } from './statistics.ts';

/** As many rows as an import takes. `VEEDOR_IMPORT_ROWS` takes another number. */
const ROWS = Number(process.env['VEEDOR_IMPORT_ROWS'] ?? 10_000);
/** One row in so many is wrong, each in another way than the next: never the first and never the last. */
const BAD_EVERY = 100;
/** What the gateway waits for. */
const REQUEST_SECONDS_MAX = 29;
/** Where it exists, the table is kept in memory: what is timed is the house and not a disk. */
const MEMORY = '/dev/shm';

const idOf = (number: number): string => `bench-${number}`;
const isBad = (number: number): boolean => number % BAD_EVERY === BAD_EVERY / 2;

const lineOf = (number: number): string => {
  const [from, to] = isBad(number) && number % (2 * BAD_EVERY) < BAD_EVERY ? ['2026-02-30', '2027-12-31'] : GOOD;
  const days = isBad(number) && from === GOOD[0] ? [to, from] : [from, to];
  return [idOf(number), 'person', 'Ana Ejemplo', `N-${number}`, 'Padrón', ...days].join(',');
};
const GOOD = ['2026-01-01', '2027-12-31'] as const;

/** An import of the largest table with errors in the middle, sent over HTTP as often as the answer asks for, by the whole system. */
export const benchRoster = async (say: (line: string) => void): Promise<void> => {
  const folder = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'veedor-bench-'));
  const system = await startSystem({ folder: join(folder, 'system'), port: 0, quiet: true });
  try {
    const began = performance.now();
    const requests = await importAll(system);
    const seconds = (performance.now() - began) / 1_000;
    const last = requests.at(-1)?.answer;
    const longest = Math.max(...requests.map((each) => each.seconds));
    const good = ROWS - Array.from({ length: ROWS }, (_, index) => index + 1).filter(isBad).length;
    const found = await enrolled(system);
    say(row(`rows a second of an import of ${ROWS} over HTTP`, (ROWS / seconds).toFixed(0)));
    say(
      row('its requests', String(requests.length), {
        limit: `each within ${REQUEST_SECONDS_MAX} s: ${longest.toFixed(1)} s`,
        holds: longest < REQUEST_SECONDS_MAX,
      }),
    );
    say(
      row('people in the roster after it', String(found.good), {
        limit: `none lost of ${good}, and none of the ${ROWS - good} wrong rows taken`,
        holds: found.good === good && found.bad === 0 && last?.created === good && last.refused === ROWS - good,
      }),
    );
  } finally {
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

interface Request {
  readonly answer: z.infer<typeof importAnswer>;
  readonly seconds: number;
}

const importAll = async (system: System): Promise<readonly Request[]> => {
  const token = await system.tokenFor('administrator-1');
  const body = [
    'person,kind,name,number,issuer,validFrom,validTo',
    ...Array.from({ length: ROWS }, (_, index) => lineOf(index + 1)),
  ].join('\r\n');
  const requests: Request[] = [];
  do {
    const began = performance.now();
    const response = await fetch(`${system.url}/roster/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv', 'idempotency-key': 'bench' },
      body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The bench could not import: ${text}`);
    const answer = z.parse(importAnswer, JSON.parse(text));
    requests.push({ answer, seconds: (performance.now() - began) / 1_000 });
  } while (requests.at(-1)?.answer.finished === false);
  return requests;
};

/** Who stands in the roster now, of those whose rows were right and of the others. */
const enrolled = async ({ ports }: System): Promise<{ readonly good: number; readonly bad: number }> => {
  const found = { good: 0, bad: 0 };
  for (let first = 1; first <= ROWS; first += PERSON_HEADS_MAX) {
    const numbers = Array.from({ length: Math.min(PERSON_HEADS_MAX, ROWS - first + 1) }, (_, at) => first + at);
    const heads = await ports.roster.heads(numbers.map(idOf));
    for (const number of numbers) if (heads.has(idOf(number))) found[isBad(number) ? 'bad' : 'good'] += 1;
  }
  return found;
};
