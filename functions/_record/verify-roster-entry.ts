import { evolveRoster } from '../../domain/roster/roster.ts';
import type { RosterRecord } from '../../domain/roster/roster-entry.ts';
import {
  canonicalJson,
  GENESIS,
  hashContent,
  hashEntry,
  hashReceipt,
  parseRosterEntry,
  type RosterEntry,
} from '../../events/record.ts';
import { asJsonObject, type JsonObject } from '../../events/shapes.ts';
import { isEventSortKey, receiptKey, rosterContentKey, rosterHeadKey } from '../_ports/aws/table-keys.ts';
import type { RawItem, RosterStore } from '../_ports/ports.ts';
import { receiptItem, rosterContentItem, rosterEventItem, rosterHeadItem } from '../_ports/written-items.ts';
import { FLAWS, type Flaw } from './flaws.ts';
import { rosterStream } from './handle-roster-command.ts';
import { storedRosterHead } from './roster-codec.ts';
import { isWritten } from './same-item.ts';

const PAGE = 500;

export type RosterVerification =
  | { readonly verified: true; readonly case: string; readonly events: number; readonly hash: string }
  | {
      readonly verified: false;
      readonly case: string;
      readonly firstBad: number;
      readonly flaw: Flaw;
      readonly explanation: string;
      readonly item?: string;
    };

type Raw = Pick<RosterStore, 'rawItems' | 'rawReceipts'>;
type Items = ReadonlyMap<string, RawItem>;

/** What the entries come to, as far as they were walked. */
interface Walk {
  readonly state: RosterRecord | undefined;
  readonly version: number;
  readonly hash: string;
  readonly entries: readonly RosterEntry[];
}

interface Wrong {
  readonly flaw: Flaw;
  readonly firstBad: number;
  readonly item?: string;
}

/**
 * Reads every item of somebody in the roster again and checks it against what the house writes: each event in its place and in the
 * chain, each content and receipt, the head down to its last attribute, and that nothing stands beside them.
 */
export const verifyRosterEntry = async (store: Raw, person: string): Promise<RosterVerification> => {
  const items = await wholeOf(store, person);
  const stream = rosterStream(person);
  const walk = await walked(items, person);
  const wrong = 'flaw' in walk ? walk : ((await receiptFlaw(store, stream, walk)) ?? headFlaw(items, person, walk));
  if (wrong !== undefined) return { verified: false, case: stream, ...wrong, explanation: FLAWS[wrong.flaw] };
  const { version, hash } = 'flaw' in walk ? { version: 0, hash: GENESIS } : walk;
  return { verified: true, case: stream, events: version, hash };
};

const wholeOf = async (store: Raw, person: string): Promise<Items> => {
  const found = new Map<string, RawItem>();
  let from: string | undefined;
  do {
    const page = await store.rawItems({ person, limit: PAGE, ...(from === undefined ? {} : { from }) });
    for (const item of page.items) found.set(item.sk, item);
    from = page.next;
  } while (from !== undefined);
  return found;
};

const walked = async (items: Items, person: string): Promise<Walk | Wrong> => {
  let walk: Walk = { state: undefined, version: 0, hash: GENESIS, entries: [] };
  for (const item of [...items.values()].filter(({ sk }) => isEventSortKey(sk))) {
    const next = await step(items, { person, walk, item });
    if ('flaw' in next) return next;
    walk = next;
  }
  return walk.version === 0 && !items.has(rosterHeadKey(person).sk) ? { flaw: 'no-case', firstBad: 0 } : walk;
};

