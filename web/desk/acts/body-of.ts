import { jsonIn } from '../../app/kept-text.ts';
import type { Ask } from './act.ts';
import { instantIn } from './hour-in-zone.ts';

/** What somebody has written in a form, by the JSON pointer of each field without its first slash: `value/amount`. */
export type Written = Readonly<Record<string, string>>;

/** How many rows a form shows under a pointer: kept beside what is written, so that a draft comes back with its rows. */
export const rowsName = (pointer: string): string => `${pointer}#`;

/** Where it is kept which of several forms was chosen. */
export const formName = (pointer: string): string => `${pointer}?`;

/** What the form asks for that was chosen among several; undefined where none was. */
export const formOf = (ask: Extract<Ask, { kind: 'either' }>, written: Written, pointer: string) =>
  Object.entries(ask.forms).find(([code]) => code === written[formName(pointer)])?.[1];

/** Under which pointer the fields of a form stand that was chosen among several. */
export const underOf = (ask: Extract<Ask, { kind: 'either' }>, pointer: string): string =>
  ask.inline ? pointer.slice(0, Math.max(0, pointer.length - ask.name.length - 1)) : pointer;

const ROWS_MAX = 100;

/** How many rows of something are shown: one at least where it must be there, so that nobody looks for a button first. */
export const rowsOf = (written: Written, pointer: string, least: number): number => {
  const rows = Number(written[rowsName(pointer)] ?? least);
  return Number.isInteger(rows) && rows >= 0 ? Math.min(rows, ROWS_MAX) : least;
};

/** What is written once a row was taken away: those after it move up. `rows` is how many were shown. */
export const withoutRow = (
  written: Written,
  pointer: string,
  { row, rows }: { readonly row: number; readonly rows: number },
): Written => {
  const moved = (name: string, text: string): Written => {
    const [number, rest] = inRow(name, pointer) ?? [-1, ''];
    if (number < row) return { [name]: text };
    return number === row ? {} : { [`${pointer}/${number - 1}${rest}`]: text };
  };
  const left = Object.entries(written).map(([name, text]) => moved(name, text));
  return { ...Object.fromEntries(left.flatMap((each) => Object.entries(each))), [rowsName(pointer)]: String(rows - 1) };
};

const IN_ROW = /^\d+/;

/** In which row a name stands, and what it is called in it. */
const inRow = (name: string, pointer: string): readonly [number: number, rest: string] | undefined => {
  if (!name.startsWith(`${pointer}/`)) return undefined;
  const inside = name.slice(pointer.length + 1);
  const number = IN_ROW.exec(inside)?.[0];
  return number === undefined ? undefined : [Number(number), inside.slice(number.length)];
};

export interface Where {
  /** The zone of times that are told without one, of the case where there is one: an IANA name. */
  readonly zone: string;
}

/** Where the field of an ask stands. */
export const pointerOf = (under: string, name: string): string => (under === '' ? name : `${under}/${name}`);

/**
 * The body of a request out of what was written. What was left empty is left out; a field that must be there and is empty is left out
 * too, so that the API names it.
 */
export const bodyOf = (asks: readonly Ask[], written: Written, where: Where): Readonly<Record<string, unknown>> =>
  bodyUnder(asks, '', { written, where });

interface Form {
  readonly written: Written;
  readonly where: Where;
}

const bodyUnder = (asks: readonly Ask[], under: string, form: Form): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    asks.flatMap((ask) => {
      if (ask.kind === 'either' && ask.inline) {
        const chosen = formOf(ask, form.written, pointerOf(under, ask.name)) ?? [];
        return Object.entries(bodyUnder(chosen, under, form));
      }
      const value = isAsked(ask, form.written, under)
        ? valueOf(ask, pointerOf(under, ask.name), form)
        : whereNotAsked(ask);
      return value === undefined ? [] : [[ask.name, value]];
    }),
  );

/** Whether a field is asked for as the form stands. */
export const isAsked = ({ when }: Ask, written: Written, under: string): boolean =>
  when === undefined || when.is.includes((written[pointerOf(under, when.field)] ?? '').trim());

/** A list that must be there and is not asked for is empty. */
const whereNotAsked = ({ kind, optional }: Ask): unknown =>
  kind === 'rows' && optional === undefined ? [] : undefined;

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

const valueOf = (ask: Ask, pointer: string, form: Form): unknown => {
  const text = (form.written[pointer] ?? '').trim();
  switch (ask.kind) {
    case 'fixed':
      return ask.value;
    case 'group': {
      const group = bodyUnder(ask.asks, pointer, form);
      return isEmpty(group) && ask.optional ? undefined : group;
    }
    case 'either': {
      const chosen = formOf(ask, form.written, pointer);
      return chosen === undefined ? undefined : bodyUnder(chosen, pointer, form);
    }
    case 'questions':
      return answersUnder(pointer, form.written);
    case 'rows': {
      const rows = rowsIn(ask, pointer, form);
      return rows.length === 0 && ask.optional ? undefined : rows;
    }
    case 'lines':
    case 'choices':
    case 'some-of':
    case 'files':
    case 'hashes': {
      const lines = linesOf(text);
      return lines.length === 0 && ask.optional ? undefined : lines;
    }
    case 'announced': {
      const files = linesOf(text).flatMap((line) => jsonIn(line) ?? []);
      return files.length === 0 && ask.optional ? undefined : files;
    }
    case 'numbers': {
      const numbers = linesOf(text).map((line) => single('number', line, form.where));
      return numbers.length === 0 && ask.optional ? undefined : numbers;
    }
    case 'tick':
      return text === 'yes' ? true : undefined;
    default:
      return text === '' ? undefined : single(ask.kind, text, form.where);
  }
};

/** Every question that was answered; the API names those that were not. */
const answersUnder = (pointer: string, written: Written): readonly object[] =>
  Object.entries(written).flatMap(([name, text]) =>
    name.startsWith(`${pointer}/`) && text !== ''
      ? [{ question: name.slice(pointer.length + 1), yes: text === 'yes' }]
      : [],
  );

type Rows = Extract<Ask, { kind: 'rows' }>;

const shownRows = ({ asks, optional, counts }: Rows, pointer: string, form: Form) =>
  Array.from({ length: rowsOf(form.written, pointer, optional ? 0 : 1) }, (_, row) => {
    const said = bodyUnder(asks, `${pointer}/${row}`, form);
    return { row, said, isSent: !isEmpty(counts === undefined ? said : said[counts]) };
  }).filter(({ isSent }) => isSent);

const rowsIn = (ask: Rows, pointer: string, form: Form): readonly unknown[] =>
  shownRows(ask, pointer, form).map(({ said }) => said);

/** Where the row stands in the form that was sent as the one of this number: those that are empty are not sent. */
export const rowSentAs = (
  ask: Rows,
  written: Written,
  { pointer, sent }: { readonly pointer: string; readonly sent: number },
): number => shownRows(ask, pointer, { written, where: { zone: 'UTC' } })[sent]?.row ?? sent;

/** What cannot be read is sent as it was written: the API says what is wrong with it. */
const single = (kind: Ask['kind'], text: string, { zone }: Where): unknown => {
  switch (kind) {
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case 'yes-no':
      return text === 'yes';
    case 'instant':
      return instantIn(text, zone) ?? text;
    case 'local':
      return { local: text, zone };
    default:
      return text;
  }
};
