import * as z from 'zod/mini';
import { type ContractingProcess, ID_LENGTH_MAX, NAME_LENGTH_MAX, type Party } from '../process/contracting-process.ts';
import { identifierKey, isSameIdentifier } from './identifier-key.ts';
import { nameKey } from './name-key.ts';

/** The one subject that lists every party of the process: official data, and public as they are. */
export const PARTIES = 'parties-1';

/** What the case calls a party by: `buyer`, `procuring-entity-2`, `bidder-3`, `supplier-1`. */
export const partyWord = z
  .string()
  .check(z.regex(/^(buyer|procuring-entity)(-[1-9]\d{0,5})?$|^(bidder|supplier)-[1-9]\d{0,5}$/));

const party = z.strictObject({
  party: partyWord,
  name: z.string().check(z.maxLength(NAME_LENGTH_MAX)),
  identifier: z.exactOptional(
    z.strictObject({ scheme: z.exactOptional(z.string()), id: z.string().check(z.maxLength(ID_LENGTH_MAX)) }),
  ),
});

/**
 * The parties as they were named: an organisation that left the process, or was named otherwise before, stays a party that somebody had
 * an interest in. Names are kept and keys are made when they are matched, so that a better rule for keys reaches old cases.
 */
export const partiesSchema = z.strictObject({
  id: z.string(),
  recordedIn: z.int(),
  kind: z.literal('parties'),
  parties: z.array(party),
});

export type CaseParty = z.infer<typeof party>;
export type Parties = z.infer<typeof partiesSchema>;

/** Content that names parties which became known. */
export const namingParties = z.looseObject({ parties: z.optional(z.array(party)) });

/** Stands for a version where a thing was read from the contents of an older record, and is not kept yet. */
export const NOT_RECORDED = 0;

/**
 * One organisation, by what two namings of it say: the same identifier or, unless two identifiers of one scheme say otherwise, the same
 * name. A scheme that only one of the two states does not tell them apart.
 */
export const isNamedAlike = (one: Party, other: Party): boolean => {
  const [left, right] = [one, other].map(({ identifier }) => identifier && identifierKey(identifier));
  if (left !== undefined && right !== undefined) {
    if (isSameIdentifier(left, right)) return true;
    if (left.scheme === right.scheme) return false;
  }
  return nameKey(one.name) === nameKey(other.name);
};

/** The number of the next supplier that is no bidder of its own. */
export const nextSupplier = (parties: readonly CaseParty[]): number =>
  parties.filter(({ party: word }) => word.startsWith('supplier-')).length + 1;

const asWritten = (value: unknown): string => JSON.stringify(value);

/**
 * The parties of a process that is read for the first time. Suppliers who are bidders too, word for word, are not listed again; others may
 * be members of a consortium that are no bidders of their own.
 */
export const partiesOf = ({ buyer, procuringEntity, bidders, awards }: ContractingProcess): readonly CaseParty[] => {
  const known = new Set<string>();
  const named = (word: string, one: Party | undefined): readonly CaseParty[] => {
    if (one === undefined || known.has(asWritten(one))) return [];
    known.add(asWritten(one));
    return [{ party: word, ...one }];
  };
  const authorities = [...named('buyer', buyer), ...named('procuring-entity', procuringEntity)];
  // Who buys may bid by mistake of the publisher, and is then both.
  known.clear();
  const bidding = bidders.map((one, index) => {
    known.add(asWritten(one));
    return { party: `bidder-${index + 1}`, ...one };
  });
  const suppliers = awards.flatMap((award) => award.suppliers).flatMap((one) => named('supplier-1', one));
  return [
    ...authorities,
    ...bidding,
    ...suppliers.map((supplier, index) => ({ ...supplier, party: `supplier-${index + 1}` })),
  ];
};
