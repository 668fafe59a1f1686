import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { CONDITIONS, INSTRUMENTS, STAGES } from '../../../events/vocabulary.ts';
import type { LIST_CASES } from '../../../functions/_http/search-operations.ts';
import { Tag, Tags } from '../../components/basics.tsx';
import { Field } from '../../components/form.tsx';
import { useDesk } from '../desk-tools.ts';
import { ReadList } from '../read-list.tsx';
import { useFilters, useHref } from '../router.tsx';
import { Select } from '../select.tsx';

type Found = z.infer<typeof LIST_CASES.answers>['items'][number];

const FACETS = ['q', 'stage', 'instrument', 'condition', 'territory'] as const;

/** Finds cases by words, and narrows them down: each answer leads to the case at the desk. */
export const Search = () => {
  const { search: words } = useDesk().views;
  const filters = useFilters();
  const query = new URLSearchParams({ limit: '25' });
  for (const facet of FACETS) if (filters.of(facet) !== '') query.set(facet, filters.of(facet));
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Narrow key={filters.of('q') + filters.of('territory')} />
      <ReadList<Found> path={`/cases?${query.toString()}`} none={words.none}>
        {(found) => (
          <ul class="cards">
            {found.map((each) => (
              <li key={each.case}>
                <FoundCase {...each} />
              </li>
            ))}
          </ul>
        )}
      </ReadList>
    </>
  );
};

/** Words are looked for when they are sent; what is chosen, at once. */
const Narrow = () => {
  const { views, codes, choices } = useDesk();
  const { search: words } = views;
  const filters = useFilters();
  const [q, setQ] = useState(filters.of('q'));
  const [territory, setTerritory] = useState(filters.of('territory'));
  const chosen = (name: 'stage' | 'instrument' | 'condition') => ({
    name,
    label: words[name],
    chosen: filters.of(name),
    choose: (value: string) => filters.set({ [name]: value }),
  });
  const named = (codesOf: readonly string[], said: Readonly<Record<string, string>> = {}) =>
    codesOf.map((value) => ({ value, label: said[value] ?? value }));
  return (
    <search class="filters">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          filters.set({ q: q.trim(), territory: territory.trim() });
        }}
      >
        <Field name="q" label={words.q}>
          {(described) => (
            <input {...described} type="search" value={q} onInput={({ currentTarget }) => setQ(currentTarget.value)} />
          )}
        </Field>
        <Select {...chosen('stage')} options={named(STAGES, codes.stages)} />
        <Select {...chosen('instrument')} options={named(INSTRUMENTS, codes.instruments)} />
        <Select {...chosen('condition')} options={named(CONDITIONS, choices['conditions'])} />
        <Field name="territory" label={words.territory} hint={words.territoryHint}>
          {(described) => (
            <input
              {...described}
              value={territory}
              onInput={({ currentTarget }) => setTerritory(currentTarget.value)}
            />
          )}
        </Field>
        <button class="button" type="submit">
          {words.look}
        </button>
      </form>
    </search>
  );
};

const FoundCase = ({ case: id, title, ocid, authority, stage, instrument, condition, territory }: Found) => {
  const { codes, views } = useDesk();
  const href = useHref();
  return (
    <>
      <a href={href('cases', id)}>{title ?? ocid}</a>
      {authority === undefined ? null : <p class="muted">{authority.name ?? authority.id}</p>}
      <Tags>
        {[
          <Tag>{codes.stages[stage]}</Tag>,
          <Tag tone="calm">{codes.instruments[instrument]}</Tag>,
          condition === 'suspended' ? <Tag tone="warn">{views.board.suspended}</Tag> : null,
          territory === undefined ? null : <Tag>{territory}</Tag>,
        ]}
      </Tags>
    </>
  );
};
