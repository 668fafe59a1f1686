import { filled } from '../../../domain/words/code-words.ts';
import type { DueShown } from '../../app/inbox.ts';
import { useTools } from '../../app/tools.ts';
import { useDesk } from '../desk-tools.ts';
import { useFilters, useHref } from '../router.tsx';
import { dayOf, isMonth, monthAfter, weeksOf } from './weeks.ts';

/** A month on one leaf, its weeks under one another; where there is no room for seven columns, the days that have something as a list. */
export const Month = ({ items }: { readonly items: readonly DueShown[] }) => {
  const { agenda: words } = useDesk().views;
  const { locale } = useTools().told;
  const filters = useFilters();
  const asked = filters.of('month');
  const month = isMonth(asked) ? asked : new Date().toISOString().slice(0, 7);
  const byDay = Map.groupBy(items, dayOf);
  const named = (date: string, how: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' }).format(Date.parse(date));
  const weeks = weeksOf(month);
  const title = named(`${month}-01`, { month: 'long', year: 'numeric' });
  return (
    <section class="month" aria-labelledby="month">
      <h2 id="month">{title}</h2>
      <p class="actions">
        <button class="button second small" type="button" onClick={() => filters.set({ month: monthAfter(month, -1) })}>
          {words.monthBefore}
        </button>
        <button class="button second small" type="button" onClick={() => filters.set({ month: monthAfter(month, 1) })}>
          {words.monthAfter}
        </button>
      </p>
      <table>
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((date) => (
              <th key={date} scope="col">
                <abbr title={named(date, { weekday: 'long' })}>{named(date, { weekday: 'short' })}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <Day
                  key={date}
                  name={named(date, { weekday: 'long', day: 'numeric', month: 'long' })}
                  date={date}
                  isOutside={!date.startsWith(month)}
                  due={byDay.get(date) ?? []}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {weeks.flat().some((date) => byDay.has(date)) ? null : <p class="muted">{filled(words.onDay, { n: '0' })}</p>}
    </section>
  );
};

interface DayProps {
  readonly name: string;
  readonly date: string;
  readonly isOutside: boolean;
  readonly due: readonly DueShown[];
}

const Day = ({ name, date, isOutside, due }: DayProps) => {
  const { told } = useTools();
  const href = useHref();
  const kind = [due.length === 0 ? 'free' : '', isOutside ? 'outside' : ''].filter(Boolean).join(' ');
  return (
    <td class={kind}>
      <time dateTime={date}>
        <span class="day-number" aria-hidden="true">
          {Number(date.slice(8))}
        </span>
        <span class="day-name">{name}</span>
      </time>
      {due.length === 0 ? null : (
        <ul>
          {due.map((item) => (
            <li key={`${item.case}/${item.id}`} class={item.overdue ? 'overdue' : ''}>
              <a href={href('cases', item.case)} title={item.title}>
                {told.words.tasks[item.what] ?? item.what}
              </a>{' '}
              <span class="case-of-day">{item.title}</span>
              {item.overdue ? <strong class="unseen">{told.words.inbox.overdue}</strong> : null}
            </li>
          ))}
        </ul>
      )}
    </td>
  );
};
