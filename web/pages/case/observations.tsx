import { CATEGORIES } from '../../../domain/observations/categories.ts';
import { filled, wordFor } from '../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listObservations } from '../../../functions/_queries/observation-queries.ts';
import { Notice, Tag, type Tone } from '../../components/basics.tsx';
import { type CaseView, type Some, useCase } from './case-at-hand.ts';
import { FirstOf, type Heading, Item, Items, Said, Time } from './parts.tsx';
import { type Seen, seenIn, textIn } from './written.ts';

export type Observation = AnswerOf<typeof listObservations>['items'][number];
export type OpenObservation = Extract<Observation, { readonly state: unknown }>;
export type SealedObservation = Exclude<Observation, { readonly state: unknown }>;

/** The first observations of a case. */
export const Observations = ({
  view,
  observations,
}: {
  readonly view: CaseView;
  readonly observations: Some<Observation>;
}) => {
  const { page, words } = useCase(view);
  return (
    <FirstOf
      id="observations"
      title={words.sections.observations}
      some={observations}
      none={words.none.observations}
      all={{ href: page('/observations'), says: words.all.observations }}
    >
      {(items) => <ObservationItems view={view} items={items} heading="h3" />}
    </FirstOf>
  );
};

interface ObservationItemsProps {
  readonly view: CaseView;
  readonly items: readonly Observation[];
  readonly heading: Heading;
}

export const ObservationItems = ({ view, items, heading }: ObservationItemsProps) => (
  <Items>
    {items.map((observation) => (
      <ObservationItem key={observation.observation} view={view} observation={observation} heading={heading} />
    ))}
  </Items>
);

interface OneProps<Of extends Observation> {
  readonly view: CaseView;
  readonly observation: Of;
}

const ObservationItem = ({ view, observation, heading }: OneProps<Observation> & { readonly heading: Heading }) => {
  const writing = useCase(view);
  const { called, day, page, words } = writing;
  const { observation: id, filedAt } = observation;
  const written = 'state' in observation ? seenIn(observation.content) : undefined;
  return (
    <Item
      id={id}
      heading={heading}
      title={
        <a href={page(`/observations/${id}`)} {...(written?.language === undefined ? {} : { lang: written.language })}>
          {written?.title ?? called(id)}
        </a>
      }
      tags={tagsOf(writing, observation)}
      facts={[{ name: words.observations.filed, value: <Time at={filedAt}>{day(filedAt)}</Time> }]}
    >
      {'state' in observation ? (
        <InShort view={view} observation={observation} />
      ) : (
        <Sealed view={view} observation={observation} />
      )}
    </Item>
  );
};

const SEVERITY_TONES: Readonly<Record<string, Tone>> = { minor: 'plain', serious: 'warn', grave: 'bad' };
const REMEDY_TONES = { eliminated: 'good', 'not-eliminated': 'bad', 'no-mechanism': 'warn' } as const;

type Writing = ReturnType<typeof useCase>;

/** What an observation is in a few tags: of what is sealed, no more than its stage. */
export const tagsOf = ({ codes, day, words }: Writing, observation: Observation) => {
  const { stage, late, withdrawnAt, version } = observation;
  const state = 'state' in observation ? observation.state : undefined;
  return [
    state === undefined ? null : <Tag key="type">{codes.types[state.type]}</Tag>,
    state?.severity === undefined ? null : (
      <Tag key="severity" tone={SEVERITY_TONES[state.severity] ?? 'plain'}>
        {codes.severities[state.severity]}
      </Tag>
    ),
    <Tag key="stage">{codes.stages[stage]}</Tag>,
    late ? (
      <Tag key="late" tone="warn">
        {words.observations.late}
      </Tag>
    ) : null,
    version > 1 ? <Tag key="version">{filled(words.observations.version, { n: String(version) })}</Tag> : null,
    withdrawnAt === undefined ? null : (
      <Tag key="withdrawn" tone="warn">
        {filled(words.observations.withdrawn, { date: day(withdrawnAt) })}
      </Tag>
    ),
    state?.remedy === undefined ? null : (
      <Tag key="remedy" tone={REMEDY_TONES[state.remedy]}>
        {words.observations.remedy}: {codes.remedies[state.remedy].toLowerCase()}
      </Tag>
    ),
  ];
};

