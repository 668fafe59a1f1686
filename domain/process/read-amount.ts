import { AMOUNT_MAX } from '../shapes.ts';
import { COUNT_MAX } from './contracting-process.ts';
import { at, type Located, type LocatedObject, objectAt } from './located.ts';
import type { OcdsProblemCode, ProblemList } from './ocds-problems.ts';
import { textAt, textOf } from './read-text.ts';

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** What a number says, and what is wrong with it. Without `amount` it cannot be used. */
interface NumberReading {
  readonly amount?: number;
  readonly problem?: OcdsProblemCode;
}

const NUMBER = /^-?\d{1,20}(\.\d{1,10})?$/;
// 1.500 is one and a half to one publisher and fifteen hundred to the next.
const AMBIGUOUS = /^-?[1-9]\d{0,2}\.\d{3}$/;

/** The OCDS `Value` under a key. An amount without its currency is no money, and is listed. */
export const moneyAt = (node: LocatedObject | undefined, key: string, problems: ProblemList): Money | undefined => {
  const value = objectAt(node, key, problems);
  if (value === undefined) return undefined;
  const amount = amountOf(value, problems);
  if (amount === undefined) return undefined;
  const currency = currencyOf(value, problems);
  return currency === undefined ? undefined : { amount, currency };
};

const amountOf = (value: LocatedObject, problems: ProblemList): number | undefined => {
  const found = at(value, 'amount');
  if (found === undefined) {
    if (value.entries.size > 0) problems.note('amount-missing', value.place);
    return undefined;
  }
  const reading = readNumber(found, problems);
  if (reading?.problem !== undefined) problems.note(reading.problem, found.place);
  return reading?.amount;
};

const readNumber = (found: Located, problems: ProblemList): NumberReading | undefined => {
  if (found.kind === 'scalar' && typeof found.value === 'number') return weigh(found.value);
  const text = textOf(found, problems)?.value.trim();
  if (text === undefined) return undefined;
  if (!NUMBER.test(text) || AMBIGUOUS.test(text)) return { problem: 'amount-unreadable' };
  return { problem: 'amount-is-text', ...weigh(Number(text)) };
};

const weigh = (amount: number): NumberReading => {
  if (amount < 0) return { problem: 'amount-negative' };
  // JSON has no infinity, but a parser makes one of 1e999.
  return amount <= AMOUNT_MAX ? { amount: amount + 0 } : { problem: 'amount-absurd' };
};

const currencyOf = (value: LocatedObject, problems: ProblemList): string | undefined => {
  const text = textAt(value, 'currency', problems);
  if (text === undefined) {
    problems.note('currency-missing', value.place);
    return undefined;
  }
  const currency = text.value.trim();
  if (/^[A-Z]{3}$/.test(currency)) return currency;
  if (/^[A-Za-z]{3}$/.test(currency)) {
    problems.note('code-irregular', text.place);
    return currency.toUpperCase();
  }
  problems.note('currency-unreadable', text.place);
  return undefined;
};

/** The whole number under a key, from 0 to `COUNT_MAX`. */
export const countAt = (node: LocatedObject | undefined, key: string, problems: ProblemList): number | undefined => {
  const found = at(node, key);
  if (found === undefined) return undefined;
  const isNumber = found.kind === 'scalar' && typeof found.value === 'number';
  const written = isNumber ? String(found.value) : textOf(found, problems)?.value.trim();
  if (written === undefined) return undefined;
  const number = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
  if (!(number <= COUNT_MAX)) problems.note('number-unreadable', found.place);
  else if (!isNumber) problems.note('number-is-text', found.place);
  return number <= COUNT_MAX ? number : undefined;
};
