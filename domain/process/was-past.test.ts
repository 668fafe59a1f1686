import { describe, expect, it } from 'vitest';
import type { Json } from '../../events/shapes.ts';
import { day } from '../../test/support/cast.ts';
import { readOne, release } from '../../test/support/ocds.ts';
import type { Change } from './difference.ts';
import { type Moment, wasPast } from './was-past.ts';

const { process } = readOne(release());
const NOW = day(10);
const at = (known: object, head: Moment['head'] = {}): Moment => ({ known: { ...process, ...known }, head, now: NOW });

const OPEN = at({ tenderPeriod: { startAt: day(1), endAt: day(11) } });
const CLOSED = at({ tenderPeriod: { startAt: day(1), endAt: NOW } });

const add = (path: string, value: Json = 'x', more: object = {}): Change => ({
  operation: { op: 'add', path, value },
  ...more,
});
const replace = (path: string, was: Json, value: Json = 'x', more: object = {}): Change => ({
  operation: { op: 'replace', path, value },
  was,
  ...more,
});
const remove = (path: string, was: Json, more: object = {}): Change => ({
  operation: { op: 'remove', path },
  was,
  ...more,
});

/** Of each change whether it was past, one after the other. */
const pastIn = (moment: Moment, ...changes: readonly Change[]): readonly boolean[] =>
  changes.map((change) => wasPast(change, moment));

describe('the terms on which people bid', () => {
  const changes = [replace('/title', 'A'), remove('/value', 1), add('/description')];

  it('are past once nobody can bid any more; what is told for the first time changes none', () => {
    expect(pastIn(OPEN, ...changes)).toEqual([false, false, false]);
    expect(pastIn(CLOSED, ...changes)).toEqual([true, true, false]);
    expect(pastIn(at({}), ...changes)).toEqual([false, false, false]);
    expect(pastIn(at({}, { bidsOpenedAt: day(9) }), ...changes)).toEqual([true, true, false]);
    for (const tenderStatus of ['cancelled', 'unsuccessful', 'complete', 'withdrawn'])
      expect(pastIn(at({ tenderStatus }), ...changes)).toEqual([true, true, false]);
    expect(pastIn(at({ tenderStatus: 'active' }), ...changes)).toEqual([false, false, false]);
  });

  it('say nothing of what is no part of them', () => {
    expect(pastIn(CLOSED, replace('/language', 'es'), replace('/publishedAt', day(1)), replace('/nothing', 1))).toEqual(
      [false, false, false],
    );
  });
});

describe('a term of the process', () => {
  it('is past where a date of it had gone by, or the tender had closed', () => {
    const gone = replace('/tenderPeriod/startAt', NOW);
    const ahead = replace('/tenderPeriod/endAt', day(11));
    expect(pastIn(OPEN, gone, ahead, add('/tenderPeriod/endAt'))).toEqual([true, false, false]);
    expect(pastIn(CLOSED, ahead, add('/tenderPeriod/endAt'))).toEqual([true, false]);
    const whole = (startAt: string, endAt: string) => replace('/enquiryPeriod', { startAt, endAt });
    expect(pastIn(OPEN, whole(day(9), day(12)), whole(day(11), day(12)), whole(day(12), day(9)))).toEqual([
      true,
      false,
      true,
    ]);
    expect(pastIn(OPEN, replace('/enquiryPeriod', { startAt: day(9) }), replace('/enquiryPeriod', {}))).toEqual([
      true,
      false,
    ]);
    expect(pastIn(OPEN, replace('/enquiryPeriod', null), replace('/enquiryPeriod', 7))).toEqual([false, false]);
  });

  it('of the award runs until the award is on record', () => {
    const moved = replace('/awardPeriod/endAt', day(20));
    const award = { decision: 'awarded' as const, decidedAt: day(9) };
    expect(pastIn(CLOSED, moved)).toEqual([false]);
    expect(wasPast(moved, { ...OPEN, head: { award } })).toBe(true);
    expect(wasPast(replace('/tenderPeriod/endAt', day(11)), { ...OPEN, head: { award } })).toBe(false);
  });
});

