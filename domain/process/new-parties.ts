import { type CaseParty, isNamedAlike } from '../interests/parties.ts';
import type { ContractingProcess, Party } from './contracting-process.ts';

/** How many namings of parties a case keeps: so many names and identifiers as one item of the table holds. */
const NAMINGS_MAX = 800;

/** Who became known with a newer version of the process. */
export interface NewParties {
  /** New parties under their new words, and known ones under names that are new. */
  readonly parties: readonly CaseParty[];
  /** Those of the new parties that are bidders. */
  readonly bidders: readonly CaseParty[];
}

type Kind = 'buyer' | 'procuring-entity' | 'bidder' | 'supplier';

const isOf =
  (kind: Kind) =>
  ({ party }: CaseParty) =>
    party === kind || party.replace(/-\d+$/, '') === kind;

const asWritten = ({ name, identifier }: Party): string =>
  JSON.stringify([name, identifier?.scheme ?? null, identifier?.id ?? null]);

/** Which of the kinds somebody may stand among already: whoever won a tender bid in it. */
const AMONG: Readonly<Record<Kind, readonly Kind[]>> = {
  buyer: ['buyer'],
  'procuring-entity': ['procuring-entity', 'buyer'],
  bidder: ['bidder'],
  supplier: ['bidder', 'supplier'],
};

/**
 * Everybody whom the case does not know yet. `bidders` is the number of the last bidder, `biddersMax` how many a case holds; those beyond
 * are parties all the same, as suppliers are.
 */
export const newParties = (
  known: readonly CaseParty[],
  { buyer, procuringEntity, bidders, awards }: ContractingProcess,
  numbers: { readonly bidders: number; readonly biddersMax: number },
): NewParties => {
  const all = [...known];
  const added: CaseParty[] = [];
  let lastBidder = numbers.bidders;
  const note = (naming: CaseParty): void => {
    all.push(naming);
    added.push(naming);
  };
  const nextOf = (kind: Kind): string => {
    const count = new Set(all.filter(isOf(kind)).map(({ party }) => party)).size;
    if (kind !== 'bidder') return kind === 'supplier' || count > 0 ? `${kind}-${count + 1}` : kind;
    lastBidder += 1;
    return `bidder-${lastBidder}`;
  };
  const meet = (kind: Kind, one: Party): void => {
    const alike = all.filter(
      (candidate) => AMONG[kind].some((each) => isOf(each)(candidate)) && isNamedAlike(candidate, one),
    );
    const [first] = alike;
    if (first === undefined) {
      const isFull = kind === 'bidder' && lastBidder >= numbers.biddersMax;
      if (all.length < NAMINGS_MAX) note({ party: nextOf(isFull ? 'supplier' : kind), ...one });
    } else if (all.length < NAMINGS_MAX && !alike.some((naming) => asWritten(naming) === asWritten(one))) {
      note({ party: first.party, ...one });
    }
  };
  if (buyer !== undefined) meet('buyer', buyer);
  if (procuringEntity !== undefined) meet('procuring-entity', procuringEntity);
  for (const one of bidders) meet('bidder', one);
  for (const one of awards.flatMap(({ suppliers }) => suppliers)) meet('supplier', one);
  const isNewBidder = ({ party }: CaseParty): boolean =>
    Number(/^bidder-(\d+)$/.exec(party)?.[1] ?? 0) > numbers.bidders;
  return {
    parties: added,
    bidders: added.filter(
      (one, index) => isNewBidder(one) && added.findIndex(({ party }) => party === one.party) === index,
    ),
  };
};
