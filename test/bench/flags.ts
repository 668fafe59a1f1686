import type { Bid, ContractingProcess, Party } from '../../domain/process/contracting-process.ts';
import { compare } from '../../domain/red-flags/compare.ts';
import { flagsOf } from '../../domain/red-flags/red-flags.ts';
import { median, row } from './statistics.ts';

const PROCESSES = 10_000;
const RUNS = 5;

const organisation = (kind: string, number: number): Party => ({
  name: `${kind} ${number}, S.A. de C.V.`,
  identifier: { scheme: 'MX-RFC', id: `${kind}-${number}` },
});

const STATUSES = ['valid', 'valid', 'valid', 'disqualified', 'pending'] as const;

/** A process of four to eight bids; numbers follow from its own, so that every run computes the same. */
const generated = (index: number): ContractingProcess => {
  const bids = Array.from(
    { length: 4 + (index % 5) },
    (_none, place): Bid => ({
      id: `bid-${place}`,
      status: STATUSES[(index + place * 7) % STATUSES.length] ?? 'valid',
      receivedAt: `2026-02-${10 + (place % 9)}T12:00:00.000Z`,
      value: { amount: 100_000 + ((index * 31 + place * 977) % 5_000), currency: 'MXN' },
      tenderers: [organisation('tenderer', (index * 13 + place * 29) % 2_000)],
    }),
  );
  const winner = bids.find(({ status }) => status === 'valid');
  return {
    ocid: `ocds-bench0-${index}`,
    title: `Process ${index}`,
    procurementMethod: 'open',
    numberOfTenderers: bids.length,
    tenderPeriod: { startAt: '2026-01-20T12:00:00.000Z', endAt: `2026-02-${10 + (index % 15)}T12:00:00.000Z` },
    buyer: organisation('buyer', index % 300),
    procuringEntity: organisation('buyer', index % 300),
    bidders: [],
    bids,
    awards: [
      {
        id: 'award-1',
        status: 'active',
        suppliers: winner === undefined ? [] : [...winner.tenderers],
        classes: [{ scheme: 'UNSPSC', digits: String(10 + (index % 60)) }],
      },
    ],
    contracts: [],
    parties: [],
    documents: { planning: 0, tender: 0, awards: 0, contracts: 0, implementation: 0 },
  };
};

/** How many processes a second one core flags, compared with each other: both passes count. */
export const benchFlags = (say: (line: string) => void): void => {
  const processes = Array.from({ length: PROCESSES }, (_none, index) => generated(index));
  let raised = 0;
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    const comparing = compare();
    for (const process of processes) comparing.add(process);
    const comparison = comparing.finish();
    raised = processes.reduce(
      (sum, process) => sum + flagsOf(process, comparison).filter(({ outcome }) => outcome.result === 'raised').length,
      0,
    );
    return performance.now() - began;
  });
  const perSecond = Math.round(PROCESSES / (median(times) / 1_000));
  say(row(`red flags, ${PROCESSES} processes compared: processes a second and core`, String(perSecond)));
  say(row('red flags raised among them', String(raised)));
};
