import { Facts, Section, Tag } from '../../../components/basics.tsx';
import { ActsOn } from '../../acts-on.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';
import { When } from '../../when.tsx';

/** The oversight committee as a body: its act of constitution, its term, its end. */
export const Committee = () => {
  const shown = useCase()?.shown;
  const { views, choices } = useDesk();
  const { committee: words } = views;
  if (shown === undefined) return null;
  const { committee } = shown;
  return (
    <Section id="committee" title={words.title}>
      {committee === undefined ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>
            {committee.dissolved === undefined ? null : (
              <Tag tone="bad">{`${words.dissolved}: ${choices['dissolutionCauses']?.[committee.dissolved] ?? committee.dissolved}`}</Tag>
            )}{' '}
            {committee.termEnded === true ? <Tag tone="warn">{words.termEnded}</Tag> : null}{' '}
            <Tag tone={committee.registered ? 'good' : 'warn'}>
              {committee.registered ? words.registered : words.unregistered}
            </Tag>
          </p>
          <Facts
            of={[
              { name: words.members, value: committee.members },
              {
                name: words.startedAt,
                value: committee.startedAt === undefined ? undefined : <When at={committee.startedAt} />,
              },
              { name: words.months, value: committee.months },
              {
                name: words.act,
                value: committee.act === undefined ? undefined : <code class="hash">{committee.act.documentHash}</code>,
              },
            ]}
          />
        </>
      )}
      <ActsOn on="case" part="committee" ids={{ case: shown.case }} thing={shown} />
    </Section>
  );
};
