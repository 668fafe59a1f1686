import { expect, it } from 'vitest';
import { csvOf } from './csv.ts';

const columns = [
  { head: 'Caso', of: ({ title }: { title: string; n: number }) => title },
  { head: 'N', of: ({ n }: { title: string; n: number }) => n },
];

it('writes a table that every spreadsheet reads as UTF-8, and as text', () => {
  const rows = [
    { title: 'Puente, «Sauceda»', n: 2 },
    { title: '=HYPERLINK("x")', n: -1 },
  ];
  expect(csvOf(columns, rows)).toBe('\uFEFFCaso,N\r\n"Puente, «Sauceda»",2\r\n"\'=HYPERLINK(""x"")",-1\r\n');
});

it.each(['＝1+1', '＠SUM(A1)', '\n=1+1'])('holds no formula that the open data would not hold: %j', (title) => {
  expect(csvOf(columns, [{ title, n: 1 }])).toContain(`'${title}`);
});

it('is a head alone where there is nothing', () => {
  expect(csvOf(columns, [])).toBe('\uFEFFCaso,N\r\n');
});
