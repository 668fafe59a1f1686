import { filled } from '../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { readTimeline } from '../../../functions/_queries/timeline-queries.ts';
import { Section } from '../../components/basics.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { useWords } from '../../page-context.ts';
import { type CaseView, thingOf, useCase } from './case-at-hand.ts';
import { Folded, ThingLinks } from './parts.tsx';

export type Moment = AnswerOf<typeof readTimeline>['items'][number];

interface HappenedProps {
  readonly view: CaseView;
  /** As they are to be shown. */
  readonly moments: readonly Moment[];
}

/** How many of them stand open. */
const SHOWN = 3;

/** The latest of what happened, and the way to all of it. */
export const Happened = ({ view, moments }: HappenedProps) => {
  const { case: words } = useWords();
  const { page, words: own } = useCase(view);
  return (
    <Section id="timeline" title={words.timeline}>
      <p class="muted">{own.timeline.latest}</p>
      <Moments view={view} moments={moments.slice(0, SHOWN)} />
      <Folded count={moments.length - SHOWN}>
        <Moments view={view} moments={moments.slice(SHOWN)} />
      </Folded>
      <p>
        <a href={page('/timeline')}>{words.wholeTimeline}</a>
      </p>
    </Section>
  );
};

/** What changed where the case stands, or speaks for it. */
const WEIGHTY = /^(case|stage|award|report|escalation)\b/;

/** Events of the case in a sentence each, with who did what, and about which thing. */
export const Moments = ({ view, moments }: HappenedProps) => {
  const { zone } = useCase(view);
  return (
    <Timeline
      zone={zone}
      of={moments.map((moment) => ({
        key: String(moment.version),
        id: `event-${moment.version}`,
        at: moment.observedAt,
        says: moment.says,
        weighty: WEIGHTY.test(moment.type),
        more: <Around view={view} moment={moment} />,
      }))}
    />
  );
};

/** Who must not be known stands in the record by the role alone, and the machinery is no person. */
const NOBODY = ['unnamed', 'system'];

const Around = ({ view, moment }: { readonly view: CaseView; readonly moment: Moment }) => {
  const { case: pages } = useWords();
  const { words } = useCase(view);
  const { version, about, by, sealed } = moment;
  return (
    <div class="muted">
      {about === undefined || thingOf(about) === undefined ? null : (
        <>
          <ThingLinks view={view} of={[about]} />,{' '}
        </>
      )}
      {filled(NOBODY.includes(by.person) ? words.timeline.byUnnamed : words.timeline.by, {
        person: by.person,
        role: words.roles[by.role],
      })}
      {sealed ? `, ${pages.sealed}` : null} · {filled(words.timeline.event, { n: String(version) })}
    </div>
  );
};
