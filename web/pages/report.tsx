import type { JSX } from 'preact';
import { filled } from '../../domain/words/code-words.ts';
import type { ReportWriting } from '../../functions/_reports/said.ts';
import { Crumbs, Facts, Notice, Section, Tag, Tags, ToSections } from '../components/basics.tsx';
import { Shell } from '../components/shell.tsx';
import { useLink, usePlace, useWords } from '../page-context.ts';
import { REPORT_PAGE_WORDS } from '../words/report-words.ts';
import { eventPlace } from './case/case-at-hand.ts';
import { ANNEXES_ID, type Annexes, AnnexesOfReport } from './report/annexes.tsx';
import type { ReportSection } from './report/at-hand.ts';
import { At } from './report/parts.tsx';
import { SectionOfReport } from './report/sections.tsx';

interface ReportProps {
  readonly writing: ReportWriting;
  readonly sections: readonly ReportSection[];
  readonly annexes: Annexes;
  /** Which part of the report this is, and where the next one is. */
  readonly part: number;
  readonly next: string | undefined;
  /** By which its PDF is verified; undefined until it is published. */
  readonly code: string | undefined;
}

/** The things that stand on a page, by their ids. */
const standingOn = (sections: readonly ReportSection[]): ReadonlySet<string> =>
  new Set(
    sections.flatMap(({ blocks }) =>
      blocks.flatMap(({ item }) => ['observation', 'escalation', 'question'].flatMap((name) => idUnder(item, name))),
    ),
  );

const idUnder = (item: object, name: string): readonly string[] =>
  Object.entries(item).flatMap(([key, value]) => (key === name && typeof value === 'string' ? [value] : []));

const ReportPage = (props: ReportProps) => {
  const { sections, annexes, part, next } = props;
  const here = standingOn(sections);
  const writing = { ...props.writing, isHere: (id: string) => here.has(id) };
  const { words, frame, title } = writing;
  const { language, origin } = usePlace();
  const whole = `${title}: ${frame.title}`;
  const name = part === 1 ? whole : `${whole} (${filled(words.page.part, { part: String(part) })})`;
  return (
    <Shell
      title={frame.draft ? `${words.marks.draft}: ${name}` : name}
      description={`${words.instruments[frame.instrument]}. ${whole}. ${frame.ocid}`}
      feed={`${origin}/cases/${frame.case}/feed.atom?language=${language}`}
    >
      {frame.draft ? (
        <p class="draft-mark" aria-hidden="true">
          {words.marks.draft}
        </p>
      ) : null}
      <Head {...props} />
      <Contents sections={sections} annexes={annexes} words={words} />
      <div class="report">
        {sections.map((section) => (
          <SectionOfReport key={section.name} of={section} writing={writing} />
        ))}
        {annexes.listed.length === 0 ? null : <AnnexesOfReport of={annexes} writing={writing} />}
      </div>
      {next === undefined ? null : (
        <nav class="pages">
          <a class="button second" rel="next" href={next}>
            {filled(words.page.nextPart, { part: String(part + 1) })}
          </a>
        </nav>
      )}
      <Verify writing={writing} />
    </Shell>
  );
};

/** What the report is, how it stands, and where its official paper is. */
const Head = ({ writing, part, code }: ReportProps) => {
  const { words, frame, title, when, lastDay } = writing;
  const { labels, page } = words;
  const { cases } = useWords();
  const { language } = usePlace();
  const link = useLink();
  const said = REPORT_PAGE_WORDS[language];
  const { publishedAt, publicationDueAt } = frame;
  const toCase = link(`/cases/${frame.case}`);
  return (
    <>
      <Crumbs
        label={cases.title}
        of={[
          { href: link('/cases'), name: cases.title },
          { href: toCase, name: frame.title },
          { href: `${toCase}#reports`, name: said.reports },
        ]}
      />
      <p class="muted">{words.instruments[frame.instrument]}</p>
      <h1>
        {title}: {frame.title}
      </h1>
      {part === 1 ? null : <p class="lead">{filled(page.part, { part: String(part) })}</p>}
      <Marks writing={writing} />
      {frame.draft ? (
        <Notice tone="warn">
          <p>{page.draftWarning}</p>
        </Notice>
      ) : null}
      <Facts
        of={[
          {
            name: labels.published,
            value: publishedAt === undefined ? undefined : <time dateTime={publishedAt}>{when(publishedAt)}</time>,
          },
          {
            name: labels.publicationDue,
            value: publicationDueAt === undefined ? undefined : lastDay(publicationDueAt),
          },
          { name: said.code, value: code === undefined ? undefined : <code>{code}</code> },
        ]}
      />
      {code === undefined ? null : (
        <p class="actions">
          <a class="button second" href={link(`/verify/${code}`)}>
            {said.official}
          </a>
        </p>
      )}
      <p class="muted">{filled(page.timesIn, { zone: frame.zone.replaceAll('_', ' ') })}</p>
    </>
  );
};

