import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { readTip } from '../../../functions/_queries/tip-queries.ts';
import { isRecord } from '../../app/kept-text.ts';
import { Empty, Tag } from '../../components/basics.tsx';
import { Table } from '../../components/table.tsx';
import type { Flag } from '../../pages/case/flags.tsx';
import { useDates } from '../dates.ts';
import { useDesk } from '../desk-tools.ts';
import { Export } from '../lists/export.tsx';
import { KeptFilters } from '../lists/kept-filters.tsx';
import { OfAllCases } from '../lists/over-cases.tsx';
import type { OfCase } from '../lists/read-over-cases.ts';
import { useAddress, useFilters, useHref } from '../router.tsx';
import { useCalled, useChoice } from '../said.tsx';
import { Select } from '../select.tsx';

type Tip = Pick<AnswerOf<typeof readTip>, 'id' | 'receivedAt' | 'answer' | 'lead' | 'term' | 'overdue'> & {
  readonly text?: string;
};

/** The API of the same house answered it: that it is such a thing is all that is asked. */
const isTip = (item: unknown): item is Tip => isRecord(item) && typeof item['receivedAt'] === 'string';
const isFlag = (item: unknown): item is Flag => isRecord(item) && typeof item['code'] === 'string';

/** What waits for an answer in any case: the tips of the public, or the red flags of the official data. */
export const Triage = () => {
  const { triage: words } = useDesk().views;
  const { id } = useAddress();
  const href = useHref();
  const here = id === 'flags' ? 'flags' : 'tips';
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <nav class="parts" aria-label={words.title}>
        <ul>
          {(['tips', 'flags'] as const).map((name) => (
            <li key={name}>
              <a
                href={name === 'tips' ? href('triage') : href('triage', name)}
                {...(name === here ? { 'aria-current': 'page' as const } : {})}
              >
                {words[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <StateFilter />
      <KeptFilters />
      {here === 'tips' ? <Tips /> : <Flags />}
    </>
  );
};

const StateFilter = () => {
  const { triage: words } = useDesk().views;
  const filters = useFilters();
  return (
    <search class="filters">
      <form>
        <Select
          name="state"
          label={words.which}
          chosen={filters.of('state')}
          choose={(state) => filters.set({ state })}
          none={words.waiting}
          options={[{ value: 'settled', label: words.answered }]}
        />
      </form>
    </search>
  );
};

const useIsAsked = (): ((thing: { readonly answer?: unknown }) => boolean) => {
  const isSettled = useFilters().of('state') === 'settled';
  return ({ answer }) => (answer !== undefined) === isSettled;
};

const Nothing = () => {
  const { triage: words } = useDesk().views;
  const isSettled = useFilters().of('state') === 'settled';
  return (
    <Empty>
      <p>{isSettled ? words.noneAnswered : words.noneWaiting}</p>
    </Empty>
  );
};

interface RowsProps<Item> {
  readonly rows: readonly OfCase<Item>[];
  readonly isWhole: boolean;
}

const Tips = () => {
  const isAsked = useIsAsked();
  const dueOf = ({ item }: OfCase<Tip>): string => item.term.dueAt;
  return (
    <OfAllCases key="tips" pathOf={(id) => `/cases/${id}/tips?limit=100`} isItem={isTip}>
      {(rows, isWhole) => (
        <TipTable
          isWhole={isWhole}
          rows={rows
            .filter(({ item }) => isAsked(item))
            .toSorted((one, other) => dueOf(one).localeCompare(dueOf(other)))}
        />
      )}
    </OfAllCases>
  );
};

const TipTable = ({ rows, isWhole }: RowsProps<Tip>) => {
  const { triage: words, assignments, agenda, speech } = useDesk().views;
  const tipCalled = (id: string): string => `${words.tip} ${id.replace('tip-', '')}`;
  const choice = useChoice();
  const href = useHref();
  const { day, lastDay } = useDates();
  const answerOf = ({ item }: OfCase<Tip>): string =>
    item.answer === undefined ? '' : choice('tipAnswers', item.answer);
  if (rows.length === 0) return isWhole ? <Nothing /> : null;
  return (
    <>
      <Export
        name="tips"
        rows={rows}
        columns={[
          { head: agenda.due, of: ({ item }) => item.term.dueAt },
          { head: words.tip, of: ({ item }) => tipCalled(item.id) },
          { head: assignments.case, of: ({ of }) => of.title },
          { head: 'id', of: ({ of }) => of.id },
          { head: words.received, of: ({ item }) => item.receivedAt },
          { head: words.answer, of: answerOf },
          { head: agenda.overdue, of: ({ item }) => (item.overdue ? agenda.overdue : '') },
        ]}
      />
      <Table
        caption={words.tips}
        unseen
        rows={rows}
        columns={[
          {
            head: words.tip,
            names: true,
            cell: ({ of, item }) => (
              <>
                <a href={`${href('cases', of.id, 'tips')}?at=${item.id}`}>{tipCalled(item.id)}</a>{' '}
                {item.lead ? <Tag tone="calm">{speech.lead}</Tag> : null}
              </>
            ),
          },
          { head: words.says, cell: ({ item }) => shortened(item.text ?? '') },
          {
            head: agenda.due,
            cell: (row) =>
              row.item.answer === undefined ? (
                <>
                  {lastDay(row.item.term.dueAt, row.item.term.zone)}{' '}
                  {row.item.overdue ? <Tag tone="bad">{agenda.overdue}</Tag> : null}
                </>
              ) : (
                <Tag tone="good">{answerOf(row)}</Tag>
              ),
          },
          { head: words.received, cell: ({ item }) => day(item.receivedAt) },
          { head: assignments.case, cell: ({ of }) => <a href={href('cases', of.id)}>{of.title}</a> },
        ]}
      />
    </>
  );
};

const SHOWN_MAX = 140;

const shortened = (text: string): string => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);

const Flags = () => {
  const isAsked = useIsAsked();
  return (
    <OfAllCases key="flags" pathOf={(id) => `/cases/${id}/flags?limit=100`} isItem={isFlag}>
      {(rows, isWhole) => (
        <FlagTable
          isWhole={isWhole}
          rows={rows
            .filter(({ item }) => isAsked(item))
            .toSorted((one, other) => one.item.code.localeCompare(other.item.code))}
        />
      )}
    </OfAllCases>
  );
};

const FlagTable = ({ rows, isWhole }: RowsProps<Flag>) => {
  const { triage: words, assignments, flagged } = useDesk().views;
  const called = useCalled();
  const choice = useChoice();
  const href = useHref();
  const stateOf = ({ item: { answer } }: OfCase<Flag>): string => {
    if (answer === undefined) return flagged.open;
    return answer === 'dismissed' ? flagged.dismissed : flagged.turned;
  };
  if (rows.length === 0) return isWhole ? <Nothing /> : null;
  return (
    <>
      <Export
        name="flags"
        rows={rows}
        columns={[
          { head: words.code, of: ({ item }) => item.code },
          { head: words.flag, of: ({ item }) => choice('flagTitles', item.code) },
          { head: assignments.case, of: ({ of }) => of.title },
          { head: 'id', of: ({ of }) => of.id },
          { head: words.state, of: stateOf },
        ]}
      />
      <Table
        caption={words.flags}
        unseen
        rows={rows}
        columns={[
          {
            head: words.flag,
            names: true,
            cell: ({ of, item }) => (
              <a href={`${href('cases', of.id, 'flags')}?at=${item.id}`}>
                {called(item.id)}: {choice('flagTitles', item.code)}
              </a>
            ),
          },
          { head: words.code, cell: ({ item }) => <Tag>{item.code}</Tag> },
          { head: words.state, cell: stateOf },
          { head: assignments.case, cell: ({ of }) => <a href={href('cases', of.id)}>{of.title}</a> },
        ]}
      />
    </>
  );
};
