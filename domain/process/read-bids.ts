import {
  BID_STATUSES,
  BIDS_BYTES_MAX,
  BIDS_MAX,
  type Bid,
  type BidStatus,
  COUNT_MAX,
  type ContractingProcess,
  type Party,
  TENDERERS_OF_BID_BYTES_MAX,
  TENDERERS_OF_BID_MAX,
} from './contracting-process.ts';
import { joined, ownId } from './listed-entries.ts';
import { at, type LocatedObject, objectAt, objectsAt } from './located.ts';
import type { ProblemList } from './ocds-problems.ts';
import { moneyAt } from './read-amount.ts';
import { instantAt } from './read-date.ts';
import { type Parties, referredTo } from './read-parties.ts';
import { codeOf, type PlacedText, textAt } from './read-text.ts';
import { distinct } from './same-party.ts';
import { type Read, within } from './within-limits.ts';

type BidFields = Pick<ContractingProcess, 'bids' | 'bidsLeftOut'>;

interface ReadBid extends Read<Omit<Bid, 'tenderers'>> {
  readonly tenderers: ReadonlyArray<Read<Party>>;
}

/**
 * The bids of a release, as the bids extension of OCDS 1.1 gives them (`bids/details`). A bid whose id stands twice is one bid with the
 * tenderers of both. A publisher who tells of no bids is told apart from one who says that there were none.
 */
export const readBids = (release: LocatedObject, parties: Parties, problems: ProblemList): BidFields => {
  const section = objectAt(release, 'bids', problems);
  const details = at(section, 'details');
  const nodes = objectsAt(section, 'details', problems);
  if (details === undefined || details.kind === 'scalar') return {};
  const told = details.kind === 'list' ? details.items.length : 1;
  const read = nodes.map((node, index) => readBid({ node, index }, parties, problems));
  const bids = joined(read, problems, (first, second) => ({
    ...first,
    value: { ...second.value, ...first.value },
    tenderers: [...first.tenderers, ...second.tenderers],
  }));
  const kept = within(
    bids.map((bid) => withTenderers(bid, problems)),
    { countMax: BIDS_MAX, bytesMax: BIDS_BYTES_MAX },
    problems,
  );
  const leftOut = Math.min(told - nodes.length + bids.length - kept.length, COUNT_MAX);
  return { bids: [...kept], ...(leftOut > 0 && { bidsLeftOut: leftOut }) };
};

const readBid = (
  { node, index }: { node: LocatedObject; index: number },
  parties: Parties,
  problems: ProblemList,
): ReadBid => {
  const status = statusOf(textAt(node, 'status', problems), problems);
  const receivedAt = instantAt(node, 'date', problems);
  const value = moneyAt(node, 'value', problems);
  return {
    place: node.place,
    value: {
      id: ownId(node, index, problems),
      ...(status !== undefined && { status }),
      ...(receivedAt !== undefined && { receivedAt }),
      ...(value !== undefined && { value }),
    },
    tenderers: objectsAt(node, 'tenderers', problems).flatMap(
      (reference) => referredTo(reference, parties, problems) ?? [],
    ),
  };
};

/** Some publishers write `qualified` for the `valid` of the code list; the two are one to Cardinal as well. */
const statusOf = (text: PlacedText | undefined, problems: ProblemList): BidStatus | undefined => {
  const isOldWord = text?.value.trim().toLowerCase() === 'qualified';
  if (text === undefined || !isOldWord) return codeOf(text, BID_STATUSES, problems);
  problems.note('code-irregular', text.place);
  return 'valid';
};

const withTenderers = ({ value, place, tenderers }: ReadBid, problems: ProblemList): Read<Bid> => {
  const kept = within(
    distinct(tenderers, TENDERERS_OF_BID_MAX),
    { countMax: TENDERERS_OF_BID_MAX, bytesMax: TENDERERS_OF_BID_BYTES_MAX },
    problems,
  );
  return { place, value: { ...value, tenderers: [...kept] } };
};
