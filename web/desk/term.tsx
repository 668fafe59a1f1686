import { useState } from 'preact/hooks';
import type { TermName } from '../../domain/profiles/terms.ts';
import { filled } from '../../domain/words/code-words.ts';
import type { AnswerOf } from '../../functions/_http/operation.ts';
import type { readTermOfCase } from '../../functions/_queries/term-queries.ts';
import { Asked, readAs } from '../app/asked.tsx';
import { isRecord } from '../app/kept-text.ts';
import { useTools } from '../app/tools.ts';
import { Tag } from '../components/basics.tsx';
import { useDates } from './dates.ts';
import { useDesk } from './desk-tools.ts';

/** A term in short, as answers of the API hold it. */
export interface TermTold {
  readonly startedAt: string;
  readonly dueAt: string;
  readonly ended: boolean;
  readonly zone: string;
  readonly daysCounted: number;
  /** By their reason; or how many, where nothing else is told. */
  readonly daysSkipped:
    | number
    | readonly { readonly because: 'weekend' | 'holiday' | 'suspended'; readonly days: number }[];
  /** How long it is, where that is told. */
  readonly number?: number;
  readonly unit?: 'working-day' | 'calendar-day' | 'hour' | 'month';
  /** Where it is explained day by day, under the API. */
  readonly explanation: string;
}

interface TermProps extends TermTold {
  /** Whether it ran out on somebody. */
  readonly overdue?: boolean;
}

/** Until when something must be done, in plain words: how long the term is, which days do not count, and each day where one asks for it. */
export const Term = ({ overdue = false, ...term }: TermProps) => {
  const { term: words } = useDesk().views;
  const { lastDay, moment } = useDates();
  const { dueAt, ended, zone, unit } = term;
  const date = unit === 'hour' ? moment(dueAt, zone) : lastDay(dueAt, zone);
  return (
    <div class="term">
      <p>
        <strong>{filled(ended ? words.ended : words.until, { date })}</strong>{' '}
        {overdue ? <Tag tone="bad">{words.overdue}</Tag> : null}
      </p>
      <p class="muted">{useSaid(term)}</p>
      <DayByDay path={term.explanation} />
    </div>
  );
};

/** How a term was counted, in a sentence or two. */
const useSaid = ({ number, unit, startedAt, zone, daysCounted, daysSkipped }: TermTold): string => {
  const { term: words } = useDesk().views;
  const { day } = useDates();
  const length = unit === undefined ? undefined : filled(words[unit], { n: String(number) });
  const skipped = typeof daysSkipped === 'number' ? [] : daysSkipped;
  const count = typeof daysSkipped === 'number' ? daysSkipped : skipped.reduce((sum, { days }) => sum + days, 0);
  const why = skipped.map(({ because, days }) => filled(words[because], { n: String(days) })).join(', ');
  return [
    length === undefined ? '' : filled(words.counted, { length, from: day(startedAt, zone) }),
    filled(words.days, { n: String(daysCounted) }),
    count === 0 ? '' : filled(why === '' ? words.skippedPlain : words.skipped, { n: String(count), why }),
  ]
    .filter(Boolean)
    .join(' ');
};

type Explained = AnswerOf<typeof readTermOfCase>;

/** The API of the same house answered it: that it counts days is all that is asked. */
const isExplained = (body: unknown): body is Explained => isRecord(body) && Array.isArray(body['daysCounted']);

/** A term that no list tells, counted by the API from when it began. */
export const TermFrom = ({
  case: id,
  term,
  from,
}: {
  readonly case: string;
  readonly term: TermName;
  readonly from: string;
}) => {
  const { api } = useTools();
  const path = `/cases/${id}/terms/${term}?${new URLSearchParams({ from }).toString()}`;
  return (
    <Asked ask={() => readAs(api, path, (body) => (isExplained(body) ? body : undefined))}>
      {({ daysCounted, daysSkipped, ...explained }) => (
        <Term
          {...explained}
          daysCounted={daysCounted.length}
          daysSkipped={REASONS.map((because) => ({
            because,
            days: daysSkipped.filter((skipped) => skipped.because === because).length,
          })).filter(({ days }) => days > 0)}
          overdue={explained.ended}
          explanation={path}
        />
      )}
    </Asked>
  );
};

/** Why a day does not count. */
const REASONS = ['weekend', 'holiday', 'suspended'] as const;

/** Read once somebody opens it: most never do. */
const DayByDay = ({ path }: { readonly path: string }) => {
  const { term: words } = useDesk().views;
  const { api } = useTools();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.dayByDay}</summary>
      {isOpen ? (
        <Asked ask={() => readAs(api, path, (body) => (isExplained(body) ? body : undefined))}>
          {(explained) => <Days {...explained} />}
        </Asked>
      ) : null}
    </details>
  );
};

const Days = ({ daysCounted, daysSkipped, source }: Explained) => {
  const { term: words } = useDesk().views;
  const { weekday } = useDates();
  const says = (skipped: Explained['daysSkipped'][number]): string => {
    switch (skipped.because) {
      case 'weekend':
        return words.isWeekend;
      case 'holiday':
        return filled(words.isHoliday, { name: skipped.name });
      case 'suspended':
        return words.isSuspended;
    }
  };
  const days = [
    ...daysCounted.map((date, index) => ({ date, counts: true, says: filled(words.day, { n: String(index + 1) }) })),
    ...daysSkipped.map((skipped) => ({ date: skipped.date, counts: false, says: says(skipped) })),
  ].toSorted((one, other) => one.date.localeCompare(other.date));
  return (
    <>
      <ol class="days">
        {days.map(({ date, counts, says: said }) => (
          <li key={`${date}${said}`} class={counts ? '' : 'muted'}>
            <time dateTime={date}>{weekday(date)}</time>: {said}
          </li>
        ))}
      </ol>
      <p class="muted">{filled(words.source, { source })}</p>
    </>
  );
};
