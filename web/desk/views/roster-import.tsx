import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { filled } from '../../../domain/words/code-words.ts';
import type { importAnswer, RowResult } from '../../../functions/_roster/import-answer.ts';
import type { Answered } from '../../app/api.ts';
import { isRecord } from '../../app/kept-text.ts';
import { Outcome } from '../../app/sending.tsx';
import { useTools } from '../../app/tools.ts';
import { Notice, Section, Tag } from '../../components/basics.tsx';
import { Field } from '../../components/form.tsx';
import { useDesk } from '../desk-tools.ts';
import { ReadList } from '../read-list.tsx';
import { useHref } from '../router.tsx';
import { columnsAtFault, isTableColumn, type WrongInRow, wrongInRow } from './roster-table.ts';

type Imported = z.infer<typeof importAnswer>;
type Failure = Exclude<Answered, { kind: 'done' }>;

// The API of the same house answered it: that it is an import is all that is asked.
const isImported = (body: unknown): body is Imported => isRecord(body) && typeof body['import'] === 'string';

/** How often a table goes on where the time of one request was up: each does 25 rows at least, and no table has more than 10,000. */
const REQUESTS_MAX = 400;

interface Chosen {
  readonly file: File;
  /** The same file goes on under the same key, also after the network broke off: no row is done twice. */
  readonly key: string;
}

/** A table as text. What is no UTF-8 was saved by a spreadsheet in the code page of Western Europe and the Americas. */
const tableIn = async (file: File): Promise<string> => {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const useImport = (done: () => void) => {
  const { api } = useTools();
  const [imported, setImported] = useState<Imported>();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const send = async ({ file, key }: Chosen): Promise<void> => {
    const body = await tableIn(file);
    for (let request = 0; request < REQUESTS_MAX; request += 1) {
      const answered = await api.send({ form: 'roster-import', path: '/roster/imports', body, key });
      if (answered.kind !== 'done' || !isImported(answered.body)) {
        setFailure(answered.kind === 'done' ? { kind: 'failed' } : answered);
        return;
      }
      setImported(answered.body);
      if (answered.body.finished) return;
    }
  };
  return {
    imported,
    failure,
    isBusy,
    begin: async (chosen: Chosen): Promise<void> => {
      setBusy(true);
      setFailure(undefined);
      await send(chosen);
      setBusy(false);
      done();
    },
  };
};

/** Why a table cannot be read, with the columns that it lacks, or that nobody knows. */
const useTableSaid = () => {
  const { views, refusals } = useDesk();
  const column = useColumnCalled();
  return (failure: Failure | undefined): string | undefined => {
    if (failure?.kind !== 'refused') return undefined;
    const says = refusals[failure.word] ?? failure.detail;
    const fault = columnsAtFault(failure.facts ?? {});
    if (fault === undefined) return says;
    return filled(views.rosterTable[fault.flaw], { columns: fault.columns.map(column).join(', ') });
  };
};

/** What a column is called where the table was written; one that nobody knows is called as it was. */
const useColumnCalled = () => {
  const { columns } = useDesk().views.rosterTable;
  return (name: string): string => (isTableColumn(name) ? columns[name] : name);
};

/** Takes a table of people and organisations. What is valid is kept; each row has its own result. */
export const ImportTable = ({ done }: { readonly done: () => void }) => {
  const { views } = useDesk();
  const { roster: words } = views;
  const [chosen, setChosen] = useState<Chosen>();
  const [isMissing, setMissing] = useState(false);
  const { imported, failure, isBusy, begin } = useImport(done);
  const tableSaid = useTableSaid();
  const says = isMissing ? views.rosterTable.missing : tableSaid(failure);
  const wrongs = says === undefined ? [] : [{ field: 'table', says }];
  return (
    <details>
      <summary>{words.importTable}</summary>
      <p>{words.importSays}</p>
      <form
        class="act-form"
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(chosen === undefined);
          if (chosen !== undefined) void begin(chosen);
        }}
      >
        <Outcome failure={failure} wrongs={wrongs}>
          {imported === undefined ? null : <Summary {...imported} />}
        </Outcome>
        <Field name="table" label={words.table} hint={words.tableHint} error={says}>
          {(described) => (
            <input
              {...described}
              type="file"
              accept=".csv,text/csv"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                setChosen(file === undefined ? undefined : { file, key: crypto.randomUUID() });
              }}
            />
          )}
        </Field>
        <p class="actions">
          <button class="button" type="submit" disabled={isBusy}>
            {isBusy ? views.form.sending : words.importTable}
          </button>
        </p>
      </form>
    </details>
  );
};

const RESULTS = ['created', 'updated', 'unchanged', 'refused'] as const;

const Summary = ({ import: id, rows, done, finished, refused, ...counts }: Imported) => {
  const { views, choices } = useDesk();
  const { roster: words } = views;
  const href = useHref();
  const all = { ...counts, refused };
  return (
    <Notice tone={refused > 0 ? 'warn' : 'good'}>
      <p>
        <strong>
          {filled(finished ? words.imported : words.importing, { done: String(done), rows: String(rows) })}
        </strong>
      </p>
      <ul>
        {RESULTS.map((result) => (
          <li key={result}>{`${choices['rowResults']?.[result] ?? result}: ${all[result]}`}</li>
        ))}
      </ul>
      <p>
        <a href={href('roster', 'imports', id)}>{words.everyRow}</a>
      </p>
    </Notice>
  );
};

/** What became of each row of a table. */
export const ImportedTable = ({ id }: { readonly id: string }) => {
  const { roster: words } = useDesk().views;
  const href = useHref();
  return (
    <>
      <p>
        <a href={href('roster')}>{words.title}</a>
      </p>
      <h1 tabIndex={-1}>{words.importedTable}</h1>
      <Section id="rows" title={words.everyRow}>
        <ReadList<RowResult> path={`/roster/imports/${encodeURIComponent(id)}`}>
          {(rows) => (
            <ul class="cards">
              {rows.map((row) => (
                <li key={row.row}>
                  <Row {...row} />
                </li>
              ))}
            </ul>
          )}
        </ReadList>
      </Section>
    </>
  );
};

const TONES = { created: 'good', updated: 'good', unchanged: 'plain', refused: 'bad' } as const;

const useRowSaid = () => {
  const { wrong, rosterTable: words } = useDesk().views;
  const column = useColumnCalled();
  return ({ column: name = '', what }: WrongInRow): string =>
    filled({ ...wrong, noDay: words.noDay, uneven: words.uneven }[what], { field: column(name) });
};

const Row = ({ row, person, result, word = '', errors = [] }: RowResult) => {
  const { views, choices, refusals } = useDesk();
  const href = useHref();
  const said = useRowSaid();
  const wrongs = errors.flatMap((each) => wrongInRow(each, word) ?? []);
  return (
    <>
      {filled(views.roster.row, { row: String(row) })}{' '}
      <Tag tone={TONES[result]}>{choices['rowResults']?.[result] ?? result}</Tag>{' '}
      {person === undefined ? null : <a href={href('roster', person)}>{person}</a>}
      {word === '' ? null : <p>{refusals[word] ?? word}</p>}
      {wrongs.length === 0 ? null : (
        <ul>
          {wrongs.map((each) => (
            <li key={each.column}>{said(each)}</li>
          ))}
        </ul>
      )}
    </>
  );
};
