import { filled } from '../../../../domain/words/code-words.ts';
import { useTools } from '../../../app/tools.ts';
import { Facts, Section, Tag, Tags } from '../../../components/basics.tsx';
import type { Recommendation } from '../../../pages/case/recommendations.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-tools.ts';
import { FilesOf } from '../../files-of.tsx';
import { Said, ThingLinks, useCalled, useChoice } from '../../said.tsx';
import { ThingList } from '../../thing-list.tsx';
import type { PartProps } from './parts.ts';

/** What published reports recommend, and how far it was taken up. */
export const RecommendationsOfCase = ({ stamp }: PartProps) => {
  const id = useCase()?.shown.case ?? '';
  const { sections, none } = useDesk().views;
  return (
    <Section id="recommendations" title={sections.recommendations}>
      <ThingList<Recommendation>
        path={`/cases/${id}/recommendations?limit=100`}
        none={none.recommendations}
        stamp={stamp}
        on="recommendation"
        idsOf={({ recommendation, report }) => ({ case: id, recommendation, report })}
      >
        {(recommendation) => <RecommendationShown {...recommendation} />}
      </ThingList>
    </Section>
  );
};

const RecommendationShown = (recommendation: Recommendation) => {
  const { recommendation: id, to, recommends, dueAt, level, due, report, followUps, responses } = recommendation;
  const { recommended } = useDesk().views;
  const called = useCalled();
  const choice = useChoice();
  const { day } = useDates();
  const { roles } = useTools().told.words;
  return (
    <>
      <h3>{called(id)}</h3>
      <Tags>
        {[
          <Tag>{`${recommended.level}: ${choice('takeUp', level)}`}</Tag>,
          due ? <Tag tone="bad">{recommended.pastDue}</Tag> : null,
        ]}
      </Tags>
      <Facts
        inline
        of={[
          { name: recommended.to, value: to },
          { name: recommended.due, value: <time dateTime={dueAt}>{day(dueAt)}</time> },
          { name: recommended.inReport, value: <ThingLinks of={[report]} part="reports" /> },
        ]}
      />
      <Said text={recommends} />
      {followUps.map(({ recordedIn, level: reached, asOf, evidence, language, documentHashes }) => (
        <div key={recordedIn}>
          <Said
            name={`${recommended.followUps}: ${choice('takeUp', reached)}, ${filled(recommended.asOf, { date: day(asOf) })}`}
            text={evidence}
            lang={language}
          />
          {documentHashes.length === 0 ? null : <FilesOf attachedTo={report} only={documentHashes} />}
        </div>
      ))}
      {responses.map(({ recordedIn, respondedAt, role, response, language }) => (
        <Said
          key={recordedIn}
          name={`${recommended.response}${role === undefined ? '' : ` (${roles[role] ?? role})`}, ${day(respondedAt)}`}
          text={response}
          lang={language}
        />
      ))}
    </>
  );
};
