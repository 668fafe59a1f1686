import type { ContractingProcess } from '../../domain/process/contracting-process.ts';
import type { InstrumentId } from '../../events/vocabulary.ts';
import { appoint } from './appoint.ts';
import { CAST } from './cast.ts';
import { enrol } from './enrol.ts';
import { type Door, fieldOf, handOf, type RefusalMet, type WalkTime } from './hand.ts';
import { monitorContract } from './monitor-contract.ts';
import { observeTender } from './observe-tender.ts';
import { reportFinally } from './report-finally.ts';
import { reviewAward } from './review-award.ts';

export interface Walked {
  readonly case: string;
  readonly refusals: readonly RefusalMet[];
}

/** How long before its tender a case is opened, in days; longer where the first known date is that of an award or a contract. */
const DAYS_BEFORE_TENDER = 21;
const DAYS_BEFORE_AWARD = 45;
const MS_PER_DAY = 86_400_000;

/** When a walk begins: well before the tender, or before whatever date the process tells first. */
export const beginningOf = (process: ContractingProcess, fallback: string): string => {
  const known = [
    process.tenderPeriod?.startAt,
    process.awards[0]?.decidedAt,
    process.contracts[0]?.signedAt,
    process.publishedAt,
  ].filter((instant) => instant !== undefined);
  const first = known.toSorted()[0] ?? fallback;
  const days = first === process.tenderPeriod?.startAt ? DAYS_BEFORE_TENDER : DAYS_BEFORE_AWARD;
  return new Date(Date.parse(first) - days * MS_PER_DAY).toISOString();
};

export interface Walking {
  readonly document: unknown;
  readonly process: ContractingProcess;
  readonly instrument: InstrumentId;
  /** The profile that rules the case; without one, the instrument’s own. */
  readonly profile?: string | undefined;
}

/** Walks the case of a contracting process from its opening to its end, everybody in their role. */
export const walkCase = async (
  door: Door,
  time: WalkTime,
  { document, process, instrument, profile }: Walking,
): Promise<Walked> => {
  const hand = handOf(door, time, `${process.ocid} ${instrument}`);
  const cast = CAST[instrument];
  const opened = await hand.do(cast.coordinator, '/cases', {
    instrument,
    ocds: document,
    ocid: process.ocid,
    ...(profile === undefined ? {} : { profile }),
  });
  const caseId = fieldOf(opened.body, 'case');
  const beginning = { hand, cast, process, instrument, at: `/cases/${caseId}` };
  await enrol(beginning);
  const walk = await appoint(beginning);
  await observeTender(walk);
  if (process.ended === undefined) {
    await reviewAward(walk);
    await monitorContract(walk);
  }
  await reportFinally(walk);
  return { case: caseId, refusals: hand.refusals };
};
