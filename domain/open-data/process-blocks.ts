import type { JsonObject } from '../../events/shapes.ts';
import type { Award, Bid, Contract, ContractingProcess, Party } from '../process/contracting-process.ts';
import { SURVEILLANCE_MECHANISM } from './compose-oversight.ts';
import type { RecordedCase } from './fold-case.ts';
import { namesOfBidders, processOf, referenceTo } from './parties.ts';
import { type ContentOf, type PublicSight, present, thingsOf } from './section.ts';

/** What the release tells in blocks of the standard: milestones and documents are put in by whoever composes it. */
export interface Inserted {
  readonly milestones: readonly JsonObject[];
  readonly documents: readonly JsonObject[];
}

type Period = ContractingProcess['tenderPeriod'];

const periodOf = (period: Period): JsonObject | undefined =>
  period === undefined ? undefined : present({ startDate: period.startAt, endDate: period.endAt });

const valueOf = (value: { amount: number; currency: string } | undefined): JsonObject | undefined =>
  value === undefined ? undefined : { amount: value.amount, currency: value.currency };

/** References without repeating one: the standard wants the entries of such a list to differ. */
const referencesTo = (parties: readonly Party[]): readonly JsonObject[] => [
  ...new Map(parties.map((party) => [JSON.stringify(referenceTo(party)), referenceTo(party)])).values(),
];

export const composeTender = (sight: PublicSight, { milestones, documents }: Inserted): JsonObject => {
  const { head, subjects } = sight;
  const process = processOf(subjects);
  return present({
    id: `${head.ocid}-tender`,
    title: process?.title ?? head.ocid,
    description: process?.description,
    status: process?.tenderStatus,
    procuringEntity: process?.procuringEntity === undefined ? undefined : referenceTo(process.procuringEntity),
    value: valueOf(process?.value),
    procurementMethod: process?.procurementMethod,
    mainProcurementCategory: process?.category,
    tenderPeriod: periodOf(process?.tenderPeriod),
    enquiryPeriod: periodOf(process?.enquiryPeriod),
    awardPeriod: periodOf(process?.awardPeriod),
    numberOfTenderers: process?.numberOfTenderers,
    tenderers: referencesTo(process?.bidders ?? []),
    surveillanceMechanisms: [SURVEILLANCE_MECHANISM[head.instrument]],
    documents,
    milestones,
  });
};

export const composeBids = ({ subjects }: PublicSight): JsonObject | undefined => {
  const bids = processOf(subjects)?.bids ?? [];
  return bids.length === 0 ? undefined : { details: bids.map(showBid) };
};

const showBid = ({ id, status, receivedAt, value, tenderers }: Bid): JsonObject =>
  present({ id, status, date: receivedAt, value: valueOf(value), tenderers: referencesTo(tenderers) });

/** The awards of the official data; where they tell of none, the ruling that is on record in the case. */
export const composeAwards = (sight: PublicSight): readonly JsonObject[] => {
  const official = processOf(sight.subjects)?.awards ?? [];
  return official.length > 0 ? official.map(showAward) : recordedAward(sight);
};

const showAward = ({ id, status, decidedAt, value, suppliers }: Award): JsonObject =>
  present({ id, status, date: decidedAt, value: valueOf(value), suppliers: referencesTo(suppliers) });

const recordedAward = ({ head, recorded: { award }, subjects }: PublicSight): readonly JsonObject[] => {
  if (award?.decision !== 'awarded') return [];
  const names = namesOfBidders(subjects);
  const suppliers = award.suppliers.flatMap((bidder) => {
    const party = names.get(bidder);
    if (party === undefined) return [];
    const { name, identifier } = party;
    return [{ name, ...(identifier === undefined ? {} : { identifier }) }];
  });
  return [
    present({
      id: `${head.ocid}-award`,
      status: 'active',
      date: award.decidedAt,
      value: valueOf(award.value),
      suppliers: referencesTo(suppliers),
    }),
  ];
};

/**
 * The contracts of the official data; where they tell of none, the one whose signature is on record in the case. Implementation and
 * amendments that the team looked at stand with the first.
 */
export const composeContracts = (
  sight: PublicSight,
  contentOf: ContentOf,
  { signing, implementation }: { readonly signing: readonly JsonObject[]; readonly implementation: Inserted },
): readonly JsonObject[] => {
  const official = processOf(sight.subjects)?.contracts ?? [];
  const awards = composeAwards(sight).map(({ id }) => id);
  const [only] = awards.length === 1 ? awards : [];
  const contracts =
    official.length > 0
      ? official.map((contract) => showContract(contract, typeof only === 'string' ? only : undefined))
      : recordedContract(sight, typeof only === 'string' ? only : undefined);
  return contracts.map((contract, index) =>
    index > 0
      ? contract
      : present({
          ...contract,
          surveillanceMechanisms: [SURVEILLANCE_MECHANISM[sight.head.instrument]],
          milestones: signing,
          amendments: amendmentsOf(sight, contentOf),
          implementation: orNothing(
            present({ milestones: implementation.milestones, documents: implementation.documents }),
          ),
        }),
  );
};

const orNothing = (value: JsonObject): JsonObject | undefined => (Object.keys(value).length === 0 ? undefined : value);

/** The standard demands the award of a contract: where the publisher names none, the only one there is, or the contract’s own id. */
const showContract = (
  { id, awardId, status, signedAt, periodStartAt, periodEndAt, value }: Contract,
  onlyAward: string | undefined,
): JsonObject =>
  present({
    id,
    awardID: awardId ?? onlyAward ?? id,
    status,
    period: orNothing(present({ startDate: periodStartAt, endDate: periodEndAt })),
    value: valueOf(value),
    dateSigned: signedAt,
  });

const recordedContract = (
  { head, recorded: { contract } }: { readonly head: PublicSight['head']; readonly recorded: RecordedCase },
  onlyAward: string | undefined,
): readonly JsonObject[] => {
  if (contract === undefined) return [];
  const id = `${head.ocid}-contract`;
  return [
    present({
      id,
      awardID: onlyAward ?? id,
      status: contract.endedAt === undefined ? 'active' : 'terminated',
      value: valueOf(contract.value),
      dateSigned: contract.signedAt,
    }),
  ];
};

const amendmentsOf = (sight: PublicSight, contentOf: ContentOf): readonly JsonObject[] =>
  thingsOf(sight, 'amendment').map(({ id, amendedAt, recordedIn }) => {
    const change = contentOf(recordedIn)?.['change'];
    return present({
      id: `${sight.head.case}-${id}`,
      date: amendedAt,
      description: typeof change === 'string' ? change : undefined,
    });
  });
