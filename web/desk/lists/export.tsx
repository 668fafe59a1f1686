import { useDesk } from '../desk-tools.ts';
import { giveFile } from '../save-file.ts';
import { type CsvColumn, csvOf } from './csv.ts';

/** How long the browser may take to begin with the file, in milliseconds. */
const KEPT_MS = 60_000;

/** What is shown, as a table to take along: the same rows, under the same filters. */
export const Export = <Row,>({
  name,
  columns,
  rows,
}: {
  readonly name: string;
  readonly columns: readonly CsvColumn<Row>[];
  readonly rows: readonly Row[];
}) => {
  const { lists } = useDesk().views;
  const give = () => {
    const url = URL.createObjectURL(new Blob([csvOf(columns, rows)], { type: 'text/csv;charset=utf-8' }));
    giveFile(url, `${name}.csv`);
    setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  };
  return (
    <p>
      <button class="button second small" type="button" disabled={rows.length === 0} onClick={give}>
        {lists.export}
      </button>{' '}
      <span class="muted">{`${lists.rows}: ${rows.length}`}</span>
    </p>
  );
};
