import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Clock } from '../functions/_ports/ports.ts';
import { backgroundFunctions } from '../infra/functions.ts';
import { systemCodeOf } from './cannot-start.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import type { DataFolder } from './data-folder.ts';
import type { DeadLetters } from './dead-letters.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { RECORDS_PER_BATCH_MAX, readTableStream } from './table-stream.ts';

/** Pauses before each further attempt at a batch; after the last one fails, its first failed record is laid aside. */
export const BATCH_PAUSES_MILLISECONDS = [20, 100, 500] as const;
/** How often a stream is looked at when nobody says that something was written. Everybody in this process does say so. */
export const IDLE_PAUSE_MILLISECONDS = 250;
/** How long a burst of writes may gather before it is handled: projections fold many events at the price of one. */
export const GATHER_PAUSE_MILLISECONDS = 25;
/** The pause after the stream could not be read. */
export const FAILURE_PAUSE_MILLISECONDS = 500;
/** How often `settled` puts up with a stream that cannot be read. */
export const FAILURES_MAX = 5;

export type Publisher = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

/** What Lambda’s event source mapping is in the cloud: reads the table’s stream and hands it to the publisher, batch by batch. */
export interface Dispatcher {
  /** Something may have been written: look now. */
  nudge(): void;
  /** Resolves when the stream was read to its end and everything in it was handled. */
  settled(): Promise<void>;
  /** Ends after the batch that is being handled. */
  stop(): Promise<void>;
}

export interface DispatcherOptions {
  readonly streams: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly folder: DataFolder;
  readonly publish: Publisher;
  /** Resolves when what was published has been handled: only then is a batch done with. */
  readonly drained: () => Promise<void>;
  readonly deadLetters: DeadLetters;
  readonly clock: Clock;
  readonly warn: (text: string) => void;
}

/** The function that takes the stream, by its name. */
export const PUBLISHER = 'publish-events';

/**
 * Follows the stream from where the folder’s checkpoint says. The checkpoint moves only when a batch is handled to the end, so a
 * process that is killed at any moment does the last batch again, and loses none.
 */
export const startDispatcher = async (options: DispatcherOptions): Promise<Dispatcher> => {
  const { streams, streamArn, folder } = options;
  const stream = readTableStream({ streams, streamArn, progress: await readCheckpoint(folder, streamArn) });
  const stopping = new AbortController();
  const idle = idlePauses(stopping.signal);

  const lane = oneAtATime();
  const pass = () =>
    lane(async (): Promise<number> => {
      const batches = await stream.next();
      for (const batch of batches) {
        if (batch.records.length > 0) await handle(options, batch.records);
        batch.done();
      }
      if (batches.length > 0) await writeCheckpoint(folder, streamArn, stream.progress());
      return batches.reduce((count, { records }) => count + records.length, 0);
    });

  const running = follow({ pass, idle, stopping: stopping.signal, warn: options.warn });
  return {
    nudge: idle.nudge,
    settled: () => settle(pass),
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};

const follow = async (options: {
  pass: () => Promise<number>;
  idle: IdlePauses;
  stopping: AbortSignal;
  warn: (text: string) => void;
}): Promise<void> => {
  let failing = false;
  while (!options.stopping.aborted) {
    try {
      const handled = await options.pass();
      failing = false;
      await options.idle.after(handled);
    } catch (error) {
      if (!failing) {
        options.warn(`What is recorded cannot be handed on (${nameOf(error)}). It is tried again until it can.`);
      }
      failing = true;
      await wait(FAILURE_PAUSE_MILLISECONDS, undefined, { signal: options.stopping }).catch(() => undefined);
    }
  }
};

const nameOf = (error: unknown): string =>
  systemCodeOf(error) ?? (error instanceof Error ? error.name : 'unknown error');

const settle = async (pass: () => Promise<number>): Promise<void> => {
  for (let failures = 0; ; ) {
    try {
      if ((await pass()) === 0) return;
    } catch (error) {
      failures += 1;
      if (failures > FAILURES_MAX) throw error;
      await wait(FAILURE_PAUSE_MILLISECONDS);
    }
  }
};

/** Hands over a batch until all of it is handled or its failures are laid aside, then waits for what follows from it. */
const handle = async (options: DispatcherOptions, batch: readonly DynamoDBRecord[]): Promise<void> => {
  let pending = batch;
  while (pending.length > 0) {
    const failed = await publishWithPauses(options.publish, pending);
    if (failed === undefined) break;
    await layAside(options, failed);
    pending = pending.slice(pending.indexOf(failed) + 1);
  }
  await options.drained();
};

/** The first record that still fails after all attempts; undefined when all went through. */
const publishWithPauses = async (
  publish: Publisher,
  batch: readonly DynamoDBRecord[],
): Promise<DynamoDBRecord | undefined> => {
  let pending = batch;
  for (const pause of [0, ...BATCH_PAUSES_MILLISECONDS]) {
    if (pause > 0) await wait(pause);
    const failure = await firstFailure(publish, pending);
    if (failure === undefined) return undefined;
    pending = pending.slice(pending.indexOf(failure));
  }
  return pending[0];
};

const firstFailure = async (
  publish: Publisher,
  batch: readonly DynamoDBRecord[],
): Promise<DynamoDBRecord | undefined> => {
  try {
    const { batchItemFailures } = await publish({ Records: [...batch] });
    const [failure] = batchItemFailures;
    if (failure === undefined) return undefined;
    return batch.find((record) => record.dynamodb?.SequenceNumber === failure.itemIdentifier) ?? batch[0];
  } catch {
    // As on AWS: a function that throws failed on the whole batch.
    return batch[0];
  }
};

const layAside = async (options: DispatcherOptions, record: DynamoDBRecord): Promise<void> => {
  await options.deadLetters.layAside({ at: options.clock.now(), target: PUBLISHER, event: record });
  const key = `${record.dynamodb?.Keys?.['pk']?.S ?? '?'} ${record.dynamodb?.Keys?.['sk']?.S ?? '?'}`;
  options.warn(
    `${PUBLISHER} failed on ${key}, which was laid aside until the next start. ${backgroundFunctions[PUBLISHER].impactWhenFailing}`,
  );
};

interface IdlePauses {
  nudge(): void;
  after(handled: number): Promise<void>;
}

const idlePauses = (stopping: AbortSignal): IdlePauses => {
  let nudged = new AbortController();
  return {
    nudge: () => nudged.abort(),
    after: async (handled) => {
      const signal = AbortSignal.any([stopping, nudged.signal]);
      // A full batch has more behind it.
      const pause = handled >= RECORDS_PER_BATCH_MAX ? 0 : IDLE_PAUSE_MILLISECONDS;
      await wait(pause, undefined, { signal }).catch(() => undefined);
      if (!nudged.signal.aborted) return;
      nudged = new AbortController();
      await wait(GATHER_PAUSE_MILLISECONDS, undefined, { signal: stopping }).catch(() => undefined);
    },
  };
};
