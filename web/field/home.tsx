import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { filled } from '../../domain/words/code-words.ts';
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
        <Cards
          of={due.body.map((item) => (
            <li key={`${item.case} ${item.id}`}>
              <Due {...item} />
            </li>
          ))}
        />
      </Block>
      <Cases key={person} next={due.body} />
      <p class="muted">{home.install}</p>
      <SignOut />
    </>
  );
};

/** So many of a list are on the screen at first: a thumb comes past them. */
const SEEN_FIRST = 8;

/** The first of a list, and the others for who asks for them. */
const Cards = ({ of }: { readonly of: readonly ComponentChildren[] }) => {
  const { home } = useField().told.words;
  const later = of.slice(SEEN_FIRST);
  return (
    <>
      <ul class="cards">{of.slice(0, SEEN_FIRST)}</ul>
      {later.length === 0 ? null : (
        <details>
          <summary>{filled(home.more, { n: String(later.length) })}</summary>
          <ul class="cards">{later}</ul>
        </details>
      )}
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

/** The cases of somebody, in the order in which something is to be done in them; then those that ask for nothing now. */
const Cases = ({ next }: { readonly next: readonly DueShown[] }) => {
  const { told, engine, person, isOnline } = useField();
  const { home } = told.words;
  const read = useReading(assignmentsPath(person), asAssignments);
  const memberships = read.body?.memberships ?? NONE;
  const ids = memberships.map(({ case: id }) => id).join(' ');
  const places = new Map(next.map(({ case: id }, place) => [id, place] as const).toReversed());
  const placeOf = (id: string): number => places.get(id) ?? next.length;
  const inOrder = memberships.toSorted((one, other) => placeOf(one.case) - placeOf(other.case));
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
      <Cards
        of={inOrder.map(({ case: id, standing }) => (
          <li key={id}>
            <OwnCase id={id} isProposed={standing === 'proposed'} />
          </li>
        ))}
      />
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
