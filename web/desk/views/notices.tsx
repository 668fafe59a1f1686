import { useState } from 'preact/hooks';
import { filled } from '../../../domain/words/code-words.ts';
import type { NoticeShown } from '../../app/inbox.ts';
import { Outcome, useSending } from '../../app/sending.tsx';
import { useTools } from '../../app/tools.ts';
import { Notice, Tag } from '../../components/basics.tsx';
import { CaseLink } from '../case-link.tsx';
import { useDesk } from '../desk-tools.ts';
import { ReadList } from '../read-list.tsx';
import { useFilters } from '../router.tsx';
import { Select } from '../select.tsx';
import { useWhen } from '../use-when.ts';

/** All that somebody was told, the latest first. */
export const NoticesAtDesk = () => {
  const { notices: words } = useDesk().views;
  const { language, words: app } = useTools().told;
  const [stamp, setStamp] = useState(0);
  const filters = useFilters();
  const unread = filters.of('unread') === '' ? '' : '&unread=true';
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <a href={`/${language}/account/messages`}>{app.messages.change}</a>
      </p>
      <div class="filters">
        <form>
          <Select
            name="unread"
            label={words.show}
            chosen={filters.of('unread')}
            choose={(chosen) => filters.set({ unread: chosen })}
            options={[{ value: 'true', label: words.onlyUnread }]}
          />
        </form>
      </div>
      <ReadList<NoticeShown>
        path={`/notices?limit=25&language=${language}${unread}`}
        none={app.inbox.noNotices}
        stamp={stamp}
      >
        {(items) => (
          <>
            <MarkRead upTo={items[0]} done={() => setStamp(stamp + 1)} />
            <ul class="cards">
              {items.map((item) => (
                <li key={item.id}>
                  <Told {...item} />
                </li>
              ))}
            </ul>
          </>
        )}
      </ReadList>
    </>
  );
};

const Told = ({ says, recordedAt, unread, case: id }: NoticeShown) => {
  const { inbox } = useTools().told.words;
  const when = useWhen();
  return (
    <>
      <strong>{says}</strong> {unread ? <Tag tone="calm">{inbox.unread}</Tag> : null}
      <br />
      <time dateTime={recordedAt}>{when.moment(recordedAt)}</time>
      {id === undefined ? null : (
        <>
          <br />
          <CaseLink id={id} />
        </>
      )}
    </>
  );
};

/** Marks everything up to the newest that is shown: what came meanwhile stays unread. */
const MarkRead = ({ upTo, done }: { readonly upTo: NoticeShown | undefined; readonly done: () => void }) => {
  const { views, refusals } = useDesk();
  const { problems } = useTools().told.words;
  const { isBusy, failure, send } = useSending('notices-read');
  const [isDone, setDone] = useState(false);
  if (upTo === undefined) return null;
  const mark = async () => {
    const answered = await send('/notices/reading', { upTo: upTo.id });
    setDone(answered !== undefined);
    if (answered !== undefined) done();
  };
  const wrongs =
    failure?.kind === 'refused'
      ? [
          {
            field: 'mark-read',
            says: refusals[failure.word] ?? filled(problems.otherwise, { detail: failure.detail }),
          },
        ]
      : [];
  return (
    <>
      <Outcome failure={failure} wrongs={wrongs}>
        {isDone ? <Notice tone="good">{views.notices.marked}</Notice> : null}
      </Outcome>
      <p>
        <button id="mark-read" class="button second" type="button" disabled={isBusy} onClick={() => void mark()}>
          {views.notices.mark}
        </button>
      </p>
    </>
  );
};
