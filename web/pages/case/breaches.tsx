import { filled } from '../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listBreaches } from '../../../functions/_queries/subject-queries.ts';
import { Tag } from '../../components/basics.tsx';
import { type CaseView, type Some, useCase } from './case-at-hand.ts';
import { FirstOf, Item, Items, Said, Time } from './parts.tsx';
import type { BidderShown } from './process.tsx';

export type Breach = AnswerOf<typeof listBreaches>['items'][number];

interface BreachesProps {
  readonly view: CaseView;
  readonly breaches: Some<Breach>;
  readonly bidders: readonly BidderShown[];
}

/** Whether a case can have breaches: somebody is bound by a pact. */
export const tellsBreaches = ({ view, breaches }: Omit<BreachesProps, 'bidders'>): boolean =>
  view.pactSignedByAuthority || breaches.items.length > 0;

/** Breaches of the pact: whether they were answered, and what followed. Nobody is named before the ruling. */
export const Breaches = ({ view, breaches, bidders }: BreachesProps) => {
  const { data, words } = useCase(view);
  if (!tellsBreaches({ view, breaches })) return null;
  return (
    <FirstOf
      id="breaches"
      title={words.sections.breaches}
      some={breaches}
      none={words.none.breaches}
      all={{ href: data('/breaches'), says: words.all.breaches }}
    >
      {(items) => (
        <Items>
          {items.map((breach) => (
            <BreachItem key={breach.id} view={view} breach={breach} bidders={bidders} />
          ))}
        </Items>
      )}
    </FirstOf>
  );
};

interface BreachItemProps extends Omit<BreachesProps, 'breaches'> {
  readonly breach: Breach;
}

const BreachItem = ({ view, breach, bidders }: BreachItemProps) => {
  const { called, day, titled, words } = useCase(view);
  const { id, consequence, reportedAt } = breach;
  const said = words.breaches;
  return (
    <Item
      id={id}
      heading="h3"
      title={called(id)}
      tags={[
        consequence === undefined ? (
          <Tag>{said.unruled}</Tag>
        ) : (
          <Tag tone={consequence === 'not-a-breach' ? 'plain' : 'bad'}>{titled('breachConsequence', consequence)}</Tag>
        ),
      ]}
      facts={[
        { name: said.reported, value: <Time at={reportedAt}>{day(reportedAt)}</Time> },
        { name: said.accused, value: accusedIn({ breach, bidders, roles: words.roles }) },
        { name: said.answer, value: useAnswer({ view, breach }) },
      ]}
    >
      {consequence === undefined ? <p class="seal">{said.notNamed}</p> : null}
      <Said name={said.explanation} text={breach.explanation} />
    </Item>
  );
};

type Roles = ReturnType<typeof useCase>['words']['roles'];

/** Who breached the pact, once it is told: a bidder by its name. */
const accusedIn = ({
  breach: { accused, bidder },
  bidders,
  roles,
}: Omit<BreachItemProps, 'view'> & { readonly roles: Roles }): string | undefined => {
  if (accused === undefined) return undefined;
  if (accused === 'contracting-authority') return roles[accused];
  return bidders.find((each) => each.bidder === bidder)?.name ?? roles['bidder-representative'];
};

/** Whether who is accused was heard; what they said stays with those whom it concerns. */
const useAnswer = ({ view, breach }: Omit<BreachItemProps, 'bidders'>): string => {
  const { lastDay, words } = useCase(view);
  const { answeredIn, answeredLate, answerLapsed, answerDueAt, consequence } = breach;
  const said = words.breaches;
  if (answeredIn !== undefined) return said[answeredLate ? 'answeredLate' : 'answered'];
  if (answerLapsed) return said.lapsed;
  return consequence === undefined ? filled(said.due, { date: lastDay(answerDueAt) }) : said.unanswered;
};
