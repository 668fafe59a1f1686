import { describe, expect, it } from 'vitest';
import { OCID, readOne, release, releasePackage } from '../../test/support/ocds.ts';
import { type Located, locate } from './located.ts';
import { mergeReleases } from './merge-releases.ts';
import { problemList } from './ocds-problems.ts';
import { below, ROOT } from './places.ts';

const plain = (node: Located): unknown => {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, value]) => [key, plain(value)]));
};

const merge = (...releases: readonly object[]) => {
  const problems = problemList();
  const located = releases
    .map((one, index) => locate(one, below(ROOT, index), problems))
    .filter((node) => node.kind === 'object');
  const merged = mergeReleases(located, problems);
  return {
    merged: merged && plain(merged),
    problems: problems.listed().map(({ code, pointer }) => `${code} ${pointer}`),
  };
};

const on = (day: number, fields: object) => ({ date: `2026-01-0${day}T00:00:00Z`, ...fields });

describe('merging releases', () => {
  it('of none gives none', () => {
    expect(merge()).toEqual({ merged: undefined, problems: [] });
  });

  it('takes them in order of date, not of the document', () => {
    expect(merge(on(2, { status: 'late' }), on(1, { status: 'early' })).merged).toMatchObject({ status: 'late' });
  });

  it('compares dates as instants, whatever their zones', () => {
    const early = { date: '2026-01-02T01:00:00+09:00', status: 'early' };
    const late = { date: '2026-01-01T20:00:00-06:00', status: 'late' };
    expect(merge(late, early).merged).toMatchObject({ status: 'late' });
  });

  it('keeps the order of the document at one instant', () => {
    expect(merge(on(1, { status: 'first' }), on(1, { status: 'second' })).merged).toMatchObject({ status: 'second' });
  });

  it('takes those without a date that can be used as older than all others, and lists them', () => {
    expect(merge(on(1, { status: 'dated' }), { status: 'undated' }, { date: '0001-01-01', status: 'absurd' })).toEqual({
      merged: { date: '2026-01-01T00:00:00Z', status: 'dated' },
      problems: ['date-missing /1', 'date-missing /2'],
    });
  });

  it('merges objects by key', () => {
    const tender = merge(on(1, { tender: { a: 1, b: { c: 1 } } }), on(2, { tender: { b: { d: 2 }, e: 3 } })).merged;
    expect(tender).toMatchObject({ tender: { a: 1, b: { c: 1, d: 2 }, e: 3 } });
  });

  it('merges entries with ids by id, text or number, and appends new ones', () => {
    const before = { awards: [{ id: 1, status: 'pending', title: 'A' }, { id: '2' }] };
    const after = { awards: [{ id: '3' }, { id: '1', status: 'active' }] };
    expect(merge(on(1, before), on(2, after)).merged).toMatchObject({
      awards: [{ id: '1', status: 'active', title: 'A' }, { id: '2' }, { id: '3' }],
    });
  });

  it('merges the second entry of an id with the second, never with the first', () => {
    const before = {
      parties: [
        { id: 'x', roles: ['buyer'] },
        { id: 'x', roles: ['payer'] },
      ],
    };
    const after = { parties: [{ id: 'x', name: 'X' }] };
    expect(merge(on(1, before), on(2, after)).merged).toMatchObject({
      parties: [
        { id: 'x', name: 'X', roles: ['buyer'] },
        { id: 'x', roles: ['payer'] },
      ],
    });
  });

  it('replaces lists whose entries have no ids', () => {
    expect(merge(on(1, { roles: ['buyer', 'payer'] }), on(2, { roles: ['payer'] })).merged).toMatchObject({
      roles: ['payer'],
    });
    expect(merge(on(1, { changes: [{ id: 1 }, {}] }), on(2, { changes: [{ id: 2 }] })).merged).toMatchObject({
      changes: [{ id: 2 }],
    });
  });

  it('keeps entries with ids beside entries without, and replaces only the latter', () => {
    const before = { awards: [{ id: '1', title: 'A' }, { title: 'without id' }] };
    expect(merge(on(1, before), on(2, { awards: [{ id: '2' }] })).merged).toMatchObject({
      awards: [{ id: '1', title: 'A' }, { id: '2' }, { title: 'without id' }],
    });
    expect(merge(on(1, before), on(2, { awards: [{ title: 'another' }, { id: 1, title: 'B' }] })).merged).toMatchObject(
      {
        awards: [{ id: 1, title: 'B' }, { title: 'another' }],
      },
    );
  });

  it('changes nothing in a list of objects where a later one is empty, and empties every other list', () => {
    const before = {
      awards: [{ id: '1' }],
      items: [{ quantity: 1 }],
      roles: ['buyer'],
      additionalIdentifiers: [{ id: 1 }],
    };
    const empty = { awards: [], items: [], roles: [], additionalIdentifiers: [] };
    expect(merge(on(1, before), on(2, empty)).merged).toMatchObject({
      awards: [{ id: '1' }],
      items: [{ quantity: 1 }],
      roles: [],
      additionalIdentifiers: [],
    });
  });

  it('replaces a list that holds anything but objects, even beside objects with ids', () => {
    const merged = merge(on(1, { awards: [{ id: 1 }, { id: 2 }] }), on(2, { awards: [{ id: 1 }, 'x'] })).merged;
    expect(merged).toMatchObject({ awards: [{ id: 1 }, 'x'] });
  });

  it('replaces as a whole the lists that OCDS says so of', () => {
    const merged = merge(
      on(1, { additionalIdentifiers: [{ id: '1' }] }),
      on(2, { additionalIdentifiers: [{ id: '2' }] }),
    ).merged;
    expect(merged).toMatchObject({ additionalIdentifiers: [{ id: '2' }] });
  });

  it('removes what null says is no more', () => {
    const merged = merge(
      on(1, { tender: { title: 'A', value: { amount: 1 } } }),
      on(2, { tender: { value: null } }),
    ).merged;
    expect(merged).toEqual({ date: '2026-01-02T00:00:00Z', tender: { title: 'A' } });
  });

  it('lets what was removed come back', () => {
    const merged = merge(on(1, { a: 1 }), on(2, { a: null }), on(3, { a: { b: 2 } })).merged;
    expect(merged).toMatchObject({ a: { b: 2 } });
  });

  it('never lets a single value replace an object or a list, and lists it', () => {
    expect(merge(on(1, { tender: { title: 'A' }, awards: [] }), on(2, { tender: 'none', awards: 5 }))).toEqual({
      merged: { date: '2026-01-02T00:00:00Z', tender: { title: 'A' }, awards: [] },
      problems: ['type-differs /1/tender', 'type-differs /1/awards'],
    });
  });

  it('lists an earlier value of another type that a later object or list replaced', () => {
    expect(merge(on(1, { tender: 'none', awards: {} }), on(2, { tender: { title: 'A' }, awards: [] }))).toEqual({
      merged: { date: '2026-01-02T00:00:00Z', tender: { title: 'A' }, awards: [] },
      problems: ['type-differs /0/tender', 'type-differs /0/awards'],
    });
  });

  it('leaves the releases as they were', () => {
    const problems = problemList();
    const located = [on(1, { awards: [{ id: 1, a: 1 }] }), on(2, { awards: [{ id: 1, a: 2 }], tender: { b: 1 } })].map(
      (one, index) => locate(one, below(ROOT, index), problems),
    );
    const before = located.map(plain);
    mergeReleases(
      located.filter((node) => node.kind === 'object'),
      problems,
    );
    expect(located.map(plain)).toEqual(before);
  });

  it('looks at each entry as often as it comes, however many came before', () => {
    let looks = 0;
    const counted = (node: Located): Located => {
      if (node.kind === 'list') return { ...node, items: node.items.map(counted) };
      if (node.kind !== 'object') return node;
      const entries = new Map([...node.entries].map(([key, value]) => [key, counted(value)]));
      const get = (key: string): Located | undefined => {
        if (key === 'id') looks += 1;
        return Map.prototype.get.call(entries, key) as Located | undefined;
      };
      return { ...node, entries: Object.assign(entries, { get }) };
    };
    const awards = (first: number) => [{ id: first }, { id: first + 1 }];
    const releases = Array.from({ length: 100 }, (_none, index) => on(1, { awards: awards(index * 2) }));
    const problems = problemList();
    const located = releases
      .map((one) => counted(locate(one, ROOT, problems)))
      .filter((node) => node.kind === 'object');
    expect(mergeReleases(located, problems)?.entries.get('awards')).toMatchObject({ items: { length: 200 } });
    expect(looks).toBe(200);
  });
});

