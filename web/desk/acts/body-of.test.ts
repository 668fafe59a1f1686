import { describe, expect, it } from 'vitest';
import type { Ask } from './act.ts';
import { bodyOf, withoutRow } from './body-of.ts';
import { fieldsOf, insistedIn } from './fields-of.ts';
import { REPORTS } from './reports.ts';

const where = { zone: 'America/Bogota' };
const body = (asks: readonly Ask[], written: Readonly<Record<string, string>>) => bodyOf(asks, written, where);

describe('the body of a request', () => {
  it('holds what was written, trimmed, and leaves out what was not', () => {
    const asks: readonly Ask[] = [
      { name: 'reason', kind: 'text' },
      { name: 'note', kind: 'line', optional: true },
    ];
    expect(body(asks, { reason: '  A storm. ', note: ' ' })).toEqual({ reason: 'A storm.' });
  });

  it('says numbers, answers and ticks as what they are, and sends what is no number as it was written', () => {
    const asks: readonly Ask[] = [
      { name: 'months', kind: 'number' },
      { name: 'stands', kind: 'yes-no' },
      { name: 'sanitised', kind: 'tick' },
      { name: 'other', kind: 'tick' },
    ];
    expect(body(asks, { months: '6', stands: 'no', sanitised: 'yes' })).toEqual({
      months: 6,
      stands: false,
      sanitised: true,
    });
    expect(body(asks, { months: 'six' })).toEqual({ months: 'six' });
  });

  it('tells a time of a place with its zone, and an instant as one', () => {
    const asks: readonly Ask[] = [
      { name: 'heldAt', kind: 'local' },
      { name: 'signedAt', kind: 'instant' },
    ];
    expect(body(asks, { heldAt: '2026-11-30T10:00', signedAt: '2026-11-30T15:00Z' })).toEqual({
      heldAt: { local: '2026-11-30T10:00', zone: 'America/Bogota' },
      signedAt: '2026-11-30T15:00:00.000Z',
    });
    expect(body(asks, { signedAt: 'soon' })).toEqual({ signedAt: 'soon' });
  });

  it('reads a list line by line', () => {
    const asks: readonly Ask[] = [{ name: 'present', kind: 'lines' }];
    expect(body(asks, { present: 'witness-1\n\n witness-2 ' })).toEqual({ present: ['witness-1', 'witness-2'] });
    expect(body(asks, {})).toEqual({ present: [] });
    expect(body([{ name: 'present', kind: 'lines', optional: true }], {})).toEqual({});
    const events: Ask = { name: 'events', kind: 'numbers', optional: true };
    expect(body([events], { events: '3\n 12\nsoon' })).toEqual({ events: [3, 12, 'soon'] });
    expect(body([events], { events: ' ' })).toEqual({});
  });

  it('holds groups and rows; an optional group of which nothing was given, and rows that are empty, are left out', () => {
    const value: Ask = {
      name: 'value',
      kind: 'group',
      optional: true,
      asks: [
        { name: 'amount', kind: 'number' },
        { name: 'currency', kind: 'line' },
      ],
    };
    const to: Ask = { name: 'to', kind: 'line' };
    const rows: Ask = { name: 'recommendations', kind: 'rows', asks: [to] };
    expect(body([value], {})).toEqual({});
    expect(body([value], { 'value/amount': '10', 'value/currency': 'MXN' })).toEqual({
      value: { amount: 10, currency: 'MXN' },
    });
    const written = { 'recommendations#': '3', 'recommendations/0/to': 'one', 'recommendations/2/to': 'three' };
    expect(body([rows], written)).toEqual({ recommendations: [{ to: 'one' }, { to: 'three' }] });
    expect(body([rows], { 'recommendations/0/to': 'one' })).toEqual({ recommendations: [{ to: 'one' }] });
    expect(body([{ ...rows, optional: true }], {})).toEqual({});
  });
});

describe('the text of a report', () => {
  it('drops nothing that somebody began to say: what is missing of it the API names', () => {
    const { asks } = REPORTS['draft-report'];
    const written = { 'recommendations/0/to': 'The council', 'leavesOut/0/reason': 'Not of this process.' };
    expect(body(asks, written)).toMatchObject({
      recommendations: [{ to: 'The council' }],
      leavesOut: [{ reason: 'Not of this process.' }],
    });
    expect(body(asks, {})).toMatchObject({ recommendations: [], leavesOut: [] });
  });
});

describe('the field that a pointer of the API is about', () => {
  const asks: readonly Ask[] = [
    { name: 'heldAt', kind: 'local' },
    { name: 'rows', kind: 'rows', asks: [{ name: 'to', kind: 'line' }] },
  ];

  it('is the field itself, also inside a row, or the one that holds what is meant', () => {
    const field = fieldsOf(asks);
    expect(field('heldAt')?.field).toBe('heldAt');
    expect(field('heldAt/local')?.field).toBe('heldAt');
    expect(field('rows/0/to')?.field).toBe('rows/0/to');
    expect(field('rows/0')?.field).toBe('rows');
    expect(field('rows/0/unknown')?.field).toBe('rows');
    expect(field('unknown')).toBeUndefined();
  });

  it('is the choice, of what follows from it and is asked nowhere', () => {
    const says = (value: string): Ask => ({ name: 'decision', kind: 'fixed', value });
    const forms = { awarded: [says('awarded')], none: [says('none')] };
    const field = fieldsOf([{ name: 'from', kind: 'either', inline: true, words: 'sources', forms }]);
    expect(field('decision')?.field).toBe('from');
  });
});

describe('what a form insists on', () => {
  it('is told while it is empty and asked for, in the chosen form too', () => {
    const number: Ask = { name: 'number', kind: 'line', insists: true, when: { field: 'outcome', is: ['opened'] } };
    const asks: readonly Ask[] = [
      number,
      {
        name: 'owner',
        kind: 'either',
        words: 'owners',
        forms: { authority: [{ name: 'profile', kind: 'line', insists: true }], organisation: [] },
      },
    ];
    expect(insistedIn(asks, { outcome: 'opened', 'owner?': 'authority' })).toEqual(['number', 'owner/profile']);
    expect(insistedIn(asks, { outcome: 'opened', number: ' OIC-1 ', 'owner?': 'organisation' })).toEqual([]);
    expect(insistedIn(asks, { outcome: 'closed' })).toEqual([]);
  });
});

describe('a row that is taken away', () => {
  it('leaves those before it where they are, and those after it move up with all that they hold', () => {
    const written = {
      other: 'x',
      'rows#': '3',
      'rows/0/name': 'a',
      'rows/1/name': 'b',
      'rows/1/id': 'b1',
      'rows/2/name': 'c',
      'rows/2/inside#': '1',
      'rows/2/inside/0/id': 'c1',
      'rows/2/form?': 'one',
      'rowsOfMore/1/name': 'y',
    };
    expect(withoutRow(written, 'rows', { row: 1, rows: 3 })).toEqual({
      other: 'x',
      'rows#': '2',
      'rows/0/name': 'a',
      'rows/1/name': 'c',
      'rows/1/inside#': '1',
      'rows/1/inside/0/id': 'c1',
      'rows/1/form?': 'one',
      'rowsOfMore/1/name': 'y',
    });
  });
});