describe('who bids', () => {
  const bidders = [{ name: 'Tres Magueyes' }];

  it('is past once nobody can bid any more, and a published list grows no more', () => {
    const changes = [add('/bidders/1'), add('/bidders/0/identifier'), replace('/bidders/0/name', 'A')];
    expect(pastIn(at({ ...OPEN.known, bidders }), ...changes)).toEqual([false, false, false]);
    expect(pastIn(at({ ...CLOSED.known, bidders }), ...changes)).toEqual([true, false, true]);
    expect(pastIn(at({ ...CLOSED.known, bidders: [] }), ...changes)).toEqual([false, false, true]);
  });

  it('and with what is so as well, but for what is ruled on a bid', () => {
    const changes = [
      add('/bids/1'),
      add('/bids/0/value'),
      replace('/bids/0/value', 1),
      replace('/bids/0/status', 'valid'),
    ];
    const bids = [{ id: '1', tenderers: [] }];
    expect(pastIn(at({ ...OPEN.known, bids }), ...changes)).toEqual([false, false, false, false]);
    expect(pastIn(at({ ...CLOSED.known, bids }), ...changes)).toEqual([true, false, true, false]);
    expect(pastIn(CLOSED, ...changes)).toEqual([false, false, true, false]);
    expect(pastIn(at({ ...CLOSED.known, bids: [] }), add('/bids/0'))).toEqual([false]);
  });

  it('is who it was: parties come and take on roles', () => {
    const changes = [replace('/parties/0/roles', 1), replace('/parties/0/name', 'A'), add('/parties/3')];
    expect(pastIn(CLOSED, ...changes)).toEqual([false, true, false]);
    expect(pastIn(OPEN, ...changes)).toEqual([false, false, false]);
  });
});

describe('an award', () => {
  const value = (entry: Json) => replace('/awards/0/value', 1, 2, { entry });

  it('is past once it is decided', () => {
    expect(
      pastIn(
        OPEN,
        value({ status: 'active' }),
        value({ status: 'pending', decidedAt: day(1) }),
        value({ decidedAt: NOW }),
        value({ decidedAt: day(11) }),
        value({}),
      ),
    ).toEqual([true, false, true, false, false]);
    const decided = { entry: { status: 'active' } };
    expect(pastIn(OPEN, add('/awards/1', 'x', decided), add('/awards/0/value', 'x', decided))).toEqual([false, true]);
    expect(pastIn(OPEN, remove('/awards/0', 'x', decided))).toEqual([true]);
  });

  it('among others that changed as a whole was past where one of them was', () => {
    const list = (...was: Json[]) => replace('/awards', was);
    expect(
      pastIn(OPEN, list({ status: 'pending' }, { status: 'active' }), list({ status: 'pending' }), list()),
    ).toEqual([true, false, false]);
    expect(pastIn(OPEN, replace('/awards', null))).toEqual([false]);
  });
});

describe('a contract', () => {
  const value = (entry: Json) => replace('/contracts/0/value', 1, 2, { entry });

  it('is past once it is signed, or goes on without a date', () => {
    expect(
      pastIn(
        OPEN,
        value({ signedAt: NOW }),
        value({ signedAt: day(11), status: 'active' }),
        value({ status: 'active' }),
        value({ status: 'pending' }),
        value({}),
      ),
    ).toEqual([true, false, true, false, false]);
    const signed = { entry: { signedAt: day(1) } };
    expect(pastIn(OPEN, add('/contracts/1', 'x', signed), add('/contracts/0/value', 'x', signed))).toEqual([
      false,
      true,
    ]);
    expect(pastIn(OPEN, remove('/contracts/0', 'x', signed))).toEqual([true]);
    expect(pastIn(OPEN, replace('/contracts', [{}, { signedAt: day(1) }]), replace('/contracts', [{}]))).toEqual([
      true,
      false,
    ]);
  });

  it('lives on: it ends once, and its amendments are not taken back', () => {
    const status = (was: string) =>
      replace('/contracts/0/status', was, 'x', { entry: { status: was, signedAt: day(1) } });
    expect(pastIn(OPEN, status('active'), status('terminated'), status('cancelled'))).toEqual([false, true, true]);
    const amendments = (was: number, now: number) =>
      replace('/contracts/0/amendments', was, now, { entry: { signedAt: day(1) } });
    expect(pastIn(OPEN, amendments(2, 3), amendments(2, 2), amendments(2, 1))).toEqual([false, false, true]);
    expect(pastIn(OPEN, add('/contracts/0/amendments', 1, { was: 2, entry: { signedAt: day(1) } }))).toEqual([false]);
  });
});

describe('what was published', () => {
  it('grows, and is not taken away', () => {
    const documents = (was: Json, now: Json) => replace('/documents/tender', was, now);
    expect(pastIn(OPEN, documents(2, 3), documents(2, 2), documents(2, 1), documents('2', 1))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(pastIn(OPEN, remove('/documents/tender', 2), add('/documents/tender', 1, { was: 2 }))).toEqual([
      false,
      false,
    ]);
  });

  it('of how a process ended is past as soon as it is told', () => {
    expect(pastIn(OPEN, replace('/ended', 'cancelled'), add('/ended'))).toEqual([true, false]);
    const over = at({ tenderStatus: 'complete' });
    expect(pastIn(over, replace('/tenderStatus', 'complete'), add('/tenderStatus'))).toEqual([true, false]);
    expect(pastIn(CLOSED, replace('/tenderStatus', 'active'))).toEqual([false]);
  });
});
