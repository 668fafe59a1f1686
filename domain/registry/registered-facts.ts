import * as z from 'zod/mini';
import { instant, territoryCode } from '../../events/shapes.ts';
import {
  type ContractingProcess,
  ID_LENGTH_MAX,
  NAME_LENGTH_MAX,
  OCID,
  type Party,
  PROCUREMENT_CATEGORIES,
  PROCUREMENT_METHODS,
  SCHEME_LENGTH_MAX,
  TENDER_STATUSES,
} from '../process/contracting-process.ts';
import type { Money } from '../process/read-amount.ts';
import { sameName } from '../process/same-party.ts';
import { AMOUNT_MAX, money, text } from '../shapes.ts';

/** UTF-16 units of a title in the registry: it names a process in a list. */
export const REGISTERED_TITLE_LENGTH_MAX = 200;

const organisation = z.strictObject({
  name: text(NAME_LENGTH_MAX),
  scheme: z.exactOptional(text(SCHEME_LENGTH_MAX)),
  id: z.exactOptional(text(ID_LENGTH_MAX)),
});

/**
 * The compact facts of a contracting process, watched or not: what tells whether an instrument should watch it (who buys, where,
 * what, how, for how much, when). Whatever was not published, or could not be used, is absent.
 */
export const registeredFacts = z.strictObject({
  ocid: z.string().check(z.regex(OCID)),
  title: z.exactOptional(text(REGISTERED_TITLE_LENGTH_MAX)),
  buyer: z.exactOptional(organisation),
  procuringEntity: z.exactOptional(organisation),
  /** ISO 3166-1 or 3166-2, where the address or the identifier of the authority tells it. */
  territory: z.exactOptional(territoryCode),
  category: z.exactOptional(z.enum(PROCUREMENT_CATEGORIES)),
  method: z.exactOptional(z.enum(PROCUREMENT_METHODS)),
  tenderStatus: z.exactOptional(z.enum(TENDER_STATUSES)),
  /** Of the tender, as it was estimated. */
  value: z.exactOptional(money),
  /** Of the awards that stand, together, where all are in one currency. */
  awardedValue: z.exactOptional(money),
  tenderStartAt: z.exactOptional(instant),
  tenderEndAt: z.exactOptional(instant),
  /** When the first award that stands was decided. */
  awardedAt: z.exactOptional(instant),
  /** When the first contract that was not cancelled was signed. */
  contractSignedAt: z.exactOptional(instant),
  /** When the last contract that was not cancelled ends. */
  contractEndAt: z.exactOptional(instant),
  /** Date of the newest release that was read. */
  publishedAt: z.exactOptional(instant),
});

export type RegisteredFacts = z.infer<typeof registeredFacts>;
export type Organisation = z.infer<typeof organisation>;

/** Of a process of which nobody knows who buys. */
export const AUTHORITY_UNKNOWN = 'unknown';

/** What names a contracting authority in the registry: `MX-RFC:SSA630502CU1`. */
export interface RegisteredAuthority {
  readonly authority: string;
  readonly name?: string;
  readonly scheme?: string;
  readonly id?: string;
}

/**
 * The contracting authority of a process: who runs the tender, else who buys. Its key is its official identifier; an id without a
 * scheme is known to its publisher only, whose prefix stands before it; without any id the key is the name without what publishers vary.
 */
export const authorityOf = ({
  ocid,
  procuringEntity,
  buyer,
}: Pick<RegisteredFacts, 'ocid' | 'procuringEntity' | 'buyer'>): RegisteredAuthority => {
  const authority = procuringEntity ?? buyer;
  if (authority === undefined) return { authority: AUTHORITY_UNKNOWN };
  const { id, scheme, name } = authority;
  if (id === undefined) return { authority: `name:${wellCut(sameName(name), NAME_LENGTH_MAX)}`, ...authority };
  return { authority: scheme === undefined ? `${prefixOf(ocid)}:${id}` : `${scheme}:${id}`, ...authority };
};

