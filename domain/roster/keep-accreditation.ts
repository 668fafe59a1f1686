import * as z from 'zod/mini';
import type { RosterFactType } from '../../events/catalogue.ts';
import type { RosterOperation } from '../permissions.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import {
  accreditationOf,
  ofAccreditation,
  ofPerson,
  type RosterCommand,
  type RosterDecision,
  type RosterProposal,
  recordInRoster,
  rosterCommand,
} from './roster-command.ts';
import {
  ACCREDITATIONS_MAX,
  type Accreditation,
  accreditationDay,
  accreditationShape,
  type RosterRecord,
} from './roster-entry.ts';

type Given = Omit<Accreditation, 'id' | 'standing'>;

/** Both days are part of an accreditation: one that ends on its first day holds for that day. */
export const intervalRefusal = ({
  validFrom,
  validTo,
}: Pick<Given, 'validFrom' | 'validTo'>): { refusal: Refusal } | undefined =>
  validTo < validFrom ? refuse('accreditation-ends-before', { validFrom, validTo }) : undefined;

export const granted = (id: string, { number, issuer, ...given }: Given): RosterProposal => ({
  type: 'accreditation.granted.v1',
  data: { accreditation: id, ...given },
  content: { number, issuer },
});

/** The same number of the same issuer is the same accreditation, whatever its days. */
export const sameRegistration = (entry: RosterRecord, { number, issuer }: Pick<Given, 'number' | 'issuer'>) =>
  entry.accreditations.find((each) => each.number === number && each.issuer === issuer);

export const nextAccreditation = ({ accreditations }: RosterRecord): string =>
  `accreditation-${accreditations.length + 1}`;

/** Grants one more accreditation to somebody in the roster. */
export const grantAccreditation = rosterCommand({
  name: 'grant-accreditation',
  input: () => z.strictObject({ ...ofPerson, ...accreditationShape }),
  decide: ({ person, ...given }, { entry }) => {
    if (entry === undefined) return refuse('roster-entry-unknown', { person });
    const known = sameRegistration(entry, given);
    if (known !== undefined) return refuse('accreditation-exists', { accreditation: known.id });
    if (entry.accreditations.length >= ACCREDITATIONS_MAX) {
      return refuse('too-many-accreditations', { accreditationsMax: ACCREDITATIONS_MAX });
    }
    return intervalRefusal(given) ?? recordInRoster(granted(nextAccreditation(entry), given));
  },
});

const onAccreditation = (
  { person, accreditation: id }: { person: string; accreditation: string },
  entry: RosterRecord | undefined,
  decide: (accreditation: Accreditation) => RosterDecision,
): RosterDecision => {
  if (entry === undefined) return refuse('roster-entry-unknown', { person });
  const found = accreditationOf(entry, id);
  return found === undefined ? refuse('accreditation-unknown', { accreditation: id }) : decide(found);
};

/** Lets an accreditation go on to a later day. A suspended one stays suspended. */
export const renewAccreditation = rosterCommand({
  name: 'renew-accreditation',
  input: () => z.strictObject({ ...ofAccreditation, validTo: accreditationDay }),
  decide: (input, { entry }) =>
    onAccreditation(input, entry, ({ id, validTo, standing }) => {
      if (standing === 'removed') return refuse('accreditation-state', { standing });
      if (input.validTo <= validTo) return refuse('renewal-not-later', { validTo });
      return recordInRoster({
        type: 'accreditation.renewed.v1',
        data: { accreditation: id, validTo: input.validTo },
      });
    }),
});

type Ruling = Extract<RosterFactType, `accreditation.${'suspended' | 'reinstated' | 'removed'}.v1`>;

/** A ruling on an accreditation, with its reason: lawful only from some standings. */
const ruling = (definition: {
  readonly name: RosterOperation;
  readonly type: Ruling;
  readonly from: readonly (Accreditation['standing'] | undefined)[];
}): RosterCommand =>
  rosterCommand({
    name: definition.name,
    input: () => z.strictObject({ ...ofAccreditation, reason }),
    decide: (input, { entry }) =>
      onAccreditation(input, entry, ({ id, standing }) =>
        definition.from.includes(standing)
          ? recordInRoster({ type: definition.type, data: { accreditation: id }, content: { reason: input.reason } })
          : refuse('accreditation-state', { standing: standing ?? 'in-force' }),
      ),
  });

export const suspendAccreditation = ruling({
  name: 'suspend-accreditation',
  type: 'accreditation.suspended.v1',
  from: [undefined],
});
export const reinstateAccreditation = ruling({
  name: 'reinstate-accreditation',
  type: 'accreditation.reinstated.v1',
  from: ['suspended'],
});
export const removeAccreditation = ruling({
  name: 'remove-accreditation',
  type: 'accreditation.removed.v1',
  from: [undefined, 'suspended'],
});
