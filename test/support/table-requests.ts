import type { AnyEntry } from '../../events/record.ts';
import type { AgendaRow } from '../../functions/_ports/agenda-ports.ts';
import { dynamodbAgendaStore } from '../../functions/_ports/aws/agenda-store.ts';
import { dynamodbAppointmentStore } from '../../functions/_ports/aws/appointment-store.ts';
import { dynamodbCaseStore } from '../../functions/_ports/aws/case-store.ts';
import { dynamodbChangeStore } from '../../functions/_ports/aws/change-store.ts';
import { dynamodbDeadlineStore } from '../../functions/_ports/aws/deadline-store.ts';
import { dynamodbDeskStore } from '../../functions/_ports/aws/desk-store.ts';
import { dynamodbImportStore } from '../../functions/_ports/aws/import-store.ts';
import { dynamodbItemStore } from '../../functions/_ports/aws/item-store.ts';
import { dynamodbMilestoneStore } from '../../functions/_ports/aws/milestone-store.ts';
import { dynamodbPeopleStore, dynamodbRosterStore } from '../../functions/_ports/aws/person-stores.ts';
import { dynamodbSearchStore } from '../../functions/_ports/aws/search-store.ts';
import type { Table } from '../../functions/_ports/aws/table.ts';
import { dynamodbTallyStore } from '../../functions/_ports/aws/tally-store.ts';
import { noticeStore } from '../../functions/_ports/notice-store.ts';
import type { Delivery, Endpoint } from '../../functions/_ports/outbox-ports.ts';
import { endpointStore, outboxStore } from '../../functions/_ports/outbox-store.ts';
import type { Append, Deadline, PersonStore } from '../../functions/_ports/ports.ts';
import { processRegistry } from '../../functions/_ports/process-registry-store.ts';
import { countProcess } from '../../functions/_tallies/count-process.ts';
import { ledgerOn, ONLY, takePlace } from '../../functions/publish-open-data/ledger.ts';

/** What the functions ask of the table, one of each kind: a role must let them all through, and nothing else. */
const hash = 'a'.repeat(64);
const openedAt = '2026-11-22T04:20:00.000Z';
const of = { case: 'ip-1' };
const receipt = { ...of, command: hash, salt: 'a', requestHash: hash, first: 1, last: 1 };
const deadline: Deadline = { ...of, id: 'escalation-1:answer', dueAt: openedAt, operation: 'lapse', input: '{}' };

const change: Append = {
  ...of,
  expectedVersion: 1,
  expectedSubjects: new Map([
    ['act-1', 1],
    ['act-2', undefined],
  ]),
  head: { version: 2, hash, state: '{}' },
  listing: {
    ...of,
    ocid: 'ocds-1',
    instrument: 'integrity-pact',
    stage: 'appointment',
    condition: 'running',
    openedAt,
  },
  entries: [{ version: 2 }] as never,
  contents: [{ version: 2, salt: 'b', body: {} }],
  subjects: [{ id: 'act-2', version: 2, state: '{}' }],
  receipt,
};

export const reads = async (table: Table) => {
  const store = dynamodbCaseStore(table);
  await store.read({ ...of, subjects: ['act-1'], command: hash });
  await store.entries({ ...of, after: 0, limit: 10 });
  await store.contents({ ...of, versions: [2] });
  await store.subjects({ ...of, kind: 'act', limit: 10 });
  await store.receipts([hash]);
  await dynamodbMilestoneStore(table).milestones(of.case);
};
export const lists = (table: Table) => dynamodbCaseStore(table).list({ limit: 10 });
export const appends = (table: Table) => dynamodbCaseStore(table).append(change);
export const projects = (table: Table) =>
  dynamodbMilestoneStore(table).saveMilestones({ ...of, version: 2, state: '{}' }, 1);
export const keeps = async (table: Table) => {
  await dynamodbDeadlineStore(table).book(of.case);
  await dynamodbDeadlineStore(table).saveBook({
    book: { ...of, version: 2, state: '{}' },
    expectedVersion: 1,
    put: [deadline],
    removed: ['report-1:reply'],
  });
};
export const sweeps = async (table: Table) => {
  await dynamodbDeadlineStore(table).due({ shard: 0, until: openedAt, limit: 10 });
  await dynamodbDeadlineStore(table).postpone({ ...of, id: deadline.id, seenDueAt: openedAt, dueAt: openedAt });
  await dynamodbDeadlineStore(table).remove({ ...of, id: deadline.id, seenDueAt: openedAt });
};

