import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers stand to the right, one under the other. */
  readonly number?: true;
  /** The column that names its row. */
  readonly names?: true;
}

interface TableProps<Row> {
  readonly caption: string;
  /** The heading right above says the same: the caption is there for those who do not see it. */
  readonly unseen?: true;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/** Rows under their heads. A wide one scrolls to the side by itself, with the keyboard too, and says what it is. */
export const Table = <Row,>({ caption, unseen, columns, rows }: TableProps<Row>) => (
  <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
    <table>
      <caption class={unseen ? 'unseen' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head, number }) => (
            <th key={head} scope="col" class={number ? 'number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {columns.map(({ head, cell, number, names }) =>
              names ? (
                <th key={head} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={head} class={number ? 'number' : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
