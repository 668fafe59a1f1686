import { filled } from '../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listQuestions } from '../../../functions/_queries/subject-queries.ts';
import { Tag } from '../../components/basics.tsx';
import { type CaseView, type Some, useCase } from './case-at-hand.ts';
import { FirstOf, type Heading, Item, Items, Said, ThingLinks, Time } from './parts.tsx';

export type Question = AnswerOf<typeof listQuestions>['items'][number];

/** The first questions of a case. */
export const Questions = ({ view, questions }: { readonly view: CaseView; readonly questions: Some<Question> }) => {
  const { page, words } = useCase(view);
  return (
    <FirstOf
      id="questions"
      title={words.sections.questions}
      some={questions}
      none={words.none.questions}
      all={{ href: page('/questions'), says: words.all.questions }}
    >
      {(items) => <QuestionItems view={view} items={items} heading="h3" />}
    </FirstOf>
  );
};

interface QuestionItemsProps {
  readonly view: CaseView;
  readonly items: readonly Question[];
  readonly heading: Heading;
}

export const QuestionItems = ({ view, items, heading }: QuestionItemsProps) => (
  <Items>
    {items.map((question) => (
      <QuestionItem key={question.id} view={view} question={question} heading={heading} />
    ))}
  </Items>
);

const QuestionItem = ({
  view,
  question: asked,
  heading,
}: Omit<QuestionItemsProps, 'items'> & { readonly question: Question }) => {
  const { called, day, words } = useCase(view);
  const { id, to, by, report, askedAt, question, answer } = asked;
  return (
    <Item
      id={id}
      heading={heading}
      title={called(id)}
      tags={[
        <Tag>{words.questions[to === 'team' ? 'toTeam' : 'toAuthority']}</Tag>,
        <Standing view={view} question={asked} />,
      ]}
      facts={[
        { name: words.questions.asked, value: <Time at={askedAt}>{day(askedAt)}</Time> },
        { name: words.observations.by, value: <code>{by}</code> },
        {
          name: words.recommendations.inReport,
          value: report === undefined ? undefined : <ThingLinks view={view} of={[report]} />,
        },
      ]}
    >
      {question === undefined ? <p class="seal">{words.questions.notShown}</p> : <Said text={question} />}
      <Said name={words.questions.answer} text={answer} />
    </Item>
  );
};

const Standing = ({ view, question }: { readonly view: CaseView; readonly question: Question }) => {
  const { day, lastDay, words } = useCase(view);
  const { answeredAt, late, overdue, dueAt } = question;
  const said = words.questions;
  if (answeredAt !== undefined)
    return (
      <Tag tone={late === true ? 'warn' : 'good'}>
        {filled(late === true ? said.answeredLate : said.answered, { date: day(answeredAt) })}
      </Tag>
    );
  return (
    <Tag tone={overdue ? 'bad' : 'calm'}>{filled(overdue ? said.overdue : said.due, { date: lastDay(dueAt) })}</Tag>
  );
};
