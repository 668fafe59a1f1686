import { useState } from 'preact/hooks';
import { ACCREDITATION_STATUSES, ROSTER_KINDS } from '../../../events/vocabulary.ts';
import type { RosterView } from '../../../functions/_roster/roster-view.ts';
import { Tag } from '../../components/basics.tsx';
import { Field } from '../../components/form.tsx';
import { ActsOn } from '../acts-on.tsx';
import { useDesk, useWho } from '../desk-tools.ts';
import { ReadList } from '../read-list.tsx';
import { useAddress, useFilters, useHref } from '../router.tsx';
import { Select } from '../select.tsx';
import { AccreditationTag } from './accreditation-tag.tsx';
import { RosterEntry } from './roster-entry.tsx';
import { ImportedTable, ImportTable } from './roster-import.tsx';

/** As part of an address no person is called so: the API keeps the word for imports too. */
const IMPORTS = 'imports';

/** Who is accredited: the list, one entry, or what became of an imported table. */
export const Roster = () => {
  const { id, part } = useAddress();
  if (id === '') return <WholeRoster />;
  return id === IMPORTS && part !== '' ? <ImportedTable id={part} /> : <RosterEntry person={id} />;
};

const FILTERS = ['q', 'kind', 'status', 'speciality', 'territory'] as const;

const WholeRoster = () => {
  const { roster: words } = useDesk().views;
  const { roles } = useWho();
  const filters = useFilters();
  const [stamp, setStamp] = useState(0);
  const query = new URLSearchParams({ limit: '50' });
  for (const name of FILTERS) if (filters.of(name) !== '') query.set(name, filters.of(name));
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ActsOn on="roster" ids={{}} done={() => setStamp(stamp + 1)} />
      {roles.includes('administrator') ? <ImportTable done={() => setStamp(stamp + 1)} /> : null}
      <RosterFilters key={FILTERS.map(filters.of).join(' ')} />
      <ReadList<RosterView> path={`/roster?${query.toString()}`} none={words.none} stamp={stamp}>
        {(entries) => (
          <ul class="cards">
            {entries.map((entry) => (
              <li key={entry.person}>
                <Entry {...entry} />
              </li>
            ))}
          </ul>
        )}
      </ReadList>
    </>
  );
};

const RosterFilters = () => {
  const { views, choices } = useDesk();
  const { roster: words } = views;
  const filters = useFilters();
  const [typed, setTyped] = useState({
    q: filters.of('q'),
    speciality: filters.of('speciality'),
    territory: filters.of('territory'),
  });
  const named = (codes: readonly string[], group: string) =>
    codes.map((value) => ({ value, label: choices[group]?.[value] ?? value }));
  const line = (name: keyof typeof typed) => (
    <Field name={name} label={words[name]}>
      {(described) => (
        <input
          {...described}
          value={typed[name]}
          onInput={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <search class="filters">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          filters.set({ q: typed.q.trim(), speciality: typed.speciality.trim(), territory: typed.territory.trim() });
        }}
      >
        {line('q')}
        <Select
          name="kind"
          label={words.kind}
          chosen={filters.of('kind')}
          choose={(kind) => filters.set({ kind })}
          options={named(ROSTER_KINDS, 'rosterKinds')}
        />
        <Select
          name="status"
          label={words.status}
          chosen={filters.of('status')}
          choose={(status) => filters.set({ status })}
          options={named(ACCREDITATION_STATUSES, 'accreditationStatuses')}
        />
        {line('speciality')}
        {line('territory')}
        <button class="button" type="submit">
          {views.frame.filter}
        </button>
      </form>
    </search>
  );
};

const Entry = ({ person, name, kind, accreditations }: RosterView) => {
  const { choices } = useDesk();
  const href = useHref();
  return (
    <>
      <a href={href('roster', person)}>{name ?? person}</a> <code>{person}</code>{' '}
      <Tag>{choices['rosterKinds']?.[kind] ?? kind}</Tag>{' '}
      {accreditations.map(({ id, status }) => (
        <AccreditationTag key={id} status={status} />
      ))}
    </>
  );
};
