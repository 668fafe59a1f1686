import type { DueShown } from '../../app/inbox.ts';
import { useTools } from '../../app/tools.ts';
import { Tag, Tags } from '../../components/basics.tsx';
import { useDates } from '../dates.ts';
import { useDesk } from '../desk-tools.ts';
import { ReadList } from '../read-list.tsx';
import { useFilters } from '../router.tsx';
import { Select } from '../select.tsx';
import { Term } from '../term.tsx';
import { usePlaceOf } from '../use-place-of.ts';
import { PactsToSign } from './pacts-to-sign.tsx';

/** What an institution or a bidder must answer, each with its term explained and the way to where it is answered. */
export const Answers = () => {
  const { answers } = useDesk().views;
  const filters = useFilters();
  const state = filters.of('state') === 'settled' ? 'settled' : 'open';
  return (
    <>
      <h1 tabIndex={-1}>{answers.title}</h1>
      <p class="lead">{answers.lead}</p>
      <div class="filters">
        <form>
          <Select
            name="state"
            label={answers.state}
            chosen={filters.of('state')}
            choose={(chosen) => filters.set({ state: chosen })}
            none={answers.open}
            options={[{ value: 'settled', label: answers.settled }]}
          />
        </form>
      </div>
      <PactsToSign />
      <ReadList<DueShown> path={`/agenda/mine?state=${state}&limit=50`} none={answers.none}>
        {(items) => (
          <ul class="cards wide">
            {items.map((item) => (
              <li key={`${item.case}/${item.id}`}>
                <Asked {...item} />
              </li>
            ))}
          </ul>
        )}
      </ReadList>
    </>
  );
};

const Asked = (item: DueShown) => {
  const { answers, term: termWords } = useDesk().views;
  const { words } = useTools().told;
  const placeOf = usePlaceOf();
  const { what, title, overdue, state, lapsed, standsStill, term } = item;
  const isNow = state === 'open' && !standsStill;
  return (
    <>
      <h2>{words.tasks[what] ?? what}</h2>
      <p>{title}</p>
      <Tags>
        {[
          overdue && term === undefined ? <Tag tone="bad">{termWords.overdue}</Tag> : null,
          state === 'done' ? <Tag tone="good">{answers.done}</Tag> : null,
          lapsed ? <Tag tone="warn">{answers.lapsed}</Tag> : null,
          standsStill ? <Tag>{words.inbox.standsStill}</Tag> : null,
        ]}
      </Tags>
      {standsStill ? null : <Until {...item} />}
      <p class="actions">
        <a class={isNow ? 'button' : 'button second'} href={placeOf(item)}>
          {isNow ? answers.go : answers.see}
        </a>
      </p>
    </>
  );
};

/** Until when: a term that stands still ends on no day that anybody could name. */
const Until = ({ term, dueAt, zone, overdue }: DueShown) => {
  const { moment } = useDates();
  return (
    <>
      {term === undefined ? (
        <p>
          <time dateTime={dueAt}>{moment(dueAt, zone)}</time>
        </p>
      ) : (
        <Term {...term} dueAt={dueAt} explanation={term.explained} ended={overdue} overdue={overdue} />
      )}
    </>
  );
};
