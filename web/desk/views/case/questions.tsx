import { filled } from '../../../../domain/words/code-words.ts';
import { Facts, Section, Tag, Tags } from '../../../components/basics.tsx';
import type { Question } from '../../../pages/case/questions.tsx';
import { ActsNamed } from '../../acts-on.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDates } from '../../dates.ts';
import { useDesk, useWho } from '../../desk-tools.ts';
import { FilesOf } from '../../files-of.tsx';
import { OpenOrSettled, useIsShown } from '../../open-or-settled.tsx';
import { Said, ThingLinks, useCalled } from '../../said.tsx';
import { Term } from '../../term.tsx';
import { ThingList } from '../../thing-list.tsx';
import type { PartProps } from './parts.ts';

/** What team and authority ask one another, and how it was answered. */
export const QuestionsOfCase = ({ stamp }: PartProps) => {
  const id = useCase()?.shown.case ?? '';
  const { sections, none } = useDesk().views;
  const isShown = useIsShown();
  return (
    <Section id="questions" title={sections.questions}>
      <ActsNamed names={['ask-question']} ids={{ case: id }} />
      <OpenOrSettled />
      <ThingList<Question>
        path={`/cases/${id}/questions?limit=100`}
        none={none.questions}
        stamp={stamp}
        on="question"
        keep={({ answeredAt }) => isShown(answeredAt === undefined)}
        idsOf={({ id: question }) => ({ case: id, question })}
      >
        {(question) => <QuestionShown {...question} />}
      </ThingList>
    </Section>
  );
};

const QuestionShown = ({ id, to, by, report, askedAt, answeredAt, late, overdue, term, ...said }: Question) => {
  const { asked, observed, recommended } = useDesk().views;
  const { day } = useDates();
  const { roles } = useWho();
  const called = useCalled();
  const answered =
    answeredAt === undefined
      ? undefined
      : filled(late === true ? asked.answeredLate : asked.answered, { date: day(answeredAt) });
  return (
    <>
      <h3>{called(id)}</h3>
      <Tags>
        {[
          <Tag>{to === 'team' ? asked.toTeam : asked.toAuthority}</Tag>,
          answered === undefined ? null : <Tag tone={late === true ? 'warn' : 'good'}>{answered}</Tag>,
        ]}
      </Tags>
      <Facts
        inline
        of={[
          { name: asked.asked, value: <time dateTime={askedAt}>{day(askedAt)}</time> },
          { name: observed.by, value: <code>{by}</code> },
          {
            name: recommended.inReport,
            value: report === undefined ? undefined : <ThingLinks of={[report]} part="reports" />,
          },
        ]}
      />
      {said.question === undefined ? <p class="seal">{asked.notShown}</p> : <Said text={said.question} />}
      <Said name={asked.answer} text={said.answer} />
      {answeredAt === undefined ? <Term {...term} overdue={overdue} /> : null}
      <FilesOf
        attachedTo={id}
        purpose={
          to === 'contracting-authority' && roles.includes('contracting-authority') ? 'reply-attachment' : undefined
        }
      />
    </>
  );
};
