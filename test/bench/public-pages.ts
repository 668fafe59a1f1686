import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import type { CardState } from '../../domain/search/card.ts';
import { ACHIEVEMENT_CODES } from '../../events/vocabulary.ts';
import { dynamodbAgendaStore } from '../../functions/_ports/aws/agenda-store.ts';
import { dynamodbCaseStore } from '../../functions/_ports/aws/case-store.ts';
import { toWire } from '../../functions/_ports/aws/items.ts';
import { dynamodbSearchStore } from '../../functions/_ports/aws/search-store.ts';
import { openTable, type Table } from '../../functions/_ports/aws/table.ts';
import { dynamodbTallyStore } from '../../functions/_ports/aws/tally-store.ts';
import { entryItem, postingItem } from '../../functions/_ports/search-items.ts';
import { cellItem } from '../../functions/_ports/tally-items.ts';
import { listingItem, type WrittenItem } from '../../functions/_ports/written-items.ts';
import { postingsOf } from '../../functions/_search/directory-entry.ts';
import { findCases } from '../../functions/_search/find-cases.ts';
import { groupLists, monthLists } from '../../functions/_tallies/lists.ts';
import { readCoverage } from '../../functions/_tallies/read-coverage.ts';
import { readGroups } from '../../functions/_tallies/read-groups.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { startEmbeddedDynamodb } from '../../local/embedded-dynamodb.ts';
import { ensureTable } from '../../local/table.ts';
import { ratioRow, row } from './statistics.ts';

/** Where it exists, the tables are kept in memory: units are counted, not timed, and a hundred thousand items are written faster. */
const MEMORY = '/dev/shm';
const FEW = 1_000;
const MANY = 100_000;
const PAGE = 50;
const COST_RATIO_MAX = 1.2;
const BATCH = 25;
const BATCHES_AT_ONCE = 8;
const UNIT_BYTES = 4_096;
const NOW = '2026-12-15T00:00:00.000Z';

/** What public pages cost behind few cases and behind many: a list of cases, the scoreboard, the coverage. */
export const benchPublicPages = async (say: (line: string) => void): Promise<void> => {
  const folder = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'veedor-bench-'));
  const data = await openDataFolder(join(folder, 'dynamodb'));
  const dynamodb = await startEmbeddedDynamodb(data);
  try {
    const [few, many] = [await filled(dynamodb.endpoint, FEW), await filled(dynamodb.endpoint, MANY)];
    for (const [which, read] of READINGS) {
      const [ofFew, ofMany] = [await unitsOf(few, read), await unitsOf(many, read)];
      say(row(`read units of ${which}`, `${ofFew} of ${FEW} cases, ${ofMany} of ${MANY}`));
      say(ratioRow(`${which}: of ${MANY} / of ${FEW}`, ofMany / ofFew, COST_RATIO_MAX));
    }
  } finally {
    await dynamodb.stop();
    data.release();
    await rm(folder, { recursive: true, force: true });
  }
};

/** A page of cases as the API shows it, with what is due next in each. */
function searching(asked: Omit<Parameters<typeof findCases>[1], 'limit'>) {
  return async (table: Table): Promise<void> => {
    const stores = {
      cases: dynamodbCaseStore(table),
      directory: dynamodbSearchStore(table),
      agenda: dynamodbAgendaStore(table),
    };
    const { items } = await findCases(stores, { ...asked, limit: PAGE });
    if (items.length !== PAGE) throw new Error('A page of cases is full.');
  };
}

const READINGS: readonly (readonly [string, (table: Table) => Promise<unknown>])[] = [
  [`a public list of ${PAGE} cases`, searching({})],
  [`a search of ${PAGE} cases by stage`, searching({ stage: 'tender-observation' })],
  [`a search of ${PAGE} cases by stage and a word`, searching({ stage: 'tender-observation', q: 'hospital' })],
  [
    `${PAGE} authorities of the scoreboard`,
    (table) => readGroups(dynamodbTallyStore(table), 'authority', { limit: PAGE }),
  ],
  ['the scoreboard by instrument', (table) => readGroups(dynamodbTallyStore(table), 'instrument', { limit: PAGE })],
  ['a year of coverage of all', (table) => readCoverage(dynamodbTallyStore(table), { period: 'month' }, NOW)],
];

const AUTHORITIES_EVERY = 10;

/** As large as cells of a busy group become: every counter that there is, with numbers of five figures. */
const counters = Object.fromEntries(
  ['effectiveness', 'openness', 'behaviourChange', 'socialAcceptance', 'replication'].flatMap((dimension) =>
    ['computed', 'people'].flatMap((by) =>
      [...ACHIEVEMENT_CODES, 'notAssessed'].map((code) => [`${dimension}.${by}.${code}`, 10_000]),
    ),
  ),
);

/** Every tenth case is a hospital’s: its list is thinner than that of its stage. */
const HOSPITALS_EVERY = 10;
/** Cards of the newest cases alone: no page comes to the others. */
const CARDS = 2 * PAGE * HOSPITALS_EVERY;

