import type { DynamoDBRecord } from 'aws-lambda';
import { jsonLog, type LogLevel } from '../functions/_ports/aws/log.ts';
import type { Clock } from '../functions/_ports/ports.ts';
import { publishEvents } from '../functions/publish-events/publish-events.ts';
import type { EventRule } from '../infra/event-rules.ts';
import type { DataFolder } from './data-folder.ts';
import type { Database } from './database.ts';
import { DEAD_LETTERS_FILE, type DeadLetter, type DeadLetters, deadLettersIn } from './dead-letters.ts';
import { type Dispatcher, PUBLISHER, type Publisher, startDispatcher } from './dispatcher.ts';
import { type Consumer, type LocalBus, localBus } from './event-bus.ts';
import { type Schedule, startSchedule } from './schedule.ts';
import type { StartedParts } from './started-parts.ts';

export interface FlowOptions {
  readonly rules: readonly EventRule[];
  readonly consumers: Readonly<Record<string, Consumer>>;
  readonly sweep: () => Promise<unknown>;
  readonly sweepSeconds: number;
  readonly deliver: () => Promise<unknown>;
  readonly publish?: (() => Promise<unknown>) | undefined;
  readonly database: Database;
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly logLevel: LogLevel;
  readonly warn: (text: string) => void;
  readonly started: StartedParts;
}

/** What happens without anybody asking: the way out of the record, and the deadlines. */
export interface Flow {
  readonly dispatcher: Dispatcher;
  readonly schedule: Schedule;
  /** Works off the outbox. */
  readonly post: Schedule;
  /** Writes the files of open data. */
  readonly publication: Schedule;
}

/** How long after one round of the post the next one begins: on one machine nobody waits for a minute. */
const POST_SECONDS = 5;
/** How long after one publication of open data the next one begins. */
const PUBLICATION_SECONDS = 20;

/** Tries what was laid aside once more, then follows the table’s stream and sweeps the deadlines. */
export const startFlow = async (options: FlowOptions): Promise<Flow> => {
  const { database, folder, clock, warn, started } = options;
  const deadLetters = deadLettersIn(folder);
  const bus = localBus({ rules: options.rules, consumers: options.consumers, deadLetters, clock, warn });
  const publish = publishEvents({ bus, log: jsonLog(options.logLevel) });
  await redrive({ deadLetters, bus, publish, warn });
  const { streams, streamArn } = database;
  const { drained } = bus;
  const dispatcher = await startDispatcher({ streams, streamArn, folder, publish, drained, deadLetters, clock, warn });
  started.add(dispatcher.stop);
  const schedule = startSchedule({
    seconds: options.sweepSeconds,
    work: async () => {
      await options.sweep();
      dispatcher.nudge();
    },
    failed: (error) =>
      warn(
        `The sweep of deadlines failed (${error instanceof Error ? error.name : 'unknown error'}). The next one does its work.`,
      ),
  });
  started.add(schedule.stop);
  const post = startSchedule({
    seconds: POST_SECONDS,
    work: async () => {
      await options.deliver();
      dispatcher.nudge();
    },
    failed: (error) =>
      warn(
        `A round of the post failed (${error instanceof Error ? error.name : 'unknown error'}). The next one does its work.`,
      ),
  });
  started.add(post.stop);
  const publication = startSchedule({
    seconds: PUBLICATION_SECONDS,
    work: async () => options.publish?.(),
    failed: (error) =>
      warn(
        `Open data could not all be published (${error instanceof Error ? error.name : 'unknown error'}). The next round goes on.`,
      ),
  });
  started.add(publication.stop);
  return { dispatcher, schedule, post, publication };
};

const redrive = async (options: {
  deadLetters: DeadLetters;
  bus: LocalBus;
  publish: Publisher;
  warn: (text: string) => void;
}): Promise<void> => {
  const again = async (letter: DeadLetter): Promise<boolean> =>
    letter.target === PUBLISHER ? republish(options.publish, letter.event) : options.bus.redeliver(letter);
  const { taken, left } = await options.deadLetters.redrive(again);
  await options.bus.drained();
  if (taken > 0) options.warn(`${taken} of the events that were laid aside went through now.`);
  if (left > 0) options.warn(`${left} events are still laid aside in ${DEAD_LETTERS_FILE}.`);
};

const republish = async (publish: Publisher, record: unknown): Promise<boolean> => {
  if (!isStreamRecord(record)) return false;
  const { batchItemFailures } = await publish({ Records: [record] });
  return batchItemFailures.length === 0;
};

const isStreamRecord = (record: unknown): record is DynamoDBRecord =>
  typeof record === 'object' && record !== null && 'dynamodb' in record;
