import { filled } from '../../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../../functions/_http/operation.ts';
import type { readReport } from '../../../../functions/_queries/report-queries.ts';
import { Asked, type Had, readAs } from '../../../app/asked.tsx';
import { isRecord, textIn } from '../../../app/kept-text.ts';
import { useTools } from '../../../app/tools.ts';
import { Facts, Notice, Section, Tag, Tags } from '../../../components/basics.tsx';
import type { Report } from '../../../pages/case/reports.tsx';
import { ActsNamed, ActsOn } from '../../acts-on.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-tools.ts';
import { FilesOf } from '../../files-of.tsx';
import { ReadList } from '../../read-list.tsx';
import { Said, ThingLinks, useChoice } from '../../said.tsx';
import { Term } from '../../term.tsx';
import { Card } from '../../thing-list.tsx';
import type { PartProps } from './parts.ts';

type ReportRead = AnswerOf<typeof readReport>;

/** The reports of a case: each with its text, what was said of it, and what can be done with it now. */
export const ReportsOfCase = ({ stamp }: PartProps) => {
  const shown = useCase()?.shown;
  const { sections, none } = useDesk().views;
  if (shown === undefined) return null;
  const isDrafted = Object.hasOwn(shown.reports, shown.stage);
  return (
    <Section id="reports" title={sections.reports}>
      <ActsNamed names={isDrafted ? [] : ['draft-report']} ids={{ case: shown.case }} />
      <ReadList<Report> path={`/cases/${shown.case}/reports?limit=100`} none={none.reports} stamp={stamp}>
        {(reports) => (
          <ul class="cards wide">
            {reports.map((report) => (
              <Card key={report.id} id={report.id}>
                <ReportShown {...report} stamp={stamp} />
              </Card>
            ))}
          </ul>
        )}
      </ReadList>
    </Section>
  );
};

const ReportShown = ({ id, stage, state, adoptedAt, publishedAt, late, replyTerm, stamp }: Report & PartProps) => {
  const { codes, views } = useDesk();
  const { reported, observed } = views;
  const shown = useCase()?.shown;
  const { day } = useDates();
  const choice = useChoice();
  const final = shown?.instrument === 'integrity-pact' ? reported.testimony : reported.final;
  const dated = (at: string | undefined) => (at === undefined ? undefined : <time dateTime={at}>{day(at)}</time>);
  return (
    <>
      <h3>{stage === 'final-report' ? final : filled(reported.stage, { stage: codes.stages[stage] })}</h3>
      <Tags>
        {[
          <Tag tone={state === 'published' ? 'good' : 'calm'}>{choice('reportStates', state)}</Tag>,
          late === true ? <Tag tone="warn">{observed.late}</Tag> : null,
        ]}
      </Tags>
      <Facts
        inline
        of={[
          { name: reported.adopted, value: dated(adoptedAt) },
          { name: reported.published, value: dated(publishedAt) },
        ]}
      />
      {state === 'in-reply' && replyTerm !== undefined ? <Term {...replyTerm} /> : null}
      <Whole report={id} stamp={stamp} />
    </>
  );
};

/** The API of the same house answered it: that it has a text is all that is asked. */
const isReport = (body: unknown): body is ReportRead => isRecord(body) && isRecord(body['text']);

/** The report itself, for those who may read it: a draft is not for everybody. */
const Whole = ({ report, stamp }: PartProps & { readonly report: string }) => {
  const { api } = useTools();
  const { speech, frame } = useDesk().views;
  const shown = useCase()?.shown;
  const id = shown?.case ?? '';
  const ask = async (): Promise<Had<ReportRead | undefined>> => {
    const had = await readAs(api, `/cases/${id}/reports/${report}`, (body) => (isReport(body) ? body : undefined));
    return had.kind === 'refused' ? { kind: 'known', known: undefined } : had;
  };
  return (
    <Asked ask={ask} stamp={stamp}>
      {(read) =>
        read === undefined ? (
          <p class="seal">{frame.refused}</p>
        ) : (
          <>
            <details>
              <summary>{speech.readReport}</summary>
              <Text {...read} />
            </details>
            <Adoption {...read} />
            <Spoken {...read} />
            <FilesOf attachedTo={report} purpose="report-annex" />
            <ActsOn
              on="report"
              ids={{ case: id, report }}
              thing={{ ...Object.fromEntries(Object.entries(read)), instrument: shown?.instrument }}
            />
          </>
        )
      }
    </Asked>
  );
};

const recordsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** What the team wrote. */
const Text = ({ text }: ReportRead) => {
  const { speech } = useDesk().views;
  const { day } = useDates();
  const lang = textIn(text['language']) === '' ? undefined : textIn(text['language']);
  const [cites, leavesOut] = [textsIn(text['cites']), recordsIn(text['leavesOut'])];
  return (
    <>
      <Said name={speech.summary} text={textIn(text['summary'])} lang={lang} />
      <Said name={speech.conclusion} text={textIn(text['conclusion'])} lang={lang} />
      {cites.length === 0 ? null : (
        <p>
          {speech.cites}: <ThingLinks of={cites} part="observations" />
        </p>
      )}
      {leavesOut.map((left) => (
        <p key={textIn(left['observation'])}>
          {speech.leavesOut}: <ThingLinks of={[textIn(left['observation'])]} part="observations" />.{' '}
          <span lang={lang}>{textIn(left['reason'])}</span>
        </p>
      ))}
      {recordsIn(text['recommendations']).map((each, index) => (
        <Said
          key={index}
          name={`${speech.recommends}: ${textIn(each['to'])}, ${day(textIn(each['dueAt']))}`}
          text={textIn(each['recommends'])}
          lang={lang}
        />
      ))}
      <Said name={speech.recommendsNothing} text={textIn(text['noRecommendationsReason'])} lang={lang} />
    </>
  );
};

/** Who signed, or how each voted. */
const Adoption = ({ signedBy, votes, state }: ReportRead) => {
  const { codes, views } = useDesk();
  const { speech } = views;
  const shown = useCase()?.shown;
  const isCommittee = shown?.instrument === 'oversight-committee';
  const cast = Object.entries(votes);
  const counted = (wanted: string) => String(cast.filter(([, vote]) => vote === wanted).length);
  const inOffice = (shown?.team ?? []).filter(({ standing }) => standing === 'accepted');
  const isVotedDown = state === 'in-reply' && inOffice.every(({ person }) => Object.hasOwn(votes, person));
  if (!isCommittee)
    return signedBy.length === 0 ? null : (
      <p>
        {speech.signedBy}: <code>{signedBy.join(', ')}</code>
      </p>
    );
  if (cast.length === 0)
    return state === 'draft' || state === 'in-reply' ? <p class="muted">{speech.noVotes}</p> : null;
  return (
    <>
      <p class="label">{speech.votes}</p>
      <ul>
        {cast.map(([person, vote]) => (
          <li key={person}>
            <code>{person}</code>: {codes.votes[vote]}
          </li>
        ))}
      </ul>
      {isVotedDown ? (
        <Notice tone="warn">{filled(speech.votedDown, { for: counted('for'), against: counted('against') })}</Notice>
      ) : null}
    </>
  );
};

/** What the authority said of it, and what those say who were against. */
const Spoken = ({ comments, dissentingOpinions }: ReportRead) => {
  const { speech } = useDesk().views;
  return (
    <>
      <Said name={speech.comments} text={textIn(comments?.['comments'])} />
      {dissentingOpinions.map((opinion, index) => (
        <Said key={index} name={speech.dissents} text={textIn(opinion['dissent'])} />
      ))}
    </>
  );
};
