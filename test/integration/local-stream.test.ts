import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Progress } from '../../local/checkpoint.ts';
import { readTableStream, type TableStream } from '../../local/table-stream.ts';
import { CREDENTIALS } from '../contract/scripted-service.ts';

interface ShardDouble {
  readonly id: string;
  readonly parent?: string;
  /** Numbers of its records. */
  records: number[];
  closed?: boolean;
}

interface StreamDouble {
  shards: ShardDouble[];
  /** Iterators given out before this many are too old. */
  expiredBefore: number;
  /** Records up to this number are gone. */
  trimmedUpTo: number;
  readonly asked: string[];
}

const ARN = 'arn:aws:dynamodb:local:000000000000:table/veedor/stream/2026-11-22T10:00:00.000';

/** Streams as AWS has them, with shards that close and have children, iterators that expire and records that are trimmed. */
const streamDouble = async (
  shards: ShardDouble[],
): Promise<{ stream: StreamDouble; streams: DynamoDBStreamsClient }> => {
  const stream: StreamDouble = { shards, expiredBefore: 0, trimmedUpTo: 0, asked: [] };
  let given = 0;
  const answers: Record<string, (input: any) => unknown> = {
    DescribeStream: ({ ExclusiveStartShardId: after }) => {
      // One shard a page, so that paging is proven too.
      const place = stream.shards.findIndex(({ id }) => id === after) + 1;
      const shard = stream.shards[place];
      const Shards =
        shard === undefined
          ? []
          : [{ ShardId: shard.id, ParentShardId: shard.parent, SequenceNumberRange: { StartingSequenceNumber: '1' } }];
      return {
        StreamDescription: { Shards, ...(place < stream.shards.length - 1 ? { LastEvaluatedShardId: shard?.id } : {}) },
      };
    },
    GetShardIterator: ({ ShardId, ShardIteratorType, SequenceNumber }) => {
      if (ShardIteratorType === 'AFTER_SEQUENCE_NUMBER' && Number(SequenceNumber) < stream.trimmedUpTo) {
        throw new Error('TrimmedDataAccessException');
      }
      given += 1;
      return {
        ShardIterator: `${given}|${ShardId}|${ShardIteratorType === 'TRIM_HORIZON' ? stream.trimmedUpTo : SequenceNumber}`,
      };
    },
    GetRecords: ({ ShardIterator, Limit }) => {
      const [number, id, after] = String(ShardIterator).split('|');
      if (Number(number) <= stream.expiredBefore) throw new Error('ExpiredIteratorException');
      const shard = stream.shards.find((each) => each.id === id)!;
      const left = shard.records.filter((record) => record > Number(after));
      const Records = left.slice(0, Math.min(Limit, 2)).map((record) => ({
        eventName: 'INSERT',
        dynamodb: {
          SequenceNumber: String(record),
          Keys: { pk: { S: id } },
          ApproximateCreationDateTime: 1_795_341_600,
        },
      }));
      given += 1;
      const last = Records.at(-1)?.dynamodb.SequenceNumber ?? after;
      const isEnd = shard.closed === true && left.length <= Records.length;
      return { Records, ...(isEnd ? {} : { NextShardIterator: `${given}|${id}|${last}` }) };
    },
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const operation = String(request.headers['x-amz-target']).split('.')[1]!;
    stream.asked.push(operation);
    try {
      response.end(JSON.stringify(answers[operation]!(JSON.parse(Buffer.concat(parts).toString()))));
    } catch (error) {
      response.writeHead(400).end(JSON.stringify({ __type: (error as Error).message }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const streams = new DynamoDBStreamsClient({
    ...CREDENTIALS,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
  onTestFinished(() => {
    streams.destroy();
    server.close();
    server.closeAllConnections();
  });
  return { stream, streams };
};

/** Reads until two readings in a row bring nothing. */
const readToEnd = async (reader: TableStream): Promise<string[]> => {
  const read: string[] = [];
  for (let idle = 0; idle < 2; ) {
    const batches = await reader.next();
    for (const { records, done } of batches) {
      read.push(...records.map(({ dynamodb }) => `${dynamodb?.Keys?.['pk']?.S}:${dynamodb?.SequenceNumber}`));
      done();
    }
    idle = batches.length === 0 ? idle + 1 : 0;
  }
  return read;
};

const open = (streams: DynamoDBStreamsClient, progress: Progress = {}) =>
  readTableStream({ streams, streamArn: ARN, progress });

describe('a table’s stream', () => {
  test('is read parents before children, also those that appear while it is read', async () => {
    const { stream, streams } = await streamDouble([
      { id: 'child', parent: 'parent', records: [7, 8] },
      { id: 'parent', parent: 'long-gone', records: [1, 2, 3], closed: true },
    ]);
    const reader = open(streams);
    expect(await readToEnd(reader)).toEqual(['parent:1', 'parent:2', 'parent:3', 'child:7', 'child:8']);
    stream.shards[0]!.closed = true;
    stream.shards.push({ id: 'grandchild', parent: 'child', records: [11] });
    expect(await readToEnd(reader)).toEqual(['grandchild:11']);
    expect(reader.progress()).toEqual({
      parent: { upTo: '3', closed: true },
      child: { upTo: '8', closed: true },
      grandchild: { upTo: '11' },
    });
  });

  test('goes on behind its progress', async () => {
    const { streams } = await streamDouble([
      { id: 'parent', records: [1, 2], closed: true },
      { id: 'child', parent: 'parent', records: [7, 8, 9] },
    ]);
    const reader = open(streams, { parent: { upTo: '2', closed: true }, child: { upTo: '7' } });
    expect(await readToEnd(reader)).toEqual(['child:8', 'child:9']);
  });

  test('gives a batch again that was not done with', async () => {
    const { streams } = await streamDouble([{ id: 'one', records: [1, 2, 3] }]);
    const reader = open(streams);
    const numbers = async () =>
      (await reader.next()).flatMap(({ records }) => records.map(({ dynamodb }) => dynamodb?.SequenceNumber));
    expect([await numbers(), await numbers()]).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
    expect(reader.progress()).toEqual({});
  });

  test('is read on when an iterator has become too old', async () => {
    const { stream, streams } = await streamDouble([{ id: 'one', records: [1, 2] }]);
    const reader = open(streams);
    await readToEnd(reader);
    stream.expiredBefore = 1_000_000;
    expect(await reader.next()).toEqual([]);
    stream.expiredBefore = 0;
    stream.shards[0]!.records.push(3);
    expect(await readToEnd(reader)).toEqual(['one:3']);
  });

  test('is read from the oldest that is left when it was trimmed beyond the progress', async () => {
    const { stream, streams } = await streamDouble([{ id: 'one', records: [1, 2, 5, 6] }]);
    stream.trimmedUpTo = 4;
    const reader = open(streams, { one: { upTo: '2' } });
    expect(await readToEnd(reader)).toEqual(['one:5', 'one:6']);
  });

  test('that cannot be read says so', async () => {
    const streams = new DynamoDBStreamsClient({ ...CREDENTIALS, endpoint: 'http://127.0.0.1:9', maxAttempts: 1 });
    await expect(open(streams).next()).rejects.toThrow();
  });

  test('asks only for records while nothing changes', async () => {
    const { stream, streams } = await streamDouble([{ id: 'one', records: [1] }]);
    const reader = open(streams);
    await readToEnd(reader);
    stream.asked.length = 0;
    await readToEnd(reader);
    expect(stream.asked).toEqual(['GetRecords', 'GetRecords']);
  });
});
