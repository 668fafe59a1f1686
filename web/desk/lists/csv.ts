import { csvRow } from '../../../domain/open-data/csv.ts';

/** Begins what Excel must read as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

export interface CsvColumn<Row> {
  readonly head: string;
  readonly of: (row: Row) => string | number;
}

/** Rows as comma-separated values (RFC 4180), which no spreadsheet takes for a formula. */
export const csvOf = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string => {
  const lines = [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ of }) => of(row)))];
  return BYTE_ORDER_MARK + lines.map(csvRow).join('');
};
