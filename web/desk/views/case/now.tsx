import { dueIn } from '../../../app/hour-of-case.ts';
import { useTools } from '../../../app/tools.ts';
import { Section, Tag } from '../../../components/basics.tsx';
import { ActsNamed, ActsOn } from '../../acts-on.tsx';
import { type CaseShown, useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';
import { DueInCase } from './due.tsx';
import { missingSaid } from './missing-said.ts';
import type { PartProps } from './parts.ts';

type Requirement = CaseShown['requirements'][number];

/** Where the case stands now: what the stage asks for, who can do it, and what is due. */
export const Now = ({ stamp }: PartProps) => {
  const shown = useCase()?.shown;
  const { case: words } = useDesk().views;
  if (shown === undefined) return null;
  const ids = { case: shown.case };
  return (
    <>
      <Section id="checklist" title={words.checklist}>
        {shown.requirements.length === 0 ? <p>{words.noChecklist}</p> : null}
        <ul class="cards checklist">
          {shown.requirements.map((requirement) => (
            <li key={requirement.id}>
              <Asked {...requirement} case={shown.case} />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="acts" title={words.acts}>
        <ActsOn on="case" ids={ids} thing={shown} />
      </Section>
      <DueInCase case={shown.case} stamp={stamp} />
    </>
  );
};

/** A requirement of the stage: whether it is met, why it is asked, who can meet it, and the way to do it for whoever can. */
const Asked = ({ id, met, who, operations, missing, case: caseId }: Requirement & { readonly case: string }) => {
  const desk = useDesk();
  const { told } = useTools();
  const { requirements, whys } = desk;
  const { case: words } = desk.views;
  const lacks = missing.flatMap((each) => missingSaid(each, desk, (term) => dueIn(told.locale, term, 'long')));
  const said = requirements[id];
  return (
    <>
      <h3>
        {said ?? id} <Met met={met} />
      </h3>
      {met === true ? null : (
        <>
          <p class="muted">{`${words.who}: ${who.map((role) => told.words.roles[role] ?? role).join(', ')}`}</p>
          {lacks.length === 0 ? null : (
            <ul>
              {lacks.map((lack, index) => (
                <li key={index}>{lack}</li>
              ))}
            </ul>
          )}
          <details>
            <summary>{words.why}</summary>
            <p>{whys[id]}</p>
          </details>
          <ActsNamed names={operations} ids={{ case: caseId }} />
        </>
      )}
    </>
  );
};

const Met = ({ met }: { readonly met: boolean | undefined }) => {
  const { case: words } = useDesk().views;
  if (met === undefined) return <Tag>{words.sealed}</Tag>;
  return met ? <Tag tone="good">{words.met}</Tag> : <Tag tone="warn">{words.unmet}</Tag>;
};
