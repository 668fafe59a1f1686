import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import type { AgendaRow } from '../../functions/_ports/agenda-ports.ts';
import { listWrites } from '../../functions/_ports/agenda-rows.ts';
import { dynamodbAgendaStore } from '../../functions/_ports/aws/agenda-store.ts';
import { systemEntropy } from '../../functions/_ports/aws/entropy.ts';
import { toWire } from '../../functions/_ports/aws/items.ts';
import { openTable, type Table } from '../../functions/_ports/aws/table.ts';
import { DEADLINE_CHANGES_MAX } from '../../functions/_ports/ports.ts';
import type { WrittenItem } from '../../functions/_ports/written-items.ts';
import { agendaRowOf } from '../../functions/_record/agenda-row-of.ts';
import { EVERYTHING, readAgenda } from '../../functions/agenda-api/read-agenda.ts';
import { sweepDeadlines } from '../../functions/sweep-deadlines/sweep-deadlines.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { startEmbeddedDynamodb } from '../../local/embedded-dynamodb.ts';
import { type System, startSystem } from '../../local/system.ts';
import { ensureTable } from '../../local/table.ts';
import { ratioRow, row } from './statistics.ts';
import { commandsAlone, witnessedCase } from './witnessed-case.ts';

type Say = (line: string) => void;

/** Where it exists, the tables are kept in memory: units are counted, not timed, and a hundred thousand items are written faster. */
const MEMORY = '/dev/shm';

const FEW = 1_000;
const MANY = 100_000;
const PAGE = 50;
const COST_RATIO_MAX = 1.2;
const BATCH = 25;
const BATCHES_AT_ONCE = 8;

/** What a list of 50 costs out of few and out of many, counted in read units; and a sweep of ten thousand deadlines. */
export const benchAgenda = async (say: Say): Promise<void> => {
  const folder = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'veedor-bench-'));
  const data = await openDataFolder(join(folder, 'dynamodb'));
  const dynamodb = await startEmbeddedDynamodb(data);
  try {
    const [few, many] = [await filled(dynamodb.endpoint, FEW), await filled(dynamodb.endpoint, MANY)];
    for (const page of [1, 3]) {
      const [ofFew, ofMany] = [await unitsOf(few, page), await unitsOf(many, page)];
      const which = `page ${page} of a coordinator’s list of ${PAGE}`;
      say(row(`read units of ${which}`, `${ofFew} of ${FEW}, ${ofMany} of ${MANY}`));
      say(ratioRow(`${which}: of ${MANY} / of ${FEW}`, ofMany / ofFew, COST_RATIO_MAX));
    }
    await sweepMany(join(folder, 'swept'), dynamodb.endpoint, say);
  } finally {
    await dynamodb.stop();
    data.release();
    await rm(folder, { recursive: true, force: true });
  }
};

const CASES = 1_000;
const FIRST_DUE = Date.parse('2027-01-01T00:00:00.000Z');

const someRow = (number: number): AgendaRow => {
  const dueAt = new Date(FIRST_DUE + ((number * 7_919) % MANY) * 60_000).toISOString();
  const about = `observation-${number}`;
  return agendaRowOf(
    {
      case: `ip-${String(number % CASES).padStart(20, '0')}`,
      id: `reply:${about}`,
      kind: 'term',
      what: 'reply-to-finding',
      about,
      by: 'contracting-authority',
      role: 'contracting-authority',
      persons: ['authority-1'],
      startedAt: '2026-12-01T00:00:00.000Z',
      dueAt,
      instrument: 'integrity-pact',
      profile: { id: 'ti-integrity-pact', version: 1 },
      zone: 'America/Mexico_City',
      stage: 'tender-observation',
      title: 'A bridge over the river, with approaches on both sides',
      audience: 'public',
      state: 'open',
      standsStill: false,
      lapsed: false,
      sequence: 0,
      changedAt: '2026-12-01T00:00:00.000Z',
    },
    1,
  );
};

/** A table with so many items in the list of everything. Only that list is filled: no other is read. */
const filled = async (endpoint: string, count: number): Promise<Table> => {
  const table = openTable({ name: `agenda-${count}`, endpoint });
  await ensureTable(table.client, table.name);
  for (let start = 0; start < count; start += BATCH * BATCHES_AT_ONCE) {
    const numbers = Array.from({ length: Math.min(BATCH * BATCHES_AT_ONCE, count - start) }, (_, at) => start + at);
    const items = numbers
      .flatMap((number) => listWrites({ before: undefined, after: someRow(number), withdrawn: [] }).put)
      .filter(({ pk }) => pk.startsWith('AGENDA#ALL#'));
    const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
      items.slice(at * BATCH, (at + 1) * BATCH),
    );
    await Promise.all(batches.map((batch) => writeBatch(table, batch)));
  }
  return table;
};

const writeBatch = async (table: Table, items: readonly WrittenItem[]): Promise<void> => {
  const requests = items.map((item) => ({ PutRequest: { Item: toWire(item) } }));
  await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: requests } }));
};

const UNIT_BYTES = 4_096;

