import { Tag } from '../components/basics.tsx';
import { Listed } from './asked.tsx';
import type { DueShown, NoticeShown } from './inbox.ts';
import { useTools } from './tools.ts';

const MS_BEFORE = 1;

const dateIn = (locale: string, at: number, how: object): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...how }).format(at);

/** What somebody must do next, the most pressing first. */
export const Due = () => {
  const { inbox } = useTools().told.words;
  return <Listed id="due" title={inbox.due} path="/agenda/mine?limit=10" none={inbox.noDue} item={DueItem} />;
};

const DueItem = (item: DueShown) => {
  const { language, locale, words } = useTools().told;
  const { what, title, dueAt, zone, term, overdue, standsStill } = item;
  // A term ends with a day: what is due is the first instant after it.
  const at = Date.parse(dueAt) - (term ? MS_BEFORE : 0);
  return (
    <>
      <strong>{words.tasks[what] ?? what}</strong> {overdue ? <Tag tone="bad">{words.inbox.overdue}</Tag> : null}
      {standsStill ? <Tag>{words.inbox.standsStill}</Tag> : null}
      <br />
      <time dateTime={dueAt}>{dateIn(locale, at, { timeZone: zone, timeStyle: term ? undefined : 'short' })}</time>
      <br />
      <a href={`/${language}/cases/${item.case}`}>{title}</a>
    </>
  );
};

/** What somebody was told, the latest first. */
export const Notices = () => {
  const { inbox } = useTools().told.words;
  return <Listed id="told" title={inbox.latest} path="/notices?limit=10" none={inbox.noNotices} item={NoticeItem} />;
};

const NoticeItem = ({ says, recordedAt, unread, ...item }: NoticeShown) => {
  const { language, locale, words } = useTools().told;
  return (
    <>
      <strong>{says}</strong> {unread ? <Tag tone="calm">{words.inbox.unread}</Tag> : null}
      <br />
      <time dateTime={recordedAt}>{dateIn(locale, Date.parse(recordedAt), { timeStyle: 'short' })}</time>
      {item.case === undefined ? null : (
        <>
          <br />
          <a href={`/${language}/cases/${item.case}`}>{words.inbox.toCase}</a>
        </>
      )}
    </>
  );
};
