import { TERMS } from '../../../domain/profiles/terms.ts';
import { filled } from '../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { readTerm } from '../../../functions/_queries/term-queries.ts';
import { Facts, Notice, Section } from '../../components/basics.tsx';
import { Field } from '../../components/form.tsx';
import { instantIn } from '../acts/hour-in-zone.ts';
import { useDesk } from '../desk-tools.ts';
import { ReadOne } from '../read-one.tsx';
import { useFilters } from '../router.tsx';
import { Select } from '../select.tsx';
import { useWhen } from '../use-when.ts';

type Explained = AnswerOf<typeof readTerm>;

/** Computes a term from any day and hour, and says of each day whether it counts and why. */
export const TermOfProfile = ({ profile, zone }: { readonly profile: string; readonly zone: string }) => {
  const { views, choices } = useDesk();
  const { profiles: words } = views;
  const filters = useFilters();
  const term = filters.of('term');
  const from = filters.of('from');
  const at = instantIn(from, zone);
  const query = at === undefined ? '' : `?${new URLSearchParams({ from: at }).toString()}`;
  return (
    <Section id="terms" title={words.compute}>
      <div class="filters">
        <form>
          <Select
            name="term"
            label={words.term}
            none={views.form.choose}
            chosen={term}
            choose={(chosen) => filters.set({ term: chosen })}
            options={Object.entries(TERMS).map(([value, parameter]) => ({
              value,
              label: choices['parameters']?.[parameter] ?? value,
            }))}
          />
          <Field
            name="from"
            label={words.startsAt}
            hint={`${words.startsAtHint} ${filled(views.form.hourOf, { zone })}`}
          >
            {(described) => (
              <input
                {...described}
                type="datetime-local"
                value={from}
                onChange={({ currentTarget }) => filters.set({ from: currentTarget.value })}
              />
            )}
          </Field>
        </form>
      </div>
      {term === '' ? null : (
        <ReadOne<Explained> path={`/profiles/${encodeURIComponent(profile)}/terms/${encodeURIComponent(term)}${query}`}>
          {(explained) => <Days {...explained} />}
        </ReadOne>
      )}
    </Section>
  );
};

const MS_BEFORE = 1;

/** A term of days ends with a day: what is due is the first instant after it. */
const Days = ({ number, unit, startedAt, dueAt, zone, daysCounted, daysSkipped }: Explained) => {
  const { views, choices } = useDesk();
  const { profiles: words } = views;
  const when = useWhen();
  const due =
    unit === 'hour'
      ? when.moment(dueAt, zone)
      : filled(words.untilEndOf, { day: when.dayAt(Date.parse(dueAt) - MS_BEFORE, zone) });
  return (
    <>
      <Notice>
        <strong>{due}</strong> ({zone})
      </Notice>
      <Facts
        of={[
          { name: words.term, value: `${number} ${choices['units']?.[unit] ?? unit}` },
          { name: words.startsAt, value: when.moment(startedAt, zone) },
          { name: words.counted, value: daysCounted.length },
          { name: words.skipped, value: daysSkipped.length },
        ]}
      />
      <details open={daysSkipped.length > 0}>
        <summary>{words.dayByDay}</summary>
        <ol>
          {daysCounted.map((date) => (
            <li key={date}>
              <time dateTime={date}>{when.day(date)}</time>
            </li>
          ))}
        </ol>
        {daysSkipped.length === 0 ? null : <p>{words.skippedDays}</p>}
        <ul>
          {daysSkipped.map((day) => (
            <li key={day.date}>
              <time dateTime={day.date}>{when.day(day.date)}</time>:{' '}
              {day.because === 'holiday' ? day.name : words[day.because]}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
};
