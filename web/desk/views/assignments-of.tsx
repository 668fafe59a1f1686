import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { READ_ASSIGNMENTS_OF_PERSON } from '../../../functions/_http/agenda-operations.ts';
import { Asked, readAs } from '../../app/asked.tsx';
import type { DueShown } from '../../app/inbox.ts';
import { DueItem } from '../../app/inbox-lists.tsx';
import { isRecord } from '../../app/kept-text.ts';
import { useTools } from '../../app/tools.ts';
import { Section, Tag } from '../../components/basics.tsx';
import { useDesk, useWho } from '../desk-tools.ts';
import { Export } from '../lists/export.tsx';
import { Reassign } from '../lists/reassign.tsx';
import { useCaseTitles } from '../lists/use-case-titles.ts';
import { ReadList } from '../read-list.tsx';
import { useHref } from '../router.tsx';

type OfPerson = z.infer<typeof READ_ASSIGNMENTS_OF_PERSON.answers>;

/** The API of the same house answered it: that it lists memberships is all that is asked. */
const isOfPerson = (body: unknown): body is OfPerson => isRecord(body) && Array.isArray(body['memberships']);

/** Somebody’s cases and what is due of them, and the way to give the cases to somebody else when they leave. */
export const AssignmentsOf = ({ person }: { readonly person: string }) => {
  const { api } = useTools();
  const { assignments: words, titles } = useDesk().views;
  const { roles } = useWho();
  const href = useHref();
  const [stamp, setStamp] = useState(0);
  const titleOf = useCaseTitles();
  const path = `/assignments/${encodeURIComponent(person)}`;
  return (
    <>
      <p>
        <a href={href('assignments')}>{words.title}</a>
      </p>
      <h1 tabIndex={-1}>
        <code>{person}</code>
      </h1>
      <Asked ask={() => readAs(api, path, (body) => (isOfPerson(body) ? body : undefined))} stamp={stamp}>
        {({ memberships }) => (
          <Section id="cases" title={words.cases}>
            {memberships.length === 0 ? <p>{words.noCases}</p> : null}
            <Export
              name={`cases-${person}`}
              rows={memberships}
              columns={[
                { head: words.case, of: (membership) => titleOf(membership.case) },
                { head: 'id', of: (membership) => membership.case },
                { head: words.proposed, of: ({ standing }) => (standing === 'proposed' ? words.proposed : '') },
              ]}
            />
            <ul class="cards">
              {memberships.map(({ case: id, standing }) => (
                <li key={id}>
                  <a href={href('cases', id)}>{titleOf(id)}</a>{' '}
                  {standing === 'proposed' ? <Tag tone="warn">{words.proposed}</Tag> : null}
                </li>
              ))}
            </ul>
            {roles.includes('coordinator') ? (
              <Reassign
                from={person}
                titleOf={titleOf}
                cases={memberships.map((membership) => membership.case)}
                done={() => setStamp(stamp + 1)}
              />
            ) : null}
          </Section>
        )}
      </Asked>
      <Section id="due" title={words.open}>
        <p>
          <a href={`${href('agenda')}?person=${encodeURIComponent(person)}`}>{titles.agenda}</a>
        </p>
        <ReadList<DueShown> path={`/agenda?person=${encodeURIComponent(person)}&limit=25`} stamp={stamp}>
          {(items) => (
            <ul class="cards">
              {items.map((item) => (
                <li key={`${item.case}/${item.id}`}>
                  <DueItem {...item} caseHref={href('cases', item.case)} />
                </li>
              ))}
            </ul>
          )}
        </ReadList>
      </Section>
    </>
  );
};
