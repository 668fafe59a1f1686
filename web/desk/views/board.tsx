import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { STAGES, type Stage } from '../../../events/vocabulary.ts';
import type { LIST_ASSIGNMENTS } from '../../../functions/_http/agenda-operations.ts';
import { useTools } from '../../app/tools.ts';
import { Tag } from '../../components/basics.tsx';
import { useDates } from '../dates.ts';
import { useDesk } from '../desk-tools.ts';
import { Export } from '../lists/export.tsx';
import { KeptFilters } from '../lists/kept-filters.tsx';
import { PersonFilter } from '../lists/person-filter.tsx';
import { dayOf } from '../lists/weeks.ts';
import { ReadList } from '../read-list.tsx';
import { useFilters, useHref } from '../router.tsx';
import { Select } from '../select.tsx';

type Load = z.infer<typeof LIST_ASSIGNMENTS.answers>['items'][number];
type CaseLoad = Extract<Load, { of: 'case' }>;

const isCase = (load: Load): load is CaseLoad => load.of === 'case';

/** What is most pressing first: what is late, then what is due soon. */
const byPressure = (one: CaseLoad, other: CaseLoad): number =>
  other.overdue - one.overdue || other.dueSoon - one.dueSoon || one.title.localeCompare(other.title);

/** So many are read without being asked for: the order is of what was read, and what is overdue may stand on any page. */
const READ_MAX = 400;

/** Every case in its stage, what is overdue first. */
export const Board = () => {
  const { views, codes } = useDesk();
  const filters = useFilters();
  const person = filters.of('person');
  const fits = ({ stage, overdue, team }: CaseLoad): boolean =>
    [stage, ''].includes(filters.of('stage')) &&
    (filters.of('overdue') === '' || overdue > 0) &&
    (person === '' || team.some((member) => member.person === person));
  return (
    <>
      <h1 tabIndex={-1}>{views.board.title}</h1>
      <p class="lead">{views.board.lead}</p>
      <div class="filters">
        <form>
          <Select
            name="stage"
            label={views.board.stage}
            chosen={filters.of('stage')}
            choose={(stage) => filters.set({ stage })}
            options={STAGES.map((stage) => ({ value: stage, label: codes.stages[stage] }))}
          />
          <Select
            name="overdue"
            label={views.board.pressing}
            chosen={filters.of('overdue')}
            choose={(overdue) => filters.set({ overdue })}
            options={[{ value: 'true', label: views.board.onlyOverdue }]}
          />
          <PersonFilter />
        </form>
      </div>
      <KeptFilters />
      <ReadList<Load>
        path="/assignments?by=case&limit=25"
        none={views.board.none}
        whole
        until={(loads) => loads.length >= READ_MAX}
      >
        {(loads) => (
          <>
            <ExportBoard loads={loads.filter(isCase).filter(fits)} />
            <Stages loads={loads.filter(isCase).filter(fits)} chosen={filters.of('stage')} />
          </>
        )}
      </ReadList>
    </>
  );
};

const ExportBoard = ({ loads }: { readonly loads: readonly CaseLoad[] }) => {
  const { views, codes } = useDesk();
  const { assignments, board, titles } = views;
  return (
    <Export
      name="cases"
      rows={loads}
      columns={[
        { head: titles.cases, of: ({ title }) => title },
        { head: 'id', of: (load) => load.case },
        { head: board.stage, of: ({ stage }) => codes.stages[stage] },
        { head: board.overdue, of: ({ overdue }) => overdue },
        { head: board.soon, of: ({ dueSoon }) => dueSoon },
        { head: assignments.team, of: ({ team }) => team.map(({ person }) => person).join(' ') },
        { head: board.suspended, of: ({ suspended }) => (suspended ? board.suspended : '') },
      ]}
    />
  );
};

const Stages = ({ loads, chosen }: { readonly loads: readonly CaseLoad[]; readonly chosen: string }) => (
  <div class="board">
    {STAGES.filter((stage) => ['', stage].includes(chosen)).map((stage) => (
      <Column key={stage} stage={stage} loads={loads.filter((load) => load.stage === stage).sort(byPressure)} />
    ))}
  </div>
);

/** Cases of a stage that are drawn before somebody asks for more. */
const SHOWN_AT_ONCE = 25;

const Column = ({ stage, loads }: { readonly stage: Stage; readonly loads: readonly CaseLoad[] }) => {
  const { codes, views } = useDesk();
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  return (
    <section aria-labelledby={`stage-${stage}`} class={loads.length === 0 ? 'none' : ''}>
      <h2 id={`stage-${stage}`}>
        {codes.stages[stage]} <span class="muted">({loads.length})</span>
      </h2>
      <ul class="cards">
        {loads.slice(0, shown).map((load) => (
          <li key={load.case}>
            <BoardCard {...load} />
          </li>
        ))}
      </ul>
      {loads.length <= shown ? null : (
        <p>
          <button class="button second small" type="button" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
            {`${views.frame.more} (${loads.length - shown})`}
          </button>
        </p>
      )}
    </section>
  );
};

const BoardCard = ({ case: id, title, overdue, dueSoon, suspended, inactiveSince, next }: CaseLoad) => {
  const { views } = useDesk();
  const { told } = useTools();
  const href = useHref();
  const dates = useDates();
  const { board } = views;
  return (
    <>
      <a class="titled" href={href('cases', id)}>
        {title}
      </a>
      <ul class="tags">
        {overdue > 0 ? (
          <li>
            <Tag tone="bad">{`${board.overdue}: ${overdue}`}</Tag>
          </li>
        ) : null}
        {dueSoon > 0 ? (
          <li>
            <Tag tone="warn">{`${board.soon}: ${dueSoon}`}</Tag>
          </li>
        ) : null}
        {suspended ? (
          <li>
            <Tag>{board.suspended}</Tag>
          </li>
        ) : null}
        {inactiveSince === undefined ? null : (
          <li>
            <Tag tone="bad">{board.silent}</Tag>
          </li>
        )}
      </ul>
      {next === undefined ? null : (
        <p class="muted">
          {board.next}: {told.words.tasks[next.what] ?? next.what},{' '}
          <time dateTime={next.dueAt}>{dates.dayOf(dayOf(next))}</time>
        </p>
      )}
    </>
  );
};
