import { useRef, useState } from 'preact/hooks';
import { filled } from '../../../domain/words/code-words.ts';
import { filtersOf } from '../../app/drafts.ts';
import { isRecord, jsonIn } from '../../app/kept-text.ts';
import { Field } from '../../components/form.tsx';
import { useDesk, useWho } from '../desk-tools.ts';
import { useAddress } from '../router.tsx';

interface KeptFilter {
  readonly name: string;
  readonly href: string;
}

const isKept = (value: unknown): value is KeptFilter =>
  isRecord(value) && typeof value['name'] === 'string' && typeof value['href'] === 'string';

const keptIn = (text: string | null): readonly KeptFilter[] => {
  const kept = jsonIn(text);
  return Array.isArray(kept) ? kept.filter(isKept) : [];
};

/** Filters that somebody gave a name: kept on this device for them alone. A filter is an address, so it can also be sent to others. */
export const KeptFilters = () => {
  const { lists, wrong } = useDesk().views;
  const { person } = useWho();
  const { view } = useAddress();
  const place = `${filtersOf(person)}${view}`;
  const [kept, setKept] = useState(() => keptIn(localStorage.getItem(place)));
  const [name, setName] = useState('');
  const [isNameless, setNameless] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const keep = (filters: readonly KeptFilter[]) => {
    setKept(filters);
    localStorage.setItem(place, JSON.stringify(filters));
  };
  const add = () => {
    const href = `${location.pathname}${location.search}`;
    keep([...kept.filter((each) => each.name !== name.trim()), { name: name.trim(), href }]);
    setName('');
  };
  return (
    <details class="kept-filters">
      <summary>{lists.keptFilters}</summary>
      <ul>
        {kept.map((filter) => (
          <li key={filter.name}>
            <a href={filter.href}>{filter.name}</a>{' '}
            <button
              class="button second small"
              type="button"
              onClick={() => keep(kept.filter((each) => each !== filter))}
            >
              {lists.forget} <span class="unseen">{filter.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setNameless(name.trim() === '');
          if (name.trim() === '') field.current?.focus();
          else add();
        }}
      >
        <Field
          name="filter-name"
          label={lists.nameFilter}
          error={isNameless ? filled(wrong.empty, { field: lists.nameFilter }) : undefined}
        >
          {(described) => (
            <input
              {...described}
              ref={field}
              value={name}
              onInput={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
        </Field>
        <button class="button second" type="submit">
          {lists.keep}
        </button>
      </form>
    </details>
  );
};
