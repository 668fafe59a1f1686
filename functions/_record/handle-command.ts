import { type CaseState, decide, evolve } from '../../domain/case.ts';
import type { Decision, InvalidInput, ProposedFact } from '../../domain/command.ts';
import { type CaseCommandName, COMMANDS } from '../../domain/commands.ts';
import { type ImportedProcess, openCase, openCaseInput } from '../../domain/lifecycle/open-case.ts';
import { authorise, type OperationName, type Petitioner } from '../../domain/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import {
  type Content,
  canonicalJson,
  GENESIS,
  hashContent,
  hashReceipt,
  type Receipt,
  type RecordEntry,
  seal,
  sha256Hex,
} from '../../events/record.ts';
import type { Instant } from '../../events/shapes.ts';
import type { Role } from '../../events/vocabulary.ts';
import type { CaseReading, CaseStore, Clock, Entropy } from '../_ports/ports.ts';
import { answerOf, type CommandAnswer } from './answer.ts';
import { withOlderThings } from './older-records.ts';
import { changedSubjects, stateOf, storedHead } from './state-codec.ts';

/** How often a command that lost a race is decided again before it gives up. */
export const ATTEMPTS_MAX = 5;

export interface RecordPorts {
  readonly cases: CaseStore;
  readonly clock: Clock;
  readonly entropy: Entropy;
}

/** What surrounds every command, whatever it asks. */
export interface Request {
  readonly case: string;
  readonly petitioner: Petitioner;
  readonly idempotencyKey: string;
  /** The version that the petitioner has seen, where it wants to be refused if there is a newer one. */
  readonly ifVersion?: number;
}

export type CommandResult =
  | { readonly answer: CommandAnswer; readonly replayed: boolean }
  | { readonly refusal: Refusal }
  | InvalidInput
  | {
      readonly failure: 'case-not-found' | 'key-reused' | 'version-conflict' | 'lost-every-race';
      readonly version?: number;
    };

/** A decision that stands once its state is read; opening and commanding differ only here. */
interface Deciding {
  readonly operation: OperationName;
  /** The one text of what is asked: the same key with another is another command. */
  readonly asked: string;
  readonly subjects: readonly string[];
  readonly decide: (
    state: CaseState,
    now: Instant,
  ) => Promise<{ role: Role; decision: Decision } | { refusal: Refusal } | { failure: 'case-not-found' }>;
}

/** Handles a command on an existing case: one consistent read, one decision, one transaction. */
export const handleCommand = async (
  ports: RecordPorts,
  { name, input, ...request }: Request & { name: CaseCommandName; input: unknown },
): Promise<CommandResult> => {
  const understood = COMMANDS[name].understand(input);
  if ('invalid' in understood) return understood;
  return settle(ports, request, {
    operation: name,
    asked: canonicalJson({ name, case: request.case, input }),
    subjects: understood.subjects,
    decide: async ({ head, subjects }, now) => {
      if (head === undefined) return { failure: 'case-not-found' };
      const { petitioner } = request;
      const digests = await digestsOf(understood.hashed({ head, subjects, person: petitioner.person }));
      return decide({ name, understood }, { head, subjects }, { petitioner, now, digests });
    },
  });
};

/** What a rule may not compute itself: rules are pure and synchronous, and WebCrypto is neither. */
const digestsOf = async (texts: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(await Promise.all(texts.map(async (text) => [text, await sha256Hex(text)] as const)));

/** Handles the opening of a case. */
export const handleOpening = async (
  ports: RecordPorts,
  { input, imported, ...request }: Request & { input: unknown; imported: ImportedProcess },
): Promise<CommandResult> => {
  const parsed = openCaseInput.safeParse(input);
  if (!parsed.success) return { invalid: parsed.error.issues };
  return settle(ports, request, {
    operation: 'open-case',
    asked: canonicalJson({ name: 'open-case', case: request.case, input: parsed.data, source: imported.sourceHash }),
    subjects: [],
    decide: async ({ head }, now) => {
      const permitted = authorise('open-case', request.petitioner, undefined);
      return 'refusal' in permitted
        ? permitted
        : { role: permitted.role, decision: openCase(parsed.data, imported, { head, now }) };
    },
  });
};

/** The same person's same key is the same command, wherever it is sent. */
export const commandIdOf = ({ petitioner, idempotencyKey }: Request): Promise<string> =>
  sha256Hex(canonicalJson([petitioner.person, idempotencyKey]));

const settle = async (ports: RecordPorts, request: Request, deciding: Deciding): Promise<CommandResult> => {
  const command = await commandIdOf(request);
  const requestHash = await sha256Hex(deciding.asked);
  const asked = { salt: ports.entropy.salt(), requestHash };
  const receiptHash = await hashReceipt(asked);
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const reading = await ports.cases.read({ case: request.case, subjects: deciding.subjects, command });
    if (reading.receipt !== undefined) return replay(ports.cases, reading.receipt, requestHash);
    if (reading.head === undefined && deciding.operation !== 'open-case') return { failure: 'case-not-found' };
    const version = reading.head?.version ?? 0;
    if (request.ifVersion !== undefined && request.ifVersion !== version)
      return { failure: 'version-conflict', version };
    const state = await withOlderThings(ports.cases, stateOf(reading), deciding.subjects);
    const now = ports.clock.now();
    const decided = await deciding.decide(state, now);
    if (!('decision' in decided)) return decided;
    if ('refusal' in decided.decision) return decided.decision;
    const sealed = await sealAll(ports.entropy, decided.decision.facts, {
      stream: request.case,
      reading,
      actor: { person: request.petitioner.person, role: decided.role },
      command,
      receiptHash,
      now,
    });
    if (await append(ports.cases, { state, reading, sealed, receipt: { command, ...asked } })) {
      return { answer: answerOf(sealed.map(({ entry }) => entry)), replayed: false };
    }
  }
  return { failure: 'lost-every-race' };
};

