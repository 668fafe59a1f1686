import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { filled } from '../../../domain/words/code-words.ts';
import type { Answered } from '../../app/api.ts';
import { Outcome } from '../../app/sending.tsx';
import { useTools } from '../../app/tools.ts';
import { Notice, Tag } from '../../components/basics.tsx';
import { Field } from '../../components/form.tsx';
import { Table } from '../../components/table.tsx';
import { useDesk, useWho } from '../desk-tools.ts';
import { Export } from '../lists/export.tsx';
import { importsKept } from '../lists/import-kept.ts';
import {
  beginning,
  type ImportEnd,
  type ImportedRow,
  type ImportState,
  OUTCOMES,
  runImport,
} from '../lists/import-run.ts';
import { entriesOfFile, type FileRefusal, UnreadableFile } from '../lists/ocds-file.ts';

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

type End = ImportEnd | { readonly kind: 'unreadable'; readonly word: FileRefusal };

const useImport = () => {
  const { api } = useTools();
  const { person } = useWho();
  const kept = useMemo(() => importsKept(localStorage, { person, now: Date.now }), [person]);
  const [file, setFile] = useState<File>();
  const [state, setState] = useState<ImportState>();
  const [rows, setRows] = useState<readonly ImportedRow[]>([]);
  const [end, setEnd] = useState<End>();
  const [isBusy, setBusy] = useState(false);
  const isStopped = useRef(false);
  useEffect(
    () => () => {
      isStopped.current = true;
    },
    [],
  );
  const run = async (of: File, begun: ImportState): Promise<End> => {
    try {
      return await runImport(entriesOfFile(of), begun, {
        send: (body, key) =>
          api.send({ form: 'import-processes', path: '/processes', type: 'application/x-ndjson', body, key }),
        pause,
        tell: (next, more) => {
          kept.keep(of, next, more);
          setState(next);
          setRows((before) => [...before, ...more]);
        },
        isStopped: () => isStopped.current,
      });
    } catch (error) {
      if (error instanceof UnreadableFile) return { kind: 'unreadable', word: error.word };
      // What a browser throws where a file cannot be read, or is packed otherwise than its name says.
      if (error instanceof DOMException || error instanceof TypeError) return { kind: 'unreadable', word: 'not-json' };
      throw error;
    }
  };
  return {
    file,
    state,
    rows,
    end,
    isBusy,
    choose: (chosen: File | undefined): void => {
      const before = chosen === undefined ? undefined : kept.read(chosen);
      setFile(chosen);
      setRows(before?.rows ?? []);
      setEnd(undefined);
      setState(before?.state);
    },
    stop: (): void => {
      isStopped.current = true;
    },
    begin: async (): Promise<void> => {
      if (file === undefined) return;
      const begun = state ?? beginning(crypto.randomUUID());
      isStopped.current = false;
      setState(begun);
      setEnd(undefined);
      setBusy(true);
      const ended = await run(file, begun);
      setBusy(false);
      setEnd(ended);
      // What is finished is imported anew another time: by then more may be known.
      if (ended.kind === 'finished') kept.forget(file);
    },
  };
};

const failureOf = (end: End | undefined): Exclude<Answered, { kind: 'done' }> | undefined => {
  switch (end?.kind) {
    case undefined:
    case 'finished':
    case 'stopped':
    case 'unreadable':
      return undefined;
    default:
      return end;
  }
};

/** Why an import ended where it should not have, where trying again is of no use. */
const useSaid = (end: End | undefined): string | undefined => {
  const { views, refusals } = useDesk();
  switch (end?.kind) {
    case 'unreadable':
      return views.processes[end.word];
    case 'refused':
      return refusals[end.word] ?? end.detail;
    default:
      return undefined;
  }
};

