import { isDeepStrictEqual } from 'node:util';
import { parseEntry, type RecordEntry } from '../../events/record.ts';
import { isEventSortKey, receiptKey } from '../_ports/aws/table-keys.ts';
import type { CaseStore, RawItem, RawItems } from '../_ports/ports.ts';

const PAGE = 500;

/** All that verification reads: what the stores hold, unparsed. */
export interface RawStores {
  readonly cases: Pick<CaseStore, 'rawItems' | 'rawReceipts'>;
  readonly milestones: RawItems;
  readonly deadlines: RawItems;
}

/** What stands where an event belongs. */
export interface RawEvent {
  readonly item: RawItem;
  /** Undefined where it cannot be read. */
  readonly entry: RecordEntry | undefined;
}

/** Every item of a case as it stands, by sort key; of the record also apart: its events, in the order of their keys. */
export interface RawRecord {
  readonly case: string;
  readonly events: readonly RawEvent[];
  readonly items: ReadonlyMap<string, RawItem>;
  readonly milestones: ReadonlyMap<string, RawItem>;
  readonly deadlines: ReadonlyMap<string, RawItem>;
  /** By command. */
  readonly receipts: ReadonlyMap<string, RawItem>;
}

/**
 * Reads a case whole. Projections first: so they are never ahead of the events because somebody wrote meanwhile. An event that stands
 * as it stood in what was read `before` is not parsed again.
 */
export const readRaw = async (
  { cases, milestones, deadlines }: RawStores,
  caseId: string,
  before?: RawRecord,
): Promise<RawRecord> => {
  const projections = { milestones: await wholeOf(milestones, caseId), deadlines: await wholeOf(deadlines, caseId) };
  const items = await wholeOf(cases, caseId);
  const known = new Map(before?.events.map((event) => [event.item.sk, event]));
  const events = [...items.values()]
    .filter(({ sk }) => isEventSortKey(sk))
    .map((item) => {
      const same = known.get(item.sk);
      return same !== undefined && isDeepStrictEqual(same.item, item) ? same : { item, entry: entryIn(item) };
    });
  const commands = [...new Set(events.flatMap(({ entry }) => (entry === undefined ? [] : [entry.command])))];
  const found = new Map((await cases.rawReceipts(commands)).map((item) => [item.pk, item]));
  const receipts = commands.flatMap((command): [string, RawItem][] => {
    const item = found.get(receiptKey(command).pk);
    return item === undefined ? [] : [[command, item]];
  });
  return { case: caseId, events, items, ...projections, receipts: new Map(receipts) };
};

const wholeOf = async (store: RawItems, caseId: string): Promise<ReadonlyMap<string, RawItem>> => {
  const found = new Map<string, RawItem>();
  let from: string | undefined;
  do {
    const page = await store.rawItems({ case: caseId, limit: PAGE, ...(from === undefined ? {} : { from }) });
    for (const item of page.items) found.set(item.sk, item);
    from = page.next;
  } while (from !== undefined);
  return found;
};

const entryIn = ({ attributes }: RawItem): RecordEntry | undefined => {
  try {
    return parseEntry(String(attributes['record']));
  } catch {
    // Whatever it is that cannot be read, it is named as unreadable at its place.
    return undefined;
  }
};