const row: AgendaRow = {
  ...of,
  id: 'act:act-1',
  version: 2,
  standing: 'running',
  at: openedAt,
  persons: ['witness-1'],
  remindAt: openedAt,
  item: '{}',
};
export const looksAtAgendas = async (table: Table) => {
  const store = dynamodbAgendaStore(table);
  await store.book(of.case);
  await store.books([of.case]);
  await store.rows({ ...of, ids: ['act:act-1'] });
  await store.list({ list: { of: 'all', shard: 0 }, standing: 'open', limit: 10 });
};
export const keepsAgendas = (table: Table) =>
  dynamodbAgendaStore(table).save({
    book: { is: { ...of, version: 2, state: '{}' }, expectedVersion: 1 },
    changes: [{ before: row, after: { ...row, persons: [] }, withdrawn: [{ person: 'witness-1', row }] }],
  });
export const listsChanges = async (table: Table) => {
  const store = dynamodbChangeStore(table);
  await store.told('1');
  const told = { case: '1', version: 1, at: '2026-03-02T15:00:00.000Z', type: 'act.observed.v1' };
  await store.tell({ case: '1', told: 0, changes: [told] });
};
export const followsChanges = (table: Table) => dynamodbChangeStore(table).after(0, 10);
/** Finds a case out of date and notes that it is published, in a part that is described. */
export const keepsOpenData = async (table: Table) => {
  const items = dynamodbItemStore(table);
  const ledger = ledgerOn(items);
  const at = '2026-03-02T15:00:00.000Z';
  await ledger.cases.put('1', { note: { heard: 1, published: 0, format: 1 }, dueAt: at }, undefined);
  await ledger.cases.due(at, undefined, 10);
  await ledger.parts.put('2026-03-001', { note: { month: '2026-03', number: 1, cases: 1, files: [] } }, undefined);
  await ledger.index.put(ONLY, { note: { format: 1 }, dueAt: at }, undefined);
  await ledger.book.put(ONLY, { note: { changesRead: 1, format: 1 } }, undefined);
  await takePlace(items, { case: '1', month: '2026-03', position: 1 });
};
export const keepsFeeds = async (table: Table) => {
  const store = dynamodbDeskStore(table);
  const feed = { person: 'witness-1', id: 'a', secretHash: hash, feed: '{}' };
  await store.openFeed(feed);
  await store.revokeFeed({ ...feed, revokedAt: openedAt });
  await store.feed(feed);
  await store.feedBehind(hash);
  await store.feeds({ person: 'witness-1', limit: 10 });
  await store.see({ person: 'witness-1', roles: ['coordinator'], seenAt: openedAt });
  await store.sight('witness-1');
  await store.plan({ id: hash, requestHash: hash, cases: [], more: false });
};

export const enrols = (table: Table) => appendsTo(dynamodbRosterStore(table), 'roster:witness-1');
export const admits = async (table: Table) => {
  await appendsTo(dynamodbPeopleStore(table), 'person:witness-1');
  await dynamodbPeopleStore(table).contents({ person: 'witness-1', versions: [1] });
};
const appendsTo = async <Entry extends AnyEntry>(store: PersonStore<Entry>, stream: string) => {
  await store.read({ person: 'witness-1', command: hash });
  await store.heads(['witness-1']);
  await store.entries({ person: 'witness-1', after: 0, limit: 10 });
  await store.list({ limit: 10 });
  await store.append({
    person: 'witness-1',
    expectedVersion: 1,
    head: { version: 2, hash, state: '{}' },
    addedAt: openedAt,
    entries: [{ version: 2 }] as never,
    contents: [{ version: 2, salt: 'b', body: {} }],
    receipt: { ...receipt, case: stream },
    by: { person: 'administrator-1', version: 0 },
  });
};
export const imports = async (table: Table) => {
  const store = dynamodbImportStore(table);
  await store.read('1');
  await store.begin({ import: '1', by: 'administrator-1', fileHash: hash, rows: 1, startedAt: openedAt });
  await store.chunks({ import: '1', first: 0, limit: 1 });
  await store.saveChunk({ import: '1', chunk: 0, results: '[]' });
};
export const registers = async (table: Table) => {
  const registry = processRegistry(dynamodbItemStore(table));
  await registry.find('ocds-test00-1');
  const imported = { source: 'a', sourceHash: hash, importedAt: openedAt, changedAt: openedAt, request: '1:1' };
  await registry.save({ facts: { ocid: 'ocds-test00-1' }, version: 1, hash, ...imported });
};
export const counts = async (table: Table) => {
  const tallies = dynamodbTallyStore(table);
  await countProcess(tallies, { by: 'registry', facts: { ocid: 'ocds-test00-1' }, version: 1 });
};
export const looksAtAppointments = async (table: Table) => {
  const store = dynamodbAppointmentStore(table);
  await store.of({ person: 'witness-1', limit: 10 });
  await store.people({ limit: 10 });
};
export const appoints = async (table: Table) => {
  const store = dynamodbAppointmentStore(table);
  await store.of({ person: 'witness-1', limit: 10 });
  await store.save({ person: 'witness-1', case: 'ip-1', version: 3, standing: 'proposed' });
};

