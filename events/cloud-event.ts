import type { RecordEntry } from './record.ts';
import { asJsonObject, type JsonObject } from './shapes.ts';

/** The bus's name for us, and the `source` of every event that leaves the house. */
export const EVENT_SOURCE = 'veedor';

/** A recorded fact on its way out: CloudEvents 1.0 in JSON, with the whole envelope as extension attributes so that anyone can verify the chain. */
export const toCloudEvent = (entry: RecordEntry): JsonObject => ({
  specversion: '1.0',
  id: entry.id,
  source: EVENT_SOURCE,
  type: entry.type,
  subject: entry.stream,
  time: entry.recordedAt,
  datacontenttype: 'application/json',
  data: asJsonObject(entry),
});
