import { evolvePerson } from '../../domain/people/people.ts';
import { evolveRoster } from '../../domain/roster/roster.ts';
import {
  type AnyEntry,
  canonicalJson,
  GENESIS,
  hashContent,
  hashEntry,
  hashReceipt,
  parsePersonEntry,
  parseRosterEntry,
} from '../../events/record.ts';
import { asJsonObject, type JsonObject } from '../../events/shapes.ts';
import {
  ACCESS,
  type Family,
  isEventSortKey,
  personContentKey,
  personHeadKey,
  ROSTER,
  receiptKey,
} from '../_ports/aws/table-keys.ts';
import type { PersonStore, RawItem } from '../_ports/ports.ts';
import {
  type Place,
  personContentItem,
  personEventItem,
  personHeadItem,
  receiptItem,
} from '../_ports/written-items.ts';
import { FLAWS, type Flaw } from './flaws.ts';
import { isWritten } from './same-item.ts';

const PAGE = 500;

export type PersonVerification =
  | { readonly verified: true; readonly case: string; readonly events: number; readonly hash: string }
  | {
      readonly verified: false;
      readonly case: string;
      readonly firstBad: number;
      readonly flaw: Flaw;
      readonly explanation: string;
      readonly item?: string;
    };

type Raw = Pick<PersonStore<AnyEntry>, 'rawItems' | 'rawReceipts'>;
type Items = ReadonlyMap<string, RawItem>;

/** A family beside the cases, as far as its streams are verified: how its entries are read, and what follows from them. */
interface Kind<State extends { readonly addedAt: string }, Entry extends AnyEntry> {
  readonly family: Family;
  readonly parse: (record: string) => Entry;
  readonly evolve: (state: State | undefined, entry: Entry & { readonly content?: JsonObject }) => State;
}

/** Somebody of a family. */
interface About<State extends { readonly addedAt: string }, Entry extends AnyEntry> extends Kind<State, Entry> {
  readonly person: string;
  readonly stream: string;
}

/** What the entries come to, as far as they were walked. */
interface Walk<State, Entry> {
  readonly state: State | undefined;
  readonly version: number;
  readonly hash: string;
  readonly entries: readonly Entry[];
}

interface Wrong {
  readonly flaw: Flaw;
  readonly firstBad: number;
  readonly item?: string;
}

/** An entry of the roster, verified. */
export const verifyRosterEntry = (store: Raw, person: string): Promise<PersonVerification> =>
  verify(store, { family: ROSTER, parse: parseRosterEntry, evolve: evolveRoster }, person);

/** Somebody who may sign in, verified. */
export const verifyPerson = (store: Raw, person: string): Promise<PersonVerification> =>
  verify(store, { family: ACCESS, parse: parsePersonEntry, evolve: evolvePerson }, person);

/**
 * Reads every item of somebody in a family again and checks it against what the house writes: each event in its place and in the
 * chain, each content and receipt, the head down to its last attribute, and that nothing stands beside them.
 */
const verify = async <State extends { readonly addedAt: string }, Entry extends AnyEntry>(
  store: Raw,
  kind: Kind<State, Entry>,
  person: string,
): Promise<PersonVerification> => {
  const items = await wholeOf(store, person);
  const stream = `${kind.family.streams}${person}`;
  const about = { ...kind, person, stream };
  const walk = await walked(items, about);
  const wrong = 'flaw' in walk ? walk : ((await receiptFlaw(store, stream, walk)) ?? headFlaw(items, about, walk));
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

const walked = async <State extends { readonly addedAt: string }, Entry extends AnyEntry>(
  items: Items,
  about: About<State, Entry>,
): Promise<Walk<State, Entry> | Wrong> => {
  let walk: Walk<State, Entry> = { state: undefined, version: 0, hash: GENESIS, entries: [] };
  for (const item of [...items.values()].filter(({ sk }) => isEventSortKey(sk))) {
    const next = await step(items, about, { walk, item });
    if ('flaw' in next) return next;
    walk = next;
  }
  const isThere = walk.version > 0 || items.has(personHeadKey(about.family, about.person).sk);
  return isThere ? walk : { flaw: 'no-case', firstBad: 0 };
};

const step = async <State extends { readonly addedAt: string }, Entry extends AnyEntry>(
  items: Items,
  about: About<State, Entry>,
  { walk, item }: { walk: Walk<State, Entry>; item: RawItem },
): Promise<Walk<State, Entry> | Wrong> => {
  const version = walk.version + 1;
  const { stream } = about;
  const entry = orNothing(() => about.parse(String(item.attributes['record'])));
  if (entry === undefined) return { flaw: 'unreadable', firstBad: version };
  const written = personEventItem(about, { version, record: canonicalJson(entry) });
  const isInPlace = entry.version === version && item.sk === written.sk && entry.stream === stream;
  if (!isInPlace || entry.id !== `${stream}@${version}`) return { flaw: 'out-of-place', firstBad: version };
  if ((await hashEntry(entry)) !== entry.hash || !isWritten(item, written))
    return { flaw: 'altered', firstBad: version };
  if (entry.previousHash !== walk.hash) return { flaw: 'chain-broken', firstBad: version };
  const content = await contentOf(items, about, entry);
  if (content !== undefined && 'flaw' in content) return content;
  const state = orNothing(() => about.evolve(walk.state, content === undefined ? entry : { ...entry, ...content }));
  return state === undefined
    ? { flaw: 'impossible', firstBad: version }
    : { state, version, hash: entry.hash, entries: [...walk.entries, entry] };
};

const contentOf = async (
  items: Items,
  place: Place,
  { version, contentHash }: AnyEntry,
): Promise<{ readonly content: JsonObject } | Wrong | undefined> => {
  const item = items.get(personContentKey(place.family, place.person, version).sk);
  const about = { firstBad: version, item: `content ${version}` };
  if (contentHash === undefined) return item === undefined ? undefined : { flaw: 'content-added', ...about };
  if (item === undefined) return { flaw: 'content-missing', ...about };
  const salt = String(item.attributes['salt']);
  const body = orNothing(() => jsonIn(String(item.attributes['body'])));
  const isAsCommitted =
    body !== undefined &&
    isWritten(item, personContentItem(place, { version, salt, body })) &&
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
const receiptFlaw = async (
  store: Raw,
  stream: string,
  { entries }: Walk<unknown, AnyEntry>,
): Promise<Wrong | undefined> => {
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

const headFlaw = (
  items: Items,
  place: Place,
  { state, version, hash, entries }: Walk<{ readonly addedAt: string }, AnyEntry>,
): Wrong | undefined => {
  const at = { firstBad: version };
  const written =
    state === undefined
      ? undefined
      : personHeadItem(place, {
          head: { version, hash, state: JSON.stringify(state) },
          addedAt: state.addedAt,
        });
  if (written === undefined || !isWritten(items.get(written.sk), written)) {
    return { flaw: 'head-wrong', ...at, item: 'head' };
  }
  const contents = entries.map((entry) => personContentKey(place.family, place.person, entry.version).sk);
  const known = new Set([written.sk, ...contents]);
  const foreign = [...items.keys()].find((sk) => !isEventSortKey(sk) && !known.has(sk));
  return foreign === undefined ? undefined : { flaw: 'foreign', ...at, item: foreign };
};
