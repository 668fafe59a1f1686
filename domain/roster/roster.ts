import type { RosterFact, RosterFactType } from '../../events/catalogue.ts';
import type { RosterEntry } from '../../events/record.ts';
import type { Instant, JsonObject } from '../../events/shapes.ts';
import type { Role } from '../../events/vocabulary.ts';
import { authorise, type Petitioner, type RosterOperation } from '../permissions.ts';
import type { Refusal } from '../refusals.ts';
import { importRosterEntry } from './import-entry.ts';
import {
  grantAccreditation,
  reinstateAccreditation,
  removeAccreditation,
  renewAccreditation,
  suspendAccreditation,
} from './keep-accreditation.ts';
import { addRosterEntry, correctRosterEntry } from './keep-entry.ts';
import type { RosterCommand, RosterDecision, UnderstoodOfRoster } from './roster-command.ts';
import { type Accreditation, type RosterRecord, writtenDetails, writtenRegistration } from './roster-entry.ts';

/** Every command on an entry of the roster, by the name under which the table of permissions knows it. */
export const ROSTER_COMMANDS = {
  'add-roster-entry': addRosterEntry,
  'correct-roster-entry': correctRosterEntry,
  'grant-accreditation': grantAccreditation,
  'renew-accreditation': renewAccreditation,
  'suspend-accreditation': suspendAccreditation,
  'reinstate-accreditation': reinstateAccreditation,
  'remove-accreditation': removeAccreditation,
  'import-roster-entry': importRosterEntry,
} as const satisfies Record<RosterOperation, RosterCommand>;

/** A fact of the roster as the state sees it: recorded, with its content where it has one. */
export type RosterEntryWithContent = RosterEntry & { readonly content?: JsonObject };

/** Asks the table of permissions, then the rule of the command. */
export const decideRoster = (
  { name, understood }: { name: RosterOperation; understood: UnderstoodOfRoster },
  entry: RosterRecord | undefined,
  { petitioner, now }: { petitioner: Petitioner; now: Instant },
): { readonly role: Role; readonly decision: RosterDecision } | { readonly refusal: Refusal } => {
  const permitted = authorise(name, petitioner, undefined);
  if ('refusal' in permitted) return permitted;
  const decision = understood.decide({ entry, actor: { person: petitioner.person, role: permitted.role }, now });
  return 'refusal' in decision ? decision : { role: permitted.role, decision };
};

/** The state after one more fact. It never refuses. Throws only for a stream that does not begin with its first fact. */
export const evolveRoster = (state: RosterRecord | undefined, entry: RosterEntryWithContent): RosterRecord => {
  if (entry.type === 'roster.entry-added.v1') {
    const { person, kind } = entry.data;
    const details = writtenDetails.parse(entry.content);
    return { person, kind, addedAt: entry.recordedAt, details, accreditations: [] };
  }
  if (state === undefined) throw new Error('The stream of an entry begins with its addition to the roster.');
  return changed(state, entry);
};

const changed = (state: RosterRecord, entry: RosterEntryWithContent): RosterRecord => {
  switch (entry.type) {
    case 'roster.entry-added.v1':
      return state;
    case 'roster.entry-corrected.v1':
      return { ...state, details: writtenDetails.parse(entry.content) };
    case 'accreditation.granted.v1': {
      const { accreditation: id, ...given } = entry.data;
      const added = { id, ...writtenRegistration.parse(entry.content), ...given };
      return { ...state, accreditations: [...state.accreditations, added] };
    }
    case 'accreditation.renewed.v1':
      return withAccreditation(state, entry.data.accreditation, (each) => ({
        ...each,
        validTo: entry.data.validTo,
      }));
    case 'accreditation.suspended.v1':
      return withAccreditation(state, entry.data.accreditation, (each) => ({ ...each, standing: 'suspended' }));
    case 'accreditation.reinstated.v1':
      return withAccreditation(state, entry.data.accreditation, inForce);
    case 'accreditation.removed.v1':
      return withAccreditation(state, entry.data.accreditation, (each) => ({ ...each, standing: 'removed' }));
  }
};

const withAccreditation = (
  state: RosterRecord,
  id: string,
  change: (accreditation: Accreditation) => Accreditation,
): RosterRecord => ({
  ...state,
  accreditations: state.accreditations.map((each) => (each.id === id ? change(each) : each)),
});

const inForce = ({ standing: _, ...accreditation }: Accreditation): Accreditation => accreditation;

/** Facts after which somebody may act in cases where they could not, or the other way round. */
const ABOUT_STANDING: readonly RosterFactType[] = [
  'accreditation.granted.v1',
  'accreditation.renewed.v1',
  'accreditation.suspended.v1',
  'accreditation.reinstated.v1',
  'accreditation.removed.v1',
];

export const changesStanding = ({ type }: RosterFact): boolean => ABOUT_STANDING.includes(type);

/** The thing that a fact brought into being, if it did. */
export const createdInRoster = (fact: RosterFact): string | undefined => {
  if (fact.type === 'roster.entry-added.v1') return fact.data.person;
  return fact.type === 'accreditation.granted.v1' ? fact.data.accreditation : undefined;
};
