import type { Ask } from './act.ts';
import { formOf, isAsked, pointerOf, rowSentAs, underOf, type Written } from './body-of.ts';

const ROW = /^\d+$/;

/** What is asked inside of something that is asked: in a group, in each row, in any of several forms. */
export const asksInside = (ask: Ask): readonly Ask[] => {
  switch (ask.kind) {
    case 'group':
    case 'rows':
      return ask.asks;
    case 'either':
      return Object.values(ask.forms).flat();
    default:
      return [];
  }
};

/** Whether the fields of an ask stand under its name. */
const holds = (ask: Ask): boolean => asksInside(ask).length > 0;

/** All that stands at one level: the fields of forms that stand beside their choice, too. */
const levelOf = (asks: readonly Ask[]): readonly Ask[] =>
  asks.flatMap((ask) => (ask.kind === 'either' && ask.inline ? [ask, ...levelOf(asksInside(ask))] : [ask]));

export interface Found {
  readonly ask: Ask;
  /** Where it stands in the form. */
  readonly field: string;
}

/** Finds the field of a form that a JSON pointer of the API is about: the field itself, or the one that holds what is meant. */
export const fieldsOf =
  (asks: readonly Ask[], written: Written = {}) =>
  (pointer: string): Found | undefined =>
    foundAt(asks, pointer.split('/'), { under: '', written });

const isSeen = ({ kind }: Ask): boolean => kind !== 'fixed' && kind !== 'given';

/** What is asked under a name; of what follows from a choice, the choice. */
const askNamed = (asks: readonly Ask[], name: string): Ask | undefined =>
  levelOf(asks).find((ask) => ask.name === name && isSeen(ask)) ??
  asks.find(
    (ask) => ask.kind === 'either' && ask.inline && levelOf(asksInside(ask)).some((each) => each.name === name),
  );

interface Within {
  readonly under: string;
  readonly written: Written;
}

const foundAt = (
  asks: readonly Ask[],
  [name = '', ...rest]: readonly string[],
  { under, written }: Within,
): Found | undefined => {
  const ask = askNamed(asks, name);
  if (ask === undefined) return undefined;
  const found = { ask, field: pointerOf(under, ask.name) };
  const [row = ''] = rest;
  const isRow = ask.kind === 'rows' && ROW.test(row);
  const inside = isRow ? rest.slice(1) : rest;
  if (ask.name !== name || !holds(ask) || inside.length === 0) return found;
  const within = isRow
    ? `${found.field}/${rowSentAs(ask, written, { pointer: found.field, sent: Number(row) })}`
    : found.field;
  return foundAt(asksInside(ask), inside, { under: within, written }) ?? found;
};

/** What the form insists on and nobody filled in, by pointer: where the API says only that something is missing, it is one of these. */
export const insistedIn = (asks: readonly Ask[], written: Written, under = ''): readonly string[] =>
  asks
    .filter((ask) => isAsked(ask, written, under))
    .flatMap((ask) => {
      const pointer = pointerOf(under, ask.name);
      // Nothing is written under the name of a group.
      if (ask.kind === 'group') return insistedIn(ask.asks, written, pointer);
      if (ask.kind === 'either') return insistedIn(formOf(ask, written, pointer) ?? [], written, underOf(ask, pointer));
      return ask.insists && (written[pointer] ?? '').trim() === '' ? [pointer] : [];
    });
