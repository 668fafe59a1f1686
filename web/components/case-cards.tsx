import type * as z from 'zod/mini';
import type { LIST_CASES } from '../../functions/_http/search-operations.ts';
import { dayIn } from '../format.ts';
import { useLink, usePlace, useWords } from '../page-context.ts';
import { territoryIn } from '../territories.ts';
import { Facts, Tag, Tags } from './basics.tsx';

export type CaseListed = z.infer<typeof LIST_CASES.answers>['items'][number];

/** Days of a list of many cases are those of the reader’s day at Greenwich: each case has a zone of its own. */
const LIST_ZONE = 'UTC';

/** Cases, one below the other. */
export const CaseCards = ({
  of,
  heading: Heading,
}: {
  readonly of: readonly CaseListed[];
  readonly heading: 'h2' | 'h3';
}) => {
  const { language } = usePlace();
  const { codes, cases, case: words, states } = useWords();
  const link = useLink();
  return (
    <ul class="cards">
      {of.map((each) => (
        <li key={each.case}>
          <Heading>
            <a href={link(`/cases/${each.case}`)}>{each.title ?? each.ocid}</a>
          </Heading>
          <Tags>
            {[
              <Tag key="stage" tone={each.stage === 'closed' ? 'good' : 'calm'}>
                {codes.stages[each.stage]}
              </Tag>,
              each.example ? <Tag key="example">{states.example}</Tag> : null,
              each.condition === 'suspended' ? (
                <Tag key="condition" tone="warn">
                  {words.suspended}
                </Tag>
              ) : null,
            ]}
          </Tags>
          <Facts
            inline
            of={[
              { name: cases.authority, value: each.authority?.name },
              {
                name: cases.place,
                value: each.territory === undefined ? undefined : territoryIn(language, each.territory),
              },
              { name: cases.instrument, value: codes.instruments[each.instrument] },
              {
                name: cases.opened,
                value: <time dateTime={each.openedAt}>{dayIn(language, each.openedAt, LIST_ZONE)}</time>,
              },
            ]}
          />
        </li>
      ))}
    </ul>
  );
};