const openedAtOf = (number: number): string =>
  new Date(Date.parse('2026-01-01T00:00:00.000Z') + number * 60_000).toISOString();

/** A case as the directory keeps it, in the lists that are searched. */
const directoryItems = (number: number, isShown: boolean): readonly WrittenItem[] => {
  const openedAt = openedAtOf(number);
  const isHospital = number % HOSPITALS_EVERY === 0;
  const state: CardState = {
    case: `ip-${String(number).padStart(20, '0')}`,
    ocid: `ocds-bench1-${String(number).padStart(12, '0')}`,
    instrument: 'integrity-pact',
    profile: { id: 'mx-coahuila', version: 1 },
    stage: 'tender-observation',
    condition: 'running',
    openedAt,
    title: `${isHospital ? 'Hospital' : 'Puente'} regional de la zona norte, segunda etapa, con equipamiento y accesos`,
    authority: { id: 'MX-RFC:SSA630502CU1', name: 'Secretaría de Infraestructura, Comunicaciones y Transportes' },
    territory: 'MX-COA',
    lastEventAt: openedAt,
    observations: { public: 3, afterAward: 2, restricted: 1 },
    embargoes: {},
    awardAwaited: true,
  };
  const postings = postingsOf(state);
  const searched = postings.filter(({ term }) => SEARCHED.includes(term)).map(postingItem);
  if (!isShown) return searched;
  const terms = postings.map(({ term }) => term);
  return [...searched, entryItem({ case: state.case, version: 9, seen: 9, state: JSON.stringify(state), terms })];
};

const SEARCHED = ['stage:tender-observation', 'word:hospital'];

const itemsFor = (count: number): readonly WrittenItem[] => [
  ...Array.from({ length: count }, (_, number) => directoryItems(number, number >= count - CARDS)).flat(),
  ...Array.from({ length: count }, (_, number) =>
    listingItem({
      case: `ip-${String(number).padStart(20, '0')}`,
      ocid: `ocds-bench1-${String(number).padStart(12, '0')}`,
      instrument: 'integrity-pact',
      stage: 'tender-observation',
      condition: 'running',
      openedAt: openedAtOf(number),
    }),
  ),
  ...Array.from({ length: count / AUTHORITIES_EVERY }, (_, number) =>
    cellItem({
      list: groupLists('authority')[0] ?? '',
      place: `MX-RFC:${String(number).padStart(8, '0')}`,
      version: 1,
      counters,
      name: 'Secretaría de Infraestructura, Comunicaciones y Transportes',
    }),
  ),
  ...groupLists('instrument').map((list) => cellItem({ list, place: 'integrity-pact', version: 1, counters })),
  ...monthLists(undefined).flatMap((list) =>
    Array.from({ length: 12 }, (_, month) =>
      cellItem({ list, place: `2026-${String(month + 1).padStart(2, '0')}`, version: 1, counters }),
    ),
  ),
];

const filled = async (endpoint: string, count: number): Promise<Table> => {
  const table = openTable({ name: `pages-${count}`, endpoint });
  await ensureTable(table.client, table.name);
  const items = itemsFor(count);
  for (let start = 0; start < items.length; start += BATCH * BATCHES_AT_ONCE) {
    const some = items.slice(start, start + BATCH * BATCHES_AT_ONCE);
    const batches = Array.from({ length: Math.ceil(some.length / BATCH) }, (_, at) =>
      some.slice(at * BATCH, (at + 1) * BATCH),
    );
    await Promise.all(
      batches.map((batch) => {
        const requests = batch.map((item) => ({ PutRequest: { Item: toWire(item) } }));
        return table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: requests } }));
      }),
    );
  }
  return table;
};

const bytesOf = (item: Readonly<Record<string, { S?: string | undefined; N?: string | undefined }>>): number =>
  Object.entries(item).reduce((sum, [name, { S = '', N = '' }]) => sum + Buffer.byteLength(name + S + N), 0);

/** Read units by the documented rule: the items of each query together, and each item that is read by its key, in started 4 KB. */
const unitsOf = async (table: Table, read: (table: Table) => Promise<unknown>): Promise<number> => {
  let units = 0;
  table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (asked) => {
        const answer = await next(asked);
        if (commandName === 'QueryCommand' && 'Items' in answer.output) {
          const bytes = (answer.output.Items ?? []).reduce((sum, item) => sum + bytesOf(item), 0);
          units += Math.max(1, Math.ceil(bytes / UNIT_BYTES));
        }
        if (commandName === 'BatchGetItemCommand' && 'Responses' in answer.output) {
          const { Responses = {} } = answer.output;
          const items = Array.isArray(Responses) ? [] : (Responses[table.name] ?? []);
          units += items.reduce((sum, item) => sum + Math.ceil(bytesOf(item) / UNIT_BYTES), 0);
        }
        return answer;
      },
    { step: 'initialize', name: 'countUnits', override: true },
  );
  await read(table);
  return units;
};
