import type { InvalidInput } from '../../domain/command.ts';
import type { RosterOperation } from '../../domain/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { createdInRoster, decideRoster, evolveRoster, ROSTER_COMMANDS } from '../../domain/roster/roster.ts';
import type { RosterRecord } from '../../domain/roster/roster-entry.ts';
import type { RosterFact } from '../../events/catalogue.ts';
import { canonicalJson, type RosterEntry, sealForRoster } from '../../events/record.ts';
import type { Clock, Entropy, RosterStore } from '../_ports/ports.ts';
import { type Recorded, recordedOf } from './recorded.ts';
import { rosterRecordFrom, storedRosterHead } from './roster-codec.ts';
import { type Aggregate, type Asking, chainAt, type Recording, type SettleFailure, settle } from './settle.ts';

export interface RosterPorts {
  readonly roster: RosterStore;
  readonly clock: Clock;
  readonly entropy: Entropy;
}

/** What a command on the roster that took effect answers: made of what it recorded, and nothing else. */
export interface RosterAnswer {
  readonly person: string;
  readonly version: number;
  /** The entry or the accreditation that the command brought into being, if it did. */
  readonly created?: string;
  readonly recorded: readonly Recorded[];
}

export type RosterResult =
  | { readonly answer: RosterAnswer; readonly replayed: boolean }
  | { readonly refusal: Refusal }
  | InvalidInput
  | SettleFailure;

/** The name of the stream of somebody in the roster: no case is called so. */
export const rosterStream = (person: string): string => `roster:${person}`;
export const personOfStream = (stream: string): string => stream.slice(rosterStream('').length);

/** Handles a command on one entry of the roster, whether it is there already or not. */
export const handleRosterCommand = async (
  { roster, clock, entropy }: RosterPorts,
  { name, input, ...asking }: Asking & { name: RosterOperation; input: unknown },
): Promise<RosterResult> => {
  const understood = ROSTER_COMMANDS[name].understand(input);
  if ('invalid' in understood) return understood;
  const aggregate = rosterAggregate(roster, understood.person);
  const settled = await settle<RosterRecord | undefined, RosterFact, RosterEntry, never>(
    { aggregate, clock, entropy },
    asking,
    {
      asked: canonicalJson({ name, input }),
      decide: async (entry, now) => decideRoster({ name, understood }, entry, { petitioner: asking.petitioner, now }),
    },
  );
  return 'entries' in settled ? { answer: answerOf(settled.entries), replayed: settled.replayed } : settled;
};

const answerOf = (entries: readonly RosterEntry[]): RosterAnswer => {
  const last = entries.at(-1);
  if (last === undefined) throw new Error('A command that took effect recorded something.');
  const created = entries.map(createdInRoster).find((id) => id !== undefined);
  return {
    person: personOfStream(last.stream),
    version: last.version,
    ...(created === undefined ? {} : { created }),
    recorded: recordedOf(entries),
  };
};

/** Somebody in the roster as the engine knows them: the whole state is the head. */
const rosterAggregate = (
  store: RosterStore,
  person: string,
): Aggregate<RosterRecord | undefined, RosterFact, RosterEntry> => ({
  stream: rosterStream(person),
  read: async (command) => {
    const { head, receipt } = await store.read({ person, command });
    const state = head === undefined ? undefined : rosterRecordFrom(head);
    return {
      state,
      ...chainAt(head),
      receipt,
      append: (recording) => append(store, { state, version: head?.version ?? 0 }, recording),
    };
  },
  seal: (envelope, { content: _, observedAt: __, withoutName: ___, ...fact }) =>
    sealForRoster({ ...envelope, ...fact }),
  entriesOf: async ({ case: stream, first, last }) => {
    const about = personOfStream(stream);
    return (await store.entries({ person: about, after: first - 1, limit: last - first + 1 })).items;
  },
});

const append = (
  store: RosterStore,
  { state, version }: { state: RosterRecord | undefined; version: number },
  { sealed, last, receipt }: Recording<RosterEntry>,
): Promise<boolean> => {
  const after = sealed.reduce(
    (folded: RosterRecord | undefined, { entry, content }) =>
      evolveRoster(folded, content === undefined ? entry : { ...entry, content: content.body }),
    state,
  );
  if (after === undefined) throw new Error('An entry that recorded something has a state.');
  return store.append({
    person: after.person,
    expectedVersion: version,
    head: storedRosterHead(after, last),
    addedAt: after.addedAt,
    entries: sealed.map(({ entry }) => entry),
    contents: sealed.flatMap(({ content }) => (content === undefined ? [] : [content])),
    receipt,
  });
};