/** Why an observation cannot be read, and until when: nothing else is known of it here. */
export const Sealed = ({ view, observation }: OneProps<SealedObservation>) => {
  const { moment, words } = useCase(view);
  const { seal, embargoUntil } = observation;
  const said = words.observations;
  const date = embargoUntil === undefined ? '' : moment(embargoUntil);
  switch (seal) {
    case 'restricted':
      return <p class="seal">{said.restricted}</p>;
    case 'embargo-extended':
      return <p class="seal">{filled(said.untilDate, { date })}</p>;
    case 'until-award':
      return (
        <p class="seal">
          {said.untilAward}
          {date === '' ? null : ` ${filled(said.notBefore, { date })}`}
        </p>
      );
  }
};

const EXCERPT_MAX = 400;

/** The beginning of a long text, up to the end of a word. */
const excerptOf = (text: string): string =>
  text.length <= EXCERPT_MAX ? text : `${text.slice(0, EXCERPT_MAX).replace(/\s+\S*$/, '')}…`;

const InShort = ({ view, observation }: OneProps<OpenObservation>) => {
  const { page, words } = useCase(view);
  const { narrative, language } = seenIn(observation.content);
  const reply = textIn(observation.reply, 'reply');
  const isWhole = [narrative ?? '', reply ?? ''].every((text) => text.length <= EXCERPT_MAX);
  return (
    <>
      {observation.withdrawnAt === undefined ? (
        <Said text={narrative === undefined ? undefined : excerptOf(narrative)} lang={language} />
      ) : (
        <Said name={words.observations.withdrawnBecause} text={textIn(observation.withdrawal, 'reason')} />
      )}
      {reply === undefined ? null : (
        <Said name={words.observations.reply} text={excerptOf(reply)} lang={textIn(observation.reply, 'language')} />
      )}
      <Awaited view={view} observation={observation} />
      {isWhole ? null : (
        <p>
          <a href={page(`/observations/${observation.observation}`)}>{words.observations.more}</a>
        </p>
      )}
    </>
  );
};

/** What is awaited of others about it, or was not done in time. */
export const Awaited = ({ view, observation }: OneProps<OpenObservation>) => {
  const { lastDay, words } = useCase(view);
  const { state, reply, replyDueAt, escalationDue, incomplete } = observation;
  const said = words.observations;
  return (
    <>
      {state.replyLapsed === true && reply === undefined ? <p class="muted">{said.replyLapsed}</p> : null}
      {state.replyLapsed !== true && reply === undefined && replyDueAt !== undefined ? (
        <p class="muted">{filled(said.replyDue, { date: lastDay(replyDueAt) })}</p>
      ) : null}
      {escalationDue === undefined ? null : (
        <Notice tone={escalationDue.overdue ? 'bad' : 'warn'}>
          <p>
            {filled(escalationDue.overdue ? said.escalationOverdue : said.escalationDue, {
              date: lastDay(escalationDue.dueAt),
            })}
          </p>
        </Notice>
      )}
      {incomplete === true ? <p class="muted">{said.incomplete}</p> : null}
    </>
  );
};

/** Of what kind a finding is, in words. */
export const categoryOf = ({ category, categoryText }: Seen, { language }: Pick<Writing, 'language'>) => {
  if (category === undefined) return undefined;
  const titles = Object.fromEntries(Object.entries(CATEGORIES).map(([code, title]) => [code, title[language]]));
  return categoryText ?? wordFor(titles, category);
};