/** How it stands, and what somebody should know before they read on. */
const Marks = ({ writing: { words, frame } }: Pick<ReportProps, 'writing'>) => {
  const { marks } = words;
  return (
    <Tags>
      {[
        <Tag key="state" tone={frame.draft ? 'warn' : 'good'}>
          {marks[frame.state]}
        </Tag>,
        frame.example === true ? (
          <Tag key="example" tone="warn">
            {marks.example}
          </Tag>
        ) : null,
        frame.late ? (
          <Tag key="late" tone="bad">
            {frame.draft ? marks.overdue : marks.late}
          </Tag>
        ) : null,
        frame.dissent ? (
          <Tag key="dissent" tone="warn">
            {marks.dissent}
          </Tag>
        ) : null,
      ]}
    </Tags>
  );
};

interface ContentsProps extends Pick<ReportProps, 'sections' | 'annexes'> {
  readonly words: ReportWriting['words'];
}

const Contents = ({ sections, annexes, words }: ContentsProps) => {
  const { language } = usePlace();
  return (
    <ToSections
      of={[
        ...sections.map(({ name }) => ({ id: name, title: words.sections[name] })),
        ...(annexes.listed.length === 0 ? [] : [{ id: ANNEXES_ID, title: REPORT_PAGE_WORDS[language].annexes }]),
      ]}
    />
  );
};

/** What the report rests on, and how anybody checks it. */
const Verify = ({ writing }: Pick<ReportProps, 'writing'>) => {
  const { words, frame } = writing;
  const { page } = words;
  const { language } = usePlace();
  const link = useLink();
  const { event, hash, recordedAt } = frame.asOf;
  const entry = eventPlace(Number(event.slice(event.lastIndexOf('@') + 1)));
  return (
    <Section id="verify" title={page.verify}>
      <p>{page.verifyHow}</p>
      <Facts
        of={[
          {
            name: page.recordUpTo,
            value: (
              <>
                <a href={link(`/cases/${frame.case}${entry}`)}>
                  <code>{event}</code>
                </a>
                , <At at={recordedAt} writing={writing} />
              </>
            ),
          },
          {
            name: page.eventHash,
            value: (
              <a href={frame.verify.events}>
                <code>{hash}</code>
              </a>
            ),
          },
          {
            name: page.textHash,
            value: (
              <a href={frame.verify.text}>
                <code>{frame.text.contentHash}</code>
              </a>
            ),
          },
          { name: page.profile, value: `${frame.profile.id}, ${frame.profile.version}. ${page.noAdvice}` },
        ]}
      />
      <p>{page.names}</p>
      <p class="actions">
        <a href={link(`/cases/${frame.case}/recommendations`)}>{page.followUps}</a>
        <a href={`/cases/${frame.case}/reports/${frame.report}/document?language=${language}`}>{page.asData}</a>
      </p>
    </Section>
  );
};

/** A report of a case, or a part of a long one. */
export const reportPage = (props: ReportProps): JSX.Element => <ReportPage {...props} />;

/** One section by itself, for whoever weighs it. */
export const reportSection = (of: ReportSection, writing: ReportWriting): JSX.Element => (
  <SectionOfReport of={of} writing={writing} />
);