/** Takes a file of contracting processes, request by request: each process has its own result, and what broke off goes on. */
export const ImportProcesses = () => {
  const { processes: words } = useDesk().views;
  const importing = useImport();
  const { file, state, rows, end, isBusy } = importing;
  const failure = failureOf(end);
  const isUnfinished = state !== undefined && end?.kind !== 'finished' && !isBusy;
  const [isMissing, setMissing] = useState(false);
  const said = useSaid(end);
  const says = isMissing && file === undefined ? words.importMissing : said;
  const next = isUnfinished ? words.goOn : words.import;
  return (
    <>
      <form
        class="act-form"
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(file === undefined);
          void importing.begin();
        }}
      >
        <p class="hint">{words.importSays}</p>
        <Outcome failure={failure} wrongs={says === undefined ? [] : [{ field: 'processes-file', says }]}>
          {isUnfinished && end === undefined ? (
            <Notice>{filled(words.unfinished, { n: String(state.done) })}</Notice>
          ) : null}
        </Outcome>
        <Field name="processes-file" label={words.importFile} hint={words.importHint} error={says}>
          {(described) => (
            <input
              {...described}
              type="file"
              accept=".json,.jsonl,.ndjson,.gz"
              disabled={isBusy}
              onChange={({ currentTarget }) => importing.choose(currentTarget.files?.[0])}
            />
          )}
        </Field>
        <p class="actions">
          <button class="button" type="submit" disabled={isBusy || end?.kind === 'finished'}>
            {isBusy ? words.importing : next}
          </button>
          {isBusy ? (
            <button class="button second" type="button" onClick={importing.stop}>
              {words.stop}
            </button>
          ) : null}
        </p>
      </form>
      {state === undefined || (state.done === 0 && !isBusy) ? null : (
        <Progress state={state} isFinished={end?.kind === 'finished'} />
      )}
      {state === undefined || rows.length === 0 ? null : <Results rows={rows} lost={settledIn(state) - rows.length} />}
    </>
  );
};

/** Of how many processes the import has told what became of them. */
const settledIn = ({ counts }: ImportState): number => OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);

const Progress = ({ state, isFinished }: { readonly state: ImportState; readonly isFinished: boolean }) => {
  const { views, choices } = useDesk();
  const { processes: words } = views;
  const { done, counts } = state;
  return (
    <div role="status">
      <Notice tone={counts.refused > 0 ? 'warn' : 'good'}>
        <p>
          <strong>{filled(isFinished ? words.finished : words.soFar, { n: String(done) })}</strong>
        </p>
        <ul>
          {OUTCOMES.map((outcome) => (
            <li key={outcome}>{`${choices['importOutcomes']?.[outcome] ?? outcome}: ${counts[outcome]}`}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
};

/** As many as somebody reads on a page; the file that can be downloaded holds all. */
const SHOWN_MAX = 50;
const TONES = { imported: 'good', updated: 'good', unchanged: 'plain', refused: 'bad' } as const;

interface ResultsProps {
  readonly rows: readonly ImportedRow[];
  /** How many of an earlier day the device had no room for. */
  readonly lost: number;
}

const Results = ({ rows, lost }: ResultsProps) => {
  const { views, choices } = useDesk();
  const { processes: words } = views;
  const outcomeOf = ({ outcome }: ImportedRow): string => choices['importOutcome']?.[outcome] ?? outcome;
  const placeSaid = ({ place }: ImportedRow): string =>
    place.replace(/^line (\d+)/, (_, n: string) => filled(words.line, { n }));
  const whyOf = ({ refusal }: ImportedRow): string =>
    refusal === undefined ? '' : (choices['importRefusals']?.[refusal] ?? refusal);
  // What was refused is what somebody must look at.
  const shown = [
    ...rows.filter(({ refusal }) => refusal !== undefined),
    ...rows.filter((row) => row.refusal === undefined),
  ];
  return (
    <>
      <Export
        name="import"
        rows={rows}
        columns={[
          { head: words.place, of: placeSaid },
          { head: 'ocid', of: ({ ocid }) => ocid ?? '' },
          { head: words.result, of: outcomeOf },
          { head: words.why, of: whyOf },
          { head: words.problems, of: ({ problems }) => problems },
        ]}
      />
      {lost > 0 ? <Notice tone="warn">{filled(words.notKept, { n: String(lost) })}</Notice> : null}
      {rows.length > SHOWN_MAX ? <p class="muted">{filled(words.firstShown, { n: String(SHOWN_MAX) })}</p> : null}
      <Table
        caption={words.results}
        rows={shown.slice(0, SHOWN_MAX)}
        columns={[
          { head: words.place, names: true, cell: placeSaid },
          { head: 'ocid', cell: ({ ocid }) => <code>{ocid}</code> },
          { head: words.result, cell: (row) => <Tag tone={TONES[row.outcome]}>{outcomeOf(row)}</Tag> },
          { head: words.why, cell: whyOf },
          { head: words.problems, number: true, cell: ({ problems }) => problems },
        ]}
      />
    </>
  );
};
