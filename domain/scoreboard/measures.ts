/** What is asked of somebody and awaited: how long the answer takes is told of each. */
export const AWAITED = ['questions', 'findings', 'escalations'] as const;
export type Awaited = (typeof AWAITED)[number];

/** Elapsed days up to which an answer counts in a class; what took longer is in the last one, `more`. */
export const DAY_CLASSES = [5, 10, 20, 30, 60] as const;

const classNames = [...DAY_CLASSES.map((days) => `within${days}` as const), 'more'] as const;
export const DAY_CLASS_NAMES = classNames;

/** The class of an answer by the time that it took, in days begun. */
export const dayClassOf = (days: number): (typeof classNames)[number] => {
  const index = DAY_CLASSES.findIndex((most) => days <= most);
  return classNames[index] ?? 'more';
};

/** Counters by name; one that is absent is zero. The names are flat, so that sums need to know none of them. */
export type Counters = Readonly<Record<string, number>>;

/** The counters with one of them changed; one that comes to zero is left out, so that equal counts look alike. */
export const plus = (counters: Counters, name: string, by = 1): Counters => {
  const { [name]: before = 0, ...others } = counters;
  return before + by === 0 ? others : { ...others, [name]: before + by };
};

/** The sum of two sets of counters. */
export const sumOf = (one: Counters, other: Counters): Counters =>
  Object.entries(other).reduce((sum, [name, by]) => plus(sum, name, by), one);

/** What must be added to `before` to come to `after`. */
export const differenceOf = (before: Counters, after: Counters): Counters =>
  Object.entries(before).reduce<Counters>((sum, [name, by]) => plus(sum, name, -by), after);

export const isNothing = (counters: Counters): boolean => Object.keys(counters).length === 0;

/** The month of an instant in UTC: `2026-03`. */
export const monthOf = (at: string): string => at.slice(0, 7);
