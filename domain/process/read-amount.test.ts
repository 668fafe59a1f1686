import { describe, expect, it } from 'vitest';
import { readOne, release } from '../../test/support/ocds.ts';
import { COUNT_MAX } from './contracting-process.ts';

const valued = (value: unknown) => readOne(release({ tender: { value } }));

describe('a value', () => {
  it('is an amount and its currency', () => {
    const { process, problems } = valued({ amount: 249_208_228.12, currency: 'MXN' });
    expect(process.value).toEqual({ amount: 249_208_228.12, currency: 'MXN' });
    expect(problems).toEqual([]);
  });

  it('may be nothing', () => {
    expect(valued({ amount: -0, currency: 'MXN' }).process.value).toEqual({ amount: 0, currency: 'MXN' });
  });

  it.each([
    [-1, 'amount-negative /tender/value/amount'],
    [1e15 + 1, 'amount-absurd /tender/value/amount'],
    [Number.POSITIVE_INFINITY, 'amount-absurd /tender/value/amount'],
    ['-5', 'amount-negative /tender/value/amount'],
    ['1e3', 'amount-unreadable /tender/value/amount'],
    ['1,000', 'amount-unreadable /tender/value/amount'],
    ['1.000', 'amount-unreadable /tender/value/amount'],
    ['NaN', 'amount-unreadable /tender/value/amount'],
    ['MXN 5', 'amount-unreadable /tender/value/amount'],
    [true, 'wrong-type /tender/value/amount'],
    [{ amount: 1 }, 'wrong-type /tender/value/amount'],
    [null, 'amount-missing /tender/value'],
  ])('of %j is not used', (amount, problem) => {
    const { process, problems } = valued({ amount, currency: 'MXN' });
    expect(process).not.toHaveProperty('value');
    expect(problems).toEqual([problem]);
  });

  it.each([
    ['1000', 1000],
    [' 1234.5 ', 1234.5],
    ['1.5000', 1.5],
    ['0.125', 0.125],
    ['12345.678', 12_345.678],
  ])('written as text is read where it can only mean one number, and listed: %j', (amount, read) => {
    const { process, problems } = valued({ amount, currency: 'MXN' });
    expect(process.value).toEqual({ amount: read, currency: 'MXN' });
    expect(problems).toEqual(['amount-is-text /tender/value/amount']);
  });

  it.each([
    [undefined, 'currency-missing /tender/value'],
    ['pesos', 'currency-unreadable /tender/value/currency'],
    ['$', 'currency-unreadable /tender/value/currency'],
  ])('in the currency %j is not used', (currency, problem) => {
    const { process, problems } = valued({ amount: 5, currency });
    expect(process).not.toHaveProperty('value');
    expect(problems).toEqual([problem]);
  });

  it('in a currency of small letters is used, and listed', () => {
    const { process, problems } = valued({ amount: 5, currency: 'mxn' });
    expect(process.value).toEqual({ amount: 5, currency: 'MXN' });
    expect(problems).toEqual(['code-irregular /tender/value/currency']);
  });

  it('that says nothing is no problem', () => {
    expect(valued({}).problems).toEqual([]);
  });

  it.each([[[]], ['5 MXN'], [5]])('that is no object is not used: %j', (value) => {
    expect(valued(value).problems).toEqual(['wrong-type /tender/value']);
  });
});

describe('the number of tenderers', () => {
  it.each([0, 6, COUNT_MAX])('is used: %j', (numberOfTenderers) => {
    const { process, problems } = readOne(release({ tender: { numberOfTenderers } }));
    expect(process.numberOfTenderers).toBe(numberOfTenderers);
    expect(problems).toEqual([]);
  });

  it('written as text is used, and listed', () => {
    const { process, problems } = readOne(release({ tender: { numberOfTenderers: '3' } }));
    expect(process.numberOfTenderers).toBe(3);
    expect(problems).toEqual(['number-is-text /tender/numberOfTenderers']);
  });

  it.each([-1, 1.5, COUNT_MAX + 1, 1e300, 'three', '-1'])('is not used when it is %j', (numberOfTenderers) => {
    const { process, problems } = readOne(release({ tender: { numberOfTenderers } }));
    expect(process).not.toHaveProperty('numberOfTenderers');
    expect(problems).toEqual(['number-unreadable /tender/numberOfTenderers']);
  });
});
