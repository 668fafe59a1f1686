import * as z from 'zod/mini';
import { instant } from '../../events/shapes.ts';
import { PROCESS_ENDINGS } from '../../events/vocabulary.ts';
import { money, text } from '../shapes.ts';

/** UTF-16 units of each kind of text. */
export const OCID_LENGTH_MAX = 200;
export const PROCESS_TITLE_LENGTH_MAX = 500;
export const DESCRIPTION_LENGTH_MAX = 3_000;
export const NAME_LENGTH_MAX = 300;
export const ID_LENGTH_MAX = 200;
export const SCHEME_LENGTH_MAX = 60;

/** Entries of each list. */
export const BIDDERS_MAX = 200;
export const PARTIES_MAX = 200;
export const AWARDS_MAX = 200;
export const SUPPLIERS_MAX = 100;
export const CONTRACTS_MAX = 200;
export const BIDS_MAX = 200;
export const TENDERERS_OF_BID_MAX = 30;
export const CLASSES_OF_AWARD_MAX = 100;

/** The largest number that a count can state: no list of a contracting process is longer. */
export const COUNT_MAX = 100_000;

/** UTF-8 bytes of each list, as JSON. Long names in many entries must not make the content of an event too large for its item. */
export const BIDDERS_BYTES_MAX = 45_000;
export const PARTIES_BYTES_MAX = 45_000;
export const AWARDS_BYTES_MAX = 60_000;
export const SUPPLIERS_BYTES_MAX = 20_000;
export const CONTRACTS_BYTES_MAX = 30_000;
export const BIDS_BYTES_MAX = 50_000;
export const TENDERERS_OF_BID_BYTES_MAX = 10_000;
export const CLASSES_OF_AWARD_BYTES_MAX = 4_000;

/** UTF-8 bytes of a whole process, as JSON. The lists above and the largest head of texts together stay under it. */
export const PROCESS_BYTES_MAX = 250_000;

/** The closed code lists of OCDS 1.1, and its open list of party roles. */
export const PROCUREMENT_METHODS = ['open', 'selective', 'limited', 'direct'] as const;
export const PROCUREMENT_CATEGORIES = ['goods', 'works', 'services'] as const;
export const TENDER_STATUSES = [
  'planning',
  'planned',
  'active',
  'cancelled',
  'unsuccessful',
  'complete',
  'withdrawn',
] as const;
export const AWARD_STATUSES = ['pending', 'active', 'cancelled', 'unsuccessful'] as const;
export const CONTRACT_STATUSES = ['pending', 'active', 'cancelled', 'terminated'] as const;
/** The `bidStatus` code list of the bids extension of OCDS 1.1. */
export const BID_STATUSES = ['invited', 'pending', 'valid', 'disqualified', 'withdrawn'] as const;
export const PARTY_ROLES = [
  'buyer',
  'procuringEntity',
  'supplier',
  'tenderer',
  'funder',
  'enquirer',
  'payer',
  'payee',
  'reviewBody',
  'interestedParty',
] as const;

export type TenderStatus = (typeof TENDER_STATUSES)[number];
export type PartyRole = (typeof PARTY_ROLES)[number];
export type BidStatus = (typeof BID_STATUSES)[number];

/** An ocid as a case can carry it: printable ASCII without spaces. */
export const OCID = new RegExp(`^[!-~]{1,${OCID_LENGTH_MAX}}$`);

const quantity = z.int().check(z.nonnegative(), z.lte(COUNT_MAX));
const id = text(ID_LENGTH_MAX);
const period = z.strictObject({ startAt: z.exactOptional(instant), endAt: z.exactOptional(instant) });

const partyFields = {
  name: text(NAME_LENGTH_MAX),
  /** The official identifier; without a scheme it is an id that only the publisher knows. */
  identifier: z.exactOptional(z.strictObject({ scheme: z.exactOptional(text(SCHEME_LENGTH_MAX)), id })),
};
const party = z.strictObject(partyFields);

const itemClass = z.strictObject({
  scheme: z.exactOptional(text(SCHEME_LENGTH_MAX)),
  digits: z.string().check(z.regex(/^\d{2}$/)),
});

