/** What a spreadsheet would run instead of showing (OWASP, CSV injection): it is told to read it as text. */
const RUNS = /^[=+\-@\t\r]/;

const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const text = RUNS.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Begins what Excel must read as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

export interface CsvColumn<Row> {
  readonly head: string;
  readonly of: (row: Row) => string | number;
}

/** Rows as comma-separated values (RFC 4180), which no spreadsheet takes for a formula. */
export const csvOf = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string => {
  const lines = [columns.map(({ head }) => cell(head)), ...rows.map((row) => columns.map(({ of }) => cell(of(row))))];
  return `${BYTE_ORDER_MARK}${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
};
