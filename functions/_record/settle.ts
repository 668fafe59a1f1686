import type { Proposed } from '../../domain/command.ts';
import type { Petitioner } from '../../domain/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { AnyFact } from '../../events/catalogue.ts';
import {
  type AnyEntry,
  type Content,
  canonicalJson,
  GENESIS,
  hashContent,
  hashReceipt,
  type OpenEnvelope,
  type Receipt,
  sha256Hex,
} from '../../events/record.ts';
import { type Instant, type JsonObject, UNNAMED } from '../../events/shapes.ts';
import type { Role } from '../../events/vocabulary.ts';
import type { Clock, Entropy } from '../_ports/ports.ts';

/** How often a command that lost a race is decided again before it gives up. */
export const ATTEMPTS_MAX = 5;

/** An entry that was just sealed, with the content that it commits to. */
export interface Sealed<Entry> {
  readonly entry: Entry;
  readonly content: Content | undefined;
}

/** What a command read of its stream in one consistent request. */
export interface Reading<State> {
  readonly state: State;
  /** Where the chain stands: 0 and `GENESIS` before the first fact. */
  readonly version: number;
  readonly hash: string;
  readonly receipt: Receipt | undefined;
}

/** What a command records, to be written whole or not at all. */
export interface Recording<Entry> {
  readonly sealed: readonly Sealed<Entry>[];
  readonly last: Entry;
  readonly receipt: Receipt;
}

/**
 * A kind of stream, as the one engine of commands needs to know it: how its state is read, how a fact becomes an entry of it, and how
 * what follows from the entries is written. The engine holds what is the same for all: races, replays, the chain, contents, receipts.
 */
export interface Aggregate<State, Fact extends AnyFact, Entry extends AnyEntry> {
  /** The name of the stream, unlike every other in the deployment. */
  readonly stream: string;
  readonly read: (command: string) => Promise<Found<State, Entry>>;
  /**
   * What this process wrote last of the stream, where that is all a command must know. It may be out of date and knows no receipts:
   * it serves to be written over, never to refuse on.
   */
  readonly recall?: () => Found<State, Entry> | undefined;
  readonly seal: (envelope: OpenEnvelope, fact: Proposed<Fact>) => Promise<Entry>;
  /** The entries that a receipt names. */
  readonly entriesOf: (receipt: Receipt) => Promise<readonly Entry[]>;
}

/** A reading, and the way to write over exactly what was read. */
export interface Found<State, Entry> extends Reading<State> {
  /** False when somebody else wrote first: nothing was written. */
  readonly append: (recording: Recording<Entry>) => Promise<boolean>;
}

/** What surrounds every command, whatever it asks and whatever it is about. */
export interface Asking {
  readonly petitioner: Petitioner;
  readonly idempotencyKey: string;
  /** The version that the petitioner has seen, where it wants to be refused if there is a newer one. */
  readonly ifVersion?: number;
}

/** A decision that stands once its state is read. */
export interface Deciding<State, Fact extends AnyFact, Failure> {
  /** The one text of what is asked: the same key with another is another command. */
  readonly asked: string;
  readonly decide: (state: State, now: Instant) => Promise<Decided<Fact> | Failure>;
}

export type Decided<Fact extends AnyFact> =
  | {
      readonly role: Role;
      readonly decision: { readonly facts: readonly Proposed<Fact>[] } | { readonly refusal: Refusal };
    }
  | { readonly refusal: Refusal };

export type SettleFailure = {
  readonly failure: 'key-reused' | 'version-conflict' | 'lost-every-race';
  readonly version?: number;
};

export type Settled<Entry> =
  | { readonly entries: readonly Entry[]; readonly replayed: boolean }
  | { readonly refusal: Refusal }
  | SettleFailure;

/** The same person's same key is the same command, wherever it is sent. */
export const commandIdOf = ({ petitioner, idempotencyKey }: Asking): Promise<string> =>
  sha256Hex(canonicalJson([petitioner.person, idempotencyKey]));

/**
 * Handles one command on one stream: one consistent read, one decision, one transaction, as often as others were faster. Where this
 * process recalls what it wrote last, the transaction is tried on that first; whatever else than success comes of it is decided again
 * on a reading.
 */
