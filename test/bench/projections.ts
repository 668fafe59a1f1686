import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, type OpenEnvelope, type RecordEntry, seal } from '../../events/record.ts';
import { dynamodbCaseStore } from '../../functions/_ports/aws/case-store.ts';
import { dynamodbMilestoneStore } from '../../functions/_ports/aws/milestone-store.ts';
import { openTable, type Table } from '../../functions/_ports/aws/table.ts';
import { put, transact } from '../../functions/_ports/aws/transaction.ts';
import { eventItem, listingItem } from '../../functions/_ports/written-items.ts';
import { projectMilestones } from '../../functions/project-milestones/project-milestones.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { startEmbeddedDynamodb } from '../../local/embedded-dynamodb.ts';
import { busEvent } from '../../local/event-bus.ts';
import { rebuild } from '../../local/rebuild/rebuild.ts';
import { ensureTable } from '../../local/table.ts';
import { NO_FILE, recordAll } from '../support/case-file.ts';
import { caseIn, type ToldFact } from '../support/cast.ts';
import { filed, scheduled } from '../support/watch-facts.ts';
import { row } from './statistics.ts';

type Say = (line: string) => void;

/** Where it exists, the table is kept in memory: the rebuild is measured, not the disk. */
const MEMORY = '/dev/shm';
const CASES = 1_000;
const EVENTS = 60;
const AT_ONCE = 8;
const LAG_CASES = 40;

const facts = (): readonly ToldFact[] => {
  const begun = caseIn('integrity-pact', 'tender-observation');
  const more = Array.from({ length: EVENTS - begun.length }, (_, index) =>
    index % 3 === 0 ? scheduled(`act-${index + 1}`) : filed(`observation-${index + 1}`),
  );
  return [...begun, ...more];
};

const caseCalled = (number: number): string => `ip-${String(number).padStart(20, '0')}`;

/** A case of sixty events as the table holds it: its stream, and its place in the directory. */
const fill = async (table: Table, number: number, template: readonly RecordEntry[]): Promise<void> => {
  const caseId = caseCalled(number);
  const entries = template.map((entry) => ({ ...entry, stream: caseId, id: `${caseId}@${entry.version}` }));
  const listing = {
    case: caseId,
    ocid: `ocds-bench-${number}`,
    instrument: 'integrity-pact',
    stage: 'tender-observation',
    condition: 'running',
    openedAt: new Date(Date.parse('2026-01-01T00:00:00.000Z') + number).toISOString(),
  };
  await transact(table, [
    put(table, listingItem(listing)),
    ...entries.map((entry) => put(table, eventItem(caseId, { version: entry.version, record: canonicalJson(entry) }))),
  ]);
};

const template = async (): Promise<readonly RecordEntry[]> => {
  const { entries } = recordAll(NO_FILE, facts());
  return Promise.all(
    entries.map(({ content: _, contentHash: __, hash: ___, ...entry }) => seal(entry satisfies OpenEnvelope)),
  );
};

/** How long it takes to make the projections of a thousand cases anew; and how far a projector is behind the stream that it follows. */
export const benchProjections = async (say: Say): Promise<void> => {
  const folder = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'veedor-bench-'));
  const data = await openDataFolder(folder);
  const dynamodb = await startEmbeddedDynamodb(data);
  try {
    const table = openTable({ name: 'veedor', endpoint: dynamodb.endpoint });
    await ensureTable(table.client, table.name);
    const entries = await template();
    for (let start = 0; start < CASES; start += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => fill(table, start + index, entries)));
    }
    const cases = dynamodbCaseStore(table);
    const run = async (what: string): Promise<void> => {
      const startedAt = performance.now();
      const { events, items } = await rebuild({ table, cases, compareOnly: false, progress: () => undefined });
      const seconds = (performance.now() - startedAt) / 1_000;
      say(row(`${what} of ${CASES} cases of ${EVENTS} events`, `${seconds.toFixed(1)} s, ${items} items`));
      say(row('  events a second', (events / seconds).toFixed(0)));
    };
    await run('rebuild');
    await run('rebuild, where nothing differs,');
    await lagOf(table, entries, say);
  } finally {
    await dynamodb.stop();
    data.release();
    await rm(folder, { recursive: true, force: true });
  }
};

/** Cases come in a burst, each announced by its last event alone: how long the milestones of the last one are behind. */
const lagOf = async (table: Table, entries: readonly RecordEntry[], say: Say): Promise<void> => {
  const numbers = Array.from({ length: LAG_CASES }, (_, index) => CASES + 100 + index);
  for (const number of numbers) await fill(table, number, entries);
  const cases = dynamodbCaseStore(table);
  const project = projectMilestones({
    cases,
    milestones: dynamodbMilestoneStore(table),
    log: { say: () => undefined },
  });
  const lags: number[] = [];
  for (const number of numbers) {
    const { items } = await cases.entries({ case: caseCalled(number), after: EVENTS - 1, limit: 1 });
    const [last] = items;
    if (last === undefined) throw new Error('The case has events.');
    const announcedAt = performance.now();
    await project(busEvent(last));
    lags.push(performance.now() - announcedAt);
  }
  const sorted = lags.toSorted((a, b) => a - b);
  const at = (part: number): string => `${(sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1)} ms`;
  say(row(`projector behind a stream by ${EVENTS} events`, `${at(0.5)} at the median, ${at(0.99)} at most`));
};
