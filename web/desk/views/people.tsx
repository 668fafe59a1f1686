import { useState } from 'preact/hooks';
import type { PersonView } from '../../../functions/_people/person-view.ts';
import { Notice, Section, Tag } from '../../components/basics.tsx';
import { ActsOn } from '../acts-on.tsx';
import { useDesk } from '../desk-tools.ts';
import { ReadList } from '../read-list.tsx';
import { useAddress, useHref } from '../router.tsx';
import { Person } from './person.tsx';

/** Who may sign in, and in which roles: the list, or one of them. */
export const People = () => {
  const { id } = useAddress();
  return id === '' ? <Everybody /> : <Person person={id} />;
};

const Everybody = () => {
  const { people: words } = useDesk().views;
  const [stamp, setStamp] = useState(0);
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Notice>
        <p>{words.tokens}</p>
      </Notice>
      <ActsOn on="people" ids={{}} done={() => setStamp(stamp + 1)} />
      <ReadList<PersonView> path="/people?limit=25" stamp={stamp}>
        {(people) => <Grouped people={people} />}
      </ReadList>
    </>
  );
};

/** Those whom the record knows, and apart from them those whom it does not: they are what an auditor looks for. */
const Grouped = ({ people }: { readonly people: readonly PersonView[] }) => {
  const { people: words } = useDesk().views;
  const known = people.filter(({ onRecord }) => onRecord !== undefined);
  const unknown = people.filter(({ onRecord }) => onRecord === undefined);
  return (
    <>
      <Section id="on-record" title={words.onRecord}>
        {known.length === 0 ? <p>{words.nobody}</p> : <Cards of={known} />}
      </Section>
      {unknown.length === 0 ? null : (
        <Section id="not-on-record" title={words.beside}>
          <p>{words.besideSays}</p>
          <Cards of={unknown} />
        </Section>
      )}
    </>
  );
};

const Cards = ({ of }: { readonly of: readonly PersonView[] }) => (
  <ul class="cards">
    {of.map((each) => (
      <li key={each.person}>
        <Card {...each} />
      </li>
    ))}
  </ul>
);

const Card = ({ person, onRecord, signIn, differences }: PersonView) => {
  const { choices, views } = useDesk();
  const href = useHref();
  return (
    <>
      <a href={href('people', person)}>{onRecord?.email ?? signIn?.email ?? person}</a>
      {(onRecord?.email ?? signIn?.email) === undefined ? null : (
        <>
          {' '}
          <code>{person}</code>
        </>
      )}{' '}
      {(onRecord?.roles ?? signIn?.roles ?? []).map((role) => (
        <>
          <Tag key={role}>{choices['peopleRoles']?.[role] ?? role}</Tag>{' '}
        </>
      ))}
      {onRecord?.suspended === true ? <Tag tone="warn">{views.people.suspended}</Tag> : null}{' '}
      {differences.map((difference) => (
        <>
          <Tag key={difference} tone={difference === 'not-on-record' ? 'warn' : 'bad'}>
            {choices['differences']?.[difference] ?? difference}
          </Tag>{' '}
        </>
      ))}
    </>
  );
};
