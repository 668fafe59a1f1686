import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listAmendments, listVisits } from '../../../functions/_queries/subject-queries.ts';
import { Tag } from '../../components/basics.tsx';
import { type CaseView, type Some, useCase } from './case-at-hand.ts';
import { FirstOf, Item, Items, Said, Time } from './parts.tsx';

export type Amendment = AnswerOf<typeof listAmendments>['items'][number];
export type Visit = AnswerOf<typeof listVisits>['items'][number];

/** Whether the contract of a case is watched, or was: then it is said, too, that nothing happened yet. */
export const tellsOf = (view: CaseView, some: Some<unknown>): boolean =>
  some.items.length > 0 || (view.implementationMonitoring && view.contract !== undefined);

/** The first visits to the works or the delivery; where they go is told once the monitoring is over. */
export const Visits = ({ view, visits }: { readonly view: CaseView; readonly visits: Some<Visit> }) => {
  const { data, words } = useCase(view);
  if (!tellsOf(view, visits)) return null;
  return (
    <FirstOf
      id="visits"
      title={words.sections.visits}
      some={visits}
      none={words.none.visits}
      all={{ href: data('/visits'), says: words.all.visits }}
      lead={visits.items.some(({ place }) => place === undefined) ? <p class="muted">{words.visits.later}</p> : null}
    >
      {(items) => (
        <Items>
          {items.map((visit) => (
            <VisitItem key={visit.id} view={view} visit={visit} />
          ))}
        </Items>
      )}
    </FirstOf>
  );
};

const VISIT_TONES = { done: 'good', excused: 'warn' } as const;

const VisitItem = ({ view, visit }: { readonly view: CaseView; readonly visit: Visit }) => {
  const { called, moment, titled, words } = useCase(view);
  const { id, plannedAt, earlierDates, outcome, place, reason, note } = visit;
  return (
    <Item
      id={id}
      heading="h3"
      title={called(id)}
      tags={[
        outcome === undefined ? (
          <Tag>{words.visits.planned}</Tag>
        ) : (
          <Tag tone={VISIT_TONES[outcome]}>{titled('visitOutcome', outcome)}</Tag>
        ),
      ]}
      facts={[
        { name: words.acts.when, value: <Time at={plannedAt}>{moment(plannedAt)}</Time> },
        { name: words.acts.place, value: place },
        { name: words.acts.moved, value: earlierDates?.map(moment).join('; ') },
      ]}
    >
      <Said name={words.acts.reason} text={reason} />
      <Said name={words.visits.note} text={note} />
    </Item>
  );
};

/** The first amendments of the contract, each with what the team concluded of it. */
export const Amendments = ({ view, amendments }: { readonly view: CaseView; readonly amendments: Some<Amendment> }) => {
  const { data, words } = useCase(view);
  if (!tellsOf(view, amendments)) return null;
  return (
    <FirstOf
      id="amendments"
      title={words.sections.amendments}
      some={amendments}
      none={words.none.amendments}
      all={{ href: data('/amendments'), says: words.all.amendments }}
    >
      {(items) => (
        <Items>
          {items.map((amendment) => (
            <AmendmentItem key={amendment.id} view={view} amendment={amendment} />
          ))}
        </Items>
      )}
    </FirstOf>
  );
};

const AmendmentItem = ({ view, amendment }: { readonly view: CaseView; readonly amendment: Amendment }) => {
  const { called, day, words } = useCase(view);
  const { id, amendedAt, reviewed, change, conclusion } = amendment;
  const said = words.amendments;
  return (
    <Item
      id={id}
      heading="h3"
      title={called(id)}
      tags={[<Tag tone={reviewed ? 'good' : 'warn'}>{said[reviewed ? 'reviewed' : 'unreviewed']}</Tag>]}
      facts={[{ name: said.amended, value: <Time at={amendedAt}>{day(amendedAt)}</Time> }]}
    >
      <Said name={said.change} text={change} />
      <Said name={said.conclusion} text={conclusion} />
    </Item>
  );
};