export const settle = async <State, Fact extends AnyFact, Entry extends AnyEntry, Failure extends object>(
  { aggregate, clock, entropy }: { aggregate: Aggregate<State, Fact, Entry>; clock: Clock; entropy: Entropy },
  asking: Asking,
  deciding: Deciding<State, Fact, Failure>,
): Promise<Settled<Entry> | Failure> => {
  const command = await commandIdOf(asking);
  const asked = { salt: entropy.salt(), requestHash: await sha256Hex(deciding.asked) };
  const receiptHash = await hashReceipt(asked);
  const attempt = async (found: Found<State, Entry>): Promise<Settled<Entry> | Failure | undefined> => {
    const { receipt, version } = found;
    if (receipt !== undefined) return replay(aggregate, receipt, asked.requestHash);
    // Of what is not there, no version was ever seen: that it is not there is the better answer.
    const isStale = asking.ifVersion !== undefined && asking.ifVersion !== version;
    if (isStale && version > 0) return { failure: 'version-conflict', version };
    const now = clock.now();
    const decided = await deciding.decide(found.state, now);
    if (!('decision' in decided)) return decided;
    if (isStale) return { failure: 'version-conflict', version };
    if ('refusal' in decided.decision) return decided.decision;
    const actor = { person: asking.petitioner.person, role: decided.role };
    const about = { actor, command, receiptHash, now, found };
    const sealed = await sealAll({ aggregate, entropy }, decided.decision.facts, about);
    const [first, last] = [sealed[0], sealed.at(-1)];
    if (first === undefined || last === undefined)
      throw new Error('A decision that refuses nothing records something.');
    const span = { case: aggregate.stream, first: first.entry.version, last: last.entry.version };
    const isWritten = await found.append({ sealed, last: last.entry, receipt: { command, ...asked, ...span } });
    return isWritten ? { entries: sealed.map(({ entry }) => entry), replayed: false } : undefined;
  };
  const recalled = aggregate.recall?.();
  const foreseen = recalled === undefined ? undefined : await attempt(recalled);
  if (foreseen !== undefined && 'entries' in foreseen) return foreseen;
  for (let count = 0; count < ATTEMPTS_MAX; count += 1) {
    const settled = await attempt(await aggregate.read(command));
    if (settled !== undefined) return settled;
  }
  return { failure: 'lost-every-race' };
};

const replay = async <State, Fact extends AnyFact, Entry extends AnyEntry>(
  aggregate: Aggregate<State, Fact, Entry>,
  receipt: Receipt,
  requestHash: string,
): Promise<Settled<Entry>> =>
  receipt.requestHash === requestHash
    ? { entries: await aggregate.entriesOf(receipt), replayed: true }
    : { failure: 'key-reused' };

interface About {
  readonly actor: { readonly person: string; readonly role: Role };
  readonly command: string;
  readonly receiptHash: string;
  readonly now: Instant;
  readonly found: Pick<Reading<unknown>, 'version' | 'hash'>;
}

/** Closes facts into the chain, each on the one before. */
const sealAll = async <State, Fact extends AnyFact, Entry extends AnyEntry>(
  { aggregate, entropy }: { aggregate: Aggregate<State, Fact, Entry>; entropy: Entropy },
  facts: readonly Proposed<Fact>[],
  { actor, command, receiptHash, now, found }: About,
): Promise<readonly Sealed<Entry>[]> => {
  const sealed: Sealed<Entry>[] = [];
  let { version, hash: previousHash } = found;
  for (const fact of facts) {
    version += 1;
    const content = contentOf(fact.content, version, entropy);
    const entry = await aggregate.seal(
      {
        id: `${aggregate.stream}@${version}`,
        stream: aggregate.stream,
        version,
        recordedAt: now,
        observedAt: fact.observedAt ?? now,
        actor: fact.withoutName === true ? { ...actor, person: UNNAMED } : actor,
        command,
        receiptHash,
        ...(content === undefined ? {} : { contentHash: await hashContent(content) }),
        previousHash,
      },
      fact,
    );
    previousHash = entry.hash;
    sealed.push({ entry, content });
  }
  return sealed;
};

const contentOf = (body: JsonObject | undefined, version: number, entropy: Entropy): Content | undefined =>
  body === undefined ? undefined : { version, salt: entropy.salt(), body };

/** Where a chain stands that a head tells of, and where it begins. */
export const chainAt = (head: { version: number; hash: string } | undefined): { version: number; hash: string } => ({
  version: head?.version ?? 0,
  hash: head?.hash ?? GENESIS,
});