const posting = { term: 'word:puente', place: `${openedAt}#ip-1`, id: 'ip-1' };
export const looksIntoDirectory = async (table: Table) => {
  const store = dynamodbSearchStore(table);
  await store.entry('ip-1');
  await store.entries(['ip-1', 'ip-2']);
  await store.postings({ term: posting.term, newestFirst: true, limit: 10 });
};
export const keepsDirectory = async (table: Table) => {
  await looksIntoDirectory(table);
  const entry = { case: 'ip-1', version: 2, seen: 3, state: '{}', terms: [posting.term] };
  await dynamodbSearchStore(table).save({ entry, posted: [posting], removed: [{ ...posting, term: 'stage:closed' }] });
};

const noticesOf = (table: Table) => noticeStore(dynamodbItemStore(table));
export const tells = async (table: Table) => {
  const store = noticesOf(table);
  await store.book(of.case);
  await store.saveBook({ ...of, version: 2, state: '{}' }, 1);
  await store.tell({
    person: 'witness-1',
    event: 'ip-1@2',
    stream: 'ip-1',
    version: 2,
    kind: 'act.held.v1',
    as: 'team',
    recordedAt: openedAt,
  });
  await store.notices({ person: 'witness-1', limit: 10 });
  await store.markRead('witness-1', 'AT#');
  await store.saveSettings('witness-1', { language: 'es', mail: 'none' });
  await store.settings('witness-1');
};
export const keepsAddresses = async (table: Table) => {
  const own = { mailbox: { address: 'a@b.example' }, askedAt: [] };
  await noticesOf(table).saveAddress('witness-1', { own, seen: 0 });
  await noticesOf(table).address('witness-1');
};

const delivery: Delivery = {
  to: 'ca-internal-control-0123456789abcdef',
  message: 'ip-1@2',
  what: { of: 'ping' },
  createdAt: openedAt,
  since: openedAt,
  state: 'pending',
  nextAttemptAt: openedAt,
  failures: 0,
  attempts: [],
  version: 1,
};
export const sends = async (table: Table) => {
  const outbox = outboxStore(dynamodbItemStore(table));
  await outbox.add(delivery);
  await outbox.save({ ...delivery, version: 2 }, 1);
  await outbox.list({ to: delivery.to, limit: 10 });
};
export const delivers = (table: Table) =>
  outboxStore(dynamodbItemStore(table)).due({ shard: 0, until: openedAt, limit: 10 });

const endpoint: Endpoint = {
  id: delivery.to,
  owner: { controlAuthority: 'internal-control' },
  channel: { kind: 'mail', address: 'desk@control.example', language: 'es' },
  state: 'enabled',
  createdAt: openedAt,
  createdBy: 'administrator-1',
  version: 1,
};
export const keepsEndpoints = async (table: Table) => {
  const store = endpointStore(dynamodbItemStore(table));
  await store.add(endpoint);
  await store.save({ ...endpoint, version: 2 }, 1);
  await store.get(endpoint.id);
  await store.of(endpoint.owner);
};
