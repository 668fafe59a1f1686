import type { Instant } from '../../events/shapes.ts';
import type { ContractingProcess } from './contracting-process.ts';

/** The dates of a process that an event tells: those that are known and nothing else. */
export const datesOf = ({
  tenderPeriod,
  awardPeriod,
  contracts: [contract],
}: ContractingProcess): Readonly<Record<string, Instant>> =>
  Object.fromEntries(
    Object.entries({
      tenderStartAt: tenderPeriod?.startAt,
      tenderEndAt: tenderPeriod?.endAt,
      awardDueAt: awardPeriod?.endAt,
      contractSignedAt: contract?.signedAt,
      contractEndAt: contract?.periodEndAt,
    }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
