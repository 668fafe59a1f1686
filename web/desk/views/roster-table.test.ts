import { describe, expect, it } from 'vitest';
import { COLUMN_OF } from '../../../functions/roster-api/column-names.ts';
import { readTable } from '../../../functions/roster-api/read-table.ts';
import { deskWordsIn } from '../words/words.ts';
import { columnsAtFault, TABLE_COLUMNS, wrongInRow } from './roster-table.ts';

const wrong = (at: string, detail: string, word = 'input-invalid') =>
  wrongInRow({ pointer: `/rows/2${at}`, detail }, word);

describe('a table of the roster', () => {
  it('is told what is wrong in a row by its column, and not in the words of the API', () => {
    expect(wrong('/name', 'is missing')).toEqual({ column: 'name', what: 'empty' });
    expect(wrong('/person', 'must be of the form ^[a-z]$')).toEqual({ column: 'person', what: 'noPseudonym' });
    expect(wrong('/validFrom', 'must be a day of the calendar such as 2026-11-22')).toEqual({
      column: 'validFrom',
      what: 'noDay',
    });
    expect(wrong('/email', 'must be of the form ^.+@.+$')).toEqual({ column: 'email', what: 'otherwise' });
  });

  it('is told of a row that is uneven; a refusal of a whole row needs no more words', () => {
    expect(wrong('', 'has 9 fields')).toEqual({ what: 'uneven' });
    expect(wrong('', 'The entry is known.', 'roster-entry-known')).toBeUndefined();
    expect(wrong('/validTo', 'It ends.', 'accreditation-ends-before')).toEqual({
      column: 'validTo',
      what: 'otherwise',
    });
  });

  it('is told which columns it lacks, or has too many', () => {
    const missing = { flaw: 'columns-missing', columns: ['person'] };
    expect(columnsAtFault(missing)).toEqual(missing);
    expect(columnsAtFault({ flaw: 'columns-unknown', columns: ['Sexo'] })?.columns).toEqual(['Sexo']);
    expect(columnsAtFault({ flaw: 'quote' })).toBeUndefined();
  });

  it.each(['es', 'pt', 'en'] as const)('has a name for each of its columns that the API takes, in %s', (language) => {
    const { columns } = deskWordsIn(language).views.rosterTable;
    expect(readTable(`${TABLE_COLUMNS.map((column) => columns[column]).join(',')}\n`)).toEqual({ rows: [] });
    expect(new Set(COLUMN_OF.values())).toEqual(new Set(TABLE_COLUMNS));
  });
});
