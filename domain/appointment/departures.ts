import { type Refusal, refuse } from '../refusals.ts';
import { DEPARTURES, type Head, type SubjectOf, type Subjects, subjectOf } from '../state.ts';

type Departures = SubjectOf<'departures'>;
type Departure = Departures['people'][string];

/** How many departures a case remembers by name; the record holds them all. */
const DEPARTURES_MAX = 200;

const departureOf = (subjects: Subjects, person: string): Departure | undefined => {
  const people = subjectOf(subjects, 'departures', DEPARTURES)?.people ?? {};
  return Object.hasOwn(people, person) ? people[person] : undefined;
};

/** Whether somebody was put out of the team, so that coming back needs more than another proposal. */
export const wasPutOut = (subjects: Subjects, person: string): boolean => {
  const cause = departureOf(subjects, person)?.cause;
  return cause !== undefined && cause !== 'resignation';
};

/** Why a person cannot come in the place of another: nobody of that name left, or somebody has the place. */
export const replacementRefusal = (
  { head, subjects }: { readonly head: Head; readonly subjects: Subjects },
  replaces: string | undefined,
): { refusal: Refusal } | undefined => {
  if (replaces === undefined) return undefined;
  const departure = departureOf(subjects, replaces);
  if (departure === undefined) return refuse('nobody-to-replace', { person: replaces });
  const { successor } = departure;
  const isThere = successor !== undefined && head.team.some(({ person }) => person === successor);
  return isThere ? refuse('replaced-already', { person: replaces, successor }) : undefined;
};

/** The departures after one more. Of those beyond the limit the earliest is forgotten here. */
export const withDeparture = (
  subjects: Subjects,
  { person, version, ...departure }: Pick<Departure, 'cause' | 'leftAt'> & { person: string; version: number },
): readonly Departures[] => {
  const list = listOf(subjects, version);
  const { [person]: _, ...others } = list.people;
  const kept = Object.entries(others).slice(-(DEPARTURES_MAX - 1));
  return [{ ...list, people: { ...Object.fromEntries(kept), [person]: { ...departure, leftIn: version } } }];
};

export const withSuccessor = (
  subjects: Subjects,
  { replaces, successor }: { replaces: string; successor: string },
): readonly Departures[] => {
  const list = subjectOf(subjects, 'departures', DEPARTURES);
  const departure = departureOf(subjects, replaces);
  return list === undefined || departure === undefined
    ? []
    : [{ ...list, people: { ...list.people, [replaces]: { ...departure, successor } } }];
};

const listOf = (subjects: Subjects, version: number): Departures =>
  subjectOf(subjects, 'departures', DEPARTURES) ?? {
    kind: 'departures',
    id: DEPARTURES,
    recordedIn: version,
    people: {},
  };
