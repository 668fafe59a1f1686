import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow } from './csv.ts';

describe('a row of a table', () => {
  it.each([
    '=HYPERLINK("http://evil.example";"Click")',
    '+1+1',
    '-2+3',
    '@SUM(A1:A9)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
  ])('holds no formula, whatever somebody wrote: %j', (text) => {
    expect(parse(csvRow([text, 'x']))).toEqual([[`'${text}`, 'x']]);
  });

  it('keeps numbers as numbers, also below zero, and leaves empty what is not known', () => {
    expect(csvRow([-99.13, 0, 81_240_350.5, true, false, undefined, null, ''])).toBe(
      '-99.13,0,81240350.5,true,false,,,\r\n',
    );
  });

  it('holds lists and objects as JSON', () => {
    const [row] = parse(csvRow([['=1', 'a;b'], { lots: 2 }, []]));
    expect(row).toEqual(['["=1","a;b"]', '{"lots":2}', '[]']);
  });

  it('is read back as it was written, in every script', () => {
    const signs = [
      '"',
      ',',
      '\r',
      '\n',
      ';',
      "'",
      '=',
      '-',
      ' ',
      'a',
      'ñ',
      '漢',
      'ש',
      '🦉',
      'e\u{301}',
      '\u{2028}',
      '\u{0}',
    ];
    const text = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((each) => each.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (texts) => {
        const [row] = parse(csvRow(texts));
        expect(row?.map((cell, index) => (cell === texts[index] ? cell : cell.replace(/^'/, '')))).toEqual(texts);
      }),
      { seed: 40, numRuns: 100 },
    );
  });

  it('has no half of a character', () => {
    expect(csvRow(['a\u{d83d}b'])).toBe('a\u{fffd}b\r\n');
  });
});
