import { filled } from '../../../../domain/words/code-words.ts';
import { Facts, Section, Tag, Tags } from '../../../components/basics.tsx';
import type { Proceeding } from '../../../pages/case/proceedings.tsx';
import { ActsNamed } from '../../acts-on.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-tools.ts';
import { Said, ThingLinks, useCalled, useChoice } from '../../said.tsx';
import { ThingList } from '../../thing-list.tsx';
import { type Escalation, EscalationBody, EscalationTags, useAuthority } from './escalation-shown.tsx';
import type { PartProps } from './parts.ts';

/** What was put to control authorities, and the sanctions and proceedings that followed. */
export const EscalationsOfCase = ({ stamp }: PartProps) => {
  const id = useCase()?.shown.case ?? '';
  const { sections, none } = useDesk().views;
  const called = useCalled();
  const authority = useAuthority();
  return (
    <>
      <Section id="escalations" title={sections.escalations}>
        <ActsNamed names={['escalate-findings']} ids={{ case: id }} />
        <ThingList<Escalation>
          path={`/cases/${id}/escalations?limit=100`}
          none={none.escalations}
          stamp={stamp}
          on="escalation"
          idsOf={({ id: escalation }) => ({ case: id, escalation })}
        >
          {(escalation) => (
            <>
              <h3>{`${called(escalation.id)}: ${authority(escalation.controlAuthority)}`}</h3>
              <EscalationTags {...escalation} />
              <EscalationBody {...escalation} />
            </>
          )}
        </ThingList>
      </Section>
      <ProceedingsOfCase stamp={stamp} />
    </>
  );
};

const ProceedingsOfCase = ({ stamp }: PartProps) => {
  const id = useCase()?.shown.case ?? '';
  const { sections, none } = useDesk().views;
  return (
    <Section id="proceedings" title={sections.proceedings}>
      <ActsNamed names={['record-proceeding']} ids={{ case: id }} />
      <ThingList<Proceeding>
        path={`/cases/${id}/proceedings?limit=100`}
        none={none.proceedings}
        stamp={stamp}
        on="proceeding"
        idsOf={({ id: proceeding }) => ({ case: id, proceeding })}
      >
        {(proceeding) => <ProceedingShown {...proceeding} />}
      </ThingList>
    </Section>
  );
};

const ProceedingShown = ({ id, type, escalation, findings = [], states = [], body, against }: Proceeding) => {
  const { escalated } = useDesk().views;
  const called = useCalled();
  const choice = useChoice();
  const { dayOf } = useDates();
  const last = states.at(-1);
  return (
    <>
      <h3>{type === undefined ? called(id) : `${called(id)}: ${choice('proceedingKinds', type)}`}</h3>
      <Tags>{[last === undefined ? null : <Tag tone="calm">{choice('proceedingStates', last.state)}</Tag>]}</Tags>
      <Facts
        inline
        of={[
          {
            name: escalated.findings,
            value: findings.length === 0 ? undefined : <ThingLinks of={findings} part="observations" />,
          },
          {
            name: escalated.follows,
            value: escalation === undefined ? undefined : <ThingLinks of={[escalation]} part="escalations" />,
          },
          { name: escalated.body, value: body },
          { name: escalated.against, value: against },
        ]}
      />
      {type === undefined ? <p class="seal">{escalated.sealedProceeding}</p> : null}
      <ul>
        {states.map(({ state, on, event, number, note }) => (
          <li key={event}>
            {choice('proceedingStates', state)} {filled(escalated.from, { date: dayOf(on) })}
            {number === undefined ? null : `. ${escalated.number}: ${number}`}
            <Said text={note} />
          </li>
        ))}
      </ul>
    </>
  );
};
