import { type Parameter, remembered } from '../profiles/profile.ts';

/**
 * What one unit of account is worth in pesos, by the day from which it holds: the UMA is fixed by INEGI each year from 1 February. The
 * UDI changes every day and is not kept: what is measured in it stays undecided.
 */
export const UMA_VALUES: Parameter<readonly { readonly from: string; readonly pesos: number }[]> = remembered([
  { from: '2017-02-01', pesos: 75.49 },
  { from: '2018-02-01', pesos: 80.6 },
  { from: '2019-02-01', pesos: 84.49 },
  { from: '2020-02-01', pesos: 86.88 },
  { from: '2021-02-01', pesos: 89.62 },
  { from: '2022-02-01', pesos: 96.22 },
  { from: '2023-02-01', pesos: 103.74 },
  { from: '2024-02-01', pesos: 108.57 },
  { from: '2025-02-01', pesos: 113.14 },
  { from: '2026-02-01', pesos: 117.31 },
]);

/** A value is taken for the year that begins with its day, and for no longer: the next one is not known. */
export const umaOn = (date: string): number | undefined => {
  const found = UMA_VALUES.value.findLast(({ from }) => from <= date);
  if (found === undefined) return undefined;
  const yearAfter = `${Number(found.from.slice(0, 4)) + 1}${found.from.slice(4)}`;
  return date < yearAfter ? found.pesos : undefined;
};
