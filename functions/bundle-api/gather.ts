import type { RecordEntry } from '../../events/record.ts';
import { UNNAMED } from '../../events/shapes.ts';
import { enrolledIn } from '../_record/roster-codec.ts';
import { type EvidenceAtHand, eventPages, type Told, toldPages } from './evidence-at-hand.ts';

/** What somebody protected could be known by. */
export interface Protected {
  /** Everybody who acts in the case or is named by it, in the order of the record. */
  readonly people: readonly string[];
  /** Names, mails, numbers of documents. */
  readonly names: readonly string[];
  /** Places as they were written. */
  readonly places: readonly string[];
}

/** What the record holds about the findings of one escalation, each event as told. It is as large as what was written about them. */
export interface Gathered {
  /** By finding, in the order of the record. */
  readonly findings: ReadonlyMap<string, readonly Told[]>;
  readonly escalation: readonly Told[];
  readonly protected: Protected;
}

const ABOUT_FINDINGS =
  /^(observation|finding|embargo|release|reply|non-escalation|escalation|flag\.turned-into-finding)\b/;

/** Reads what the bundle must know before its first byte: what is about the findings, and, where it matters, who must not be told. */
export const gather = async (at: EvidenceAtHand): Promise<Gathered> => {
  const { escalation } = at;
  const findings = new Map<string, Told[]>(escalation.findings.map((id) => [id, []]));
  const own: Told[] = [];
  const places = new Set<string>();
  for await (const page of toldPages(at, ({ type }) => ABOUT_FINDINGS.test(type))) {
    for (const told of page) {
      for (const id of observationsIn(told)) findings.get(id)?.push(told);
      if (dataOf(told.entry)['escalation'] === escalation.id) own.push(told);
      const place = told.content?.body['place'];
      if (typeof place === 'string') places.add(place);
    }
  }
  const people = at.sanitised ? await peopleIn(at) : [];
  const names = await namesOf(at, people);
  return { findings, escalation: own, protected: { people, names, places: [...places] } };
};

const dataOf = (entry: RecordEntry): Readonly<Record<string, unknown>> => ({ ...entry.data });

/** The one observation that an event is about; what is about several stands with the escalation. */
const observationsIn = ({ entry, content }: Told): readonly string[] => {
  const named = dataOf(entry)['observation'] ?? content?.body['observation'];
  return typeof named === 'string' ? [named] : [];
};

/** What is named like this in the data of an event is a person, or a list of them. */
const PERSON_FIELDS = /^(person|party|parties|present|proposed|candidates|order)$/;
const PERSON = /^[a-z][a-z0-9-]{2,63}$/;

const peopleIn = async (at: EvidenceAtHand): Promise<readonly string[]> => {
  const people = new Set<string>();
  for await (const page of eventPages(at)) {
    for (const { actor, data } of page) {
      if (actor.role !== 'system' && actor.person !== UNNAMED) people.add(actor.person);
      addPeopleIn(data, people);
    }
  }
  for (const { person } of [...at.head.team, ...at.head.liaisons]) people.add(person);
  people.delete(at.reader.person ?? '');
  return [...people];
};

const addPeopleIn = (fields: object, people: Set<string>): void => {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(fields);
  for (const [name, value] of entries) {
    if (!PERSON_FIELDS.test(name)) continue;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const each of list) {
      if (typeof each === 'string' && PERSON.test(each)) people.add(each);
      else if (typeof each === 'object' && each !== null) addPeopleIn(each, people);
    }
  }
};

/** People whose entries are read at once. */
const ENTRIES_PER_READING = 100;

const namesOf = async ({ ports }: EvidenceAtHand, people: readonly string[]): Promise<readonly string[]> => {
  const names: string[] = [];
  for (let start = 0; start < people.length; start += ENTRIES_PER_READING) {
    const entries = await enrolledIn(ports.roster, people.slice(start, start + ENTRIES_PER_READING));
    for (const record of entries.values()) {
      if (record === undefined) continue;
      const { name, email, phone, document } = record.details;
      names.push(name, ...pairsIn(name), ...[email, phone, document?.id].filter((each) => each !== undefined));
    }
  }
  return names;
};

/** People are seldom called by all their names: each two that follow one another are looked for too. */
const pairsIn = (name: string): readonly string[] => {
  const words = name.split(/\s+/);
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
};