const step = async (
  items: Items,
  { person, walk, item }: { person: string; walk: Walk; item: RawItem },
): Promise<Walk | Wrong> => {
  const version = walk.version + 1;
  const entry = orNothing(() => parseRosterEntry(String(item.attributes['record'])));
  if (entry === undefined) return { flaw: 'unreadable', firstBad: version };
  const written = rosterEventItem(person, { version, record: canonicalJson(entry) });
  const stream = rosterStream(person);
  const isInPlace = entry.version === version && item.sk === written.sk && entry.stream === stream;
  if (!isInPlace || entry.id !== `${stream}@${version}`) return { flaw: 'out-of-place', firstBad: version };
  if ((await hashEntry(entry)) !== entry.hash || !isWritten(item, written))
    return { flaw: 'altered', firstBad: version };
  if (entry.previousHash !== walk.hash) return { flaw: 'chain-broken', firstBad: version };
  const content = await contentOf(items, person, entry);
  if (content !== undefined && 'flaw' in content) return content;
  const state = orNothing(() => evolveRoster(walk.state, content === undefined ? entry : { ...entry, ...content }));
  return state === undefined
    ? { flaw: 'impossible', firstBad: version }
    : { state, version, hash: entry.hash, entries: [...walk.entries, entry] };
};

const contentOf = async (
  items: Items,
  person: string,
  { version, contentHash }: RosterEntry,
): Promise<{ readonly content: JsonObject } | Wrong | undefined> => {
  const item = items.get(rosterContentKey(person, version).sk);
  const about = { firstBad: version, item: `content ${version}` };
  if (contentHash === undefined) return item === undefined ? undefined : { flaw: 'content-added', ...about };
  if (item === undefined) return { flaw: 'content-missing', ...about };
  const salt = String(item.attributes['salt']);
  const body = orNothing(() => jsonIn(String(item.attributes['body'])));
  const isAsCommitted =
    body !== undefined &&
    isWritten(item, rosterContentItem(person, { version, salt, body })) &&
    (await hashContent({ salt, body })) === contentHash;
  return isAsCommitted ? { content: body } : { flaw: 'content-altered', ...about };
};

const jsonIn = (text: string): JsonObject => {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error('A content is an object.');
  return asJsonObject(value);
};

/** What cannot be read, or cannot follow, was put there by another hand: it is named at its place. */
const orNothing = <Thing>(make: () => Thing): Thing | undefined => {
  try {
    return make();
  } catch {
    return undefined;
  }
};

/** Each command’s events stand together, and its receipt names the first and the last of them. */
const receiptFlaw = async (store: Raw, stream: string, { entries }: Walk): Promise<Wrong | undefined> => {
  const commands = [...new Set(entries.map(({ command }) => command))];
  const receipts = new Map((await store.rawReceipts(commands)).map((item) => [item.pk, item]));
  for (const command of commands) {
    const own = entries.filter((entry) => entry.command === command);
    const [first, last] = [own[0], own.at(-1)];
    const found = receipts.get(receiptKey(command).pk);
    if (first === undefined || last === undefined) continue;
    const salt = String(found?.attributes['salt']);
    const requestHash = String(found?.attributes['requestHash']);
    const span = { case: stream, first: first.version, last: last.version };
    const isTrue =
      isWritten(found, receiptItem({ command, salt, requestHash, ...span })) &&
      own.length === last.version - first.version + 1 &&
      own.every(({ receiptHash }) => receiptHash === first.receiptHash) &&
      (await hashReceipt({ salt, requestHash })) === first.receiptHash;
    if (!isTrue) return { flaw: 'receipt-wrong', firstBad: first.version, item: 'receipt' };
  }
  return undefined;
};

const headFlaw = (items: Items, person: string, { state, version, hash, entries }: Walk): Wrong | undefined => {
  const at = { firstBad: version };
  const written =
    state === undefined
      ? undefined
      : rosterHeadItem({ person, head: storedRosterHead(state, { version, hash }), addedAt: state.addedAt });
  if (written === undefined || !isWritten(items.get(written.sk), written)) {
    return { flaw: 'head-wrong', ...at, item: 'head' };
  }
  const known = new Set([written.sk, ...entries.map((entry) => rosterContentKey(person, entry.version).sk)]);
  const foreign = [...items.keys()].find((sk) => !isEventSortKey(sk) && !known.has(sk));
  return foreign === undefined ? undefined : { flaw: 'foreign', ...at, item: foreign };
};
