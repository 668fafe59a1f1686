/** What a table of the roster can have, by the names that the API gives its columns. */
export const TABLE_COLUMNS = [
  'person',
  'kind',
  'name',
  'namePublic',
  'email',
  'phone',
  'document',
  'employer',
  'number',
  'issuer',
  'validFrom',
  'validTo',
  'specialities',
  'territories',
] as const;

export type TableColumn = (typeof TABLE_COLUMNS)[number];

export const isTableColumn = (name: string): name is TableColumn => TABLE_COLUMNS.some((each) => each === name);

interface Told {
  readonly pointer: string;
  readonly detail: string;
}

/** What is wrong in a row, by its column; of a row that has more or fewer fields than there are columns, none. */
export interface WrongInRow {
  readonly column?: string;
  readonly what: 'empty' | 'noPseudonym' | 'noDay' | 'otherwise' | 'uneven';
}

const COLUMN_IN = /^\/rows\/\d+\/([^/]+)/;

const whatOf = (detail: string, column: string): WrongInRow['what'] => {
  if (detail === 'is missing') return 'empty';
  if (detail.startsWith('must be a day')) return 'noDay';
  return column === 'person' && detail.startsWith('must be of the form') ? 'noPseudonym' : 'otherwise';
};

/** What the API says of a row in English and by pointers, as a page can tell it. A refusal of the row as a whole has said it all. */
export const wrongInRow = ({ pointer, detail }: Told, word: string): WrongInRow | undefined => {
  const column = COLUMN_IN.exec(pointer)?.[1];
  if (column !== undefined) return { column, what: whatOf(detail, column) };
  return word === 'input-invalid' ? { what: 'uneven' } : undefined;
};

const FLAWS = ['columns-missing', 'columns-unknown'] as const;

/** Which columns keep a table from being read, where that is why. */
export const columnsAtFault = (
  facts: Readonly<Record<string, unknown>>,
): { readonly flaw: (typeof FLAWS)[number]; readonly columns: readonly string[] } | undefined => {
  const flaw = FLAWS.find((each) => each === facts['flaw']);
  const { columns } = facts;
  if (flaw === undefined || !Array.isArray(columns)) return undefined;
  return { flaw, columns: columns.filter((column) => typeof column === 'string') };
};