const PREFIX = /^ocds-[a-z0-9]{6}/;
const prefixOf = (ocid: string): string => PREFIX.exec(ocid)?.[0] ?? 'id';

/**
 * The instant by which a process belongs to a period: the start of its tender; failing that, the first that is known of the tender's
 * end, the award, the contract and the newest release. Undefined where no date is known.
 */
export const standsAt = (
  facts: Pick<RegisteredFacts, 'tenderStartAt' | 'tenderEndAt' | 'awardedAt' | 'contractSignedAt' | 'publishedAt'>,
): string | undefined =>
  facts.tenderStartAt ?? facts.tenderEndAt ?? facts.awardedAt ?? facts.contractSignedAt ?? facts.publishedAt;

/** The compact facts of a process that was read, with the territory that its documents tell. */
export const factsOf = (process: ContractingProcess, territory?: string): RegisteredFacts => {
  const { title, buyer, procuringEntity, tenderPeriod } = process;
  const shown = title === process.ocid ? undefined : shortened(title);
  return withoutAbsent({
    ocid: process.ocid,
    title: shown,
    buyer: organisationOf(buyer),
    procuringEntity: organisationOf(procuringEntity),
    territory,
    category: process.category,
    method: process.procurementMethod,
    tenderStatus: process.tenderStatus,
    value: process.value,
    ...awardsOf(process),
    tenderStartAt: tenderPeriod?.startAt,
    tenderEndAt: tenderPeriod?.endAt,
    ...contractsOf(process),
    publishedAt: process.publishedAt,
  });
};

type Absent<T> = { readonly [Key in keyof T]?: T[Key] | undefined } & Pick<RegisteredFacts, 'ocid'>;

const withoutAbsent = (facts: Absent<RegisteredFacts>): RegisteredFacts =>
  registeredFacts.parse(Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)));

const shortened = (title: string): string =>
  title.length <= REGISTERED_TITLE_LENGTH_MAX ? title : `${wellCut(title, REGISTERED_TITLE_LENGTH_MAX - 1).trimEnd()}…`;

/** A cut may fall inside a character: its first half goes with the second. */
const wellCut = (value: string, lengthMax: number): string => {
  const kept = value.slice(0, lengthMax);
  return kept.isWellFormed() ? kept : kept.slice(0, -1);
};

const organisationOf = (party: Party | undefined): Organisation | undefined => {
  if (party === undefined) return undefined;
  const { name, identifier } = party;
  return { name, ...identifier };
};

const awardsOf = ({ awards }: ContractingProcess) => {
  const standing = awards.filter(({ status }) => status !== 'cancelled' && status !== 'unsuccessful');
  return {
    awardedAt: earliest(standing.map(({ decidedAt }) => decidedAt)),
    awardedValue: together(standing.flatMap(({ value }) => value ?? [])),
  };
};

const together = (values: readonly Money[]): Money | undefined => {
  const currency = values[0]?.currency;
  const amount = values.reduce((sum, value) => sum + value.amount, 0);
  const canBeTold = amount <= AMOUNT_MAX && values.every((value) => value.currency === currency);
  return currency !== undefined && canBeTold ? { amount, currency } : undefined;
};

const contractsOf = ({ contracts }: ContractingProcess) => {
  const standing = contracts.filter(({ status }) => status !== 'cancelled');
  return {
    contractSignedAt: earliest(standing.map(({ signedAt }) => signedAt)),
    contractEndAt: inOrder(standing.map(({ periodEndAt }) => periodEndAt)).at(-1),
  };
};

const inOrder = (instants: readonly (string | undefined)[]): readonly string[] =>
  instants.filter((each) => each !== undefined).toSorted();
const earliest = (instants: readonly (string | undefined)[]): string | undefined => inOrder(instants)[0];
