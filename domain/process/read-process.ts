import type { ProcessEnding } from '../../events/vocabulary.ts';
import {
  COUNT_MAX,
  type ContractingProcess,
  DESCRIPTION_LENGTH_MAX,
  PARTIES_BYTES_MAX,
  PARTIES_MAX,
  type Party,
  PROCESS_TITLE_LENGTH_MAX,
  PROCUREMENT_CATEGORIES,
  PROCUREMENT_METHODS,
  TENDER_STATUSES,
  type TenderStatus,
} from './contracting-process.ts';
import { type LocatedObject, objectAt, objectsAt } from './located.ts';
import type { ProblemList } from './ocds-problems.ts';
import { moneyAt } from './read-amount.ts';
import { readAwards, readContracts } from './read-awards.ts';
import { readTenderers } from './read-bidders.ts';
import { readBids } from './read-bids.ts';
import { instantAt, periodOf } from './read-date.ts';
import { inRole, type Parties, readParties, referredTo } from './read-parties.ts';
import { codeAt, languageAt, lineOf, paragraphsOf, textAt } from './read-text.ts';
import { within } from './within-limits.ts';

/** What a release (compiled, or merged from several) says of the process. What is wrong in it is listed; what can be used is used. */
export const readProcess = (ocid: string, release: LocatedObject, problems: ProblemList): ContractingProcess => {
  const tender = objectAt(release, 'tender', problems);
  const parties = readParties(release, problems);
  const { awards, awardIds, suppliers } = readAwards(release, parties, problems);
  const { numberOfTenderers, bidders } = readTenderers({ tender, parties, suppliers }, problems);
  return {
    ocid,
    ...readHead(ocid, release, problems),
    ...readTender(tender, problems),
    ...readAuthorities(release, parties, problems),
    ...(numberOfTenderers !== undefined && { numberOfTenderers }),
    bidders: [...bidders],
    ...readBids(release, parties, problems),
    awards: [...awards],
    contracts: [...readContracts(release, awardIds, problems)],
    parties: keptParties(parties, problems),
    documents: countDocuments(release, problems),
  };
};

type Head = Pick<ContractingProcess, 'title' | 'description' | 'language' | 'publishedAt'>;

const readHead = (ocid: string, release: LocatedObject, problems: ProblemList): Head => {
  const tender = objectAt(release, 'tender', problems);
  const description = paragraphsOf(textAt(tender, 'description', problems), DESCRIPTION_LENGTH_MAX, problems);
  const language = languageAt(release, 'language', problems);
  const publishedAt = instantAt(release, 'date', problems);
  return {
    title: readTitle(release, problems) ?? ocid,
    ...(description !== undefined && { description }),
    ...(language !== undefined && { language }),
    ...(publishedAt !== undefined && { publishedAt }),
  };
};

/** Many releases come without a tender: then the first award or contract with a title names the process. */
const readTitle = (release: LocatedObject, problems: ProblemList): string | undefined => {
  const candidates = [
    objectAt(release, 'tender', problems),
    ...objectsAt(release, 'awards', problems),
    ...objectsAt(release, 'contracts', problems),
  ];
  for (const candidate of candidates) {
    const title = lineOf(textAt(candidate, 'title', problems), PROCESS_TITLE_LENGTH_MAX, problems);
    if (title !== undefined) return title;
  }
  return undefined;
};

type TenderFields = Pick<
  ContractingProcess,
  | 'procurementMethod'
  | 'category'
  | 'tenderStatus'
  | 'ended'
  | 'value'
  | 'tenderPeriod'
  | 'enquiryPeriod'
  | 'awardPeriod'
>;

const readTender = (tender: LocatedObject | undefined, problems: ProblemList): TenderFields => {
  const procurementMethod = codeAt(tender, 'procurementMethod', { codes: PROCUREMENT_METHODS, problems });
  const category = codeAt(tender, 'mainProcurementCategory', { codes: PROCUREMENT_CATEGORIES, problems });
  const tenderStatus = codeAt(tender, 'status', { codes: TENDER_STATUSES, problems });
  const ended = endingOf(tenderStatus);
  const value = moneyAt(tender, 'value', problems);
  const tenderPeriod = periodOf(objectAt(tender, 'tenderPeriod', problems), problems);
  const enquiryPeriod = periodOf(objectAt(tender, 'enquiryPeriod', problems), problems);
  const awardPeriod = periodOf(objectAt(tender, 'awardPeriod', problems), problems);
  return {
    ...(procurementMethod !== undefined && { procurementMethod }),
    ...(category !== undefined && { category }),
    ...(tenderStatus !== undefined && { tenderStatus }),
    ...(ended !== undefined && { ended }),
    ...(value !== undefined && { value }),
    ...(tenderPeriod !== undefined && { tenderPeriod }),
    ...(enquiryPeriod !== undefined && { enquiryPeriod }),
    ...(awardPeriod !== undefined && { awardPeriod }),
  };
};

/**
 * How a process ended, by the status of its tender alone: `cancelled` (the authority cancelled it) is cancelled; `unsuccessful` (nobody
 * bid, or no bid was fit) is deserted; `withdrawn` (taken back, nothing more will be published under this ocid) is annulled. Any
 * other status, and none, is no ending: a tender that is `complete` went on to its contract.
 */
export const endingOf = (status: TenderStatus | undefined): ProcessEnding | undefined => {
  if (status === 'cancelled') return 'cancelled';
  if (status === 'unsuccessful') return 'deserted';
  return status === 'withdrawn' ? 'annulled' : undefined;
};

interface Authorities {
  readonly buyer?: Party;
  readonly procuringEntity?: Party;
}

/** Who buys and who runs the tender: as the release refers to them, or else whoever holds that role among `parties`. */
const readAuthorities = (release: LocatedObject, parties: Parties, problems: ProblemList): Authorities => {
  const buyer = authorityAt({ node: release, key: 'buyer' }, parties, problems);
  const tender = objectAt(release, 'tender', problems);
  const procuringEntity = authorityAt({ node: tender, key: 'procuringEntity' }, parties, problems);
  return { ...(buyer && { buyer }), ...(procuringEntity && { procuringEntity }) };
};

const authorityAt = (
  { node, key }: { node: LocatedObject | undefined; key: 'buyer' | 'procuringEntity' },
  parties: Parties,
  problems: ProblemList,
): Party | undefined => {
  const reference = objectAt(node, key, problems);
  const referred = reference && referredTo(reference, parties, problems);
  return (referred ?? inRole(parties, key)[0])?.value;
};

const keptParties = (parties: Parties, problems: ProblemList): ContractingProcess['parties'] => [
  ...within(
    parties.listed.map(({ value, roles, place }) => ({ place, value: { ...value, roles: [...roles] } })),
    { countMax: PARTIES_MAX, bytesMax: PARTIES_BYTES_MAX },
    problems,
  ),
];

const countDocuments = (release: LocatedObject, problems: ProblemList): ContractingProcess['documents'] => {
  const count = (nodes: ReadonlyArray<LocatedObject | undefined>): number =>
    Math.min(
      COUNT_MAX,
      nodes.reduce((sum, node) => sum + objectsAt(node, 'documents', problems).length, 0),
    );
  const contracts = objectsAt(release, 'contracts', problems);
  return {
    planning: count([objectAt(release, 'planning', problems)]),
    tender: count([objectAt(release, 'tender', problems)]),
    awards: count(objectsAt(release, 'awards', problems)),
    contracts: count(contracts),
    implementation: count(contracts.map((contract) => objectAt(contract, 'implementation', problems))),
  };
};
