import { type CaseState, type EntryWithContent, evolve, NO_CASE } from '../../domain/case.ts';
import {
  type Content,
  canonicalJson,
  GENESIS,
  hashContent,
  hashEntry,
  hashReceipt,
  type RecordEntry,
} from '../../events/record.ts';
import { asJsonObject, type JsonObject } from '../../events/shapes.ts';
import { contentKey } from '../_ports/aws/table-keys.ts';
import type { RawItem } from '../_ports/ports.ts';
import { contentItem, eventItem, receiptItem } from '../_ports/written-items.ts';
import type { Wrong } from './flaws.ts';
import type { RawEvent, RawRecord } from './raw-record.ts';
import { isWritten } from './same-item.ts';

/** What the events of a case come to, as far as they were walked. */
export interface Walk {
  readonly state: CaseState;
  readonly version: number;
  readonly hash: string;
  /** The events of the command that is under way: they stand together, and its receipt names the first and the last of them. */
  readonly run: Run | undefined;
  /** The command that last changed each thing. */
  readonly touchedBy: ReadonlyMap<string, string>;
}

interface Run {
  readonly command: string;
  readonly receiptHash: string;
  readonly first: number;
}

const BEGINNING: Walk = {
  state: NO_CASE,
  version: 0,
  hash: GENESIS,
  run: undefined,
  touchedBy: new Map(),
};

/** Walks the events in their order: each in its place, sealed, following on the one before, with its content and its receipt. */
export const walkRecord = async (record: RawRecord): Promise<Walk | Wrong> => {
  let walk = BEGINNING;
  for (const event of record.events) {
    const next = await step(record, walk, event);
    if ('flaw' in next) return next;
    walk = next;
  }
  return walk;
};

const step = async (record: RawRecord, walk: Walk, { item, entry }: RawEvent): Promise<Walk | Wrong> => {
  const version = walk.version + 1;
  if (entry === undefined) return { flaw: 'unreadable', firstBad: version };
  const wrong = await entryFlaw(walk, { caseId: record.case, item, entry });
  if (wrong !== undefined) return wrong;
  const content = contentAt(record, version);
  const flaw = (await contentFlaw(record.case, { entry, content })) ?? (await endOfRunFlaw(record, walk, entry));
  if (flaw !== undefined) return flaw;
  const state = evolved(walk.state, content.read === undefined ? entry : { ...entry, content: content.read.body });
  return state === undefined ? { flaw: 'impossible', firstBad: version } : walked(walk, entry, state);
};

const walked = (walk: Walk, entry: RecordEntry, state: CaseState): Walk => {
  const { command, receiptHash, version, hash } = entry;
  const touched = changedIds(walk.state, state).map((id) => [id, command] as const);
  return {
    state,
    version,
    hash,
    run: walk.run?.command === command ? walk.run : { command, receiptHash, first: version },
    touchedBy: touched.length === 0 ? walk.touchedBy : new Map([...walk.touchedBy, ...touched]),
  };
};

const entryFlaw = async (
  walk: Walk,
  { caseId, item, entry }: { caseId: string; item: RawItem; entry: RecordEntry },
): Promise<Wrong | undefined> => {
  const version = walk.version + 1;
  const written = eventItem(caseId, { version, record: canonicalJson(entry) });
  const isInPlace = entry.version === version && item.sk === written.sk;
  if (!isInPlace || entry.stream !== caseId || entry.id !== `${caseId}@${version}`) {
    return { flaw: 'out-of-place', firstBad: version };
  }
  const isAsSealed = (await hashEntry(entry)) === entry.hash && isWritten(item, written);
  if (!isAsSealed) return { flaw: 'altered', firstBad: version };
  return entry.previousHash === walk.hash ? undefined : { flaw: 'chain-broken', firstBad: version };
};

interface RawContent {
  readonly item: RawItem | undefined;
  /** Undefined where there is none, or none that can be read. */
  readonly read: Content | undefined;
}

const contentAt = ({ case: caseId, items }: RawRecord, version: number): RawContent => {
  const item = items.get(contentKey(caseId, version).sk);
  const { salt, body } = item?.attributes ?? {};
  const read = typeof body === 'string' ? bodyIn(body) : undefined;
  return { item, read: typeof salt === 'string' && read !== undefined ? { version, salt, body: read } : undefined };
};

/** The events of a record that was walked, each with what it commits to. */
export const entriesOf = (record: RawRecord): readonly EntryWithContent[] =>
  record.events.flatMap(({ entry }) => {
    if (entry === undefined) return [];
    const { read } = contentAt(record, entry.version);
    return [read === undefined ? entry : { ...entry, content: read.body }];
  });

const bodyIn = (text: string): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? asJsonObject(value) : undefined;
  } catch {
    // What is not JSON is not what was written.
    return undefined;
  }
};

const contentFlaw = async (
  caseId: string,
  { entry, content: { item, read } }: { entry: RecordEntry; content: RawContent },
): Promise<Wrong | undefined> => {
  const about = { firstBad: entry.version, item: `content ${entry.version}` };
  if (item === undefined) return entry.contentHash === undefined ? undefined : { flaw: 'content-missing', ...about };
  if (entry.contentHash === undefined) return { flaw: 'content-added', ...about };
  const isAsCommitted =
    read !== undefined && isWritten(item, contentItem(caseId, read)) && (await hashContent(read)) === entry.contentHash;
  return isAsCommitted ? undefined : { flaw: 'content-altered', ...about };
};

/** What the next event says of the command before: that it is over, and has its receipt; or that the same command goes on. */
const endOfRunFlaw = async (record: RawRecord, walk: Walk, next: RecordEntry): Promise<Wrong | undefined> => {
  const { run } = walk;
  if (run?.command !== next.command) return runFlaw(record, walk);
  return run.receiptHash === next.receiptHash
    ? undefined
    : { flaw: 'receipt-wrong', firstBad: next.version, item: 'receipt' };
};

/** Whether the events of the command that is over are exactly the ones that its receipt tells of, and commit to it. */
export const runFlaw = async (
  { case: caseId, receipts }: RawRecord,
  { run, version: last }: Walk,
): Promise<Wrong | undefined> => {
  if (run === undefined) return undefined;
  const { command, first, receiptHash } = run;
  const found = receipts.get(command);
  const salt = String(found?.attributes['salt']);
  const requestHash = String(found?.attributes['requestHash']);
  const isTrue =
    isWritten(found, receiptItem({ command, case: caseId, salt, requestHash, first, last })) &&
    (await hashReceipt({ salt, requestHash })) === receiptHash;
  return isTrue ? undefined : { flaw: 'receipt-wrong', firstBad: first, item: 'receipt' };
};

const evolved = (state: CaseState, entry: EntryWithContent): CaseState | undefined => {
  try {
    return evolve(state, entry);
  } catch {
    // Folding refuses nothing that we recorded: what it cannot fold was put there by another hand.
    return undefined;
  }
};

const changedIds = (before: CaseState, after: CaseState): readonly string[] =>
  before.subjects === after.subjects
    ? []
    : [...after.subjects].filter(([id, subject]) => before.subjects.get(id) !== subject).map(([id]) => id);
