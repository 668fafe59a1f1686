import type { DueShown } from '../../../app/inbox.ts';
import { DueItem } from '../../../app/inbox-lists.tsx';
import { Section } from '../../../components/basics.tsx';
import { useDesk } from '../../desk-tools.ts';
import { ReadList } from '../../read-list.tsx';

/** What is due in a case, the most pressing first. */
export const DueInCase = ({ case: id, stamp }: { readonly case: string; readonly stamp: number }) => {
  const { case: words } = useDesk().views;
  return (
    <Section id="due" title={words.due}>
      <ReadList<DueShown> path={`/cases/${id}/agenda?limit=25`} none={words.noDue} stamp={stamp}>
        {(items) => (
          <ul class="cards">
            {items.map((item) => (
              <li key={item.id}>
                <DueItem {...item} caseHref={null} />
              </li>
            ))}
          </ul>
        )}
      </ReadList>
    </Section>
  );
};
