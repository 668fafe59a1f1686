import { type CaseState, decide, evolve } from '../../domain/case.ts';
import type { Command, Decision, InvalidInput } from '../../domain/command.ts';
import type { CaseCommandName } from '../../domain/commands.ts';
import { type ImportedProcess, openCase, openCaseInput } from '../../domain/lifecycle/open-case.ts';
import { authorise, type Petitioner } from '../../domain/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Head } from '../../domain/state.ts';
import type { CaseFact } from '../../events/catalogue.ts';
import { canonicalJson, type RecordEntry, seal, sha256Hex } from '../../events/record.ts';
import type { Instant } from '../../events/shapes.ts';
import type { Role } from '../../events/vocabulary.ts';
import type { Append, CaseReading, CaseStore, Clock, Entropy, RosterStore } from '../_ports/ports.ts';
import { answerOf, type CommandAnswer } from './answer.ts';
import { withOlderThings } from './older-records.ts';
import type { RecentCases } from './recent-cases.ts';
import { enrolledIn } from './roster-codec.ts';
import { type Aggregate, chainAt, type Found, type Recording, type SettleFailure, settle } from './settle.ts';
import { changedSubjects, listingOf, stateOf, storedHead } from './state-codec.ts';

export { ATTEMPTS_MAX } from './settle.ts';

export interface RecordPorts {
  readonly cases: CaseStore;
  readonly roster: Pick<RosterStore, 'heads'>;
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** What this process wrote last; absent where each command reads what it is decided on. */
  readonly recent?: RecentCases;
}

/** What surrounds every command on a case, whatever it asks. */
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
  | SettleFailure
  | { readonly failure: 'case-not-found' };

/** The things that only those at hand name. */
type Related = (state: CaseState) => readonly string[];

const NOTHING_RELATED: Related = () => [];

/** A decision that stands once its state is read; opening and commanding differ only here. */
interface Deciding {
  readonly asked: string;
  readonly subjects: readonly string[];
  readonly related: Related;
  readonly decide: (
    state: CaseState,
    now: Instant,
  ) => Promise<{ role: Role; decision: Decision } | { refusal: Refusal } | { failure: 'case-not-found' }>;
}

/** What is asked of a case: whoever asks brings the rule, so that a function carries those that it asks for and no others. */
export interface Commanding {
  readonly name: CaseCommandName;
  readonly command: Command;
  readonly input: unknown;
}

