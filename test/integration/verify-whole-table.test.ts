import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { dynamodbCaseStore } from '../../functions/_ports/aws/case-store.ts';
import { dynamodbDeadlineStore } from '../../functions/_ports/aws/deadline-store.ts';
import { keyToWire, toWire, type WireItem } from '../../functions/_ports/aws/items.ts';
import { dynamodbMilestoneStore } from '../../functions/_ports/aws/milestone-store.ts';
import { BadItem, type RawItem } from '../../functions/_ports/ports.ts';
import { verifyRecord } from '../../functions/_record/verify-record.ts';
import { keepDeadlines } from '../../functions/keep-deadlines/keep-deadlines.ts';
import { projectMilestones } from '../../functions/project-milestones/project-milestones.ts';
import { deedsOn, isNotJudged, itemsOf } from '../support/another-hand.ts';
import { deliver } from '../support/deliver.ts';
import { newHouse } from '../support/house.ts';
import { journeyBegins, stepsThrough, travel } from '../support/journey.ts';
import { embeddedTable } from './embedded-table.ts';

/** Each deed is done to the table itself, verified and undone: so many of them, spread over all. */
const SPREAD = 30;

const { table } = await embeddedTable();
const house = {
  ...newHouse(journeyBegins, dynamodbCaseStore(table)),
  milestones: dynamodbMilestoneStore(table),
  deadlines: dynamodbDeadlineStore(table),
};
let caseId: string;
let items: readonly RawItem[];

beforeAll(async () => {
  caseId = await travel(house, 'integrity-pact', { steps: stepsThrough('integrity-pact', '/escalations') });
  await deliver(projectMilestones(house), house.cases, caseId);
  await deliver(keepDeadlines(house), house.cases, caseId);
  items = await itemsOf(house, caseId);
});

const verify = () => verifyRecord(house, caseId);

const wireOf = ({ pk, sk, attributes }: RawItem): WireItem => {
  const known = Object.entries(attributes).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return toWire({ pk, sk, ...Object.fromEntries(known) });
};

const put = (item: WireItem) => table.client.send(new PutItemCommand({ TableName: table.name, Item: item }));
const remove = (item: RawItem) =>
  table.client.send(new DeleteItemCommand({ TableName: table.name, Key: keyToWire(item) }));

/** What the table itself refuses (a number where an index wants a text) no hand can do to it. */
const tablePuts = async (item: RawItem): Promise<boolean> => {
  try {
    await put(wireOf(item));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationException') return false;
    throw error;
  }
};

const meanwhile = async (removed: readonly RawItem[], added: readonly RawItem[], look: () => Promise<void>) => {
  for (const item of removed) await remove(item);
  const done = await Promise.all(added.map(tablePuts));
  if (done.every(Boolean)) await look();
  for (const item of added) await remove(item);
  for (const item of items.filter(({ pk, sk }) =>
    [...removed, ...added].some((one) => one.pk === pk && one.sk === sk),
  )) {
    await put(wireOf(item));
  }
};

const itemAt = (sk: RegExp): RawItem => {
  const found = items.find((item) => sk.test(item.sk));
  if (found === undefined) throw new Error(`There is no ${sk.source}.`);
  return found;
};

const unusual: readonly [string, RegExp, WireItem][] = [
  ['a truth', /^HEAD$/, { closed: { BOOL: true } }],
  ['a list', /^SUBJECT#act-000001$/, { notes: { L: [] } }],
  ['a version that is not quite whole', /^HEAD$/, { version: { N: '7.00000000000000000001' } }],
  ['another version that is not quite whole', /^CONTENT#/, { version: { N: '1.00000000000000000001' } }],
];

it('whatever another hand does to any item of the table is found, and an untouched one verifies', async () => {
  const untouched = { verified: true, milestones: 'current', deadlines: 'current' };
  expect(await verify()).toMatchObject(untouched);
  const deeds = deedsOn(items).filter((deed) => !isNotJudged(deed) && deed.put.every(({ sk }) => sk !== ''));
  const turn = Math.ceil(deeds.length / SPREAD);
  for (const { on, what, removed, put: added } of deeds.filter((_, index) => index % turn === 0)) {
    await meanwhile(removed, added, async () => {
      expect([on.sk, what, await verify()]).not.toEqual([on.sk, what, expect.objectContaining(untouched)]);
    });
  }
  expect(await verify()).toMatchObject(untouched);
});

it.each(unusual)('%s is found, though no reader of ours sees it', async (_, sk, more) => {
  const item = itemAt(sk);
  await put({ ...wireOf(item), ...more });
  expect(await verify()).toMatchObject({ verified: false });
  await put(wireOf(item));
});

it('a reader refuses an item that stands where another belongs, and says no word of it', async () => {
  const [one, other] = items.filter(({ sk }) => sk.startsWith('CONTENT#'));
  if (one === undefined || other === undefined) throw new Error('There are contents.');
  await meanwhile([], [{ ...one, attributes: other.attributes }], async () => {
    const read = house.cases.contents({ case: caseId, versions: [Number(one.attributes['version'])] });
    await expect(read).rejects.toThrow(
      new BadItem(`The item at ${one.sk} of ${one.pk} is not what the house writes there.`),
    );
  });
});

/** Where the content of the first observation stands. */
const observed = (): RegExp => {
  const state: { recordedIn: number } = JSON.parse(String(itemAt(/^SUBJECT#observation-000001$/).attributes['state']));
  return new RegExp(`^CONTENT#0+${state.recordedIn}$`);
};

it.each([
  ['a content that is not JSON', observed, { body: 'secret words' }],
  ['a content without its salt', observed, { salt: 0 }],
  ['an observation that stands elsewhere', () => /^SUBJECT#observation-000001$/, { id: 'observation-2' }],
  ['a head without its hash', () => /^HEAD$/, { hash: '' }],
])('%s is a bug to who asks: 500, and not one word of it is said', async (_, place, change) => {
  const item = itemAt(place());
  await meanwhile([], [{ ...item, attributes: { ...item.attributes, ...change } }], async () => {
    const told = house.log.said.length;
    const path = `/cases/${caseId}/observations/observation-1`;
    const answer = await house.send({ method: 'GET', path, person: 'auditor-1' });
    expect(answer.status).toBe(500);
    const said = house.log.said.slice(told);
    expect(said).toContainEqual({ message: 'VEE002', facts: { error: 'BadItem', at: expect.any(String) } });
    expect(JSON.stringify([answer, said])).not.toContain('secret words');
    expect(await verify()).toMatchObject({ verified: false });
  });
});
