import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { parseAnnouncement } from '../../events/announcements.ts';
import { parseAnyEntry } from '../../events/record.ts';
import { isAnnouncementKey, isEventSortKey } from '../_ports/aws/table-keys.ts';
import { type EventBus, type Log, type Outgoing, OutsideFailure } from '../_ports/ports.ts';

/** Entries handed to the bus at once: when the bus fails, no more than these are sent twice. */
export const PUBLISH_CHUNK = 10;

interface Sequenced {
  readonly sequence: string;
  readonly entry: Outgoing;
}

/**
 * The only way out of the record: takes what the table’s stream says was inserted and hands the events and announcements among it to the
 * bus.
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
): { outgoing: Sequenced[]; unreadable: string | undefined } => {
  const outgoing: Sequenced[] = [];
  let unreadable: string | undefined;
  for (const record of records.filter(leaves)) {
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

const keyOf = ({ dynamodb }: DynamoDBRecord) => ({
  pk: dynamodb?.Keys?.['pk']?.S ?? '',
  sk: dynamodb?.Keys?.['sk']?.S ?? '',
});

/** What is new: an event, or an announcement of the milestones. What is written over says nothing that was not said before. */
const leaves = (record: DynamoDBRecord): boolean =>
  record.eventName === 'INSERT' && (isEventSortKey(keyOf(record).sk) || isAnnouncementKey(keyOf(record)));

const sequenceOf = (record: DynamoDBRecord): string => record.dynamodb?.SequenceNumber ?? '';

const entryIn = (record: DynamoDBRecord): Outgoing | undefined => {
  const image = record.dynamodb?.NewImage;
  try {
    return isAnnouncementKey(keyOf(record))
      ? parseAnnouncement(image?.['announcement']?.S ?? '')
      : parseAnyEntry(image?.['record']?.S ?? '');
  } catch {
    // Whatever is wrong with it, the answer is the same: this record is reported as failed.
    return undefined;
  }
};

/** The sequence of the first entry that the bus may not have taken. */
const publishInChunks = async (
  outgoing: readonly Sequenced[],
  bus: EventBus,
  log: Log,
): Promise<string | undefined> => {
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