const award = z.strictObject({
  id,
  status: z.exactOptional(z.enum(AWARD_STATUSES)),
  decidedAt: z.exactOptional(instant),
  value: z.exactOptional(money),
  suppliers: z.array(party).check(z.maxLength(SUPPLIERS_MAX)),
  /** What the awarded items are, by the first two digits of their codes: a segment of UNSPSC, a division of CPV. */
  classes: z.exactOptional(z.array(itemClass).check(z.maxLength(CLASSES_OF_AWARD_MAX))),
});

/** An entry of `bids/details` of the bids extension. */
const bid = z.strictObject({
  id,
  status: z.exactOptional(z.enum(BID_STATUSES)),
  receivedAt: z.exactOptional(instant),
  value: z.exactOptional(money),
  tenderers: z.array(party).check(z.maxLength(TENDERERS_OF_BID_MAX)),
});

const contract = z.strictObject({
  id,
  awardId: z.exactOptional(id),
  status: z.exactOptional(z.enum(CONTRACT_STATUSES)),
  signedAt: z.exactOptional(instant),
  periodStartAt: z.exactOptional(instant),
  periodEndAt: z.exactOptional(instant),
  value: z.exactOptional(money),
  /** How many amendments the publisher tells of. */
  amendments: quantity,
});

const fields = z.strictObject({
  ocid: z.string().check(z.regex(OCID)),
  /** Of the tender; failing that of an award or contract; failing that the ocid. */
  title: text(PROCESS_TITLE_LENGTH_MAX),
  description: z.exactOptional(text(DESCRIPTION_LENGTH_MAX)),
  language: z.exactOptional(z.string().check(z.maxLength(SCHEME_LENGTH_MAX))),
  /** Date of the newest release. */
  publishedAt: z.exactOptional(instant),
  procurementMethod: z.exactOptional(z.enum(PROCUREMENT_METHODS)),
  category: z.exactOptional(z.enum(PROCUREMENT_CATEGORIES)),
  tenderStatus: z.exactOptional(z.enum(TENDER_STATUSES)),
  /** How the process ended before a contract could stand: see `endingOf`. */
  ended: z.exactOptional(z.enum(PROCESS_ENDINGS)),
  buyer: z.exactOptional(party),
  procuringEntity: z.exactOptional(party),
  value: z.exactOptional(money),
  tenderPeriod: z.exactOptional(period),
  enquiryPeriod: z.exactOptional(period),
  awardPeriod: z.exactOptional(period),
  /** As the publisher states it; `bidders` may hold fewer. */
  numberOfTenderers: z.exactOptional(quantity),
  bidders: z.array(party).check(z.maxLength(BIDDERS_MAX)),
  /** Absent where the publisher tells of no bids, and in what was imported before bids were read. */
  bids: z.exactOptional(z.array(bid).check(z.maxLength(BIDS_MAX))),
  /** How many bids more the publisher tells of than are kept. */
  bidsLeftOut: z.exactOptional(quantity),
  awards: z.array(award).check(z.maxLength(AWARDS_MAX)),
  contracts: z.array(contract).check(z.maxLength(CONTRACTS_MAX)),
  parties: z
    .array(
      z.strictObject({ ...partyFields, roles: z.array(z.enum(PARTY_ROLES)).check(z.maxLength(PARTY_ROLES.length)) }),
    )
    .check(z.maxLength(PARTIES_MAX)),
  /** How many documents the publisher tells of, by section. */
  documents: z.strictObject({
    planning: quantity,
    tender: quantity,
    awards: quantity,
    contracts: quantity,
    implementation: quantity,
  }),
});

/** UTF-8 bytes of a value, as JSON. */
export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/**
 * What this house keeps of a contracting process: the facts that stages, red flags and milestones are decided on, read from OCDS and
 * checked. It is the content of an event: written once, parsed again whenever it is read, and never larger than `PROCESS_BYTES_MAX`.
 */
export const contractingProcess = fields.check(
  z.refine((process) => bytesOf(process) <= PROCESS_BYTES_MAX, { error: `must not exceed ${PROCESS_BYTES_MAX} bytes` }),
);

export type ContractingProcess = z.infer<typeof contractingProcess>;
export type Party = z.infer<typeof party>;
export type Award = ContractingProcess['awards'][number];
export type Bid = z.infer<typeof bid>;
export type ItemClass = z.infer<typeof itemClass>;
export type Contract = ContractingProcess['contracts'][number];
