import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import pact from '../../local/examples/integrity-pact-works.json' with { type: 'json' };
import committee from '../../local/examples/oversight-committee-school-meals.json' with { type: 'json' };
import { resolve } from '../../test/support/ocds.ts';
import { bytesOf, contractingProcess, PROCESS_BYTES_MAX } from './contracting-process.ts';
import { PROBLEMS_MAX } from './ocds-problems.ts';
import { readOcds } from './read-ocds.ts';

/** The same documents every time. */
const RUNS = { seed: 183_15, numRuns: 500 };

const expectSoundReading = (document: unknown): void => {
  const before = JSON.stringify(document);
  const { processes, problems, problemsLeftOut } = readOcds(document);
  expect(problems.filter(({ pointer }) => resolve(document, pointer).length !== 1)).toEqual([]);
  for (const process of processes) {
    expect(contractingProcess.parse(JSON.parse(JSON.stringify(process)))).toEqual(process);
    expect(bytesOf(process)).toBeLessThan(PROCESS_BYTES_MAX);
  }
  expect(problems.length).toBeLessThanOrEqual(PROBLEMS_MAX);
  expect(problemsLeftOut === 0 || problems.length === PROBLEMS_MAX).toBe(true);
  expect(problems[0]?.code === 'no-process').toBe(processes.length === 0);
  expect(new Set(processes.map(({ ocid }) => ocid)).size).toBe(processes.length);
  expect(JSON.stringify(document)).toBe(before);
};

const nested = (depth: number): unknown => JSON.parse(`${'{"tender":['.repeat(depth)}1${']}'.repeat(depth)}`);

/** What publishers and attackers write where something else belongs. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    'Pending',
    'ACTIVE',
    '0001-01-01T00:00:00',
    '2020-01-05',
    '2020-01-05T10:00:00',
    '9999-12-31T23:59:59Z',
    '1.000',
    '12',
    -1,
    -0,
    1e300,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    '\ud800',
    'a\u202eb\u0000',
    '__proto__',
    'x'.repeat(5_000),
    [],
    {},
    [null],
    [[]],
    [{}],
    { id: 1 },
    [{ id: 1 }, { id: '1' }],
    { amount: '5', currency: 'mxn' },
    [{ value: 'x', releaseDate: '2026-01-01T00:00:00Z' }],
    JSON.parse('{"__proto__":{"status":"active"},"constructor":{"prototype":[]}}'),
    nested(20),
    nested(2_000),
  ),
);

interface Slot {
  readonly holder: object;
  readonly key: string;
}

const slotsOf = (value: unknown): readonly Slot[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => [{ holder: value, key }, ...slotsOf(entry)]);
};

interface Mutation {
  readonly at: number;
  readonly act: 'replace' | 'remove' | 'rename' | 'double';
  readonly value: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  act: fc.constantFrom('replace' as const, 'replace' as const, 'remove' as const, 'rename' as const, 'double' as const),
  value: odd,
});

const define = (holder: object, key: string, value: unknown): void => {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
};

const mutate = (document: unknown, { at, act, value }: Mutation): void => {
  const slots = slotsOf(document);
  const slot = slots[at % Math.max(1, slots.length)];
  if (slot === undefined) return;
  const current: unknown = Object.getOwnPropertyDescriptor(slot.holder, slot.key)?.value;
  if (act === 'replace') define(slot.holder, slot.key, value);
  if (act === 'remove' && !Array.isArray(slot.holder)) Reflect.deleteProperty(slot.holder, slot.key);
  if (act === 'rename' && !Array.isArray(slot.holder)) define(slot.holder, String(value), current);
  if (act === 'double' && Array.isArray(current)) define(slot.holder, slot.key, [...current, ...current]);
};

describe('whatever the document is, reading it', () => {
  it('never throws, points at what is there, and gives processes that can be stored', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), expectSoundReading), RUNS);
  });

  it('does so when it looks like OCDS', () => {
    const few = { maxLength: 3 };
    const entry = fc.dictionary(fc.constantFrom('id', 'name', 'roles', 'suppliers', 'status', 'value', 'items'), odd, {
      maxKeys: 4,
    });
    const keys = fc.constantFrom('ocid', 'date', 'id', 'parties', 'buyer', 'tender', 'awards', 'contracts', 'bids');
    const bids = fc.record({ details: fc.oneof(odd, fc.array(entry, few)) });
    const release = fc.dictionary(keys, fc.oneof(odd, fc.array(entry, few), bids), { maxKeys: 5 });
    const named = release.map((fields) => ({ ...fields, ocid: 'ocds-test00-1' }));
    const outer = fc.constantFrom('releases', 'records', 'compiledRelease', 'versionedRelease', 'ocid');
    const inner = fc.oneof(release, named, fc.array(fc.oneof(release, named), few), odd);
    const document = fc.dictionary(outer, inner, { maxKeys: 3 });
    fc.assert(fc.property(fc.oneof(document, named), expectSoundReading), RUNS);
  });

  it.each([
    ['release package', pact],
    ['record package', committee],
  ])('does so when it is a good %s with something wrong in it', (_kind, good) => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        const document: unknown = structuredClone(good);
        for (const one of mutations) mutate(document, one);
        expectSoundReading(document);
      }),
      RUNS,
    );
  });
});
