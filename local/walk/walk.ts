import type { ContractingProcess } from '../../domain/process/contracting-process.ts';
import type { InstrumentId } from '../../events/vocabulary.ts';
import { appoint } from './appoint.ts';
import { CAST, type Cast } from './cast.ts';
import { type Door, type Hand, handOf, type RefusalMet, WalkStopped, type WalkTime } from './hand.ts';
import { monitorContract } from './monitor-contract.ts';
import { observeTender } from './observe-tender.ts';
import { reportFinally } from './report-finally.ts';
import { reviewAward } from './review-award.ts';

/** What every part of a walk works with. */
export interface Walk {
  readonly hand: Hand;
  readonly cast: Cast;
  readonly process: ContractingProcess;
  readonly instrument: InstrumentId;
  /** `/cases/{case}`. */
  readonly at: string;
}

export interface Walked {
  readonly case: string;
  readonly refusals: readonly RefusalMet[];
}

/** How long before its tender a case is opened, in days. */
const DAYS_BEFORE_TENDER = 21;
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
  return new Date(Date.parse(first) - DAYS_BEFORE_TENDER * MS_PER_DAY).toISOString();
};

/** Walks the case of a contracting process from its opening to its end, everybody in their role. */
export const walkCase = async (
  door: Door,
  time: WalkTime,
  { document, process, instrument }: { document: unknown; process: ContractingProcess; instrument: InstrumentId },
): Promise<Walked> => {
  const hand = handOf(door, time, `${process.ocid} ${instrument}`);
  const cast = CAST[instrument];
  const opened = await hand.do(cast.coordinator, '/cases', { instrument, ocds: document, ocid: process.ocid });
  const caseId = fieldOf(opened.body, 'case');
  const walk: Walk = { hand, cast, process, instrument, at: `/cases/${caseId}` };
  await appoint(walk);
  await observeTender(walk);
  if (process.ended === undefined) {
    await reviewAward(walk);
    await monitorContract(walk);
  }
  await reportFinally(walk);
  return { case: caseId, refusals: hand.refusals };
};

/** A text field of an answer, which the walk cannot go on without. */
export const fieldOf = (body: unknown, name: string): string => {
  const value =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : undefined;
  if (typeof value !== 'string') throw new WalkStopped(`The answer names no ${name}: ${JSON.stringify(body)}`);
  return value;
};
