import { useEffect, useState } from 'preact/hooks';
import { dueIn } from '../app/hour-of-case.ts';
import { Tag } from '../components/basics.tsx';
import type { Draft } from './compose.ts';
import { draftsIn } from './drafts-kept.ts';
import { useField, useReading } from './field-context.ts';
import { Age, Block, Heading } from './parts.tsx';
import { readAnew } from './readings.ts';
import { SignOut } from './session-parts.tsx';
import {
  AGENDA,
  type Assignments,
  asAssignments,
  asCase,
  asDue,
  asProcess,
  assignmentsPath,
  casePath,
  type DueShown,
  pathsOf,
  processPath,
} from './shapes.ts';

/** What comes next, whose cases these are, and what was begun. */
export const Home = () => {
  const { told, person } = useField();
  const { app, home } = told.words;
  const due = useReading(AGENDA, asDue);
  return (
    <>
      <Heading title={app.title} />
      <Drafts />
      <Block id="due" title={home.due}>
        <Age of={due} />
        {typeof due.kept === 'object' && due.body.length === 0 ? <p class="empty">{home.nothingDue}</p> : null}
        <ul class="cards">
          {due.body.map((item) => (
            <li key={`${item.case} ${item.id}`}>
              <Due {...item} />
            </li>
          ))}
        </ul>
      </Block>
      <Cases key={person} />
      <p class="muted">{home.install}</p>
      <SignOut />
    </>
  );
};

const Due = ({ case: id, title, what, dueAt, zone, term, overdue }: DueShown) => {
  const { told } = useField();
  return (
    <>
      <a href={`#/cases/${id}`}>
        <strong>{told.tasks[what] ?? what}</strong>
      </a>{' '}
      {overdue ? <Tag tone="bad">{told.words.home.overdue}</Tag> : null}
      <br />
      {title}
      <br />
      <time class="muted" dateTime={dueAt}>
        {dueIn(told.locale, { dueAt, zone, term }, 'medium')}
      </time>
    </>
  );
};

const Drafts = () => {
  const { told, engine, person } = useField();
  const { home, forms } = told.words;
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useEffect(() => void draftsIn(engine.vault, person).then(setDrafts), []);
  if (drafts.length === 0) return null;
  return (
    <Block id="drafts" title={home.drafts}>
      <ul>
        {drafts.map(({ form, case: id, observation, fields: { title = '' } }) => (
          <li key={`${form} ${id} ${observation}`}>
            <a href={`#/cases/${id}/${form}${observation === undefined ? '' : `/${observation}`}`}>
              {title === '' ? home.untitled : title}
            </a>{' '}
            <span class="muted">{forms[form]}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
};

const NONE: Assignments['memberships'] = [];

const Cases = () => {
  const { told, engine, person, isOnline } = useField();
  const { home } = told.words;
  const read = useReading(assignmentsPath(person), asAssignments);
  const memberships = read.body?.memberships ?? NONE;
  const ids = memberships.map(({ case: id }) => id).join(' ');
  // All of them are read now: nobody knows which is opened where there is no network.
  useEffect(() => {
    const all = async (): Promise<void> => {
      for (const path of ids.split(' ').filter(Boolean).flatMap(pathsOf)) await readAnew(engine, path);
    };
    if (isOnline) void all();
  }, [ids, isOnline]);
  return (
    <Block id="cases" title={home.cases}>
      <Age of={read} />
      {read.body !== undefined && memberships.length === 0 ? <p class="empty">{home.noCases}</p> : null}
      <ul class="cards">
        {memberships.map(({ case: id, standing }) => (
          <li key={id}>
            <OwnCase id={id} isProposed={standing === 'proposed'} />
          </li>
        ))}
      </ul>
    </Block>
  );
};

const OwnCase = ({ id, isProposed }: { readonly id: string; readonly isProposed: boolean }) => {
  const { told } = useField();
  const { home } = told.words;
  const { body: shown } = useReading(casePath(id), asCase);
  const { body: process } = useReading(processPath(id), asProcess);
  const isOpen = shown !== undefined && shown.stage !== 'closed' && !isProposed;
  return (
    <>
      <h3>
        <a href={`#/cases/${id}`}>{process?.title ?? id}</a>
      </h3>
      <p>
        {shown === undefined ? null : <Tag tone="calm">{told.codes.stages[shown.stage]}</Tag>}{' '}
        {isProposed ? <Tag tone="warn">{home.proposed}</Tag> : null}
      </p>
      {isOpen ? (
        <p>
          <a class="button" href={`#/cases/${id}/observation`}>
            {home.report}
          </a>
        </p>
      ) : null}
    </>
  );
};
