import { BIDDERS_BYTES_MAX, BIDDERS_MAX, type Party } from './contracting-process.ts';
import { at, type LocatedObject, objectsAt } from './located.ts';
import type { ProblemList } from './ocds-problems.ts';
import { countAt } from './read-amount.ts';
import { inRole, type Parties, referredTo } from './read-parties.ts';
import { distinct, notAmong } from './same-party.ts';
import { type Read, within } from './within-limits.ts';

export interface Tenderers {
  readonly numberOfTenderers?: number;
  readonly bidders: readonly Party[];
}

interface Sources {
  readonly tender: LocatedObject | undefined;
  readonly parties: Parties;
  /** Of every award. */
  readonly suppliers: ReadonlyArray<Read<Party>>;
}

/**
 * Who bid. Where the tender lists its tenderers, they are the bidders, with whoever holds that role among `parties`; a supplier who is not
 * one of them is listed, not added: members of a winning consortium are not bidders of their own. Where the tender lists none, whoever won
 * must have bid: the bidders are the parties in the role of tenderer or supplier, and the suppliers of the awards.
 */
export const readTenderers = (sources: Sources, problems: ProblemList): Tenderers => {
  const { tender, parties, suppliers } = sources;
  const listed = objectsAt(tender, 'tenderers', problems).flatMap(
    (reference) => referredTo(reference, parties, problems) ?? [],
  );
  const tenderers = [...listed, ...inRole(parties, 'tenderer')];
  const candidates = listed.length > 0 ? tenderers : [...tenderers, ...inRole(parties, 'supplier'), ...suppliers];
  const bidders = distinct(candidates, BIDDERS_MAX);
  if (listed.length > 0 && bidders.length <= BIDDERS_MAX) {
    for (const { place } of notAmong(suppliers, bidders)) problems.note('supplier-not-tenderer', place);
  }
  const stated = countAt(tender, 'numberOfTenderers', problems);
  const statedAt = at(tender, 'numberOfTenderers')?.place;
  if (statedAt !== undefined && stated !== undefined && stated < bidders.length) {
    problems.note('tenderers-miscounted', statedAt);
  }
  return {
    ...(stated !== undefined && { numberOfTenderers: stated }),
    bidders: within(bidders, { countMax: BIDDERS_MAX, bytesMax: BIDDERS_BYTES_MAX }, problems),
  };
};
