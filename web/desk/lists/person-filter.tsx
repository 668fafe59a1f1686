import { useEffect, useState } from 'preact/hooks';
import { isRecord, textIn } from '../../app/kept-text.ts';
import { useTools } from '../../app/tools.ts';
import { Field } from '../../components/form.tsx';
import { useDesk } from '../desk-tools.ts';
import { useFilters } from '../router.tsx';

const personIn = (item: unknown): readonly string[] => {
  const person = isRecord(item) ? textIn(item['person']) : '';
  return person === '' ? [] : [person];
};

/** Those who have something to do, as far as one page of them tells: what it does not can be written. */
const usePeople = (): readonly string[] => {
  const { api } = useTools();
  const [people, setPeople] = useState<readonly string[]>([]);
  useEffect(() => {
    void api.read('/assignments?by=person&limit=25').then((answered) => {
      const items = answered.kind === 'done' && isRecord(answered.body) ? answered.body['items'] : undefined;
      setPeople(Array.isArray(items) ? items.flatMap(personIn) : []);
    });
  }, []);
  return people;
};

/** Narrows a list to one person, as soon as the name is whole. */
export const PersonFilter = () => {
  const { assignments: words } = useDesk().views;
  const filters = useFilters();
  const people = usePeople();
  return (
    <Field name="person" label={words.person}>
      {(described) => (
        <>
          <input
            {...described}
            list="people-known"
            autocomplete="off"
            value={filters.of('person')}
            onChange={({ currentTarget }) => filters.set({ person: currentTarget.value.trim() })}
          />
          <datalist id="people-known">
            {people.map((person) => (
              <option key={person} value={person} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
};
