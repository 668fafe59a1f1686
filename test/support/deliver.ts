import { toCloudEvent } from '../../events/cloud-event.ts';
import type { AnyEntry, RecordEntry } from '../../events/record.ts';
import type { CaseStore } from '../../functions/_ports/ports.ts';
import type { BusEvent } from '../../functions/_record/announced.ts';

/** An entry as the bus hands it to a consumer. */
export const onBus = (entry: AnyEntry): BusEvent => ({
  version: '0',
  id: `bus-${entry.id}`,
  'detail-type': entry.type,
  source: 'veedor',
  account: '000000000000',
  time: entry.recordedAt,
  region: 'nowhere-1',
  resources: [],
  detail: toCloudEvent(entry),
});

const PAGE = 100;

/** The whole stream of a case, in order. */
export const streamOf = async (cases: CaseStore, caseId: string): Promise<readonly RecordEntry[]> => {
  const entries: RecordEntry[] = [];
  for (;;) {
    const { items } = await cases.entries({ case: caseId, after: entries.length, limit: PAGE });
    if (items.length === 0) return entries;
    entries.push(...items);
  }
};

/** Hands every event of a case to a consumer, once and in order. */
export const deliver = async (
  consumer: (event: BusEvent) => Promise<void>,
  cases: CaseStore,
  caseId: string,
): Promise<void> => {
  for (const entry of await streamOf(cases, caseId)) await consumer(onBus(entry));
};
