import type * as z from 'zod/mini';
import type { CoveredPeriod } from '../../charts/coverage-chart.ts';
import { MONTH_UNDATED } from '../../domain/coverage/counted-process.ts';
import { type Counters, sumOf } from '../../domain/scoreboard/measures.ts';
import { QueryInvalid } from '../_http/operation.ts';
import { type coverageAsked, MONTHS_MAX, MONTHS_UNLESS_SAID, type PERIODS } from '../_http/scoreboard-operations.ts';
import type { Cell, TallyStore } from '../_ports/tally-ports.ts';
import { type Covered, coveredIn } from './covered.ts';
import { AUTHORITIES_LIST, monthLists } from './lists.ts';

type Period = (typeof PERIODS)[number];
type Asked = z.infer<typeof coverageAsked>;

export interface Coverage {
  readonly authority?: string;
  readonly name?: string;
  readonly from: string;
  readonly to: string;
  readonly period: Period;
  readonly items: readonly ({ readonly period: string } & Covered)[];
  readonly undated: { readonly known: number; readonly watched: number };
}

const MONTHS_OF_YEAR = 12;

/** Months counted from the year 0, so that they can be added to. */
const indexOf = (month: string): number => Number(month.slice(0, 4)) * MONTHS_OF_YEAR + Number(month.slice(5)) - 1;
const monthAt = (index: number): string =>
  `${String(Math.floor(index / MONTHS_OF_YEAR)).padStart(4, '0')}-${String((index % MONTHS_OF_YEAR) + 1).padStart(2, '0')}`;

const MONTHS_OF_QUARTER = 3;

/** The period that a month belongs to: `2026-03`, `2026-Q1`, `2026`. */
export const periodOf = (month: string, period: Period): string => {
  const year = month.slice(0, 4);
  switch (period) {
    case 'month':
      return month;
    case 'quarter':
      return `${year}-Q${Math.floor((Number(month.slice(5)) - 1) / MONTHS_OF_QUARTER) + 1}`;
    case 'year':
      return year;
  }
};

const invalid = (path: 'from' | 'to', message: string): QueryInvalid =>
  new QueryInvalid([{ code: 'custom', path: [path], message, input: undefined }]);

/** The months that are asked for, both ends included. Throws for a span that ends before it begins, or is too long. */
const spanOf = ({ from, to }: Asked, now: string): { readonly from: string; readonly to: string } => {
  const last =
    to ?? (from === undefined ? now.slice(0, 7) : monthAt(Math.max(indexOf(from), indexOf(now.slice(0, 7)))));
  const first = from ?? monthAt(indexOf(last) - MONTHS_UNLESS_SAID + 1);
  if (first > last) throw invalid('to', 'must not be before `from`');
  if (indexOf(last) - indexOf(first) >= MONTHS_MAX) {
    throw invalid('from', `must be at most ${MONTHS_MAX - 1} months before \`to\``);
  }
  return { from: first, to: last };
};

/** Reads the coverage of an authority, or of all together, period by period: every period that is asked for, an empty one too. */
export const readCoverage = async (tallies: TallyStore, asked: Asked, now: string): Promise<Coverage> =>
  (await readCoverageWhole(tallies, asked, now)).coverage;

/** The same with what all its periods come to together. */
export const readCoverageWhole = async (
  tallies: TallyStore,
  asked: Asked,
  now: string,
): Promise<{ readonly coverage: Coverage; readonly whole: Covered }> => {
  const { authority, period } = asked;
  const span = spanOf(asked, now);
  const lists = monthLists(authority);
  const cells = async (first: string, last: string): Promise<readonly Cell[]> => {
    const pages = await Promise.all(lists.map((list) => tallies.cells({ list, first, last, limit: MONTHS_MAX })));
    return pages.flatMap((page) => page.cells);
  };
  const [counted, undated, name] = await Promise.all([
    cells(span.from, span.to),
    cells(MONTH_UNDATED, MONTH_UNDATED),
    authority === undefined ? undefined : nameOf(tallies, authority),
  ]);
  const periods = new Map<string, Counters>();
  for (let index = indexOf(span.from); index <= indexOf(span.to); index += 1) {
    periods.set(periodOf(monthAt(index), period), {});
  }
  for (const { place, counters } of counted) {
    const of = periodOf(place, period);
    periods.set(of, sumOf(periods.get(of) ?? {}, counters));
  }
  const without = coveredIn(undated.reduce<Counters>((sum, { counters }) => sumOf(sum, counters), {})).processes;
  const coverage = {
    ...(authority === undefined ? {} : { authority }),
    ...(name === undefined ? {} : { name }),
    ...span,
    period,
    items: [...periods].map(([of, counters]) => ({ period: of, ...coveredIn(counters) })),
    undated: { known: without.known, watched: without.watched },
  };
  return { coverage, whole: coveredIn([...periods.values()].reduce<Counters>(sumOf, {})) };
};

/** What a picture of the coverage is drawn from. */
export const coveredPeriodsOf = (items: Coverage['items']): readonly CoveredPeriod[] =>
  items.map(({ period, coverage, processes }) => ({
    period,
    eligible: coverage.denominator,
    watched: coverage.numerator,
    undecided: processes.undecided,
  }));

const nameOf = async (tallies: TallyStore, authority: string): Promise<string | undefined> => {
  const { cells } = await tallies.cells({ list: AUTHORITIES_LIST, first: authority, last: authority, limit: 1 });
  return cells[0]?.name;
};