/** Handles a command on an existing case: one consistent read, one decision, one transaction. */
export const handleCommand = async (
  ports: RecordPorts,
  { name, command, input, ...request }: Request & Commanding,
): Promise<CommandResult> => {
  const understood = command.understand(input);
  if ('invalid' in understood) return understood;
  return settleCase(ports, request, {
    asked: canonicalJson({ name, case: request.case, input }),
    subjects: understood.subjects,
    related: ({ head, subjects }) =>
      head === undefined ? [] : understood.related({ head, subjects, person: request.petitioner.person }),
    decide: async ({ head, subjects, version = 0 }, now) => {
      if (head === undefined) return { failure: 'case-not-found' };
      const { petitioner } = request;
      const sight = { head, subjects, person: petitioner.person };
      const digests = await digestsOf(understood.hashed(sight));
      // After the case: whoever writes to it meanwhile lets this decision be taken again, with the roster of then.
      const roster = await enrolledIn(ports.roster, understood.enrolled(sight));
      return decide({ name, understood }, { head, subjects, version }, { petitioner, now, digests, roster });
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
  return settleCase(ports, request, {
    asked: canonicalJson({ name: 'open-case', case: request.case, input: parsed.data, source: imported.sourceHash }),
    subjects: [],
    related: NOTHING_RELATED,
    decide: async ({ head }, now) => {
      const permitted = authorise('open-case', request.petitioner, undefined);
      return 'refusal' in permitted
        ? permitted
        : { role: permitted.role, decision: openCase(parsed.data, imported, { head, now }) };
    },
  });
};

const settleCase = async (
  { cases, clock, entropy, recent }: RecordPorts,
  { case: caseId, ...asking }: Request,
  { subjects, related, ...deciding }: Deciding,
): Promise<CommandResult> => {
  const aggregate = caseAggregate({ store: cases, recent }, caseId, { subjects, related });
  const settled = await settle<CaseState, CaseFact, RecordEntry, { readonly failure: 'case-not-found' }>(
    { aggregate, clock, entropy },
    asking,
    deciding,
  );
  return 'entries' in settled ? { answer: answerOf(settled.entries), replayed: settled.replayed } : settled;
};

/** Where a case is written, and what this process wrote there last. */
interface Books {
  readonly store: CaseStore;
  readonly recent: RecentCases | undefined;
}

/** A case as the engine knows it: its state is the head and the things that the command named, or that those name. */
const caseAggregate = (
  books: Books,
  caseId: string,
  wanted: Pick<Deciding, 'subjects' | 'related'>,
): Aggregate<CaseState, CaseFact, RecordEntry> => ({
  stream: caseId,
  read: async (command) => {
    const { store } = books;
    const { subjects } = wanted;
    const first = await store.read({ case: caseId, subjects, command });
    const reading = await withRelated({ store, caseId }, first, wanted.related(stateOf(first)));
    return found(books, reading, await withOlderThings(store, stateOf(reading), subjects));
  },
  recall: () => {
    const recent = books.recent?.recall(caseId);
    if (recent === undefined) return undefined;
    const ids = [...wanted.subjects, ...wanted.related(stateOf(recent))];
    if (!ids.every((id) => recent.subjects.has(id))) return undefined;
    const reading = { ...recent, subjects: new Map([...recent.subjects].filter(([id]) => ids.includes(id))) };
    return found(books, reading, stateOf(reading));
  },
  seal: (envelope, { content: _, observedAt: __, withoutName: ___, ...fact }) => seal({ ...envelope, ...fact }),
  entriesOf: async ({ first, last }) => {
    const { items } = await books.store.entries({ case: caseId, after: first - 1, limit: last - first + 1 });
    return items;
  },
});

const found = (books: Books, reading: CaseReading, state: CaseState): Found<CaseState, RecordEntry> => ({
  state: { ...state, version: reading.head?.version ?? 0 },
  ...chainAt(reading.head),
  receipt: reading.receipt,
  append: (recording) => append(books, { state, reading }, recording),
});

/**
 * The same reading with the things that those at hand name. Whoever wrote to the case meanwhile moved its head, so that what is decided
 * on both is not written but decided again.
 */
const withRelated = async (
  { store, caseId }: { store: CaseStore; caseId: string },
  reading: CaseReading,
  related: readonly string[],
): Promise<CaseReading> => {
  const further = [...new Set(related)].filter((id) => !reading.subjects.has(id));
  if (reading.head === undefined || reading.receipt !== undefined || further.length === 0) return reading;
  const { subjects } = await store.read({ case: caseId, subjects: further });
  return { ...reading, subjects: new Map([...reading.subjects, ...subjects]) };
};

const append = async (
  { store, recent }: Books,
  { state, reading }: { state: CaseState; reading: CaseReading },
  { sealed, last, receipt }: Recording<RecordEntry>,
): Promise<boolean> => {
  const after = sealed.reduce(
    (folded, { entry, content }) => evolve(folded, content === undefined ? entry : { ...entry, content: content.body }),
    state,
  );
  if (after.head === undefined) throw new Error('A case that recorded something has a head.');
  const { head } = after;
  const change: Append = {
    case: head.case,
    expectedVersion: reading.head?.version ?? 0,
    expectedSubjects: new Map([...reading.subjects].map(([id, { version }]) => [id, version])),
    head: storedHead(after, last),
    ...(isListed(reading, state, head) ? {} : { listing: listingOf(head) }),
    entries: sealed.map(({ entry }) => entry),
    contents: sealed.flatMap(({ content }) => (content === undefined ? [] : [content])),
    subjects: changedSubjects(state.subjects, after.subjects, last.version),
    receipt,
  };
  recent?.forget(head.case);
  const isWritten = await store.append(change);
  if (isWritten) recent?.keep(head.case, readBack(reading, change));
  return isWritten;
};

/** What a reading right after a write would find of what was at hand. */
const readBack = ({ subjects }: CaseReading, change: Append): CaseReading => ({
  head: change.head,
  subjects: new Map([...subjects, ...change.subjects.map((subject) => [subject.id, subject] as const)]),
  receipt: undefined,
});

/** Whether the directory says of a case already what it should say now. */
const isListed = ({ listsItself }: CaseReading, { head: before }: CaseState, after: Head): boolean =>
  listsItself !== true && before?.stage === after.stage && before.condition === after.condition;
