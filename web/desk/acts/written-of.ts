import { isRecord } from '../../app/kept-text.ts';
import type { Ask } from './act.ts';
import { pointerOf, rowsName, type Where, type Written } from './body-of.ts';
import { hourIn } from './hour-in-zone.ts';

/** What a form says where something was written before: `bodyOf` makes the same of it again. What the form does not ask for is left out. */
export const writtenOf = (asks: readonly Ask[], before: Readonly<Record<string, unknown>>, where: Where): Written =>
  writtenUnder('', { asks, where }, before);

interface Form {
  readonly asks: readonly Ask[];
  readonly where: Where;
}

const writtenUnder = (under: string, { asks, where }: Form, before: Readonly<Record<string, unknown>>): Written =>
  together(
    asks.map((ask) => {
      const value = before[ask.name];
      return value === undefined ? {} : writtenIn(pointerOf(under, ask.name), { ask, where }, value);
    }),
  );

const together = (all: readonly Written[]): Written => Object.fromEntries(all.flatMap((each) => Object.entries(each)));

const writtenIn = (
  pointer: string,
  { ask, where }: { readonly ask: Ask; readonly where: Where },
  value: unknown,
): Written => {
  switch (ask.kind) {
    case 'group':
      return isRecord(value) ? writtenUnder(pointer, { asks: ask.asks, where }, value) : {};
    case 'rows': {
      const rows = Array.isArray(value) ? value.filter(isRecord) : [];
      const written = rows.map((row, index) => writtenUnder(`${pointer}/${index}`, { asks: ask.asks, where }, row));
      return together([{ [rowsName(pointer)]: String(rows.length) }, ...written]);
    }
    case 'announced':
      return { [pointer]: Array.isArray(value) ? value.map((file) => JSON.stringify(file)).join('\n') : '' };
    case 'instant':
      return { [pointer]: typeof value === 'string' ? hourIn(value, where.zone) : '' };
    case 'tick':
    case 'yes-no':
      return { [pointer]: value === true ? 'yes' : 'no' };
    default:
      return { [pointer]: textOf(value) };
  }
};

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string').join('\n');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
