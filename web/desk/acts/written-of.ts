import { isRecord } from '../../app/kept-text.ts';
import type { Ask } from './act.ts';
import { pointerOf, rowsName, type Written } from './body-of.ts';

/** What a form says where something was written before: `bodyOf` makes the same of it again. What the form does not ask for is left out. */
export const writtenOf = (asks: readonly Ask[], before: Readonly<Record<string, unknown>>, under = ''): Written =>
  together(
    asks.map((ask) => {
      const value = before[ask.name];
      return value === undefined ? {} : writtenIn(ask, pointerOf(under, ask.name), value);
    }),
  );

const together = (all: readonly Written[]): Written => Object.fromEntries(all.flatMap((each) => Object.entries(each)));

const writtenIn = (ask: Ask, pointer: string, value: unknown): Written => {
  switch (ask.kind) {
    case 'group':
      return isRecord(value) ? writtenOf(ask.asks, value, pointer) : {};
    case 'rows': {
      const rows = Array.isArray(value) ? value.filter(isRecord) : [];
      const written = rows.map((row, index) => writtenOf(ask.asks, row, `${pointer}/${index}`));
      return together([{ [rowsName(pointer)]: String(rows.length) }, ...written]);
    }
    case 'announced':
      return { [pointer]: Array.isArray(value) ? value.map((file) => JSON.stringify(file)).join('\n') : '' };
    case 'instant':
      return { [pointer]: typeof value === 'string' ? onThisClock(value) : '' };
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

const pad = (part: number, digits = 2): string => String(part).padStart(digits, '0');

const MS = 3;

/** An instant as the field of a browser shows it: by the clock of the device, to the millisecond, so that it comes back as it was. */
export const onThisClock = (instant: string): string => {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  const day = [pad(at.getFullYear(), 4), pad(at.getMonth() + 1), pad(at.getDate())].join('-');
  const [seconds, milliseconds] = [at.getSeconds(), at.getMilliseconds()];
  const rest = milliseconds === 0 ? '' : `.${pad(milliseconds, MS)}`;
  const precise = seconds === 0 && milliseconds === 0 ? '' : `:${pad(seconds)}${rest}`;
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}${precise}`;
};
