import { type CsvError, parse } from 'csv-parse/sync';
import type { JsonObject } from '../../events/shapes.ts';
import { COLUMN_OF, type Column, KIND_CALLED, YES_OR_NO } from './column-names.ts';

/** Rows of one table, without its first. */
export const ROWS_MAX = 10_000;
/** What one field of a table can hold, in characters, before it is looked at. */
const FIELD_LENGTH_MAX = 5_000;

/** A table as rows of input for the roster, or why it cannot be read. */
export type ReadTable =
  | { readonly rows: readonly JsonObject[] }
  | { readonly flaw: string; readonly row?: number; readonly columns?: readonly string[] };

const MUST_HAVE: readonly Column[] = ['person', 'kind', 'name', 'number', 'issuer', 'validFrom', 'validTo'];

/**
 * Reads a table (RFC 4180) whose columns have Spanish, English or Portuguese names, parted by commas or by semicolons. Every field is
 * text: nothing in it is computed, whatever it begins with. What the fields mean is for the roster to say, row by row.
 */
export const readTable = (text: string): ReadTable => {
  const records = recordsIn(text);
  if ('flaw' in records) return records;
  const [names, ...rows] = records.records;
  if (names === undefined) return { flaw: 'no-columns' };
  if (rows.length > ROWS_MAX) return { flaw: 'too-many-rows' };
  const columns = names.map((name) => COLUMN_OF.get(plain(name)));
  const unknown = names.filter((_, index) => columns[index] === undefined);
  if (unknown.length > 0) return { flaw: 'columns-unknown', columns: unknown.slice(0, 10).map(shortened) };
  const missing = MUST_HAVE.filter((column) => !columns.includes(column));
  if (missing.length > 0) return { flaw: 'columns-missing', columns: missing };
  if (new Set(columns).size !== columns.length) return { flaw: 'columns-twice' };
  return { rows: rows.map((row) => inputFrom(columns, row)) };
};

const shortened = (name: string): string => name.slice(0, 40);

/** The first line tells which of the two parts the columns: nobody writes a name of a column with the other in it. */
const delimiterOf = (text: string): string => {
  const [first = ''] = text.split(/\r?\n/, 1);
  return first.split(';').length > first.split(',').length ? ';' : ',';
};

type Records = { readonly records: readonly (readonly string[])[] } | { readonly flaw: string; readonly row?: number };

const recordsIn = (text: string): Records => {
  const records: string[][] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      // A quote in the middle of a field is part of it: one row that somebody wrote by hand must not cost all the others.
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: FIELD_LENGTH_MAX * 20,
      to: ROWS_MAX + 2,
      on_record: (record: string[]) => {
        records.push(record);
        return null;
      },
    });
    return { records };
  } catch (error) {
    return { flaw: isCsvError(error) ? wordOf(error) : 'unreadable', row: records.length };
  }
};

const isCsvError = (error: unknown): error is CsvError => error instanceof Error && 'code' in error;

const wordOf = ({ code }: CsvError): string => code.replace(/^CSV_/, '').toLowerCase().replaceAll('_', '-');

/** `Válido desde`, `valido_desde` and `VALIDO-DESDE` name one column. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_.]+/g, '-');

/** A list in one field. */
const listed = (field: string): readonly string[] =>
  field
    .split(/[|/]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The input of one row. A field with nothing in it says nothing. A row of another length than the first is left with its surplus. */
const inputFrom = (columns: readonly (Column | undefined)[], row: readonly string[]): JsonObject => {
  const input: Record<string, JsonObject[string]> = {};
  for (const [index, field] of row.entries()) {
    const column = columns[index];
    const value = field.trim();
    if (column === undefined) input[`column-${index + 1}`] = value;
    else if (value !== '') Object.assign(input, valueOf(column, value));
  }
  return input;
};

const valueOf = (column: Column, value: string): JsonObject => {
  switch (column) {
    case 'kind':
      return { kind: KIND_CALLED.get(plain(value)) ?? value };
    case 'namePublic':
      return { namePublic: YES_OR_NO.get(plain(value)) ?? value };
    case 'document':
      return { document: { id: value } };
    case 'specialities':
      return { specialities: listed(value).map(plain) };
    case 'territories':
      return { territories: listed(value).map((each) => each.toUpperCase()) };
    default:
      return { [column]: value };
  }
};
