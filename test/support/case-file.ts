import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type CaseState, decide, type EntryWithContent, evolve, NO_CASE } from '../../domain/case.ts';
import type { InvalidInput, ProposedFact } from '../../domain/command.ts';
import { type CaseCommandName, COMMANDS } from '../../domain/commands.ts';
import type { Petitioner } from '../../domain/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { RosterRecord } from '../../domain/roster/roster-entry.ts';
import type { Subjects } from '../../domain/state.ts';
import { caseEvents } from '../../events/catalogue.ts';
import { GENESIS } from '../../events/record.ts';
import type { Instant } from '../../events/shapes.ts';
import type { Role } from '../../events/vocabulary.ts';
import { CASE, COORDINATOR, DIGEST, OPENED_AT, type ToldFact } from './cast.ts';

/** A case in memory: its record, and its head with all its things. */
export interface CaseFile {
  readonly entries: readonly EntryWithContent[];
  readonly state: CaseState;
  /** When the last fact was recorded. */
  readonly now: Instant;
}

export const NO_FILE: CaseFile = { entries: [], state: NO_CASE, now: OPENED_AT };

/** A command on its way to a case. */
export interface Asking {
  readonly name: CaseCommandName;
  readonly input: unknown;
  readonly petitioner: Petitioner;
  readonly now: Instant;
  /** Who stands in the roster; nobody, unless it is said. */
  readonly roster?: readonly RosterRecord[];
}

export type Outcome =
  | InvalidInput
  | { readonly refusal: Refusal }
  | { readonly facts: readonly ProposedFact[]; readonly role: Role; readonly after: CaseFile };

/** Records facts one after the other, each checked by its schema as the store does. */
export const recordAll = (file: CaseFile, facts: readonly ToldFact[]): CaseFile => facts.reduce(recordOne, file);

const recordOne = (file: CaseFile, told: ToldFact): CaseFile => {
  const entry = entryOf(file, told);
  return { entries: [...file.entries, entry], state: evolve(file.state, entry), now: entry.recordedAt };
};

/** The entry of a fact. Its hashes are not those of a chain: no rule looks at them. */
const entryOf = ({ entries, now }: CaseFile, told: ToldFact): EntryWithContent => {
  const { at = now, by = COORDINATOR, content, observedAt, withoutName, ...fact } = told;
  const version = entries.length + 1;
  caseEvents[fact.type].schema().parse(fact.data);
  return {
    id: `${CASE}@${version}`,
    stream: CASE,
    version,
    recordedAt: at,
    observedAt: observedAt ?? at,
    // As the store seals it: the record does not say who did it.
    actor: { person: withoutName === true ? 'unnamed' : by.person, role: by.roles[0] ?? 'public' },
    command: DIGEST,
    receiptHash: DIGEST,
    previousHash: entries.length === 0 ? GENESIS : DIGEST,
    hash: DIGEST,
    ...(content === undefined ? {} : { contentHash: DIGEST, content }),
    ...fact,
  };
};

/**
 * Sends a command to a case as the store does: the decision and the fold see only the things that the command asked for. Throws when
 * that makes a difference, because then the stored state of a case is not what its events say.
 */
export const ask = (file: CaseFile, { name, input, petitioner, now, roster = [] }: Asking): Outcome => {
  const { head, subjects } = file.state;
  if (head === undefined) throw new Error('A command needs a case.');
  const understood = COMMANDS[name].understand(input);
  if ('invalid' in understood) return understood;
  const named = only(subjects, understood.subjects);
  const related = understood.related({ head, subjects: named, person: petitioner.person });
  const asked = only(subjects, [...understood.subjects, ...related]);
  const sight = { head, subjects: asked, person: petitioner.person };
  const digests = digestsOf(understood.hashed(sight));
  const enrolled = new Map(
    understood.enrolled(sight).map((person) => [person, roster.find((entry) => entry.person === person)]),
  );
  const decided = decide(
    { name, understood },
    { head, subjects: asked, version: file.entries.length },
    { petitioner, now, digests, roster: enrolled },
  );
  if ('refusal' in decided) return decided;
  if ('refusal' in decided.decision) return decided.decision;
  const by = { person: petitioner.person, roles: [decided.role] };
  const told = decided.decision.facts.map((fact) => ({ ...fact, at: now, by }));
  const after = recordAll(file, told);
  const partly = recordAll({ ...file, state: { head, subjects: asked } }, told);
  agree(name, { file, asked, after, partly });
  return { facts: decided.decision.facts, role: decided.role, after };
};

const digestsOf = (texts: readonly string[]): ReadonlyMap<string, string> =>
  new Map(texts.map((text) => [text, sha256(text)]));

/** The SHA-256 of a text, at once. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const only = (subjects: Subjects, names: readonly string[]): Subjects =>
  new Map(names.flatMap((name) => [...entryFor(subjects, name)]));

const entryFor = (subjects: Subjects, name: string) => {
  // The store would fetch what it is asked for, whatever that is.
  if (typeof name !== 'string') throw new Error('A command asks for things by their names.');
  const subject = subjects.get(name);
  return subject === undefined ? [] : [[name, subject] as const];
};

interface Folds {
  readonly file: CaseFile;
  readonly asked: Subjects;
  readonly after: CaseFile;
  readonly partly: CaseFile;
}

const agree = (name: string, { file, asked, after, partly }: Folds): void => {
  const touched = [...after.state.subjects].filter(([id, subject]) => file.state.subjects.get(id) !== subject);
  const unasked = touched.find(([id]) => file.state.subjects.has(id) && !asked.has(id));
  if (unasked !== undefined) throw new Error(`${name} changed ${unasked[0]} without asking for it.`);
  const stored = touched.map(([id]) => partly.state.subjects.get(id));
  const whole = touched.map(([, subject]) => subject);
  if (!isDeepStrictEqual(partly.state.head, after.state.head) || !isDeepStrictEqual(stored, whole)) {
    throw new Error(`${name} makes another state of the case from the things that it asked for than from all of them.`);
  }
};
