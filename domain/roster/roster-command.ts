import * as z from 'zod/mini';
import type { RosterFact } from '../../events/catalogue.ts';
import type { Actor } from '../../events/record.ts';
import { type Instant, once, personId, subjectId } from '../../events/shapes.ts';
import type { InvalidInput, Proposed } from '../command.ts';
import type { RosterOperation } from '../permissions.ts';
import type { Refusal } from '../refusals.ts';
import type { Accreditation, RosterRecord } from './roster-entry.ts';

/** All that a decision on an entry may look at. */
export interface RosterSituation {
  /** Undefined while nobody stands in the roster under this id. */
  readonly entry: RosterRecord | undefined;
  readonly actor: Actor;
  readonly now: Instant;
}

export type RosterProposal = Proposed<RosterFact>;
export type RosterDecision = { readonly facts: readonly RosterProposal[] } | { readonly refusal: Refusal };

export const recordInRoster = (...facts: readonly RosterProposal[]): RosterDecision => ({ facts });

/** A command on an entry of the roster that was understood: whose entry it is about, and the rule. */
export interface UnderstoodOfRoster {
  readonly person: string;
  readonly decide: (situation: RosterSituation) => RosterDecision;
}

export interface RosterCommand {
  readonly name: RosterOperation;
  readonly input: () => z.core.$ZodType;
  readonly understand: (input: unknown) => UnderstoodOfRoster | InvalidInput;
}

/** The parts of a path that name an entry and one of its accreditations. */
export const ofPerson = { person: personId };
export const accreditationId = subjectId('accreditation');
export const ofAccreditation = { ...ofPerson, accreditation: accreditationId };

/** Writes a command on an entry down: what it takes and the rule that decides. */
export const rosterCommand = <Schema extends z.core.$ZodType<{ person: string }>>(definition: {
  readonly name: RosterOperation;
  readonly input: () => Schema;
  readonly decide: (input: z.core.output<Schema>, situation: RosterSituation) => RosterDecision;
}): RosterCommand => {
  const schema = once(definition.input);
  const understand = (input: unknown): UnderstoodOfRoster | InvalidInput => {
    const parsed = z.safeParse(schema(), input);
    if (!parsed.success) return { invalid: parsed.error.issues.map(({ path, message }) => ({ path, message })) };
    const { data } = parsed;
    return { person: data.person, decide: (situation) => definition.decide(data, situation) };
  };
  return { name: definition.name, input: schema, understand };
};

export const accreditationOf = (entry: RosterRecord | undefined, id: string): Accreditation | undefined =>
  entry?.accreditations.find((each) => each.id === id);
