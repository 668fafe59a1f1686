import * as z from 'zod/mini';
import { GENESIS, hashEntry, parseEntry, type RecordEntry } from '../events/record.ts';
import { CannotStart } from './cannot-start.ts';

export const DEFAULT_URL = 'http://127.0.0.1:8080';
const PAGE = 100;
const REQUEST_TIMEOUT_MS = 30_000;
/** More events than any case will have: a server that never ends is left. */
const EVENTS_MAX = 100_000;

const page = z.object({ items: z.array(z.record(z.string(), z.unknown())) });

/** The record of a case as the API tells it to anybody. */
export const eventsOf = async (caseId: string, url: string): Promise<readonly RecordEntry[]> => {
  const entries: RecordEntry[] = [];
  for (;;) {
    const from = `/cases/${encodeURIComponent(caseId)}/events?limit=${PAGE}&cursor=${entries.length}`;
    const { items } = page.parse(await toldAt(`${url}${from}`));
    entries.push(...items.map((event, index) => entryFrom(event, entries.length + index + 1)));
    if (items.length < PAGE || entries.length > EVENTS_MAX) return entries;
  }
};

const entryFrom = (event: unknown, place: number): RecordEntry => {
  try {
    return parseEntry(JSON.stringify(event));
  } catch {
    throw new CannotStart('bad-setting', `Event ${place} is not what any release of Veedor records.`);
  }
};

/** What an address of the API answers; with a token, to its bearer. */
export const toldAt = async (address: string, token?: string): Promise<unknown> => {
  const response = await fetch(address, {
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  }).catch(() => {
    throw new CannotStart('bad-setting', `Nobody answers at ${address}. Start the system, or name another with --url.`);
  });
  if (!response.ok) throw new CannotStart('bad-setting', `${address} answers ${response.status}.`);
  return response.json();
};

/** The first event that does not follow from the one before it. */
export const brokenAt = async (entries: readonly RecordEntry[], caseId: string): Promise<number | undefined> => {
  let previousHash = GENESIS;
  for (const [index, entry] of entries.entries()) {
    const isInPlace = entry.stream === caseId && entry.version === index + 1 && entry.previousHash === previousHash;
    if (!isInPlace || (await hashEntry(entry)) !== entry.hash) return index + 1;
    previousHash = entry.hash;
  }
  return undefined;
};

export const chainLine = (entries: readonly RecordEntry[], broken: number | undefined): string =>
  broken === undefined
    ? `${entries.length} events, each chained to the one before it, up to ${entries.at(-1)?.hash ?? GENESIS}.`
    : `The chain of events breaks at event ${broken}.`;
