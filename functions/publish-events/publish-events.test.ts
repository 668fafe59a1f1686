import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { type AnyEntry, canonicalJson } from '../../events/record.ts';
import { entriesOf } from '../../test/contract/cast.ts';
import { eventKey } from '../_ports/aws/table-keys.ts';
import { memoryBus } from '../_ports/memory/memory-bus.ts';
import { memoryLog } from '../_ports/memory/memory-log.ts';
import { type Outgoing, OutsideFailure } from '../_ports/ports.ts';
import { publishEvents } from './publish-events.ts';

const record = (
  sequence: number,
  sk: string,
  text: string,
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE' = 'INSERT',
): DynamoDBRecord => ({
  eventName,
  dynamodb: {
    SequenceNumber: String(sequence),
    Keys: { pk: { S: 'CASE#ip-1' }, sk: { S: sk } },
    ...(eventName === 'REMOVE' ? {} : { NewImage: { pk: { S: 'CASE#ip-1' }, sk: { S: sk }, record: { S: text } } }),
  },
});

const streamOf = (entries: readonly AnyEntry[], first = 100): DynamoDBRecord[] =>
  entries.map((entry, position) => record(first + position, eventKey('ip-1', entry.version).sk, canonicalJson(entry)));

const publisher = () => {
  const bus = memoryBus();
  const log = memoryLog();
  return { bus, log, publish: (Records: DynamoDBRecord[]) => publishEvents({ bus, log })({ Records }) };
};

const published = (bus: { published: readonly Outgoing[] }) => bus.published.map(({ version }) => version);
const ALL_WELL = { batchItemFailures: [] };
const failedAt = (sequence: number) => ({ batchItemFailures: [{ itemIdentifier: String(sequence) }] });

describe('publishing', () => {
  test('sends every new event of a batch, whole and in order', async () => {
    const { bus, publish } = publisher();
    const entries = await entriesOf('ip-1', 1, 25);
    expect(await publish(streamOf(entries))).toEqual(ALL_WELL);
    expect(bus.published).toEqual(entries);
  });

  test('sends nothing but new events: no heads, contents, things, receipts, changes or removals', async () => {
    const { bus, publish } = publisher();
    const [entry] = await entriesOf('ip-1', 1, 1);
    const text = canonicalJson(entry);
    const others = ['HEAD', 'CONTENT#000000001', 'SUBJECT#act-000001', 'MILESTONES', 'RECEIPT', 'BOOK'].map(
      (sk, position) => record(position, sk, text),
    );
    const changes = [record(10, 'EVENT#000000001', text, 'MODIFY'), record(11, 'EVENT#000000001', text, 'REMOVE'), {}];
    expect(await publish([...others, ...changes])).toEqual(ALL_WELL);
    expect(await publish([])).toEqual(ALL_WELL);
    expect(bus.published).toEqual([]);
  });

  test('sends duplicates and disorder as they come: the consumers know', async () => {
    const { bus, publish } = publisher();
    const [first, second, third] = streamOf(await entriesOf('ip-1', 1, 3));
    expect(await publish([third!, first!, first!, second!])).toEqual(ALL_WELL);
    expect(await publish([first!])).toEqual(ALL_WELL);
    expect(published(bus)).toEqual([3, 1, 1, 2, 1]);
  });

  test.each([
    ['no JSON', '{'],
    ['an unknown type', '{"type":"emperor.crowned.v1"}'],
    ['nothing', ''],
  ])('reports a record that holds %s, says so, and still sends what follows it', async (_, poison) => {
    const { bus, log, publish } = publisher();
    const stream = streamOf(await entriesOf('ip-1', 1, 4));
    stream[1] = record(101, 'EVENT#000000002', poison);
    expect(await publish(stream)).toEqual(failedAt(101));
    expect(published(bus)).toEqual([1, 3, 4]);
    expect(log.said.filter(({ message }) => message === 'VEE008')).toEqual([
      { message: 'VEE008', facts: { function: 'publish-events', sequence: '101' } },
    ]);
  });

  test('reports the first of several that cannot be read', async () => {
    const { publish } = publisher();
    const stream = streamOf(await entriesOf('ip-1', 1, 4));
    stream[3] = record(103, 'EVENT#000000004', 'x');
    stream[2] = record(102, 'EVENT#000000003', 'x');
    expect(await publish(stream)).toEqual(failedAt(102));
  });

  test('reports a record whose image did not come along', async () => {
    const { publish } = publisher();
    const bare = record(7, 'EVENT#000000001', '');
    delete bare.dynamodb!.NewImage;
    expect(await publish([bare])).toEqual(failedAt(7));
  });

  test('reports the first record that the bus may not have taken, and sends from there when the batch comes again', async () => {
    const { bus, publish } = publisher();
    const entries = await entriesOf('ip-1', 1, 25);
    const stream = streamOf(entries);
    const failing = {
      ...bus,
      publish: async (batch: readonly Outgoing[]) => {
        if (batch[0]!.version === 11) bus.failNext(1, 4);
        await bus.publish(batch);
      },
    };
    const outcome = await publishEvents({ bus: failing, log: memoryLog() })({ Records: stream });
    expect(outcome).toEqual(failedAt(110));
    expect(published(bus)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(await publish(stream.slice(10))).toEqual(ALL_WELL);
    expect(new Set(published(bus)).size).toBe(25);
  });

  test('reports the earlier of a record that cannot be read and one that the bus did not take', async () => {
    const { bus, publish } = publisher();
    const stream = streamOf(await entriesOf('ip-1', 1, 3));
    stream[0] = record(100, 'EVENT#000000001', 'x');
    bus.failNext(1);
    expect(await publish(stream)).toEqual(failedAt(100));
    const late = streamOf(await entriesOf('ip-1', 1, 3));
    late[2] = record(102, 'EVENT#000000003', 'x');
    bus.failNext(1);
    expect(await publish(late)).toEqual(failedAt(100));
  });

  test('keeps what a failure says to itself', async () => {
    const log = memoryLog();
    const bus = { publish: async () => Promise.reject(new Error('the text of an event')) };
    const outside = { publish: async () => Promise.reject(new OutsideFailure('EventBridge: TimeoutError')) };
    const stream = streamOf(await entriesOf('ip-1', 1, 1));
    expect(await publishEvents({ bus, log })({ Records: stream })).toEqual(failedAt(100));
    expect(await publishEvents({ bus: outside, log })({ Records: stream })).toEqual(failedAt(100));
    expect(log.said.map(({ facts }) => facts['failure'])).toEqual(['bug', 'EventBridge: TimeoutError']);
  });
});
