import { filled } from '../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listRecommendations } from '../../../functions/_queries/recommendation-query.ts';
import { Tag, type Tone } from '../../components/basics.tsx';
import { type CaseView, type Some, useCase } from './case-at-hand.ts';
import { FirstOf, type Heading, Item, Items, Said, ThingLinks, Time } from './parts.tsx';

export type Recommendation = AnswerOf<typeof listRecommendations>['items'][number];

/** The first recommendations of a case. */
export const Recommendations = ({
  view,
  recommendations,
}: {
  readonly view: CaseView;
  readonly recommendations: Some<Recommendation>;
}) => {
  const { page, words } = useCase(view);
  return (
    <FirstOf
      id="recommendations"
      title={words.sections.recommendations}
      some={recommendations}
      none={words.none.recommendations}
      all={{ href: page('/recommendations'), says: words.all.recommendations }}
    >
      {(items) => <RecommendationItems view={view} items={items} heading="h3" />}
    </FirstOf>
  );
};

interface RecommendationItemsProps {
  readonly view: CaseView;
  readonly items: readonly Recommendation[];
  readonly heading: Heading;
}

export const RecommendationItems = ({ view, items, heading }: RecommendationItemsProps) => (
  <Items>
    {items.map((each) => (
      <RecommendationItem key={each.recommendation} view={view} recommendation={each} heading={heading} />
    ))}
  </Items>
);

const TONES: Readonly<Record<Recommendation['level'], Tone>> = {
  none: 'plain',
  some: 'plain',
  formal: 'plain',
  'concrete-feedback': 'calm',
  'put-into-practice': 'good',
  'problem-solved': 'good',
};

const RecommendationItem = ({
  view,
  recommendation,
  heading,
}: Omit<RecommendationItemsProps, 'items'> & { readonly recommendation: Recommendation }) => {
  const { called, day, titled, words } = useCase(view);
  const { recommendation: id, to, recommends, dueAt, level, due, report } = recommendation;
  const said = words.recommendations;
  return (
    <Item
      id={id}
      heading={heading}
      title={called(id)}
      tags={[
        <Tag tone={TONES[level]}>
          {said.level}: {titled('takeUp', level).toLowerCase()}
        </Tag>,
        due ? <Tag tone="bad">{said.pastDue}</Tag> : null,
      ]}
      facts={[
        { name: said.to, value: to },
        { name: said.due, value: <Time at={dueAt}>{day(dueAt)}</Time> },
        { name: said.inReport, value: <ThingLinks view={view} of={[report]} /> },
      ]}
    >
      <Said text={recommends} />
      <Followed view={view} recommendation={recommendation} />
    </Item>
  );
};

/** What became of a recommendation: what was found of it, and what the institution says. */
const Followed = ({ view, recommendation }: { readonly view: CaseView; readonly recommendation: Recommendation }) => {
  const { day, titled, words } = useCase(view);
  const { followUps, responses } = recommendation;
  const said = words.recommendations;
  return (
    <>
      {followUps.length === 0 ? null : (
        <>
          <p class="label">{said.followUps}</p>
          <ul>
            {followUps.map(({ recordedIn, level, asOf, evidence, language }) => (
              <li key={recordedIn}>
                {titled('takeUp', level)}, {filled(said.asOf, { date: day(asOf) })}
                <Said text={evidence} lang={language} />
              </li>
            ))}
          </ul>
        </>
      )}
      {responses.map(({ recordedIn, respondedAt, role, response, language }) => (
        <Said
          key={recordedIn}
          name={`${said.response}${role === undefined ? '' : ` (${words.roles[role]})`}, ${day(respondedAt)}`}
          text={response}
          lang={language}
        />
      ))}
    </>
  );
};