const replay = async (store: CaseStore, receipt: Receipt, requestHash: string): Promise<CommandResult> => {
  if (receipt.requestHash !== requestHash) return { failure: 'key-reused' };
  const { items } = await store.entries({
    case: receipt.case,
    after: receipt.first - 1,
    limit: receipt.last - receipt.first + 1,
  });
  return { answer: answerOf(items), replayed: true };
};

interface Sealed {
  readonly entry: RecordEntry;
  readonly content: Content | undefined;
}

/** Who acted, where the record names the role alone. */
const UNNAMED = 'unnamed';

/** Closes facts into the chain, each on the one before. */
const sealAll = async (
  entropy: Entropy,
  facts: readonly ProposedFact[],
  {
    stream,
    reading,
    actor,
    command,
    receiptHash,
    now,
  }: {
    stream: string;
    reading: CaseReading;
    actor: { person: string; role: Role };
    command: string;
    receiptHash: string;
    now: Instant;
  },
): Promise<readonly Sealed[]> => {
  const sealed: Sealed[] = [];
  let version = reading.head?.version ?? 0;
  let previousHash = reading.head?.hash ?? GENESIS;
  for (const { content: body, observedAt, withoutName, ...fact } of facts) {
    version += 1;
    const content = body === undefined ? undefined : { version, salt: entropy.salt(), body };
    const entry = await seal({
      id: `${stream}@${version}`,
      stream,
      version,
      recordedAt: now,
      observedAt: observedAt ?? now,
      actor: withoutName === true ? { ...actor, person: UNNAMED } : actor,
      command,
      receiptHash,
      ...(content === undefined ? {} : { contentHash: await hashContent(content) }),
      previousHash,
      ...fact,
    });
    previousHash = entry.hash;
    sealed.push({ entry, content });
  }
  return sealed;
};

const append = async (
  store: CaseStore,
  {
    state,
    reading,
    sealed,
    receipt,
  }: {
    state: CaseState;
    reading: CaseReading;
    sealed: readonly Sealed[];
    receipt: Pick<Receipt, 'command' | 'salt' | 'requestHash'>;
  },
): Promise<boolean> => {
  const first = sealed[0]?.entry;
  const last = sealed.at(-1)?.entry;
  if (first === undefined || last === undefined) throw new Error('A decision that refuses nothing records something.');
  const after = sealed.reduce(
    (folded, { entry, content }) => evolve(folded, content === undefined ? entry : { ...entry, content: content.body }),
    state,
  );
  if (after.head === undefined) throw new Error('A case that recorded something has a head.');
  const { head } = after;
  return store.append({
    case: head.case,
    expectedVersion: reading.head?.version ?? 0,
    expectedSubjects: new Map([...reading.subjects].map(([id, { version }]) => [id, version])),
    head: storedHead(after, last),
    listing: {
      case: head.case,
      ocid: head.ocid,
      instrument: head.instrument,
      stage: head.stage,
      condition: head.condition,
      openedAt: head.openedAt,
    },
    entries: sealed.map(({ entry }) => entry),
    contents: sealed.flatMap(({ content }) => (content === undefined ? [] : [content])),
    subjects: changedSubjects(state.subjects, after.subjects, last.version),
    receipt: { ...receipt, case: head.case, first: first.version, last: last.version },
  });
};
