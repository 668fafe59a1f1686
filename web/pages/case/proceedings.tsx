import { filled } from '../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listProceedings } from '../../../functions/_queries/escalation-queries.ts';
import { Tag } from '../../components/basics.tsx';
import { type CaseView, type Some, useCase } from './case-at-hand.ts';
import { FirstOf, type Heading, Item, Items, Said, ThingLinks } from './parts.tsx';

export type Proceeding = AnswerOf<typeof listProceedings>['items'][number];

/** The first sanctions and proceedings that followed from findings; nothing is said where there are none. */
export const Proceedings = ({
  view,
  proceedings,
}: {
  readonly view: CaseView;
  readonly proceedings: Some<Proceeding>;
}) => {
  const { page, words } = useCase(view);
  if (proceedings.items.length === 0) return null;
  return (
    <FirstOf
      id="proceedings"
      title={words.sections.proceedings}
      some={proceedings}
      none={words.none.proceedings}
      all={{ href: page('/proceedings'), says: words.all.proceedings }}
    >
      {(items) => <ProceedingItems view={view} items={items} heading="h3" />}
    </FirstOf>
  );
};

interface ProceedingItemsProps {
  readonly view: CaseView;
  readonly items: readonly Proceeding[];
  readonly heading: Heading;
}

export const ProceedingItems = ({ view, items, heading }: ProceedingItemsProps) => (
  <Items>
    {items.map((proceeding) => (
      <ProceedingItem key={proceeding.id} view={view} proceeding={proceeding} heading={heading} />
    ))}
  </Items>
);

const ProceedingItem = ({
  view,
  proceeding,
  heading,
}: Omit<ProceedingItemsProps, 'items'> & { readonly proceeding: Proceeding }) => {
  const { called, titled, words } = useCase(view);
  const { id, type, escalation, findings = [], states = [], body, against } = proceeding;
  const said = words.escalations;
  const last = states.at(-1);
  return (
    <Item
      id={id}
      heading={heading}
      title={type === undefined ? called(id) : `${called(id)}: ${titled('proceedingType', type)}`}
      tags={[last === undefined ? null : <Tag tone="calm">{titled('proceedingState', last.state)}</Tag>]}
      facts={[
        { name: said.findings, value: findings.length === 0 ? undefined : <ThingLinks view={view} of={findings} /> },
        {
          name: said.follows,
          value: escalation === undefined ? undefined : <ThingLinks view={view} of={[escalation]} />,
        },
        { name: said.body, value: body },
        { name: said.against, value: against },
      ]}
    >
      {type === undefined ? <p class="seal">{said.sealedProceeding}</p> : <States view={view} states={states} />}
    </Item>
  );
};

const States = ({ view, states }: { readonly view: CaseView; readonly states: NonNullable<Proceeding['states']> }) => {
  const { dayOf, titled, words } = useCase(view);
  const said = words.escalations;
  return (
    <ul>
      {states.map(({ state, on, event, number, note }) => (
        <li key={event}>
          {titled('proceedingState', state)} {filled(said.from, { date: dayOf(on) })}
          {number === undefined ? null : `. ${said.number}: ${number}`}
          <Said text={note} />
        </li>
      ))}
    </ul>
  );
};
