import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { release } from '../../test/support/ocds.ts';
import type { ContractingProcess } from '../process/contracting-process.ts';
import { readOcds } from '../process/read-ocds.ts';
import { compare } from './compare.ts';
import { flagsOf } from './red-flags.ts';

const RUNS = { seed: 2026, numRuns: 400 };

const organisation = fc.record(
  {
    id: fc.constantFrom('1', '2', '3', ''),
    name: fc.constantFrom('Uno', 'UNO, S.A.', 'Dos', 'dós', ''),
    identifier: fc.record(
      { scheme: fc.constantFrom('MX-RFC', 'XX'), id: fc.constantFrom('1', '2') },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const instant = fc.constantFrom(
  '2026-01-01T00:00:00Z',
  '2026-01-10T00:00:00Z',
  '2026-02-01T00:00:00Z',
  '2026-02-30',
  '',
);
const value = fc.record(
  {
    amount: fc.oneof(fc.constantFrom(0, -1, 1, 2, 100, 1e15, 1e300, '5'), fc.double()),
    currency: fc.constantFrom('MXN', 'USD', 'mxn', '?'),
  },
  { requiredKeys: [] },
);
const odd = fc.constantFrom<unknown>(null, 1, 'x', [], {}, [null]);
const bid = fc.record(
  {
    id: fc.constantFrom('B-1', 'B-2', 'B-3', 'B-4', 5),
    status: fc.constantFrom('valid', 'disqualified', 'pending', 'invited', 'withdrawn', 'qualified', 'lost'),
    date: instant,
    value: fc.oneof(value, odd),
    tenderers: fc.oneof(fc.array(organisation, { maxLength: 3 }), odd),
  },
  { requiredKeys: [] },
);
const award = fc.record(
  {
    id: fc.constantFrom('A-1', 'A-2'),
    status: fc.constantFrom('active', 'active', 'pending', 'cancelled', 'unsuccessful', 'x'),
    suppliers: fc.oneof(fc.array(organisation, { maxLength: 2 }), odd),
    items: fc.oneof(
      fc.array(fc.record({ classification: fc.record({ id: fc.constantFrom('43000000', '3', 'x', '') }) }), {
        maxLength: 3,
      }),
      odd,
    ),
  },
  { requiredKeys: [] },
);

const document = fc.record({
  ocid: fc.constantFrom('ocds-test00-1', 'ocds-test00-2', 'ocds-test00-3'),
  buyer: organisation,
  tender: fc.record(
    {
      procurementMethod: fc.constantFrom('open', 'direct'),
      numberOfTenderers: fc.constantFrom(0, 1, 2),
      tenderPeriod: fc.record({ startDate: instant, endDate: instant }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  ),
  bids: fc.oneof(fc.record({ details: fc.array(bid, { maxLength: 8 }) }), odd),
  awards: fc.array(award, { maxLength: 3 }),
});

const read = (fields: Readonly<Record<string, unknown>>): readonly ContractingProcess[] =>
  readOcds(JSON.parse(JSON.stringify(release(fields)))).processes;

const comparing = (processes: readonly ContractingProcess[]) => {
  const comparison = compare();
  for (const process of processes) comparison.add(process);
  return comparison.finish();
};

describe('whatever a process is, its flags', () => {
  it('are computed without failing, each with numbers that can be told', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 12 }), (documents) => {
        const processes = documents.flatMap(read);
        const comparison = comparing(processes);
        for (const process of processes) {
          const outcomes = [...flagsOf(process), ...flagsOf(process, comparison)].map(({ outcome }) => outcome);
          const values = outcomes.flatMap((outcome) =>
            outcome.result === 'raised' ? Object.values(outcome.values) : [],
          );
          expect(values.filter((number) => !Number.isFinite(number) || number < 0)).toEqual([]);
          const words = outcomes.flatMap((outcome) =>
            outcome.result === 'not-computable' ? [outcome.missing.length] : [],
          );
          expect(words.filter((count) => count === 0)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('are the same every time, in whatever order bids, tenderers and awards stand', () => {
    const shuffled = fc.record({
      process: document.map(read),
      seeds: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
    });
    fc.assert(
      fc.property(shuffled, ({ process: [process], seeds }) => {
        if (process === undefined) return;
        const comparison = comparing([process]);
        const mixed = <T>(list: readonly T[]): T[] =>
          list
            .map((entry, index) => ({ entry, by: seeds[index] ?? 0 }))
            .toSorted((one, other) => one.by - other.by)
            .map(({ entry }) => entry);
        const { bids } = process;
        const other: ContractingProcess = {
          ...process,
          ...(bids === undefined
            ? {}
            : { bids: mixed(bids).map((each) => ({ ...each, tenderers: mixed(each.tenderers) })) }),
          awards: mixed(process.awards),
        };
        expect(flagsOf(other, comparison)).toEqual(flagsOf(process, comparison));
        expect(flagsOf(process, comparison)).toEqual(flagsOf(process, comparison));
      }),
      { ...RUNS, numRuns: 2_000 },
    );
  });
});
