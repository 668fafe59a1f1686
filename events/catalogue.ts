import type * as z from 'zod/mini';
import { actsEvents } from './acts.ts';
import { appointmentEvents } from './appointment.ts';
import { assessmentEvents } from './assessment.ts';
import { awardEvents } from './award.ts';
import { clockEvents } from './clocks.ts';
import { dialogueEvents } from './dialogue.ts';
import { documentEvents } from './documents.ts';
import { drawEvents } from './draw.ts';
import { escalationEvents } from './escalations.ts';
import { lifecycleEvents } from './lifecycle.ts';
import { observationChangeEvents } from './observation-changes.ts';
import { observationEvents } from './observations.ts';
import { pactEvents } from './pact.ts';
import { peopleEvents } from './people.ts';
import { proceedingEvents } from './proceedings.ts';
import { recommendationEvents } from './recommendations.ts';
import { reportEvents } from './reports.ts';
import { rosterEvents } from './roster.ts';
import { tipEvents } from './tips.ts';

/** Every type of fact that a case's stream can hold. A released schema is never edited: a change is a new version and an upcaster. */
export const caseEvents = {
  ...lifecycleEvents,
  ...appointmentEvents,
  ...drawEvents,
  ...pactEvents,
  ...actsEvents,
  ...awardEvents,
  ...observationEvents,
  ...observationChangeEvents,
  ...dialogueEvents,
  ...documentEvents,
  ...escalationEvents,
  ...proceedingEvents,
  ...reportEvents,
  ...recommendationEvents,
  ...assessmentEvents,
  ...tipEvents,
  ...clockEvents,
};

/** Every type of fact that the record can hold, in whatever stream. */
export const everyEvent = { ...caseEvents, ...rosterEvents, ...peopleEvents };

export type RosterFactType = keyof typeof rosterEvents;
type RosterData<T extends RosterFactType> = z.infer<ReturnType<(typeof rosterEvents)[T]['schema']>>;
/** A fact of a stream of the roster. */
export type RosterFactOf<T extends RosterFactType> = {
  [K in T]: { readonly type: K; readonly data: RosterData<K> };
}[T];
export type RosterFact = RosterFactOf<RosterFactType>;

export type PersonFactType = keyof typeof peopleEvents;
type PersonData<T extends PersonFactType> = z.infer<ReturnType<(typeof peopleEvents)[T]['schema']>>;
/** A fact of the stream of somebody who may sign in. */
export type PersonFactOf<T extends PersonFactType> = {
  [K in T]: { readonly type: K; readonly data: PersonData<K> };
}[T];
export type PersonFact = PersonFactOf<PersonFactType>;

type Schemas = typeof caseEvents;
export type FactType = keyof Schemas;
export type FactData<T extends FactType> = z.infer<ReturnType<Schemas[T]['schema']>>;

/** One fact: its type and its data. The closed union of all of them is `CaseFact`. */
export type FactOf<T extends FactType> = { [K in T]: { readonly type: K; readonly data: FactData<K> } }[T];
export type CaseFact = FactOf<FactType>;

/** A fact of any stream. */
export type AnyFact = CaseFact | RosterFact | PersonFact;
