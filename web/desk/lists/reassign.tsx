import { useState } from 'preact/hooks';
import { DEPARTURE_CAUSES } from '../../../events/vocabulary.ts';
import { isRecord } from '../../app/kept-text.ts';
import { Outcome, useSending, type Wrong } from '../../app/sending.tsx';
import { useTools } from '../../app/tools.ts';
import { Notice, Tag } from '../../components/basics.tsx';
import { Field } from '../../components/form.tsx';
import { Table } from '../../components/table.tsx';
import type { Ask } from '../acts/act.ts';
import { flawsOfFields } from '../acts/wrongs-in.ts';
import { useDesk } from '../desk-tools.ts';
import { useHref } from '../router.tsx';
import { Select } from '../select.tsx';
import { useWrongSaid } from '../wrong-said.ts';
import { Export } from './export.tsx';
import { afterwards, failedIn, inRequests, type ReassignedRow, rowsIn } from './reassigned.ts';

interface ReassignProps {
  readonly from: string;
  readonly cases: readonly string[];
  /** What a case is called, by its id. */
  readonly titleOf: (id: string) => string;
  readonly done: () => void;
}

/** Who gives cases away removes, where nothing else is told. */
const OTHER_CAUSES = DEPARTURE_CAUSES.filter((cause) => cause !== 'removal');

/** As many as one request takes. */
const AT_ONCE = 100;

/** Gives cases of one person to another. Each case answers for itself: what was refused says why, and can be sent again alone. */
export const Reassign = ({ from, cases: listed, titleOf, done }: ReassignProps) => {
  const { assignments: words } = useDesk().views;
  const { told } = useTools();
  const [chosen, setChosen] = useState<readonly string[]>(listed);
  const [fields, setFields] = useState({ to: '', cause: '', reason: '' });
  const [rows, setRows] = useState<readonly ReassignedRow[]>();
  const sending = useSending(`reassign:${from}`);
  const send = async (of: readonly string[]) => {
    const { to, cause, reason } = fields;
    let known = rows ?? [];
    // What was done stays done and is told, whatever becomes of the next request.
    for (const some of inRequests(of, AT_ONCE)) {
      const body = { from, to: to.trim(), cases: some, reason: reason.trim(), ...(cause === '' ? {} : { cause }) };
      const answered = await sending.send('/assignments/reassignments', body);
      const items = isRecord(answered?.body) ? rowsIn(answered.body['items']) : undefined;
      if (items === undefined) break;
      known = afterwards(known, items);
      setRows(known);
      // What was given is no more to be chosen.
      setChosen((before) => before.filter((id) => !items.some((row) => row.case === id && row.result === 'done')));
    }
    if (known.length > 0) done();
  };
  // Lists follow what was done a moment later.
  const cases = listed.filter((id) => !(rows ?? []).some((row) => row.case === id && row.result === 'done'));
  const problem = useWrongsOf(sending.failure, fields);
  if (cases.length === 0 && rows === undefined) return null;
  return (
    <details class="acts">
      <summary>{words.reassign}</summary>
      <form
        class="act-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send(chosen);
        }}
      >
        <p class="hint">{words.reassignSays}</p>
        <Outcome failure={sending.failure} wrongs={problem} />
        <Cases cases={cases} titleOf={titleOf} chosen={chosen} choose={setChosen} />
        <ToWhom written={fields} wrongs={problem} write={(name, text) => setFields({ ...fields, [name]: text })} />
        <p class="actions">
          <button class="button" type="submit" disabled={sending.isBusy || chosen.length === 0}>
            {sending.isBusy ? told.words.session.loading : words.give}
          </button>
        </p>
      </form>
      {rows === undefined ? null : (
        <Results rows={rows} titleOf={titleOf} isBusy={sending.isBusy} again={() => void send(failedIn(rows))} />
      )}
    </details>
  );
};

const Cases = ({
  cases,
  titleOf,
  chosen,
  choose,
}: {
  readonly cases: readonly string[];
  readonly titleOf: (id: string) => string;
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
}) => {
  const { assignments: words } = useDesk().views;
  const toggle = (id: string) => choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <fieldset class="field">
      <legend>{`${words.cases} (${cases.filter((id) => chosen.includes(id)).length})`}</legend>
      {cases.map((id) => (
        <div class="choice" key={id}>
          <input type="checkbox" id={`give-${id}`} checked={chosen.includes(id)} onChange={() => toggle(id)} />
          <label for={`give-${id}`}>{titleOf(id)}</label>
        </div>
      ))}
      <p class="actions">
        <button
          class="button second small"
          type="button"
          onClick={() => choose(chosen.length === cases.length ? [] : cases)}
        >
          {chosen.length === cases.length ? words.chooseNone : words.chooseAll}
        </button>
      </p>
    </fieldset>
  );
};

