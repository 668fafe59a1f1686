import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asJsonObject, type JsonObject } from '../../events/shapes.ts';
import { day } from '../../test/support/cast.ts';
import { applyPatch } from './apply-patch.ts';
import { compareProcesses, LIST_CHANGES_MAX } from './difference.ts';

describe('the difference between two versions of a process', () => {
  const name = fc.constantFrom('Cerro Azul', 'CERRO AZUL S.A.', 'Tres Magueyes', 'Peña', 'Pena Ltda.', 'Colibrí');
  const identifier = fc.option(fc.record({ id: fc.constantFrom('ABC010101AB1', 'ABC010101AB2', '0') }), {
    nil: undefined,
  });
  const party = fc
    .record({ name, identifier })
    .map(({ name: called, identifier: by }) => ({ name: called, ...(by && { identifier: by }) }));
  const award = fc.record({
    id: fc.constantFrom('A-1', 'A-2', 'A-3'),
    value: fc.record({ amount: fc.nat(5), currency: fc.constant('MXN') }),
    suppliers: fc.array(party, { maxLength: 3 }),
  });
  const listed = fc.record({ name, roles: fc.uniqueArray(fc.constantFrom('buyer', 'supplier', 'tenderer')) });
  const process = fc.record(
    {
      title: fc.constantFrom('A', 'B'),
      value: fc.record({ amount: fc.nat(3), currency: fc.constant('MXN') }),
      tenderPeriod: fc.record(
        { startAt: fc.constantFrom(day(1), day(2)), endAt: fc.constantFrom(day(3), day(4)) },
        { requiredKeys: [] },
      ),
      bidders: fc.array(party, { maxLength: 6 }),
      awards: fc.array(award, { maxLength: 4 }),
      parties: fc.array(listed, { maxLength: 5 }),
    },
    { requiredKeys: ['title', 'bidders', 'awards', 'parties'] },
  );
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each) => JSON.stringify(sorted(each))).toSorted();
    if (typeof value !== 'object' || value === null) return value;
    return Object.entries(value)
      .map(([key, inner]) => [key, sorted(inner)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1));
  };

  it('leads from the one to the other, whose lists are the same but for their order', () => {
    fc.assert(
      fc.property(process, process, (was, is) => {
        const before = asJsonObject(was);
        const { value, changes } = compareProcesses(before, asJsonObject(is));
        expect(
          applyPatch(
            before,
            changes.map(({ operation }) => operation),
          ),
        ).toEqual(value);
        expect(sorted(value)).toEqual(sorted(asJsonObject(is)));
      }),
      { numRuns: 500 },
    );
  });

  it('is none between a process and itself, however its roles are ordered', () => {
    fc.assert(
      fc.property(process, (was) => {
        const { changes } = compareProcesses(
          asJsonObject(was),
          asJsonObject({ ...was, parties: was.parties.map((each) => ({ ...each, roles: each.roles.toReversed() })) }),
        );
        expect(changes).toEqual([]);
      }),
    );
  });

  it('tells a list as a whole where most of it changed', () => {
    const bidders = (turn: string) =>
      Array.from({ length: LIST_CHANGES_MAX }, (_, index) => ({ name: `Bidder ${turn} ${index}` }));
    const [was, is]: readonly JsonObject[] = [{ bidders: bidders('one') }, { bidders: bidders('two') }];
    const { changes, value } = compareProcesses(was ?? {}, is ?? {});
    expect(changes.map(({ operation: { op, path } }) => [op, path])).toEqual([['replace', '/bidders']]);
    expect(value).toEqual(is);
  });

  it.each([
    [[{ op: 'remove', path: '/none' }]],
    [[{ op: 'replace', path: '/list/2', value: 1 }]],
    [[{ op: 'add', path: '/list/3', value: 1 }]],
    [[{ op: 'add', path: '/title/deep', value: 1 }]],
    [[{ op: 'add', path: '/list/-1', value: 1 }]],
    [[{ op: 'remove', path: '' }]],
  ] as const)('of another document does not fit: %j', (patch) => {
    expect(() => applyPatch({ title: 'A', list: [1, 2] }, patch)).toThrow('does not fit');
  });
});
