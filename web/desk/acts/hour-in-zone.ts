import { wallClock } from '../../../domain/clocks/calendar.ts';
import { readLocalTime } from '../../../domain/clocks/local-time.ts';

/** What the field of a browser says: `2026-11-30T10:00`, with seconds and their thousandths where there are some. */
const HOUR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,3}))?$/;
const MS_DIGITS = 3;
const MS_PER_SECOND = 1_000;

/**
 * The instant of an hour that was written by the clock of a zone; undefined where there is none, also because the clock was put forward
 * over it. Of an hour that comes twice it is the first.
 */
export const instantIn = (text: string, zone: string): string | undefined => {
  const [, hour = '', thousandths = ''] = HOUR.exec(text) ?? [];
  const at = Date.parse(hour === '' ? text : `${hour}Z`);
  if (Number.isNaN(at)) return undefined;
  if (hour === '') return new Date(at).toISOString();
  const read = readLocalTime(hour, zone);
  if (read.kind === 'never') return undefined;
  const second = Date.parse(read.kind === 'once' ? read.at : read.earlier);
  return new Date(second + Number(thousandths.padEnd(MS_DIGITS, '0'))).toISOString();
};

/** An instant as the field of a browser shows it by the clock of a zone, to the thousandth, so that it comes back as it was. */
export const hourIn = (instant: string, zone: string): string => {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return '';
  const thousandths = ((at % MS_PER_SECOND) + MS_PER_SECOND) % MS_PER_SECOND;
  const there = new Date(wallClock(at - thousandths, zone) + thousandths).toISOString();
  return there
    .replace(/Z$/, '')
    .replace(/\.000$/, '')
    .replace(/(T\d{2}:\d{2}):00$/, '$1');
};
