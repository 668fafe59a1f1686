import { filled } from '../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listEscalations } from '../../../functions/_queries/subject-queries.ts';
import { type Fact, Tag, type Tone } from '../../components/basics.tsx';
import { type CaseView, type Some, useCase } from './case-at-hand.ts';
import { FirstOf, type Heading, Item, Items, Said, ThingLinks, Time } from './parts.tsx';

export type Escalation = AnswerOf<typeof listEscalations>['items'][number];

/** The first escalations of a case. */
export const Escalations = ({
  view,
  escalations,
}: {
  readonly view: CaseView;
  readonly escalations: Some<Escalation>;
}) => {
  const { page, words } = useCase(view);
  return (
    <FirstOf
      id="escalations"
      title={words.sections.escalations}
      some={escalations}
      none={words.none.escalations}
      all={{ href: page('/escalations'), says: words.all.escalations }}
    >
      {(items) => <EscalationItems view={view} items={items} heading="h3" />}
    </FirstOf>
  );
};

interface EscalationItemsProps {
  readonly view: CaseView;
  readonly items: readonly Escalation[];
  readonly heading: Heading;
}

export const EscalationItems = ({ view, items, heading }: EscalationItemsProps) => (
  <Items>
    {items.map((escalation) => (
      <EscalationItem key={escalation.id} view={view} escalation={escalation} heading={heading} />
    ))}
  </Items>
);

const TONES: Readonly<Record<Escalation['state'], Tone>> = {
  sent: 'calm',
  delivered: 'calm',
  acknowledged: 'calm',
  'under-review': 'calm',
  answered: 'good',
  lapsed: 'bad',
};

const EscalationItem = ({
  view,
  escalation,
  heading,
}: Omit<EscalationItemsProps, 'items'> & { readonly escalation: Escalation }) => {
  const { authority, called, codes, titled, words } = useCase(view);
  const { id, controlAuthority, state, outcome, letter, answer, proposal } = escalation;
  const isNextOpen = proposal !== undefined && proposal.acceptedAs === undefined && proposal.declinedIn === undefined;
  return (
    <Item
      id={id}
      heading={heading}
      title={`${called(id)}: ${authority(controlAuthority)}`}
      tags={[
        <Tag tone={TONES[state]}>{codes.escalations[state]}</Tag>,
        outcome === undefined ? null : <Tag tone="calm">{titled('outcome', outcome)}</Tag>,
      ]}
      facts={factsOf(escalation, view)}
    >
      <Said name={words.escalations.letter} text={letter} />
      <Said name={words.escalations.answer} text={answer} />
      {isNextOpen ? <p>{filled(words.escalations.next, { authority: authority(proposal.controlAuthority) })}</p> : null}
    </Item>
  );
};

const factsOf = (escalation: Escalation, view: CaseView): readonly Fact[] => {
  const { authority, day, lastDay, words } = useCase(view);
  const { sentAt, dueAt, state, findings, competentAuthority, follows } = escalation;
  const said = words.escalations;
  return [
    { name: said.sent, value: <Time at={sentAt}>{day(sentAt)}</Time> },
    { name: said.due, value: state === 'answered' ? undefined : <Time at={dueAt}>{lastDay(dueAt)}</Time> },
    {
      name: said.findings,
      value: findings.length === 0 ? said.sealed : <ThingLinks view={view} of={findings} />,
    },
    { name: said.competent, value: competentAuthority === undefined ? undefined : authority(competentAuthority) },
    { name: said.follows, value: follows === undefined ? undefined : <ThingLinks view={view} of={[follows]} /> },
  ];
};
