import type { JSX } from 'preact';
import { INSTRUMENTS, STAGES } from '../../events/vocabulary.ts';
import { Empty, Pages } from '../components/basics.tsx';
import { CaseCards, type CaseListed } from '../components/case-cards.tsx';
import { Field, Select } from '../components/form.tsx';
import { Shell } from '../components/shell.tsx';
import { useLink, usePlace, useWords } from '../page-context.ts';
import { territoriesIn } from '../territories.ts';

/** What cases can be looked for by. */
type Asked = 'q' | 'authority' | 'territory' | 'instrument' | 'stage' | 'condition' | 'profile';

interface CasesProps {
  readonly asked: Readonly<Partial<Record<Asked, string | undefined>>>;
  readonly cases: readonly CaseListed[];
  readonly isFirst: boolean;
  readonly next?: string | undefined;
}

const Cases = ({ asked, cases: found, isFirst, next }: CasesProps) => {
  const { language } = usePlace();
  const { cases, codes, home } = useWords();
  const link = useLink();
  const address = (more: Readonly<Record<string, string>>) => link(`/cases${queryOf({ ...asked, ...more })}`);
  return (
    <Shell title={cases.title} description={home.lead}>
      <h1>{cases.title}</h1>
      <search class="filters">
        <form action={link('/cases')} method="get">
          <div class="wide">
            <Field name="q" label={cases.search} hint={home.searchHint}>
              {(described) => <input type="search" {...described} maxLength={200} value={asked.q} />}
            </Field>
          </div>
          <Select
            name="instrument"
            label={cases.instrument}
            any={cases.any}
            chosen={asked.instrument}
            options={INSTRUMENTS.map((value) => ({ value, label: codes.instruments[value] }))}
          />
          <Select
            name="stage"
            label={cases.stage}
            any={cases.any}
            chosen={asked.stage}
            options={STAGES.map((value) => ({ value, label: codes.stages[value] }))}
          />
          <Select
            name="territory"
            label={cases.place}
            any={cases.any}
            chosen={asked.territory}
            options={territoriesIn(language)}
          />
          {KEPT.map((name) =>
            asked[name] === undefined ? null : <input key={name} type="hidden" name={name} value={asked[name]} />,
          )}
          <div>
            <button class="button" type="submit">
              {home.find}
            </button>
          </div>
        </form>
      </search>
      {found.length === 0 ? (
        <Empty>
          <h2>{cases.none}</h2>
          <p>{cases.noneSays}</p>
        </Empty>
      ) : (
        <CaseCards of={found} heading="h2" />
      )}
      <Pages
        first={isFirst ? undefined : address({})}
        next={next === undefined ? undefined : address({ cursor: next })}
      />
    </Shell>
  );
};

/** What is looked for by following a link rests while other filters change. */
const KEPT = ['authority', 'condition', 'profile'] as const;

/** What was asked as the query of an address; what was left empty is not said. */
const queryOf = (asked: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
  return query.size === 0 ? '' : `?${query}`;
};

/** The cases that somebody looks for. */
export const casesPage = (props: CasesProps): JSX.Element => <Cases {...props} />;
