import type { AnswerOf } from '../../../../functions/_http/operation.ts';
import type { readTimeline } from '../../../../functions/_queries/timeline-queries.ts';
import { useTools } from '../../../app/tools.ts';
import { Section, Tag } from '../../../components/basics.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';
import { Plain } from '../../plain.tsx';
import { ReadList } from '../../read-list.tsx';
import { useFilters, useHref } from '../../router.tsx';
import { useWhen } from '../../use-when.ts';
import type { PartProps } from './parts.ts';

type Moment = AnswerOf<typeof readTimeline>['items'][number];

const VERSION = /^[1-9]\d{0,8}$/;

/** All that happened, in order: the same moments for all sides, each with what its reader may see of it. */
export const TimelineOfCase = ({ stamp }: PartProps) => {
  const id = useCase()?.shown.case ?? '';
  const { timeline: words } = useDesk().views;
  const { language } = useTools().told;
  const href = useHref();
  const event = useFilters().of('event');
  const from = VERSION.test(event) ? `&cursor=${Number(event) - 1}` : '';
  return (
    <Section id="timeline" title={words.title}>
      <p>{words.says}</p>
      {from === '' ? null : (
        <p>
          <a href={href('cases', id, 'timeline')}>{words.fromStart}</a>
        </p>
      )}
      <ReadList<Moment> path={`/cases/${id}/timeline?limit=50&language=${language}${from}`} stamp={stamp}>
        {(moments) => (
          <ol class="timeline">
            {moments.map((moment) => (
              <li key={moment.version} id={`event-${moment.version}`}>
                <Happened {...moment} />
              </li>
            ))}
          </ol>
        )}
      </ReadList>
    </Section>
  );
};

const Happened = ({ version, type, says, recordedAt, observedAt, by, about, facts, content, sealed }: Moment) => {
  const { timeline: words } = useDesk().views;
  const { roles } = useTools().told.words;
  const when = useWhen();
  return (
    <>
      <time dateTime={recordedAt}>{when.moment(recordedAt)}</time>
      <div>
        <span class="muted">{version}.</span> <strong>{says}</strong>{' '}
        {sealed ? <Tag tone="warn">{words.sealed}</Tag> : null}
      </div>
      <p class="muted">
        {roles[by.role] ?? words.house} · <code>{by.person}</code>
        {about === undefined ? null : (
          <>
            {' '}
            · <code>{about}</code>
          </>
        )}
      </p>
      <details>
        <summary>{words.more}</summary>
        <p>
          <code>{type}</code>
          {observedAt === recordedAt ? null : `, ${words.observedAt} ${when.moment(observedAt)}`}
        </p>
        {content === undefined ? null : <Plain of={content} />}
        <Plain of={facts} />
      </details>
    </>
  );
};
