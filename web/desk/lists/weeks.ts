const MS_PER_DAY = 86_400_000;
const DAYS_OF_WEEK = 7;
const MS_BEFORE = 1;

/** Something that is due: at an hour, or with the end of a day where it comes from a term. */
export interface Dated {
  readonly dueAt: string;
  /** Of the case: there a day begins and ends. */
  readonly zone: string;
  readonly term?: unknown;
}

const written = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The day on which something is due where its case is: `2026-11-23`. A term ends with its last day, at the first instant of the next. */
export const dayOf = ({ dueAt, zone, term }: Dated): string => {
  const at = Date.parse(dueAt) - (term === undefined ? 0 : MS_BEFORE);
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
};

/** The Monday of the week of a day: `2026-11-23`. */
export const mondayOf = (date: string): string => {
  const day = new Date(`${date}T00:00:00.000Z`);
  const sinceMonday = (day.getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK;
  return written(day.getTime() - sinceMonday * MS_PER_DAY);
};

interface Week<Item> {
  readonly monday: string;
  readonly items: readonly Item[];
}

/** What is due, in the weeks in which it is; within a week as it came. */
export const byWeek = <Item extends Dated>(items: readonly Item[]): readonly Week<Item>[] =>
  [...Map.groupBy(items, (item) => mondayOf(dayOf(item)))]
    .map(([monday, ofWeek]) => ({ monday, items: ofWeek }))
    .sort((one, other) => one.monday.localeCompare(other.monday));

/** The month that is so many months after another: `2026-12` is one after `2026-11`. */
export const monthAfter = (month: string, by: number): string => {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return written(Date.UTC(year, number - 1 + by, 1)).slice(0, 7);
};

/** The weeks of a month, Monday first: those at its edges with the days of the months beside it. */
export const weeksOf = (month: string): readonly (readonly string[])[] => {
  const last = Date.parse(`${monthAfter(month, 1)}-01T00:00:00.000Z`) - MS_PER_DAY;
  const weeks: string[][] = [];
  for (let at = Date.parse(`${mondayOf(`${month}-01`)}T00:00:00.000Z`); at <= last; at += DAYS_OF_WEEK * MS_PER_DAY) {
    weeks.push(Array.from({ length: DAYS_OF_WEEK }, (_, day) => written(at + day * MS_PER_DAY)));
  }
  return weeks;
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export const isMonth = (text: string): boolean => MONTH.test(text);
