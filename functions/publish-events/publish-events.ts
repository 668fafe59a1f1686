import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { type AnyEntry, parseAnyEntry } from '../../events/record.ts';
import { isEventSortKey } from '../_ports/aws/table-keys.ts';
import { type EventBus, type Log, OutsideFailure } from '../_ports/ports.ts';

/** Entries handed to the bus at once: when the bus fails, no more than these are sent twice. */
export const PUBLISH_CHUNK = 10;

interface Outgoing {
  readonly sequence: string;
  readonly entry: AnyEntry;
}

/**
 * The only way out of the record: takes what the table’s stream says was inserted and hands the events among it to the bus.
 *
 * At least once: it remembers nothing, so a batch that comes again is published again, and the consumers know. An entry that cannot
 * be read is said in the log and reported as failed, never skipped in silence; what follows it in the batch is published all the same,
 * so that nothing else is lost when the retries end and the batch goes to the dead letters.
 */
export const publishEvents =
  ({ bus, log }: { bus: EventBus; log: Log }) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const { outgoing, unreadable } = sortOut(event.Records, log);
    const unpublished = await publishInChunks(outgoing, bus, log);
    const failed = firstOf(event.Records, [unreadable, unpublished]);
    return { batchItemFailures: failed === undefined ? [] : [{ itemIdentifier: failed }] };
  };

const sortOut = (
  records: readonly DynamoDBRecord[],
  log: Log,
): { outgoing: Outgoing[]; unreadable: string | undefined } => {
  const outgoing: Outgoing[] = [];
  let unreadable: string | undefined;
  for (const record of records.filter(isNewEvent)) {
    const sequence = sequenceOf(record);
    const entry = entryIn(record);
    if (entry === undefined) {
      log.say('VEE008', { function: 'publish-events', sequence });
      unreadable ??= sequence;
    } else {
      outgoing.push({ sequence, entry });
    }
  }
  return { outgoing, unreadable };
};

const isNewEvent = (record: DynamoDBRecord): boolean =>
  record.eventName === 'INSERT' && isEventSortKey(record.dynamodb?.Keys?.['sk']?.S ?? '');

const sequenceOf = (record: DynamoDBRecord): string => record.dynamodb?.SequenceNumber ?? '';

const entryIn = (record: DynamoDBRecord): AnyEntry | undefined => {
  try {
    return parseAnyEntry(record.dynamodb?.NewImage?.['record']?.S ?? '');
  } catch {
    // Whatever is wrong with it, the answer is the same: this record is reported as failed.
    return undefined;
  }
};

/** The sequence of the first entry that the bus may not have taken. */
const publishInChunks = async (outgoing: readonly Outgoing[], bus: EventBus, log: Log): Promise<string | undefined> => {
  for (let start = 0; start < outgoing.length; start += PUBLISH_CHUNK) {
    const chunk = outgoing.slice(start, start + PUBLISH_CHUNK);
    try {
      await bus.publish(chunk.map(({ entry }) => entry));
    } catch (error) {
      log.say('VEE003', {
        function: 'publish-events',
        failure: error instanceof OutsideFailure ? error.message : 'bug',
      });
      return chunk[0]?.sequence;
    }
  }
  if (outgoing.length > 0) log.say('VEE004', { events: outgoing.length });
  return undefined;
};

const firstOf = (records: readonly DynamoDBRecord[], sequences: readonly (string | undefined)[]): string | undefined =>
  records.map(sequenceOf).find((sequence) => sequences.includes(sequence));
