import { AGENDA_KINDS } from '../../../domain/agenda/words.ts';
import { filled } from '../../../domain/words/code-words.ts';
import type { DueShown } from '../../app/inbox.ts';
import { DueItem } from '../../app/inbox-lists.tsx';
import { useTools } from '../../app/tools.ts';
import { Section } from '../../components/basics.tsx';
import { useDates } from '../dates.ts';
import { useDesk, useWho } from '../desk-tools.ts';
import { agendaColumns } from '../lists/agenda-table.ts';
import { Export } from '../lists/export.tsx';
import { KeptFilters } from '../lists/kept-filters.tsx';
import { Month } from '../lists/month.tsx';
import { PersonFilter } from '../lists/person-filter.tsx';
import { byWeek } from '../lists/weeks.ts';
import { ReadList } from '../read-list.tsx';
import { useFilters } from '../router.tsx';
import { Select } from '../select.tsx';
import { usePlaceOf } from '../use-place-of.ts';
import { Feeds } from './feeds.tsx';

const SEES_ALL = ['coordinator', 'auditor'];
const FILTERS = ['person', 'kind', 'overdue', 'unassigned', 'withinDays'] as const;
/** What a calendar can hold to as well: it has its own time. */
const OF_CALENDAR = ['person', 'kind'] as const;

/** What is due, week by week: of everybody for those who see every case, of oneself for the others. */
export const Agenda = () => {
  const { agenda: words } = useDesk().views;
  const { roles } = useWho();
  const filters = useFilters();
  const query = new URLSearchParams({ limit: '50' });
  const isOfAll = roles.some((role) => SEES_ALL.includes(role));
  for (const name of isOfAll ? FILTERS : []) if (filters.of(name) !== '') query.set(name, filters.of(name));
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {isOfAll ? (
        <>
          <AgendaFilters />
          <KeptFilters />
        </>
      ) : null}
      <ReadList<DueShown> path={`${isOfAll ? '/agenda' : '/agenda/mine'}?${query.toString()}`} none={words.none} whole>
        {(items) => (
          <>
            <ExportAgenda items={items} />
            <Layout />
            {filters.of('view') === 'month' ? <Month items={items} /> : <Weeks items={items} />}
          </>
        )}
      </ReadList>
      <Feeds
        {...(isOfAll
          ? {
              filter: Object.fromEntries(
                OF_CALENDAR.flatMap((name) => (filters.of(name) === '' ? [] : [[name, filters.of(name)]])),
              ),
            }
          : {})}
      />
    </>
  );
};

const AgendaFilters = () => {
  const { agenda: words } = useDesk().views;
  const filters = useFilters();
  return (
    <search class="filters">
      <form>
        <Select
          name="kind"
          label={words.kind}
          chosen={filters.of('kind')}
          choose={(kind) => filters.set({ kind })}
          options={AGENDA_KINDS.map((value) => ({ value, label: words[value] }))}
        />
        <Select
          name="when"
          label={words.when}
          chosen={filters.of('overdue') === 'true' ? 'overdue' : filters.of('withinDays')}
          choose={(chosen) =>
            filters.set(
              chosen === 'overdue' ? { overdue: 'true', withinDays: '' } : { overdue: '', withinDays: chosen },
            )
          }
          options={[
            { value: 'overdue', label: words.overdue },
            { value: '7', label: words.week },
            { value: '30', label: words.month },
          ]}
        />
        <PersonFilter />
        <Select
          name="unassigned"
          label={words.who}
          chosen={filters.of('unassigned')}
          choose={(unassigned) => filters.set({ unassigned })}
          options={[{ value: 'true', label: words.nobody }]}
        />
      </form>
    </search>
  );
};

const ExportAgenda = ({ items }: { readonly items: readonly DueShown[] }) => {
  const { agenda: words, board } = useDesk().views;
  const { told } = useTools();
  return (
    <Export
      name="agenda"
      rows={items}
      columns={agendaColumns({ ...words, suspended: board.suspended, tasks: told.words.tasks })}
    />
  );
};

/** Week by week, or a month as a leaf of a calendar. */
const Layout = () => {
  const { agenda: words } = useDesk().views;
  const filters = useFilters();
  const isMonth = filters.of('view') === 'month';
  return (
    <p class="actions">
      <button
        class="button second small"
        type="button"
        onClick={() => filters.set({ view: isMonth ? '' : 'month', month: '' })}
      >
        {isMonth ? words.byWeek : words.byMonth}
      </button>
    </p>
  );
};

const Weeks = ({ items }: { readonly items: readonly DueShown[] }) => {
  const { agenda: words } = useDesk().views;
  const placeOf = usePlaceOf();
  const { day } = useDates();
  return (
    <>
      {byWeek(items).map(({ monday, items: ofWeek }) => (
        <Section key={monday} id={`week-${monday}`} title={filled(words.weekOf, { day: day(monday, 'UTC') })}>
          <ul class="cards">
            {ofWeek.map((item) => (
              <li key={`${item.case}/${item.id}`}>
                <DueItem {...item} caseHref={placeOf(item)} />
                {item.persons.length === 0 ? null : <p class="muted">{item.persons.join(', ')}</p>}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
};