describe('a process of several releases', () => {
  it('is dated by the newest, and points at where each fact was written', () => {
    const { process, problems } = readOne(
      releasePackage(
        release({ id: '2', date: '2026-03-05T00:00:00Z', tender: { title: 'B', status: 'Active' } }),
        release({ id: '1', date: '2026-03-01T00:00:00Z', tender: { title: 'A', procurementMethod: 'Open' } }),
      ),
    );
    expect(process).toMatchObject({ ocid: OCID, title: 'B', tenderStatus: 'active', procurementMethod: 'open' });
    expect(process.publishedAt).toBe('2026-03-05T00:00:00.000Z');
    expect(problems).toEqual([
      'code-irregular /releases/1/tender/procurementMethod',
      'code-irregular /releases/0/tender/status',
    ]);
  });

  it('points at the later of the two that together are wrong', () => {
    const period = (dates: object) => ({ tender: { tenderPeriod: dates } });
    const { problems } = readOne(
      releasePackage(
        release({ id: '1', ...period({ startDate: '2026-03-09T00:00:00Z' }) }),
        release({ id: '2', date: '2026-03-05T00:00:00Z', ...period({ endDate: '2026-03-08T00:00:00Z' }) }),
      ),
    );
    expect(problems).toEqual(['period-reversed /releases/1/tender/tenderPeriod']);
  });

  it('lists a release that came twice', () => {
    const { problems } = readOne(releasePackage(release(), release()));
    expect(problems).toEqual(['duplicate-id /releases/1']);
  });

  it('does not list what a later release put right', () => {
    const { problems } = readOne(
      releasePackage(
        release({ id: '1', tender: { status: 'Abierta' } }),
        release({ id: '2', date: '2026-03-05T00:00:00Z', tender: { status: 'active' } }),
      ),
    );
    expect(problems).toEqual([]);
  });
});
