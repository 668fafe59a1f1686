import type { CaseFact, FactType } from '../events/catalogue.ts';
import type { RecordEntry } from '../events/record.ts';
import type { Instant, JsonObject } from '../events/shapes.ts';
import type { Role } from '../events/vocabulary.ts';
import { actsEvolutions } from './acts/evolve-acts.ts';
import { lapsedRefusal } from './appointment/accreditation.ts';
import { appointmentEvolutions } from './appointment/evolve-appointment.ts';
import { assessmentEvolutions } from './assessment/evolve-assessment.ts';
import { awardEvolutions } from './award/evolve-award.ts';
import { clockEvolutions } from './clocks/evolve-clocks.ts';
import { isOfTeam } from './clocks/raise-inactivity.ts';
import type { Decision, Understood } from './command.ts';
import type { CaseCommandName } from './commands.ts';
import { dialogueEvolutions } from './dialogue/evolve-dialogue.ts';
import { documentEvolutions } from './documents/evolve-documents.ts';
import { drawEvolutions } from './draw/evolve-draw.ts';
import { escalationEvolutions } from './escalations/evolve-escalations.ts';
import { proceedingEvolutions } from './escalations/evolve-proceedings.ts';
import type { Evolution, Evolutions, Recorded } from './evolution.ts';
import { INSTRUMENT } from './instruments/instruments.ts';
import { lifecycleEvolutions, openedHead } from './lifecycle/evolve-lifecycle.ts';
import { observationChangeEvolutions } from './observations/evolve-changes.ts';
import { observationEvolutions } from './observations/evolve-observations.ts';
import { pactEvolutions } from './pact/evolve-pact.ts';
import { authorise, type Petitioner } from './permissions.ts';
import { profileOf } from './profiles/profiles.ts';
import { recommendationEvolutions } from './recommendations/evolve-recommendations.ts';
import type { Refusal } from './refusals.ts';
import { reportEvolutions } from './reports/evolve-reports.ts';
import type { RosterRecord } from './roster/roster-entry.ts';
import type { Head, Subject, Subjects } from './state.ts';
import { tipEvolutions } from './tips/evolve-tips.ts';

/** What is known of a case: its head, and the things of it that are at hand. */
export interface CaseState {
  readonly head: Head | undefined;
  readonly subjects: Subjects;
  /** How many events are on record, where somebody is about to decide. */
  readonly version?: number;
}

export const NO_CASE: CaseState = { head: undefined, subjects: new Map() };

/** A fact as the state sees it: recorded, with its content where it has one. */
export type EntryWithContent = RecordEntry & { readonly content?: JsonObject };

interface Deciding {
  readonly petitioner: Petitioner;
  readonly now: Instant;
  readonly digests: ReadonlyMap<string, string>;
  /** The people whom the command named, with their entries in the roster. */
  readonly roster?: ReadonlyMap<string, RosterRecord | undefined>;
}

const NOBODY: ReadonlyMap<string, undefined> = new Map();

/** Asks the table of permissions, then the rule of the command. `digests` has the SHA-256 of every text that it asked to have hashed. */
export const decide = (
  { name, understood }: { name: CaseCommandName; understood: Understood },
  state: { head: Head; subjects: Subjects; version?: number },
  { petitioner, now, digests, roster = NOBODY }: Deciding,
): { readonly role: Role; readonly decision: Decision } | { readonly refusal: Refusal } => {
  const permitted = authorise(name, petitioner, state.head);
  if ('refusal' in permitted) return permitted;
  const lapsed = lapsedRefusal(name, state.head, { person: petitioner.person, now });
  if (lapsed !== undefined) return lapsed;
  const decision = understood.decide({
    ...state,
    version: state.version ?? 0,
    actor: { person: petitioner.person, role: permitted.role },
    now,
    instrument: INSTRUMENT[state.head.instrument],
    profile: profileOf(state.head.profile),
    sha256: (text) => {
      const digest = digests.get(text);
      if (digest === undefined) throw new Error(`${name} did not say that it needs this hash.`);
      return digest;
    },
    roster: (person) => {
      if (!roster.has(person)) throw new Error(`${name} did not say that it looks into the roster for this person.`);
      return roster.get(person);
    },
  });
  return 'refusal' in decision ? decision : { role: permitted.role, decision };
};

