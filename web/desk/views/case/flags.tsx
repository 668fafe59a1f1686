import { Section, Tag, Tags } from '../../../components/basics.tsx';
import type { Flag } from '../../../pages/case/flags.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';
import { OpenOrSettled, useIsShown } from '../../open-or-settled.tsx';
import { Said, ThingLinks, useCalled, useChoice } from '../../said.tsx';
import { ThingList } from '../../thing-list.tsx';
import type { PartProps } from './parts.ts';

/** The red flags of the official data, and what the team makes of each. */
export const FlagsOfCase = ({ stamp }: PartProps) => {
  const id = useCase()?.shown.case ?? '';
  const { sections, none, flagged } = useDesk().views;
  const isShown = useIsShown();
  return (
    <Section id="flags" title={sections.flags}>
      <p class="muted">{flagged.says}</p>
      <OpenOrSettled />
      <ThingList<Flag>
        path={`/cases/${id}/flags?limit=100`}
        none={none.flags}
        stamp={stamp}
        on="flag"
        keep={({ answer }) => isShown(answer === undefined)}
        idsOf={({ id: flag }) => ({ case: id, flag })}
      >
        {(flag) => <FlagShown {...flag} />}
      </ThingList>
    </Section>
  );
};

const FlagShown = ({ id, code, values, answer, observation, reason }: Flag) => {
  const { flagged } = useDesk().views;
  const called = useCalled();
  const choice = useChoice();
  return (
    <>
      <h3>
        {called(id)}: {choice('flagTitles', code)}
      </h3>
      <Tags>
        {[
          <Tag>{code}</Tag>,
          answer === undefined ? (
            <Tag tone="warn">{flagged.open}</Tag>
          ) : (
            <Tag tone="calm">{answer === 'dismissed' ? flagged.dismissed : flagged.turned}</Tag>
          ),
        ]}
      </Tags>
      <p>{choice('flagTexts', code)}</p>
      <p class="muted">
        <code>
          {Object.entries(values)
            .map(([name, value]) => `${name} = ${String(value)}`)
            .join(', ')}
        </code>
      </p>
      <Said name={flagged.because} text={reason} />
      {observation === undefined ? null : (
        <p>
          <ThingLinks of={[observation]} part="observations" />
        </p>
      )}
    </>
  );
};
