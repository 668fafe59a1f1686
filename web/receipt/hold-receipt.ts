import { checkReceipt, type ReceiptCheck, type ReceiptLine } from '../../events/check-receipt.ts';
import type { RecordEntry } from '../../events/record.ts';
import type { JsonObject } from '../../events/shapes.ts';
import { isRecord, jsonIn } from '../app/kept-text.ts';
import { type Chain, followed, UNREAD } from '../desk/record/chain.ts';

/** A receipt, as the answer of a command gives it. */
export interface ReceiptFile {
  readonly case: string;
  readonly recorded: readonly ReceiptLine[];
}

/** What is said of one event of the receipt. */
export interface HeldLine {
  readonly event: string;
  readonly checks: readonly ReceiptCheck[];
  /** Its words are not for everybody, or not yet: nothing was found wrong with them, nor right. */
  readonly isUnread: boolean;
}

export type Held =
  | { readonly kind: 'no-receipt' | 'no-network' }
  | { readonly kind: 'no-case'; readonly case: string }
  | { readonly kind: 'held'; readonly isRight: boolean; readonly chain: Chain; readonly lines: readonly HeldLine[] };

const isText = (value: unknown): value is string => typeof value === 'string';

const isLine = (value: unknown): value is ReceiptLine =>
  isRecord(value) &&
  [value['id'], value['type'], value['recordedAt'], value['hash']].every(isText) &&
  (value['contentHash'] === undefined || isText(value['contentHash']));

/** The receipt in a file; undefined where it is none. */
export const receiptIn = (text: string): ReceiptFile | undefined => {
  const told = jsonIn(text);
  if (!isRecord(told)) return undefined;
  const { case: id, recorded } = told;
  if (!isText(id) || !Array.isArray(recorded) || recorded.length === 0 || !recorded.every(isLine)) return undefined;
  return { case: id, recorded };
};

/** Asks the public API for an address; what answers 404 is not there. */
export type Ask = (path: string) => Promise<{ readonly status: number; readonly body: unknown }>;

/** An answer that is none of the house: it came from somebody in between. */
class CannotRead extends Error {}

const PAGE = 100;
/** More events than any case will have: a server that never ends is left. */
const EVENTS_MAX = 100_000;

/** The house answered it: every hash of an event is made anew before anything is said of it. */
const isPage = (body: unknown): body is { readonly items: readonly RecordEntry[] } =>
  isRecord(body) && Array.isArray(body['items']) && body['items'].every(isRecord);

interface RecordRead {
  readonly chain: Chain;
  readonly entries: readonly RecordEntry[];
}

const readRecord = async (ask: Ask, at: string): Promise<RecordRead | undefined> => {
  let read: RecordRead = { chain: UNREAD, entries: [] };
  for (;;) {
    const { status, body } = await ask(`${at}/events?limit=${PAGE}&cursor=${read.entries.length}`);
    if (status === 404 || status === 400) return undefined;
    if (status !== 200 || !isPage(body)) throw new CannotRead();
    read = { chain: await followed(read.chain, body.items), entries: [...read.entries, ...body.items] };
    if (body.items.length < PAGE || read.entries.length > EVENTS_MAX) return read;
  }
};

/** It came as JSON. */
const isJsonObject = (value: unknown): value is JsonObject => isRecord(value);

/** What was written with an event, where everybody may read it. */
const readWords = async (ask: Ask, at: string, entry: RecordEntry | undefined) => {
  if (entry?.contentHash === undefined) return undefined;
  const { status, body } = await ask(`${at}/events/${entry.version}/content`);
  if (status !== 200 || !isRecord(body) || !isText(body['salt']) || !isJsonObject(body['content'])) return undefined;
  return { salt: body['salt'], body: body['content'] };
};

const holdLine = async (ask: Ask, at: string, { line, read }: { line: ReceiptLine; read: RecordRead }) => {
  const entry = read.entries.find(({ id }) => id === line.id);
  const content = await readWords(ask, at, entry);
  const checks = await checkReceipt({ line, entry, ...(content === undefined ? {} : { content }) });
  return {
    event: line.id,
    checks,
    isUnread: entry !== undefined && line.contentHash !== undefined && content === undefined,
  };
};

/** Holds the receipt in a file against the public record. The file goes nowhere: only the name of its case is asked for. */
export const holdReceipt = async (text: string, ask: Ask): Promise<Held> => {
  const receipt = receiptIn(text);
  if (receipt === undefined) return { kind: 'no-receipt' };
  const at = `/cases/${encodeURIComponent(receipt.case)}`;
  try {
    const read = await readRecord(ask, at);
    if (read === undefined) return { kind: 'no-case', case: receipt.case };
    const lines: HeldLine[] = [];
    for (const line of receipt.recorded) lines.push(await holdLine(ask, at, { line, read }));
    const isRight = read.chain.broken === undefined && lines.every(({ checks }) => checks.every(({ holds }) => holds));
    return { kind: 'held', isRight, chain: read.chain, lines };
  } catch (error) {
    // A network that is gone fails as a TypeError (Fetch).
    if (error instanceof CannotRead || error instanceof TypeError) return { kind: 'no-network' };
    throw error;
  }
};
