import { isRecord } from '../../app/kept-text.ts';

/** What became of one case that was to be given to somebody else. */
export interface ReassignedRow {
  readonly case: string;
  readonly result: 'done' | 'refused';
  /** Why it was refused: the word of the problem. */
  readonly word?: string;
}

const isRow = (row: unknown): row is ReassignedRow =>
  isRecord(row) && typeof row['case'] === 'string' && (row['result'] === 'done' || row['result'] === 'refused');

/** The rows that the API answered, those that were refused first: they are what somebody must look at. */
export const rowsIn = (items: unknown): readonly ReassignedRow[] | undefined => {
  if (!Array.isArray(items)) return undefined;
  const rows: readonly ReassignedRow[] = items.filter(isRow);
  return [...rows.filter(({ result }) => result === 'refused'), ...rows.filter(({ result }) => result === 'done')];
};

/** The cases that were refused: sent again, they and no others are tried once more. */
export const failedIn = (rows: readonly ReassignedRow[]): readonly string[] =>
  rows.flatMap((row) => (row.result === 'refused' ? [row.case] : []));

/** Rows as they stand after some were sent again: the newer result of a case counts, and what is still refused comes first. */
export const afterwards = (
  before: readonly ReassignedRow[],
  more: readonly ReassignedRow[],
): readonly ReassignedRow[] => rowsIn([...new Map([...before, ...more].map((row) => [row.case, row])).values()]) ?? [];

/** Cases as requests take them: so many at once. */
export const inRequests = (cases: readonly string[], atOnce: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(cases.length / atOnce) }, (_, at) => cases.slice(at * atOnce, (at + 1) * atOnce));
