import type * as z from 'zod/mini';
import type { assessmentView } from '../../../../functions/_queries/assessment-view.ts';
import { useTools } from '../../../app/tools.ts';
import { Facts, Notice, Section, Tag } from '../../../components/basics.tsx';
import { ActsOn } from '../../acts-on.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';
import { ReadOne } from '../../read-one.tsx';
import { useWhen } from '../../use-when.ts';
import { EventLinks } from './event-links.tsx';
import { Judged } from './judged.tsx';
import type { PartProps } from './parts.ts';

export type AssessmentShown = z.infer<typeof assessmentView>;
type Dimension = AssessmentShown['dimensions'][number];
type Milestone = AssessmentShown['milestones'][number];

/** Whether the oversight worked and was open: what the events prove, what people judged, and the forms to judge it beside them. */
export const AssessmentOfCase = ({ stamp }: PartProps) => {
  const id = useCase()?.shown.case ?? '';
  const { language } = useTools().told;
  return (
    <ReadOne<AssessmentShown> path={`/cases/${id}/assessment?language=${language}`} stamp={stamp}>
      {(assessment) => (
        <>
          <Verdict {...assessment} />
          <Dimensions {...assessment} />
          <Factors {...assessment} />
          <Participation {...assessment} />
          <Sustained {...assessment} />
        </>
      )}
    </ReadOne>
  );
};

const Verdict = ({ verdict }: AssessmentShown) => {
  const { assessment: words } = useDesk().views;
  return (
    <Section id="verdict" title={words.title}>
      <Notice tone={verdict.verdict === 'contested' ? 'warn' : 'calm'}>{verdict.says}</Notice>
      <Facts
        of={[
          { name: words.byComputation, value: words[verdict.byComputation] },
          { name: words.byAssessors, value: words[verdict.byAssessors] },
        ]}
      />
    </Section>
  );
};

const useCodes = () => {
  const { choices } = useDesk();
  return (codes: readonly string[]): string => codes.map((code) => choices['codings']?.[code] ?? code).join(', ');
};

const Dimensions = ({ case: id, dimensions, milestones, verdict }: AssessmentShown) => {
  const { assessment: words } = useDesk().views;
  const isContested = (dimension: string): boolean =>
    (dimension === 'effectiveness' || dimension === 'openness') && verdict.dimensions[dimension].contested;
  return (
    <Section id="dimensions" title={words.dimensions}>
      <ul class="cards">
        {dimensions.map((dimension) => (
          <li key={dimension.dimension}>
            <h3>
              {dimension.title} <Tag tone="calm">{words[dimension.weight]}</Tag>{' '}
              {isContested(dimension.dimension) ? <Tag tone="warn">{words.contested}</Tag> : null}
            </h3>
            <p>{dimension.asks}</p>
            <OneDimension case={id} of={dimension} proven={milestones} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

interface OneDimensionProps {
  readonly case: string;
  readonly of: Dimension;
  readonly proven: readonly Milestone[];
}

/** The computed coding with the milestones that it follows from, beside what was judged and the form to judge. */
const OneDimension = ({ case: id, of, proven }: OneDimensionProps) => {
  const { assessment: words } = useDesk().views;
  const codes = useCodes();
  const own = proven.filter(({ dimension }) => dimension === of.dimension);
  return (
    <>
      {of.computed === undefined ? null : (
        <p>
          {words.computed}: <strong>{codes(of.computed)}</strong>{' '}
          {of.confirmed === undefined ? null : (
            <Tag tone={of.confirmed ? 'good' : 'warn'}>{of.confirmed ? words.confirmed : words.notConfirmed}</Tag>
          )}
        </p>
      )}
      {own.length === 0 ? null : (
        <details>
          <summary>{words.milestones}</summary>
          <ul>
            {own.map((milestone) => (
              <li key={milestone.id}>
                <Proven case={id} {...milestone} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Judged case={id} holds={of.holds} superseded={of.superseded} say={(said) => codes(said.codes)} />
      <ActsOn on="dimension" ids={{ case: id, dimension: of.dimension }} first={{ dimension: of.dimension }} />
    </>
  );
};

const Proven = ({ case: id, achievedWhen, judgement, proof }: Milestone & { readonly case: string }) => {
  const { assessment: words } = useDesk().views;
  const codes = useCodes();
  return (
    <>
      {achievedWhen} <Tag>{judgement.applies ? codes([judgement.status]) : words.notApplicable}</Tag>
      <br />
      <span class="muted">{judgement.because}</span>
      {proof.events.length === 0 ? null : (
        <>
          <br />
          {words.provenBy} <EventLinks case={id} events={proof.events} />
          {proof.total > proof.events.length ? ` (${proof.total})` : null}
        </>
      )}
    </>
  );
};

const Factors = ({ case: id, factors }: AssessmentShown) => {
  const { views, choices } = useDesk();
  const { assessment: words } = views;
  return (
    <Section id="factors" title={words.factors}>
      <ul class="cards">
        {factors.map(({ factor, title, holds, superseded }) => (
          <li key={factor}>
            <h3>{title}</h3>
            <Judged
              case={id}
              holds={holds}
              superseded={superseded}
              say={({ presence }) => choices['presences']?.[presence] ?? presence}
            />
            <ActsOn on="factor" ids={{ case: id, factor }} first={{ factor }} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Participation = ({ case: id, participation }: AssessmentShown) => {
  const { assessment: words } = useDesk().views;
  return (
    <Section id="participation" title={words.participation}>
      <Judged case={id} {...participation} holds={participation.holds} say={({ says }) => says} />
      <ActsOn on="participation" ids={{ case: id }} />
    </Section>
  );
};

const Sustained = ({ case: id, sustained }: AssessmentShown) => {
  const { views, choices } = useDesk();
  const { assessment: words } = views;
  const when = useWhen();
  return (
    <Section id="sustained" title={words.sustained}>
      <p>
        {sustained.dueAt === undefined ? words.sustainedLater : `${words.sustainedDue} ${when.moment(sustained.dueAt)}`}
      </p>
      <Judged
        case={id}
        holds={sustained.holds}
        superseded={sustained.superseded}
        say={({ result }) => choices['sustainments']?.[result] ?? result}
      />
      <ActsOn on="sustained" ids={{ case: id }} />
    </Section>
  );
};
