import { filled } from '../../domain/words/code-words.ts';
import { dueIn } from '../app/hour-of-case.ts';
import { textIn } from '../app/kept-text.ts';
import { Facts, Tag } from '../components/basics.tsx';
import { DocumentAccess } from './case-access.tsx';
import { Acts } from './case-acts.tsx';
import { momentIn, numberOf, useField, useReading } from './field-context.ts';
import { Age, Block, Heading } from './parts.tsx';
import {
  asCase,
  asOwn,
  asProcess,
  type CaseShown,
  casePath,
  type OwnObservation,
  observationsPath,
  processPath,
} from './shapes.ts';

/** A case as its team needs it on site: where it stands, what is missing, what to attend, what to ask for, what one has filed. */
export const CasePage = ({ id }: { readonly id: string }) => {
  const { told } = useField();
  const { app, home, case: words } = told.words;
  const read = useReading(casePath(id), asCase);
  const { body: process } = useReading(processPath(id), asProcess);
  const shown = read.body;
  return (
    <>
      <Heading title={process?.title ?? id} back="#/" />
      <Age of={read} />
      {shown === undefined ? null : (
        <>
          {shown.condition === 'suspended' ? <p class="notice warn">{words.suspended}</p> : null}
          <Facts
            of={[
              { name: words.stage, value: <Tag tone="calm">{told.codes.stages[shown.stage]}</Tag> },
              { name: words.buyer, value: process?.buyer?.name },
            ]}
          />
          {shown.stage === 'closed' ? (
            <p class="notice">{words.noMore}</p>
          ) : (
            <p>
              <a class="button" href={`#/cases/${id}/observation`}>
                {home.report}
              </a>
            </p>
          )}
          <Checklist {...shown} />
          <Acts id={id} team={shown.team} zone={shown.zone} />
          <DocumentAccess {...shown} />
          <Own id={id} />
          <p>
            <a href={`/${told.language}/desk/cases/${id}`}>{app.desk}</a> <span class="muted">{app.needsNetwork}</span>
          </p>
        </>
      )}
    </>
  );
};

const Checklist = ({ requirements }: CaseShown) => {
  const { told } = useField();
  const { case: words } = told.words;
  return (
    <Block id="checklist" title={words.checklist}>
      <ul class="cards">
        {requirements.map((each) => (
          <li key={each.id}>
            <Requirement {...each} />
          </li>
        ))}
      </ul>
    </Block>
  );
};

const Requirement = ({ id, met, who, missing }: CaseShown['requirements'][number]) => {
  const { told } = useField();
  const { case: words } = told.words;
  const [first] = missing
    .flatMap(({ term }) => term ?? [])
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return (
    <>
      <p>
        <Met met={met} /> {told.requirements[id] ?? id}
      </p>
      {met === true ? null : (
        <p class="muted">
          {words.by}: {who.map((role) => told.roles[role] ?? role).join(', ')}
          {first === undefined ? '' : `. ${filled(words.dueAt, { date: dueIn(told.locale, first, 'medium') })}`}
        </p>
      )}
    </>
  );
};

const Met = ({ met }: { readonly met: boolean | undefined }) => {
  const { case: words } = useField().told.words;
  if (met === undefined) return <Tag>{words.sealed}</Tag>;
  return met ? <Tag tone="good">{words.met}</Tag> : <Tag tone="warn">{words.unmet}</Tag>;
};

const Own = ({ id }: { readonly id: string }) => {
  const { told, person, items } = useField();
  const { case: words } = told.words;
  const read = useReading(observationsPath(id), (body) => asOwn(body, person));
  const known = new Set<string | undefined>(read.body.map(({ observation }) => observation));
  const queued = items.filter(
    ({ form, receipt, ...item }) => form === 'observation' && item.case === id && !known.has(receipt?.created),
  );
  const isNone = read.body.length === 0 && queued.length === 0;
  return (
    <Block id="observations" title={words.observations}>
      {typeof read.kept === 'object' && isNone ? <p class="empty">{words.noObservations}</p> : null}
      <ul class="cards">
        {queued.map((item) => (
          <li key={item.id}>
            <h3>{item.title}</h3>
            <p>
              <a href="#/queue">{words.inQueue}</a>
            </p>
          </li>
        ))}
        {read.body.map((each) => (
          <li key={each.observation}>
            <OwnOne id={id} of={each} />
          </li>
        ))}
      </ul>
    </Block>
  );
};

const OwnOne = ({ id, of }: { readonly id: string; readonly of: OwnObservation }) => {
  const { told, items } = useField();
  const { case: words } = told.words;
  const { observation, state, content, filedAt, version, withdrawnAt } = of;
  const called = filled(words.called, { n: numberOf(observation) });
  const isQueued = items.some(({ path, receipt }) => receipt === undefined && path.includes(`/${observation}/`));
  return (
    <>
      <h3>{textIn(content['title']) || called}</h3>
      <p>
        <Tag>{told.codes.types[state.type]}</Tag>{' '}
        {withdrawnAt === undefined ? null : <Tag tone="warn">{words.withdrawn}</Tag>}
      </p>
      <p class="muted">
        {called}, {momentIn(told.locale, filedAt)}
        {version > 1 ? `, ${filled(words.version, { n: String(version) })}` : ''}
      </p>
      {isQueued ? <p class="muted">{words.inQueue}</p> : null}
      {withdrawnAt !== undefined || isQueued ? null : (
        <p class="actions">
          <a href={`#/cases/${id}/correction/${observation}`}>{words.correct}</a>
          <a href={`#/cases/${id}/withdrawal/${observation}`}>{words.withdraw}</a>
        </p>
      )}
    </>
  );
};
