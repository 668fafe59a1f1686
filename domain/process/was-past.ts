import type { Instant, Json } from '../../events/shapes.ts';
import type { Head } from '../state.ts';
import type { ContractingProcess, TenderStatus } from './contracting-process.ts';
import type { Change } from './difference.ts';

/** The process as it was last known, and the moment at which a change of it becomes known. */
export interface Moment {
  readonly known: ContractingProcess;
  readonly head: Pick<Head, 'bidsOpenedAt' | 'award'>;
  readonly now: Instant;
}

const OVER: readonly (TenderStatus | undefined)[] = ['cancelled', 'unsuccessful', 'complete', 'withdrawn'];

/** Nobody can bid any more: the term is over, the bids were opened, or the tender is. */
const isClosed = ({ known: { tenderPeriod, tenderStatus }, head, now }: Moment): boolean =>
  head.bidsOpenedAt !== undefined ||
  OVER.includes(tenderStatus) ||
  (tenderPeriod?.endAt !== undefined && tenderPeriod.endAt <= now);

/** A field of a value, where it is a text. */
const field = (value: Json | undefined, name: string): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : undefined;
};

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const entriesOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

const isDecided = (award: Json | undefined, now: Instant): boolean => {
  const status = field(award, 'status');
  const decidedAt = field(award, 'decidedAt');
  return status === undefined ? decidedAt !== undefined && decidedAt <= now : status !== 'pending';
};

const isSigned = (contract: Json | undefined, now: Instant): boolean => {
  const signedAt = field(contract, 'signedAt');
  return signedAt === undefined ? !['pending', undefined].includes(field(contract, 'status')) : signedAt <= now;
};

const instantsOf = (value: Json | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  return [field(value, 'startAt'), field(value, 'endAt')].flatMap((at) => at ?? []);
};

type Rule = (change: Change, moment: Moment, path: readonly string[]) => boolean;

const never: Rule = () => false;

/** The terms on which people bid: what is told for the first time changes none of them. */
const ofTheTender: Rule = ({ operation }, moment) => operation.op !== 'add' && isClosed(moment);

/** A date that had gone by is not moved, whatever the stage; one that had not is, by an addendum, until the tender closed. */
const ofATerm: Rule = (change, moment) =>
  change.operation.op !== 'add' &&
  (instantsOf(change.was).some((at) => at <= moment.now) ||
    (change.operation.path.startsWith('/awardPeriod') ? moment.head.award !== undefined : isClosed(moment)));

/** Bidders are published when the bids are opened. Whoever joins a list that was published already came after. */
const ofABidder: Rule = (change, moment, path) => {
  const isJoining = path.length === 2 && moment.known.bidders.length > 0;
  return isClosed(moment) && (change.operation.op !== 'add' || isJoining);
};

/** Bids are made before the tender closes: afterwards they are told for the first time, or valued and ruled on, and no list grows. */
const ofABid: Rule = (change, moment, path) => {
  if (!isClosed(moment) || path[2] === 'status') return false;
  const isJoining = path.length === 2 && (moment.known.bids ?? []).length > 0;
  return change.operation.op !== 'add' || isJoining;
};

/** Parties come and take on roles as a process goes on; who they were does not change. */
const ofAParty: Rule = (change, moment, path) => path[2] !== 'roles' && ofTheTender(change, moment, path);

const ofAnAward: Rule = ({ operation, entry, was }, { now }, path) => {
  // A list that changed as a whole is past where one of its awards was.
  if (path.length === 1) return entriesOf(was).some((award) => isDecided(award, now));
  return !(operation.op === 'add' && path.length === 2) && isDecided(entry, now);
};

const ENDED: readonly (string | undefined)[] = ['terminated', 'cancelled'];

/** A contract lives on after its signature: it is amended, and it ends. All else of it was signed. */
const ofAContract: Rule = ({ operation, entry, was }, { now }, path) => {
  if (path.length === 1) return entriesOf(was).some((contract) => isSigned(contract, now));
  if (operation.op === 'add' && path.length === 2) return false;
  if (path[2] === 'status') return ENDED.includes(field(entry, 'status'));
  if (path[2] === 'amendments') return operation.op === 'replace' && Number(operation.value) < Number(was);
  return isSigned(entry, now);
};

/** What was published is past: it may grow, and is not taken away. */
const ofDocuments: Rule = ({ operation, was }) =>
  operation.op === 'replace' && typeof was === 'number' && Number(operation.value) < was;

const RULES: Readonly<Record<keyof ContractingProcess, Rule>> = {
  ocid: never,
  publishedAt: never,
  language: never,
  title: ofTheTender,
  description: ofTheTender,
  procurementMethod: ofTheTender,
  category: ofTheTender,
  value: ofTheTender,
  numberOfTenderers: ofTheTender,
  buyer: ofTheTender,
  procuringEntity: ofTheTender,
  tenderStatus: ({ operation }, { known }) => operation.op !== 'add' && OVER.includes(known.tenderStatus),
  ended: ({ operation }) => operation.op !== 'add',
  tenderPeriod: ofATerm,
  enquiryPeriod: ofATerm,
  awardPeriod: ofATerm,
  bidders: ofABidder,
  bids: ofABid,
  bidsLeftOut: never,
  parties: ofAParty,
  awards: ofAnAward,
  contracts: ofAContract,
  documents: ofDocuments,
};

const isField = (name: string): name is keyof ContractingProcess => Object.hasOwn(RULES, name);

/** Whether a change is one of what was already past when it became known: never a verdict, always a place to look. */
export const wasPast = (change: Change, moment: Moment): boolean => {
  const path = change.operation.path.split('/').slice(1);
  const [name = ''] = path;
  return isField(name) && RULES[name](change, moment, path);
};