interface Fields {
  readonly to: string;
  readonly cause: string;
  readonly reason: string;
}

/** What is asked beside the cases. */
const ASKS = [
  { name: 'to', kind: 'person' },
  { name: 'reason', kind: 'text' },
] as const satisfies readonly Ask[];

/** What is wrong with a reassignment, each with the id of its field. */
const useWrongsOf = (failure: ReturnType<typeof useSending>['failure'], written: Fields): readonly Wrong[] => {
  const { refusals, views } = useDesk();
  const wrongSaid = useWrongSaid();
  if (failure?.kind !== 'refused') return [];
  const { to, reason } = views.assignments;
  const flawed = flawsOfFields(ASKS, failure, { ...written }).map((wrong) => ({
    field: `reassign-${wrong.field}`,
    says: wrongSaid(wrong, wrong.field === 'to' ? to : reason),
  }));
  return flawed.length > 0 ? flawed : [{ field: 'reassign-to', says: refusals[failure.word] ?? failure.detail }];
};

const ToWhom = ({
  written,
  wrongs,
  write,
}: {
  readonly written: Fields;
  readonly wrongs: readonly Wrong[];
  readonly write: (name: keyof Fields, text: string) => void;
}) => {
  const { codes, views } = useDesk();
  const { assignments: words } = views;
  const errorOf = (name: string) => wrongs.find(({ field }) => field === name)?.says;
  return (
    <>
      <Field name="reassign-to" label={words.to} error={errorOf('reassign-to')}>
        {(described) => (
          <input
            {...described}
            autocomplete="off"
            value={written.to}
            onInput={({ currentTarget }) => write('to', currentTarget.value)}
          />
        )}
      </Field>
      <Select
        name="reassign-cause"
        label={words.cause}
        none={words.removal}
        chosen={written.cause}
        choose={(cause) => write('cause', cause)}
        options={OTHER_CAUSES.map((value) => ({ value, label: codes.causes[value] }))}
      />
      <Field name="reassign-reason" label={words.reason} error={errorOf('reassign-reason')}>
        {(described) => (
          <textarea
            {...described}
            rows={4}
            value={written.reason}
            onInput={({ currentTarget }) => write('reason', currentTarget.value)}
          />
        )}
      </Field>
    </>
  );
};

const Results = ({
  rows,
  titleOf,
  isBusy,
  again,
}: {
  readonly rows: readonly ReassignedRow[];
  readonly titleOf: (id: string) => string;
  readonly isBusy: boolean;
  readonly again: () => void;
}) => {
  const { views, refusals } = useDesk();
  const { assignments: words } = views;
  const href = useHref();
  const failed = failedIn(rows);
  return (
    <div role="status">
      <Notice tone={failed.length === 0 ? 'good' : 'warn'}>
        <p>{`${words.given}: ${rows.length - failed.length}. ${words.refused}: ${failed.length}.`}</p>
      </Notice>
      <Export
        name="reassignment"
        rows={rows}
        columns={[
          { head: words.case, of: (row) => titleOf(row.case) },
          { head: 'id', of: (row) => row.case },
          { head: words.result, of: ({ result }) => (result === 'done' ? words.oneGiven : words.oneRefused) },
          { head: words.why, of: ({ word }) => (word === undefined ? '' : (refusals[word] ?? word)) },
        ]}
      />
      <Table
        caption={words.results}
        rows={rows}
        columns={[
          { head: words.case, names: true, cell: (row) => <a href={href('cases', row.case)}>{titleOf(row.case)}</a> },
          {
            head: words.result,
            cell: ({ result }) =>
              result === 'done' ? <Tag tone="good">{words.oneGiven}</Tag> : <Tag tone="bad">{words.oneRefused}</Tag>,
          },
          { head: words.why, cell: ({ word }) => (word === undefined ? '' : (refusals[word] ?? word)) },
        ]}
      />
      {failed.length === 0 ? null : (
        <p>
          <button class="button second" type="button" disabled={isBusy} onClick={again}>
            {words.again}
          </button>
        </p>
      )}
    </div>
  );
};