/** Read units by the documented rule: each query’s items together, in started 4 KB; consistent, so one unit for each. */
const unitsOf = async (table: Table, page: number): Promise<number> => {
  const counted = openCounting(table);
  const store = dynamodbAgendaStore(counted.table);
  let cursor: string | undefined;
  let units = 0;
  for (let turned = 0; turned < page; turned += 1) {
    counted.take();
    const read = await readAgenda(store, {
      lists: EVERYTHING,
      stretch: { standing: 'open' },
      keep: () => true,
      about: 'bench',
      cursor,
      limit: PAGE,
    });
    if (read.items.length !== PAGE) throw new Error('The page is not full.');
    cursor = read.next;
    units = counted.take();
  }
  return units;
};

const bytesOf = (item: Readonly<Record<string, { S?: string | undefined; N?: string | undefined }>>): number =>
  Object.entries(item).reduce((sum, [name, { S = '', N = '' }]) => sum + Buffer.byteLength(name + S + N), 0);

const openCounting = (table: Table) => {
  let units = 0;
  const { client } = table;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (asked) => {
        const answer = await next(asked);
        if (commandName === 'QueryCommand' && 'Items' in answer.output) {
          const bytes = (answer.output.Items ?? []).reduce((sum, item) => sum + bytesOf(item), 0);
          units += Math.max(1, Math.ceil(bytes / UNIT_BYTES));
        }
        return answer;
      },
    { step: 'initialize', name: 'countUnits', override: true },
  );
  return {
    table,
    take: (): number => {
      const taken = units;
      units = 0;
      return taken;
    },
  };
};

const SWEPT = 10_000;
const SWEPT_CASES = 10;
const SWEEP_BUDGET_MILLISECONDS = 5_000;
const RESIDENT_GROWTH_BYTES_MAX = 64 * 1024 * 1024;
const SAMPLE_MILLISECONDS = 500;

const sweepMany = async (folder: string, dynamodbEndpoint: string, say: Say): Promise<void> => {
  const system = await startSystem({
    folder,
    port: 0,
    functions: commandsAlone,
    quiet: true,
    dynamodbEndpoint,
    sweepSeconds: 86_400,
  });
  try {
    await plantDue(system);
    // What nobody holds any more is collected before each look: how late the engine would do it depends on what ran before.
    globalThis.gc?.();
    const before = process.memoryUsage();
    const peak = { heap: before.heapUsed, rss: before.rss };
    const sampling = setInterval(() => {
      globalThis.gc?.();
      const { heapUsed, rss } = process.memoryUsage();
      Object.assign(peak, { heap: Math.max(peak.heap, heapUsed), rss: Math.max(peak.rss, rss) });
    }, SAMPLE_MILLISECONDS);
    const sweep = sweepDeadlines(
      { ...system.ports, entropy: systemEntropy },
      { deadlinesMax: SWEPT, millisecondsMax: SWEEP_BUDGET_MILLISECONDS },
    );
    const counts: number[] = [];
    do counts.push((await sweep()).swept);
    while ((counts.at(-1) ?? 0) > 0);
    clearInterval(sampling);
    const swept = counts.reduce((sum, count) => sum + count, 0);
    const sweeps = counts.length - 1;
    say(
      row(`a sweep of ${SWEPT} due items, handled`, String(swept), {
        limit: `exactly ${SWEPT}, in ${sweeps} sweeps of ${SWEEP_BUDGET_MILLISECONDS} ms, none lost`,
        holds: swept === SWEPT && sweeps > 1,
      }),
    );
    const growth = peak.rss - before.rss;
    say(
      row('growth of resident memory while sweeping', `${megabytes(growth)} MB`, {
        limit: `under ${megabytes(RESIDENT_GROWTH_BYTES_MAX)} MB`,
        holds: growth < RESIDENT_GROWTH_BYTES_MAX,
      }),
    );
    say(row('growth of the heap while sweeping', `${megabytes(peak.heap - before.heapUsed)} MB`));
  } finally {
    await system.stop();
  }
};

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);

/** Deadlines of real cases, whose proposals were never made: each is asked of its case, and taken away. */
const plantDue = async (system: System): Promise<void> => {
  const cases: string[] = [];
  for (let number = 0; number < SWEPT_CASES; number += 1) {
    await witnessedCase(system, `ocds-bench1-swept-${number}`);
  }
  cases.push(...(await system.ports.cases.list({ limit: SWEPT_CASES })).items.map((listing) => listing.case));
  const each = SWEPT / cases.length;
  for (const caseId of cases) {
    for (let start = 0; start < each; start += DEADLINE_CHANGES_MAX) {
      const put = Array.from({ length: Math.min(DEADLINE_CHANGES_MAX, each - start) }, (_, at) => ({
        case: caseId,
        id: `proposal:nobody-${start + at}`,
        dueAt: '2020-01-01T00:00:00.000Z',
        operation: 'lapse-proposal',
        input: JSON.stringify({ person: `nobody-${start + at}` }),
      }));
      const version = (await system.ports.deadlines.book(caseId))?.version ?? 0;
      const book = { case: caseId, version: version + 1, state: '{}' };
      await system.ports.deadlines.saveBook({ book, expectedVersion: version, put, removed: [] });
    }
  }
};