const EVOLUTIONS: Evolutions<FactType> = {
  ...lifecycleEvolutions,
  ...appointmentEvolutions,
  ...drawEvolutions,
  ...pactEvolutions,
  ...actsEvolutions,
  ...awardEvolutions,
  ...observationEvolutions,
  ...observationChangeEvolutions,
  ...dialogueEvolutions,
  ...documentEvolutions,
  ...escalationEvolutions,
  ...proceedingEvolutions,
  ...reportEvolutions,
  ...recommendationEvolutions,
  ...assessmentEvolutions,
  ...tipEvolutions,
  ...clockEvolutions,
};

/**
 * What one more fact makes or changes of a case, for whoever folds a long record: the head after it, and the things that it touched.
 * `subjects` are those before it. Throws for a stream that does not begin with its opening.
 */
export const changeBy = ({ head, subjects }: CaseState, entry: EntryWithContent): Change => {
  if (entry.type === 'case.opened.v1') return { head: openedHead(entry), touched: [] };
  if (head === undefined) throw new Error('The stream of a case begins with its opening.');
  return changeByOne(head, subjects, entry);
};

interface Change {
  readonly head: Head;
  readonly touched: readonly Subject[];
}

/** The state after one more fact. It never refuses. Throws only for a stream that does not begin with its opening: not a case. */
export const evolve = (state: CaseState, entry: EntryWithContent): CaseState => {
  const { head, touched } = changeBy(state, entry);
  return { head, subjects: touched.length === 0 ? state.subjects : withSubjects(state.subjects, touched) };
};

const changeByOne = <T extends FactType>(head: Head, subjects: Subjects, entry: Recorded<T>): Change => {
  const evolution: Evolution<T> = EVOLUTIONS[entry.type];
  return {
    head: heard(evolution.head?.(head, entry, subjects) ?? head, entry),
    touched: evolution.subjects?.(entry, subjects, head) ?? [],
  };
};

/** Whatever the team does ends its silence. */
const heard = (head: Head, { actor, recordedAt }: Pick<RecordEntry, 'actor' | 'recordedAt'>): Head =>
  isOfTeam(actor.role) ? { ...head, teamActive: { at: recordedAt, raised: false } } : head;

const withSubjects = (subjects: Subjects, touched: readonly Subject[]): Subjects =>
  new Map([...subjects, ...touched.map((subject) => [subject.id, subject] as const)]);

/** The thing that a fact brought into being, if it did: what a receipt names first. */
export const createdBy = (fact: CaseFact): string | undefined => {
  switch (fact.type) {
    case 'draw.announced.v1':
      return fact.data.draw;
    case 'process.changed.v1':
      return fact.data.change;
    case 'bidder.registered.v1':
      return fact.data.bidder;
    case 'pact.breach-reported.v1':
      return fact.data.breach;
    case 'act.scheduled.v1':
      return fact.data.act;
    case 'observation.filed.v1':
      return fact.data.observation;
    case 'contract.amended.v1':
      return fact.data.amendment;
    case 'site-visit.planned.v1':
      return fact.data.visit;
    case 'question.asked.v1':
      return fact.data.question;
    case 'escalation.sent.v1':
      return fact.data.escalation;
    case 'proceeding.recorded.v1':
      return fact.data.proceeding;
    case 'report.drafted.v1':
      return fact.data.report;
    case 'tip.received.v1':
      return fact.data.tip;
    case 'document.declared.v1':
      return fact.data.document;
    default:
      return undefined;
  }
};
