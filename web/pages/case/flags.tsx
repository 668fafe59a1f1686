import { FLAG_TEXTS } from '../../../domain/red-flags/texts.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listFlags } from '../../../functions/_queries/subject-queries.ts';
import { Tag } from '../../components/basics.tsx';
import { type CaseView, type Some, useCase } from './case-at-hand.ts';
import { FirstOf, type Heading, Item, Items, Said, ThingLinks } from './parts.tsx';

export type Flag = AnswerOf<typeof listFlags>['items'][number];

/** The first red flags of a case. */
export const Flags = ({ view, flags }: { readonly view: CaseView; readonly flags: Some<Flag> }) => {
  const { page, words } = useCase(view);
  return (
    <FirstOf
      id="flags"
      title={words.sections.flags}
      some={flags}
      none={words.none.flags}
      all={{ href: page('/flags'), says: words.all.flags }}
      lead={<p class="muted">{words.flags.says}</p>}
    >
      {(items) => <FlagItems view={view} items={items} heading="h3" />}
    </FirstOf>
  );
};

interface FlagItemsProps {
  readonly view: CaseView;
  readonly items: readonly Flag[];
  readonly heading: Heading;
}

/** Each flag with what it tells, and what the team made of it. */
export const FlagItems = ({ view, items, heading }: FlagItemsProps) => {
  const { language, words } = useCase(view);
  const said = words.flags;
  return (
    <Items>
      {items.map(({ id, code, answer, reason, observation }) => {
        const { title, explanation } = FLAG_TEXTS[code][language];
        return (
          <Item
            key={id}
            id={id}
            heading={heading}
            title={title}
            tags={[
              <Tag>{code}</Tag>,
              answer === undefined ? (
                <Tag tone="warn">{said.open}</Tag>
              ) : (
                <Tag tone="calm">{said[answer === 'dismissed' ? 'dismissed' : 'turned']}</Tag>
              ),
            ]}
          >
            <p>{explanation}</p>
            <Said name={said.because} text={reason} />
            {observation === undefined ? null : (
              <p>
                <ThingLinks view={view} of={[observation]} />
              </p>
            )}
          </Item>
        );
      })}
    </Items>
  );
};
