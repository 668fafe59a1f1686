import { expect, it } from 'vitest';
import { afterwards, failedIn, inRequests, rowsIn } from './reassigned.ts';

it('shows what was refused first, and sends that alone again', () => {
  const rows = rowsIn([
    { case: 'ip-1', result: 'done', version: 4 },
    { case: 'ip-2', result: 'refused', word: 'team-full' },
    { case: 'ip-3', result: 'done', version: 9 },
  ]);
  expect(rows?.map((row) => row.case)).toEqual(['ip-2', 'ip-1', 'ip-3']);
  expect(failedIn(rows ?? [])).toEqual(['ip-2']);
});

it('takes nothing else for rows', () => {
  expect(rowsIn('done')).toBeUndefined();
  expect(rowsIn([{ case: 'ip-1' }, null])).toEqual([]);
});

it('keeps what was done where the rest is sent again', () => {
  const first = [
    { case: 'ip-2', result: 'refused', word: 'team-full' },
    { case: 'ip-4', result: 'refused', word: 'not-found' },
    { case: 'ip-1', result: 'done' },
  ] as const;
  const rows = afterwards(first, [{ case: 'ip-2', result: 'done' }]);
  expect(rows.map((row) => `${row.case} ${row.result}`)).toEqual(['ip-4 refused', 'ip-2 done', 'ip-1 done']);
});

it('sends no more cases at once than one request takes', () => {
  const cases = Array.from({ length: 205 }, (_, n) => `ip-${n}`);
  expect(inRequests(cases, 100).map(({ length }) => length)).toEqual([100, 100, 5]);
  expect(inRequests(cases, 100).flat()).toEqual(cases);
  expect(inRequests([], 100)).toEqual([]);
});
