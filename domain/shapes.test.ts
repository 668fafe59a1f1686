import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AMOUNT_MAX,
  coordinates,
  isPlausibleTime,
  money,
  NARRATIVE_LENGTH_MAX,
  narrative,
  reason,
  text,
  time,
  title,
} from './shapes.ts';

const takes = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success;

describe('what people write', () => {
  it.each(['a', 'Ñandú', '漢字', '¿?', '😀', 'two\nlines\tand a tab', ' spaced '])('may be %j', (value) => {
    expect(takes(title, value)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['only space', ' \n\t'],
    ['only what nobody sees', '\u200b\u200d\ufeff'],
    ['half of a character', 'a\ud83d'],
    ['a control character', 'a\u0000b'],
    ['a bell', 'a\u0007'],
    ['a turn of direction', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['a mark of direction', 'a\u200fb'],
    ['an Arabic mark of direction', 'a\u061cb'],
    ['a control character of the second set', 'a\u0085b'],
    ['a tag that nobody sees', 'a\u{e0041}b'],
    ['an annotation', 'a\ufff9b'],
    ['only marks that stand on a letter', ' \u0301\u0308 '],
    ['no text', 7],
  ])('may not be %s', (_, value) => {
    expect(takes(title, value)).toBe(false);
  });

  /** What takes room at most, and shows nothing: blanks, what joins, what a font leaves out, letters and symbols without ink. */
  const unseen = fc.constantFrom(
    '\u3164',
    '\uffa0',
    '\u115f',
    '\u1160',
    '\u2800',
    '\u{1d159}',
    ' ',
    '\t',
    '\u00a0',
    '\u3000',
    '\u2003',
    '\u00ad',
    '\u034f',
    '\u17b4',
    '\u180e',
    '\u200b',
    '\u2060',
    '\ufe0f',
    '\ufeff',
  );

  it('is more than what nobody sees, however much of it there is, and may hold it beside what is read', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: unseen, maxLength: 50 }),
        fc.string({ unit: unseen, maxLength: 50 }),
        (one, other) => {
          expect(takes(title, one + other)).toBe(false);
          expect(takes(title, `${one}제목${other}`)).toBe(true);
        },
      ),
    );
  });

  it('is kept composed and without blanks around it, markup as it is', () => {
    expect(title.parse(' \u00a0an\u0303o\n ')).toBe('año');
    expect(title.parse('<b onclick="x()">bold</b> & more')).toBe('<b onclick="x()">bold</b> & more');
    expect([takes(text(3), '  año  '), takes(text(3), 'an\u0303o')]).toEqual([true, true]);
  });

  it('has a longest length, in code points', () => {
    expect([takes(text(2), '😀😀'), takes(text(2), '😀😀a')]).toEqual([true, false]);
    expect([takes(title, 'x'.repeat(200)), takes(title, 'x'.repeat(201))]).toEqual([true, false]);
    expect([takes(reason, 'x'.repeat(2_000)), takes(reason, 'x'.repeat(2_001))]).toEqual([true, false]);
    expect(takes(narrative, 'x'.repeat(NARRATIVE_LENGTH_MAX + 1))).toBe(false);
  });
});

describe('a time that people send', () => {
  it.each([
    ['2026-03-02T09:00:00-06:00', '2026-03-02T15:00:00.000Z'],
    ['2026-03-02T15:00:00Z', '2026-03-02T15:00:00.000Z'],
    ['2026-03-02T15:00:00.123456789Z', '2026-03-02T15:00:00.123Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ])('%s is kept as %s', (sent, kept) => {
    expect(time.parse(sent)).toBe(kept);
  });

  it.each([
    ['without a zone', '2026-03-02T15:00:00'],
    ['a date', '2026-03-02'],
    ['a day that is not', '2026-02-30T15:00:00Z'],
    ['a leap day in another year', '2026-02-29T15:00:00Z'],
    ['a month that is not', '2026-13-01T15:00:00Z'],
    ['an hour that is not', '2026-03-02T25:00:00Z'],
    ['the end of a day as hour 24', '2026-03-02T24:00:00Z'],
    ['a leap second', '2026-06-30T23:59:60Z'],
    ['a year long past', '1989-12-31T23:59:59Z'],
    ['a year far ahead', '2101-01-01T00:00:00Z'],
    ['words', 'yesterday'],
    ['a number', 1_772_463_600_000],
  ])('may not be %s', (_, sent) => {
    expect(takes(time, sent)).toBe(false);
  });
});

describe('money', () => {
  it('is an amount in a currency', () => {
    expect(takes(money, { amount: 0, currency: 'MXN' })).toBe(true);
    expect(takes(money, { amount: AMOUNT_MAX, currency: 'DOP' })).toBe(true);
  });

  it.each([
    { amount: -1, currency: 'MXN' },
    { amount: AMOUNT_MAX * 2, currency: 'MXN' },
    { amount: Number.NaN, currency: 'MXN' },
    { amount: Number.POSITIVE_INFINITY, currency: 'MXN' },
    { amount: '7', currency: 'MXN' },
    { amount: 7, currency: 'pesos' },
    { amount: 7 },
    { amount: 7, currency: 'MXN', more: true },
  ])('is not %j', (value) => {
    expect(takes(money, value)).toBe(false);
  });
});

describe('coordinates', () => {
  it('lie on the earth', () => {
    expect(takes(coordinates, { latitude: -90, longitude: 180, accuracyMetres: 12 })).toBe(true);
    expect(takes(coordinates, { latitude: 90.1, longitude: 0 })).toBe(false);
    expect(takes(coordinates, { latitude: 0, longitude: -181 })).toBe(false);
    expect(takes(coordinates, { latitude: 0, longitude: 0, accuracyMetres: -1 })).toBe(false);
  });
});

describe('a year', () => {
  it('is taken from 1990 to 2100, both included', () => {
    const times = ['1989-12-31', '1990-01-01', '2100-12-31', '2101-01-01'].map((day) => `${day}T12:00:00Z`);
    expect(times.map(isPlausibleTime)).toEqual([false, true, true, false]);
  });
});
