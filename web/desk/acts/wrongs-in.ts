import type { Answered } from '../../app/api.ts';
import { textIn } from '../../app/kept-text.ts';
import type { Ask } from './act.ts';
import { formName, type Written } from './body-of.ts';
import { type Found, fieldsOf, insistedIn } from './fields-of.ts';

export type Refused = Extract<Answered, { kind: 'refused' }>;

/** What is wrong with a field of a form. */
export interface FieldWrong {
  /** By its pointer, without the first slash. */
  readonly field: string;
  readonly ask: Ask;
  readonly what: 'empty' | 'tooLong' | 'tooShort' | 'notNumber' | 'otherwise';
  /** How many characters it may or must have, and how many it has. */
  readonly limit?: number;
  readonly has?: number;
}

const TOO_LONG = /^must not be longer than (\d+) characters$/;
const TOO_SHORT = /^must have at least (\d+) characters$/;

/** Kinds whose value is what somebody typed: only of them a length says anything. */
const TYPED: readonly Ask['kind'][] = ['line', 'text', 'person'];

const isEmpty = (written: Written, field: string): boolean =>
  Object.entries(written).every(
    ([name, text]) =>
      text.trim() === '' || (name !== field && name !== formName(field) && !name.startsWith(`${field}/`)),
  );

interface Said {
  /** By the API. */
  readonly detail: string;
  readonly written: Written;
}

/** What the API says of a field, as a form can tell it: what is missing, too long, too short, or no number. */
const wrongOf = ({ ask, field }: Found, { detail, written }: Said): FieldWrong => {
  const text = (written[field] ?? '').trim();
  if (isEmpty(written, field)) return { field, ask, what: 'empty' };
  if (ask.kind === 'number' && !Number.isFinite(Number(text))) return { field, ask, what: 'notNumber' };
  if (!TYPED.includes(ask.kind)) return { field, ask, what: 'otherwise' };
  const [, most] = TOO_LONG.exec(detail) ?? [];
  if (most !== undefined) return { field, ask, what: 'tooLong', limit: Number(most), has: text.length };
  const [, least] = TOO_SHORT.exec(detail) ?? [];
  if (least !== undefined) return { field, ask, what: 'tooShort', limit: Number(least), has: text.length };
  return { field, ask, what: 'otherwise' };
};

/** The fields that cannot be taken, each with what is wrong with it. */
export const flawsOfFields = (asks: readonly Ask[], { flaws }: Refused, written: Written): readonly FieldWrong[] => {
  const known = fieldsOf(asks, written);
  return flaws.flatMap(({ pointer, detail }) => {
    const found = known(pointer.slice(1));
    return found === undefined ? [] : [wrongOf(found, { detail, written })];
  });
};

/** What the form insists on and was left empty, where the API says only that something is missing. */
export const leftEmpty = (asks: readonly Ask[], written: Written): readonly FieldWrong[] => {
  const known = fieldsOf(asks);
  return insistedIn(asks, written).flatMap((field) => {
    const found = known(field);
    return found === undefined ? [] : [{ ...found, what: 'empty' as const }];
  });
};

const TIMES: readonly Ask['kind'][] = ['instant', 'local', 'day'];

/** The field that a refusal is about, where it repeats what was sent in it; empty where it is about none, or about more than one. */
export const fieldToBlame = (
  asks: readonly Ask[],
  { facts = {} }: Refused,
  sent: Readonly<Record<string, unknown>>,
): string => {
  const known = fieldsOf(asks);
  const pointed = known(textIn(facts['pointer']).slice(1));
  if (pointed !== undefined) return pointed.field;
  const named = Object.entries(facts).flatMap(([name, value]) => {
    const ask = known(name)?.ask;
    if (ask === undefined || sent[name] === undefined) return [];
    // A time is told as an instant, however it was said.
    return value === sent[name] || TIMES.includes(ask.kind) ? [name] : [];
  });
  return named.length === 1 ? (named[0] ?? '') : '';
};
