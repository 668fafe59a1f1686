import { useState } from 'preact/hooks';
import type { PersonWithHistory } from '../../../functions/_people/person-view.ts';
import { Facts, Notice, Section, Tag } from '../../components/basics.tsx';
import { ActsOn } from '../acts-on.tsx';
import { useDesk, useWho } from '../desk-tools.ts';
import { ReadOne } from '../read-one.tsx';
import { useHref } from '../router.tsx';
import { useWhen } from '../use-when.ts';

/** Somebody who may sign in: what the record says, what the sign-in says, and what was done about them. */
export const Person = ({ person }: { readonly person: string }) => {
  const { people: words } = useDesk().views;
  const href = useHref();
  const [stamp, setStamp] = useState(0);
  return (
    <>
      <p>
        <a href={href('people')}>{words.title}</a>
      </p>
      <ReadOne<PersonWithHistory> path={`/people/${encodeURIComponent(person)}`} stamp={stamp}>
        {(read) => (
          <>
            <h1 tabIndex={-1}>{read.onRecord?.email ?? read.signIn?.email ?? person}</h1>
            <Differences {...read} />
            <ByRecord {...read} again={() => setStamp(stamp + 1)} />
            <BySignIn {...read} />
            <History {...read} />
          </>
        )}
      </ReadOne>
    </>
  );
};

const Differences = ({ differences }: PersonWithHistory) => {
  const { views, choices } = useDesk();
  const { people: words } = views;
  if (differences.length === 0) return <Notice tone="good">{words.agrees}</Notice>;
  return (
    <Notice tone="bad">
      <p>
        <strong>{words.differs}</strong>
      </p>
      <ul>
        {differences.map((each) => (
          <li key={each}>{choices['differencesSaid']?.[each] ?? each}</li>
        ))}
      </ul>
      {differences.includes('not-on-record') ? null : <p>{words.differsSoon}</p>}
    </Notice>
  );
};

const ByRecord = ({ person, onRecord, again }: PersonWithHistory & { readonly again: () => void }) => {
  const { views, choices } = useDesk();
  const { people: words } = views;
  const who = useWho();
  const when = useWhen();
  if (onRecord === undefined) return null;
  const { roles, suspended, addedAt } = onRecord;
  return (
    <>
      <Facts
        of={[
          { name: words.standing, value: <Standing isOut={suspended} out={words.suspended} /> },
          { name: words.id, value: <code>{person}</code> },
          { name: words.addedAt, value: when.moment(addedAt) },
        ]}
      />
      <p class="muted">{words.idSays}</p>
      {who.person === person ? <Notice>{words.own}</Notice> : null}
      <ActsOn on="person" ids={{ person }} thing={{ person, suspended }} done={again} />
      <Section id="roles" title={words.roles}>
        {roles.length === 0 ? <p>{words.noRoles}</p> : null}
        <ul class="cards">
          {roles.map((role) => (
            <li key={role}>
              {choices['peopleRoles']?.[role] ?? role}
              <ActsOn on="person-role" ids={{ person, role }} thing={{ person, role }} done={again} />
            </li>
          ))}
        </ul>
        <p class="muted">{words.tokens}</p>
      </Section>
    </>
  );
};

const Standing = ({ isOut, out }: { readonly isOut: boolean; readonly out: string }) => {
  const { people: words } = useDesk().views;
  return <Tag tone={isOut ? 'warn' : 'good'}>{isOut ? out : words.active}</Tag>;
};

const BySignIn = ({ signIn }: PersonWithHistory) => {
  const { views, choices, fields } = useDesk();
  const { people: words } = views;
  if (signIn === undefined) return null;
  const roles = signIn.roles.map((role) => choices['peopleRoles']?.[role] ?? role).join(', ');
  return (
    <Section id="sign-in" title={words.signIn}>
      <Facts
        of={[
          { name: words.standing, value: <Standing isOut={!signIn.enabled} out={words.closed} /> },
          { name: fields['personRoles']?.label ?? '', value: roles === '' ? words.noRoles : roles },
        ]}
      />
    </Section>
  );
};

const History = ({ history }: PersonWithHistory) => {
  const { views, choices } = useDesk();
  const { people: words } = views;
  const when = useWhen();
  if (history.length === 0) return null;
  return (
    <Section id="history" title={words.history}>
      <ol class="cards" reversed>
        {history.map(({ version, type, recordedAt, by, roles, reason }) => (
          <li key={version}>
            <strong>{choices['peopleDeeds']?.[type] ?? type}</strong>{' '}
            {roles.map((role) => choices['peopleRoles']?.[role] ?? role).join(', ')}
            <br />
            <small>
              {when.moment(recordedAt)}, {words.by} <code>{by}</code>
            </small>
            {reason === undefined ? null : <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
};
