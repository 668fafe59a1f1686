import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { sourceOf, toCloudEvent } from '../../../events/cloud-event.ts';
import { type EventBus, type Outgoing, OutsideFailure } from '../ports.ts';
import { reached } from './outside-failure.ts';
import { pauseBefore } from './pause.ts';

/** What EventBridge takes in one request. */
export const PUT_EVENTS_MAX = 10;
export const PUT_EVENTS_BYTES_MAX = 256 * 1024;
/** Rounds in which entries that the bus refused are sent again, the first included. */
export const PUBLISH_ROUNDS_MAX = 4;
export const ATTEMPTS_MAX = 3;
export const CONNECT_TIMEOUT_MILLISECONDS = 1_000;
export const REQUEST_TIMEOUT_MILLISECONDS = 3_000;

/** What EventBridge counts for the time of an entry, in bytes. */
const TIME_BYTES = 14;

export interface Bus {
  readonly client: EventBridgeClient;
  readonly name: string;
}

export const openBus = (name: string): Bus => ({
  name,
  client: new EventBridgeClient({
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MILLISECONDS,
      requestTimeout: REQUEST_TIMEOUT_MILLISECONDS,
      throwOnRequestTimeout: true,
    },
  }),
});

/** The way out over EventBridge. */
export const eventBridgeBus = (bus: Bus): EventBus => ({
  publish: async (entries) => {
    for (const batch of batchesOf(entries.map((entry) => busEntry(bus.name, entry)))) await putAll(bus.client, batch);
  },
});

const busEntry = (busName: string, entry: Outgoing): PutEventsRequestEntry => ({
  EventBusName: busName,
  Source: sourceOf(entry),
  DetailType: entry.type,
  Detail: JSON.stringify(toCloudEvent(entry)),
  Time: new Date(entry.recordedAt),
});

const bytesOf = (entry: PutEventsRequestEntry): number =>
  TIME_BYTES + Buffer.byteLength(`${entry.Source}${entry.DetailType}${entry.Detail}`);

/** Splits entries into requests that EventBridge takes. An entry too large for any request holds what no event may hold: a bug. */
const batchesOf = (entries: readonly PutEventsRequestEntry[]): readonly PutEventsRequestEntry[][] => {
  const batches: PutEventsRequestEntry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = bytesOf(entry);
    if (size > PUT_EVENTS_BYTES_MAX) throw new Error('An event is larger than the bus can take.');
    const batch = batches.at(-1);
    if (batch === undefined || batch.length === PUT_EVENTS_MAX || bytes + size > PUT_EVENTS_BYTES_MAX) {
      batches.push([entry]);
      bytes = size;
    } else {
      batch.push(entry);
      bytes += size;
    }
  }
  return batches;
};

const putAll = async (client: EventBridgeClient, batch: readonly PutEventsRequestEntry[]): Promise<void> => {
  let pending = [...batch];
  for (let round = 1; pending.length > 0; round += 1) {
    if (round > PUBLISH_ROUNDS_MAX) throw new OutsideFailure('EventBridge: FailedEntries');
    if (round > 1) await pauseBefore(round - 1);
    const answer = await reached('EventBridge', client.send(new PutEventsCommand({ Entries: pending })));
    const refused = pending.filter((_, position) => answer.Entries?.[position]?.ErrorCode !== undefined);
    if (refused.length !== (answer.FailedEntryCount ?? 0)) throw new OutsideFailure('EventBridge: UnexpectedAnswer');
    pending = refused;
  }
};
