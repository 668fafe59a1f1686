import * as fc from 'fast-check';
import type { RecordEntry } from '../../events/record.ts';
import type { CaseStore } from '../../functions/_ports/ports.ts';
import type { BusEvent } from '../../functions/_record/announced.ts';
import { type Around, Crash } from './around.ts';
import { onBus } from './deliver.ts';

/**
 * How the events of a stream come to a consumer: some of them while the stream was still short, then all of them in some order, some
 * more than once; and after how many calls of its ports the consumer crashes, time and again.
 */
export interface Disorder {
  readonly early: readonly { readonly length: number; readonly version: number }[];
  readonly order: readonly number[];
  readonly again: readonly number[];
  readonly crashes: readonly { readonly after: number; readonly when: 'before' | 'after' }[];
}

export const disorderOf = (length: number): fc.Arbitrary<Disorder> => {
  const version = fc.integer({ min: 1, max: length });
  return fc.record({
    early: fc.array(
      version.chain((long) => fc.record({ length: fc.constant(long), version: fc.integer({ min: 1, max: long }) })),
      { maxLength: 8 },
    ),
    order: fc.shuffledSubarray(
      Array.from({ length }, (_, index) => index + 1),
      { minLength: length },
    ),
    again: fc.array(version, { maxLength: length }),
    crashes: fc.array(fc.record({ after: fc.integer({ min: 1, max: 7 }), when: fc.constantFrom('before', 'after') }), {
      maxLength: 12,
    }),
  });
};

/** The same store before the events after the first `length` of a stream were written. */
export const whenItHeld = (cases: CaseStore, length: number): CaseStore => ({
  ...cases,
  entries: async (request) => {
    const { items } = await cases.entries(request);
    return { items: items.filter(({ version }) => version <= length) };
  },
});

/** Crashes again and again: after so many calls each time, counted from the last one. */
export const crashingTimeAndAgain = (crashes: Disorder['crashes']): Around => {
  const left = [...crashes];
  let calls = 0;
  return async ({ method, call }) => {
    calls += 1;
    const [next] = left;
    if (next === undefined || calls < next.after) return call();
    left.shift();
    calls = 0;
    if (next.when === 'after') await call();
    throw new Crash(method);
  };
};

type Consumer = (event: BusEvent) => Promise<void>;

/** Hands events to a consumer until each was taken: what crashed comes again, after the others. */
export const deliverUntilTaken = async (consume: Consumer, entries: readonly RecordEntry[]): Promise<void> => {
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
    try {
      await consume(onBus(entry));
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      waiting.push(entry);
    }
  }
};

/** Lets a stream come to a consumer in disorder. `consumerOf` gives the consumer over a store that holds so much of it. */
export const comeInDisorder = async (
  consumerOf: (cases: (whole: CaseStore) => CaseStore) => Consumer,
  { entries, disorder }: { entries: readonly RecordEntry[]; disorder: Disorder },
): Promise<void> => {
  const { early, order, again } = disorder;
  const numbered = (versions: readonly number[]) => versions.flatMap((version) => entries.slice(version - 1, version));
  for (const { length, version } of early.toSorted((one, other) => one.length - other.length)) {
    await deliverUntilTaken(
      consumerOf((cases) => whenItHeld(cases, length)),
      numbered([version]),
    );
  }
  const all = [...order, ...again].map((version, index) => ({
    version,
    place: (index * 7_919) % (order.length + again.length),
  }));
  const mixed = all.toSorted((one, other) => one.place - other.place).map(({ version }) => version);
  await deliverUntilTaken(
    consumerOf((cases) => cases),
    numbered(mixed),
  );
};
