import type { JSX } from 'preact';
import { INSTRUMENT } from '../../domain/instruments/instruments.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { filled } from '../../domain/words/code-words.ts';
import { REQUIREMENT_WORDS } from '../../domain/words/requirement-words.ts';
import type { AnswerOf } from '../../functions/_http/operation.ts';
import type { readCase } from '../../functions/_queries/case-queries.ts';
import type { readProcess } from '../../functions/_queries/process-queries.ts';
import type { readTimeline } from '../../functions/_queries/timeline-queries.ts';
import { Crumbs, Facts, Notice, Section, Tag, Tags, ToSections } from '../components/basics.tsx';
import { Shell } from '../components/shell.tsx';
import { type StageShown, Stages } from '../components/stages.tsx';
import { Timeline } from '../components/timeline.tsx';
import { TipInvitation } from '../components/tip-invitation.tsx';
import { dayIn, moneyIn } from '../format.ts';
import { useLink, usePlace, useWords } from '../page-context.ts';

export type CaseView = AnswerOf<typeof readCase>;
type Moments = AnswerOf<typeof readTimeline>['items'];

interface CaseProps {
  readonly view: CaseView;
  readonly process: AnswerOf<typeof readProcess>['process'];
  readonly timeline: Moments;
  /** Whether the timeline goes on. */
  readonly more: boolean;
}

const Case = (props: CaseProps) => {
  const { view, process } = props;
  const words = useWords();
  const { codes, cases } = words;
  const link = useLink();
  const sections = [
    { id: 'stands', title: words.case.stands },
    { id: 'process', title: words.case.process },
    { id: 'timeline', title: words.case.timeline },
  ] as const;
  return (
    <Shell
      title={process.title}
      description={`${codes.instruments[view.instrument]}. ${codes.stages[view.stage]}. ${view.ocid}`}
    >
      <Crumbs label={cases.title} of={[{ href: link('/cases'), name: cases.title }]} />
      <p class="muted">{codes.instruments[view.instrument]}</p>
      <h1>{process.title}</h1>
      <Tags>
        {[
          <Tag key="stage" tone={view.stage === 'closed' ? 'good' : 'calm'}>
            {codes.stages[view.stage]}
          </Tag>,
          view.condition === 'suspended' ? (
            <Tag key="condition" tone="warn">
              {words.case.suspended}
            </Tag>
          ) : null,
          view.ending === undefined ? null : (
            <Tag key="ending" tone="bad">
              {codes.endings[view.ending]}
            </Tag>
          ),
        ]}
      </Tags>
      <ToSections of={sections} />
      <Stands {...props} />
      <Process {...props} />
      <Happened {...props} />
      <TipInvitation of={view} />
    </Shell>
  );
};

const zoneOf = (view: CaseView): string => profileOf(view.profile).zone.value;

/** Where each stage of a case stands. What was left out of its way is said so. */
const stagesOf = (view: CaseView): readonly Omit<StageShown, 'note'>[] => {
  const { stages } = INSTRUMENT[view.instrument];
  const here = stages.findIndex(({ stage }) => stage === view.stage);
  const isClosed = view.stage === 'closed';
  return stages.map(({ stage, optional }, index) => {
    if (optional === true && !view.implementationMonitoring) return { stage, standing: 'left-out' };
    if (index === here && !isClosed) return { stage, standing: 'here' };
    return { stage, standing: index <= here ? 'done' : 'ahead' };
  });
};

const Stands = ({ view }: CaseProps) => {
  const { language } = usePlace();
  const { case: words, codes } = useWords();
  const day = (at: string) => dayIn(language, at, zoneOf(view));
  const paused = view.condition === 'suspended' ? view.pauses.at(-1) : undefined;
  return (
    <Section id="stands" title={words.stands}>
      <Stages
        label={words.stands}
        of={stagesOf(view).map((shown) => ({
          ...shown,
          note: shown.standing === 'left-out' ? words.leftOut : undefined,
        }))}
      />
      {paused === undefined ? null : (
        <Notice tone="warn">
          <p>{filled(words.suspendedSays, { date: day(paused.from) })}</p>
        </Notice>
      )}
      {view.ending === undefined ? null : (
        <Notice tone="bad">
          <p>{filled(words.ended, { how: codes.endings[view.ending] })}</p>
        </Notice>
      )}
      {view.stage === 'closed' ? <p>{words.closed}</p> : <Awaited view={view} />}
    </Section>
  );
};

const Awaited = ({ view }: Pick<CaseProps, 'view'>) => {
  const { language } = usePlace();
  const { case: words } = useWords();
  const open = view.requirements.filter(({ met }) => met !== true);
  if (open.length === 0) return <p>{words.waitsNothing}</p>;
  return (
    <>
      <h3>{words.waits}</h3>
      <ul>
        {open.map(({ id, missing }) => {
          const due = missing.map(({ dueAt }) => dueAt).find((at) => at !== undefined);
          return (
            <li key={id}>
              {REQUIREMENT_WORDS[id][language]}
              {due === undefined ? null : (
                <span class="muted"> {filled(words.due, { date: dayIn(language, due, zoneOf(view)) })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
};

const Process = ({ view, process }: CaseProps) => {
  const { language } = usePlace();
  const { case: words, cases, codes } = useWords();
  const { buyer, value, description, procurementMethod } = process;
  return (
    <Section id="process" title={words.process}>
      {description === undefined ? null : <p class="said">{description}</p>}
      <Facts
        of={[
          { name: words.buyer, value: buyer?.name },
          { name: words.value, value: value === undefined ? undefined : moneyIn(language, value) },
          {
            name: codes.methods.open,
            value: procurementMethod === undefined ? undefined : codes.methods[procurementMethod],
          },
          { name: cases.ocid, value: <code>{view.ocid}</code> },
          { name: words.opened, value: dayIn(language, view.openedAt, zoneOf(view)) },
          { name: words.profile, value: view.profile },
        ]}
      />
    </Section>
  );
};

const WEIGHTY = /^(case|stage|award|report|escalation)\b/;

const Happened = ({ view, timeline, more }: CaseProps) => {
  const { case: words } = useWords();
  const link = useLink();
  return (
    <Section id="timeline" title={words.timeline}>
      <Timeline
        zone={zoneOf(view)}
        of={timeline.map(({ version, type, says, observedAt, sealed }) => ({
          key: String(version),
          at: observedAt,
          says,
          weighty: WEIGHTY.test(type),
          more: sealed ? <span class="muted">{words.sealed}</span> : undefined,
        }))}
      />
      {more ? (
        <p>
          <a href={link(`/cases/${view.case}/timeline`)}>{words.wholeTimeline}</a>
        </p>
      ) : null}
    </Section>
  );
};

/** A case, for everybody. */
export const casePage = (props: CaseProps): JSX.Element => <Case {...props} />;
