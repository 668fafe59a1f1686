import { DeleteItemCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { dynamodbAgendaStore } from '../../functions/_ports/aws/agenda-store.ts';
import { dynamodbAppointmentStore } from '../../functions/_ports/aws/appointment-store.ts';
import { dynamodbDeadlineStore } from '../../functions/_ports/aws/deadline-store.ts';
import { keyToWire, toWire } from '../../functions/_ports/aws/items.ts';
import { dynamodbMilestoneStore } from '../../functions/_ports/aws/milestone-store.ts';
import { dynamodbSearchStore } from '../../functions/_ports/aws/search-store.ts';
import type { Table } from '../../functions/_ports/aws/table.ts';
import { dynamodbTallyStore } from '../../functions/_ports/aws/tally-store.ts';
import { keepAgenda } from '../../functions/keep-agenda/keep-agenda.ts';
import { keepAppointments } from '../../functions/keep-appointments/keep-appointments.ts';
import { keepDeadlines } from '../../functions/keep-deadlines/keep-deadlines.ts';
import { keepDirectory } from '../../functions/keep-directory/keep-directory.ts';
import { keepScoreboard } from '../../functions/keep-scoreboard/keep-scoreboard.ts';
import { projectMilestones } from '../../functions/project-milestones/project-milestones.ts';
import { type Rebuilt, rebuild } from '../../local/rebuild/rebuild.ts';
import { deliver } from '../support/deliver.ts';
import { newHouse } from '../support/house.ts';
import { journeyBegins, stepsThrough, travel } from '../support/journey.ts';
import { embeddedTable } from './embedded-table.ts';

const { table } = await embeddedTable();
/** The record in memory, and what is projected of it in a real table. */
const house = newHouse(journeyBegins);
const stores = {
  ...house,
  milestones: dynamodbMilestoneStore(table),
  deadlines: dynamodbDeadlineStore(table),
  agenda: dynamodbAgendaStore(table),
  appointments: dynamodbAppointmentStore(table),
  tallies: dynamodbTallyStore(table),
  directory: dynamodbSearchStore(table),
};
let caseId: string;
let asLeft: Rebuilt;

const again = (of: { table?: Table; compareOnly?: boolean } = {}): Promise<Rebuilt> =>
  rebuild({ table, cases: house.cases, compareOnly: false, progress: () => undefined, ...of });

beforeAll(async () => {
  caseId = await travel(house, 'integrity-pact', { steps: stepsThrough('integrity-pact', '/escalations') });
  for (const consume of [
    projectMilestones,
    keepDeadlines,
    keepAgenda,
    keepAppointments,
    keepScoreboard,
    keepDirectory,
  ]) {
    await deliver(consume(stores), house.cases, caseId);
  }
  asLeft = await again({ compareOnly: true });
});

const damaged = async (): Promise<readonly string[]> => {
  const milestones = { pk: `MILESTONES#${caseId}`, sk: 'MILESTONES' };
  const change = { pk: `MILESTONES#${caseId}`, sk: 'CHANGE#000000001' };
  const foreign = { pk: `MILESTONES#${caseId}`, sk: 'CHANGE#000009999' };
  const stray = { pk: 'AGENDA#ALL#1', sk: 'LIST#running#2026-01-01T00:00:00.000Z#ip-x#act:act-1' };
  const somebody = { pk: 'PERSON#witness-1', sk: `CASE#${caseId}` };
  const ownBook = { pk: `TALLY#BOOK#CASE#${caseId}`, sk: 'BOOK' };
  const nobody = { pk: 'TALLY#BOOK#CASE#ip-x', sk: 'BOOK' };
  const authority = { pk: 'TALLY#LIST#group/territory/9', sk: 'CELL#DO' };
  const list = { pk: 'SEARCH#LIST#word:bridge', sk: `AT#2026-03-02T15:00:00.000Z#${caseId}` };
  const elsewhere = { pk: 'SEARCH#LIST#stage:closed', sk: `AT#2026-03-02T15:00:00.000Z#${caseId}` };
  const put = (item: { pk: string; sk: string }) =>
    table.client.send(
      new PutItemCommand({ TableName: table.name, Item: toWire({ ...item, version: 3, state: '{}' }) }),
    );
  for (const item of [milestones, foreign, stray, nobody, authority, elsewhere]) await put(item);
  for (const item of [change, somebody, ownBook, list]) {
    await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: keyToWire(item) }));
  }
  const at = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`;
  return [
    `wrong ${at(milestones)}`,
    `missing ${at(change)}`,
    `foreign ${at(foreign)}`,
    `foreign ${at(stray)}`,
    `missing ${at(somebody)}`,
    `missing ${at(ownBook)}`,
    `foreign ${at(nobody)}`,
    `foreign ${at(authority)}`,
    `missing ${at(list)}`,
    `foreign ${at(elsewhere)}`,
  ].toSorted();
};

const said = ({ differences }: Rebuilt): readonly string[] =>
  differences.map(({ was, place }) => `${was} ${place}`).toSorted();

/** The table of a process that is killed at its n-th write, before or after the write took effect. */
const killedAt = (nth: number, when: 'before' | 'after'): Table => {
  let writes = 0;
  const send = async (command: object): Promise<unknown> => {
    const isLast = command instanceof TransactWriteItemsCommand && (writes += 1) === nth;
    if (isLast && when === 'before') throw new Error('killed');
    const answer = await table.client.send(command as never);
    if (isLast) throw new Error('killed');
    return answer;
  };
  return { ...table, client: { send } as unknown as Table['client'] };
};

it('finds every projection as the projectors left it, whatever way they came there', () => {
  expect(said(asLeft)).toEqual([]);
  expect(asLeft).toMatchObject({ cases: 1, termsPutBack: 0, unreadable: [] });
});

it('says what did not stand as the record says, and puts it right', async () => {
  const deeds = await damaged();
  expect(said(await again({ compareOnly: true }))).toEqual(deeds);
  expect(said(await again())).toEqual(deeds);
  expect(said(await again())).toEqual([]);
});

it.each([1, 2] as const)('goes on after it was killed at write %d', async (nth) => {
  for (const when of ['before', 'after'] as const) {
    await damaged();
    await expect(again({ table: killedAt(nth, when) })).rejects.toThrow();
    await again();
    expect(said(await again())).toEqual([]);
  }
});
