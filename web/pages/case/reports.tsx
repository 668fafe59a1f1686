import { filled } from '../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listReports } from '../../../functions/_queries/report-queries.ts';
import { Tag } from '../../components/basics.tsx';
import { type CaseView, type Some, useCase } from './case-at-hand.ts';
import { FirstOf, Item, Items, Time } from './parts.tsx';

export type Report = AnswerOf<typeof listReports>['items'][number];

/** The reports of a case: where each stands, and where a published one is read. */
export const Reports = ({ view, reports }: { readonly view: CaseView; readonly reports: Some<Report> }) => {
  const { words } = useCase(view);
  return (
    <FirstOf id="reports" title={words.sections.reports} some={reports} none={words.none.reports}>
      {(items) => (
        <Items>
          {items.map((report) => (
            <ReportItem key={report.id} view={view} report={report} />
          ))}
        </Items>
      )}
    </FirstOf>
  );
};

const ReportItem = ({ view, report }: { readonly view: CaseView; readonly report: Report }) => {
  const { codes, data, day, language, lastDay, page, titled, words } = useCase(view);
  const { id, stage, state, adoptedAt, publishedAt, late, replyTerm } = report;
  const said = words.reports;
  const final = view.instrument === 'integrity-pact' ? said.testimony : said.final;
  const isPublished = state === 'published';
  return (
    <Item
      id={id}
      heading="h3"
      title={stage === 'final-report' ? final : filled(said.stage, { stage: codes.stages[stage] })}
      tags={[
        <Tag tone={isPublished ? 'good' : 'calm'}>{titled('reportState', state)}</Tag>,
        late === true ? <Tag tone="warn">{said.late}</Tag> : null,
      ]}
      facts={[
        {
          name: said.adopted,
          value: adoptedAt === undefined ? undefined : <Time at={adoptedAt}>{day(adoptedAt)}</Time>,
        },
        {
          name: said.published,
          value: publishedAt === undefined ? undefined : <Time at={publishedAt}>{day(publishedAt)}</Time>,
        },
      ]}
    >
      {state === 'in-reply' && replyTerm !== undefined ? (
        <p class="muted">{filled(said.due, { date: lastDay(replyTerm.dueAt) })}</p>
      ) : null}
      {isPublished ? (
        <p class="actions">
          <a href={page(`/reports/${id}`)}>{said.read}</a>
          <a href={data(`/reports/${id}/document?language=${language}`)}>{said.data}</a>
        </p>
      ) : null}
    </Item>
  );
};
