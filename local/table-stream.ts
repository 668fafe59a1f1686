import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  type _Record as StreamRecord,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import type { Progress } from './checkpoint.ts';

/** As many records as the cloud hands to the publisher at once. */
export const RECORDS_PER_BATCH_MAX = 100;

/** Records of one shard in their order. `done` moves the progress behind them. */
export interface StreamBatch {
  readonly records: readonly DynamoDBRecord[];
  done(): void;
}

/** A table’s stream, read shard by shard, parents before children. */
export interface TableStream {
  /** What came since, a batch for each shard that had something or ended. A batch that is not done with comes again. */
  next(): Promise<readonly StreamBatch[]>;
  progress(): Progress;
}

interface Reading {
  readonly streams: DynamoDBStreamsClient;
  readonly streamArn: string;
  shards: readonly Shard[] | undefined;
  readonly iterators: Map<string, string>;
  progress: Progress;
}

export const readTableStream = (options: {
  streams: DynamoDBStreamsClient;
  streamArn: string;
  progress: Progress;
}): TableStream => {
  const reading: Reading = { ...options, shards: undefined, iterators: new Map() };
  return {
    next: () => next(reading),
    progress: () => reading.progress,
  };
};

const next = async (reading: Reading): Promise<readonly StreamBatch[]> => {
  reading.shards ??= await describeShards(reading);
  const open = readableShards(reading);
  if (open.length === 0) reading.shards = undefined;
  const batches: StreamBatch[] = [];
  for (const shard of open) {
    const batch = await readShard(reading, shard);
    if (batch !== undefined) batches.push(batch);
  }
  return batches;
};

const describeShards = async ({ streams, streamArn }: Reading): Promise<readonly Shard[]> => {
  const shards: Shard[] = [];
  let after: string | undefined;
  do {
    const start = after === undefined ? {} : { ExclusiveStartShardId: after };
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: streamArn, ...start }));
    shards.push(...(StreamDescription?.Shards ?? []));
    after = StreamDescription?.LastEvaluatedShardId;
  } while (after !== undefined);
  return shards;
};

/** A shard is read when its parent was read to its end, or is known no more. */
const readableShards = ({ shards = [], progress }: Reading): readonly string[] => {
  const ids = shards.flatMap(({ ShardId }) => ShardId ?? []);
  const isDone = (id: string | undefined) => id === undefined || !ids.includes(id) || progress[id]?.closed === true;
  return shards.flatMap(({ ShardId, ParentShardId }) =>
    ShardId !== undefined && !isDone(ShardId) && isDone(ParentShardId) ? [ShardId] : [],
  );
};

const readShard = async (reading: Reading, shard: string): Promise<StreamBatch | undefined> => {
  const answer = await recordsOf(reading, shard).catch((error: unknown) => forgetIterator(reading, shard, error));
  if (answer === undefined) return undefined;
  const { iterator, following } = answer;
  const records = answer.records.map((record) => lambdaRecord(record, reading.streamArn));
  if (records.length === 0 && following !== undefined) {
    reading.iterators.set(shard, following);
    return undefined;
  }
  // Until the batch is done with, the next reading must begin before it.
  reading.iterators.set(shard, iterator);
  return { records, done: () => moveOn(reading, shard, { upTo: records.at(-1)?.dynamodb?.SequenceNumber, following }) };
};

const recordsOf = async (reading: Reading, shard: string) => {
  const iterator = reading.iterators.get(shard) ?? (await iteratorOf(reading, shard));
  const command = new GetRecordsCommand({ ShardIterator: iterator, Limit: RECORDS_PER_BATCH_MAX });
  const { Records, NextShardIterator } = await reading.streams.send(command);
  return { iterator, records: Records ?? [], following: NextShardIterator };
};

const moveOn = (
  reading: Reading,
  shard: string,
  place: { upTo: string | undefined; following: string | undefined },
): void => {
  const upTo = place.upTo ?? reading.progress[shard]?.upTo;
  const isClosed = place.following === undefined;
  reading.progress = {
    ...reading.progress,
    [shard]: { ...(upTo === undefined ? {} : { upTo }), ...(isClosed ? { closed: true } : {}) },
  };
  if (place.following !== undefined) {
    reading.iterators.set(shard, place.following);
  } else {
    reading.iterators.delete(shard);
    reading.shards = undefined;
  }
};

/** An iterator lives 15 minutes. One that is too old is got anew from the progress; any other failure is the caller’s to bear. */
const forgetIterator = (reading: Reading, shard: string, error: unknown): undefined => {
  reading.iterators.delete(shard);
  if (error instanceof TrimmedDataAccessException) reading.progress = { ...reading.progress, [shard]: {} };
  else if (!(error instanceof ExpiredIteratorException)) throw error;
  return undefined;
};

const iteratorOf = async ({ streams, streamArn, progress }: Reading, shard: string): Promise<string> => {
  const after = progress[shard]?.upTo;
  const place =
    after === undefined
      ? { ShardIteratorType: 'TRIM_HORIZON' as const }
      : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: after };
  const { ShardIterator } = await streams.send(
    new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shard, ...place }),
  );
  if (ShardIterator === undefined) throw new Error('A shard without an iterator cannot be read.');
  return ShardIterator;
};

/** A record as Lambda hands it to a function. */
const lambdaRecord = (record: StreamRecord, streamArn: string): DynamoDBRecord => {
  const { dynamodb } = record;
  return {
    eventID: record.eventID ?? '',
    ...(record.eventName === undefined ? {} : { eventName: record.eventName }),
    eventVersion: record.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: record.awsRegion ?? 'local',
    eventSourceARN: streamArn,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor((dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1_000),
      Keys: textsAndNumbers(dynamodb?.Keys),
      NewImage: textsAndNumbers(dynamodb?.NewImage),
      SequenceNumber: dynamodb?.SequenceNumber ?? '',
      SizeBytes: dynamodb?.SizeBytes ?? 0,
      StreamViewType: 'NEW_IMAGE',
    },
  };
};

type SdkImage = Readonly<Record<string, { readonly S?: string | undefined; readonly N?: string | undefined }>>;

/** The table holds nothing else. */
const textsAndNumbers = (image: SdkImage = {}): Record<string, AttributeValue> =>
  Object.fromEntries(
    Object.entries(image).flatMap(([name, { S, N }]): [string, AttributeValue][] => {
      if (S !== undefined) return [[name, { S }]];
      return N === undefined ? [] : [[name, { N }]];
    }),
  );
