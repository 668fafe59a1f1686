import type { AnswerOf } from '../../../../functions/_http/operation.ts';
import type { listAmendments, listVisits } from '../../../../functions/_queries/subject-queries.ts';
import { Facts, Section, Tag } from '../../../components/basics.tsx';
import { ActsOn } from '../../acts-on.tsx';
import { type CaseShown, useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';
import { Said, useCalled } from '../../said.tsx';
import { ThingList } from '../../thing-list.tsx';
import { When } from '../../when.tsx';
import type { PartProps } from './parts.ts';

type Visit = AnswerOf<typeof listVisits>['items'][number];
type Amendment = AnswerOf<typeof listAmendments>['items'][number];

/** The ruling, the contract that follows, and what is watched until it ends. */
export const Contract = ({ stamp }: PartProps) => {
  const shown = useCase()?.shown;
  const { contract: words } = useDesk().views;
  if (shown === undefined) return null;
  const { case: id } = shown;
  return (
    <>
      <Section id="award" title={words.title}>
        <Stands shown={shown} />
        <ActsOn on="case" part="contract" ids={{ case: id }} thing={shown} />
      </Section>
      {shown.implementationMonitoring ? (
        <>
          <Section id="visits" title={words.visits}>
            <ThingList<Visit>
              path={`/cases/${id}/visits?limit=100`}
              none={words.noVisits}
              stamp={stamp}
              on="visit"
              idsOf={({ id: visit }) => ({ case: id, visit })}
              firstOf={({ place }) => (place === undefined ? {} : { place })}
            >
              {(visit) => <VisitShown {...visit} />}
            </ThingList>
          </Section>
          <Section id="amendments" title={words.amendments}>
            <ThingList<Amendment>
              path={`/cases/${id}/amendments?limit=25`}
              none={words.noAmendments}
              stamp={stamp}
              on="amendment"
              idsOf={({ id: amendment }) => ({ case: id, amendment })}
            >
              {(amendment) => <AmendmentShown {...amendment} />}
            </ThingList>
          </Section>
        </>
      ) : null}
    </>
  );
};

const Stands = ({ shown: { award, contract } }: { readonly shown: CaseShown }) => {
  const { views, choices } = useDesk();
  const { contract: words } = views;
  return (
    <Facts
      of={[
        {
          name: words.award,
          value:
            award === undefined ? (
              words.noAward
            ) : (
              <>
                {choices['rulingSources']?.[award.decision] ?? award.decision}, <When at={award.decidedAt} />
              </>
            ),
        },
        {
          name: words.contract,
          value:
            contract === undefined ? (
              words.noContract
            ) : (
              <>
                {words.signed} <When at={contract.signedAt} />
                {contract.end === undefined ? null : `; ${choices['contractEnds']?.[contract.end] ?? contract.end}`}
              </>
            ),
        },
      ]}
    />
  );
};

const VisitShown = ({ id, plannedAt, outcome, place, note }: Visit) => {
  const { views, codes } = useDesk();
  const called = useCalled();
  return (
    <>
      <h3>
        {called(id)}{' '}
        <Tag tone={outcome === undefined ? 'warn' : 'good'}>
          {outcome === undefined ? views.contract.planned : codes.visits[outcome]}
        </Tag>
      </h3>
      <p>
        <When at={plannedAt} />
        {place === undefined ? null : `, ${place}`}
      </p>
      {note === undefined ? null : <p>{note}</p>}
    </>
  );
};

const AmendmentShown = ({ id, amendedAt, reviewed, change, conclusion }: Amendment) => {
  const { views, fields } = useDesk();
  const { contract: words } = views;
  const called = useCalled();
  return (
    <>
      <h3>
        {called(id)} <Tag tone={reviewed ? 'good' : 'warn'}>{reviewed ? words.reviewed : words.unreviewed}</Tag>
      </h3>
      <p>
        <When at={amendedAt} />
      </p>
      <Said text={change} />
      <Said name={fields['amendmentConclusion']?.label ?? ''} text={conclusion} />
    </>
  );
};
