import type { ComponentType } from 'preact';
import { Tag } from '../components/basics.tsx';
import { Listed } from './asked.tsx';
import { dueIn } from './hour-of-case.ts';
import type { DueShown, NoticeShown } from './inbox.ts';
import { useTools } from './tools.ts';

const dateIn = (locale: string, at: number, how: object): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...how }).format(at);

/** What somebody must do next, the most pressing first; `placeOf` says where it is done, where that is not the page of its case. */
export const Due = ({ placeOf }: { readonly placeOf?: (item: DueShown) => string }) => {
  const { inbox } = useTools().told.words;
  const Item = (item: DueShown) =>
    placeOf === undefined ? <DueItem {...item} /> : <DueItem {...item} caseHref={placeOf(item)} />;
  return <Listed id="due" title={inbox.due} path="/agenda/mine?limit=10" none={inbox.noDue} item={Item} />;
};

/** One thing that is due: what, until when, and in which case; `caseHref` leads there, and null leaves the case out. */
export const DueItem = ({ caseHref, ...item }: DueShown & { readonly caseHref?: string | null }) => {
  const { language, locale, words } = useTools().told;
  const { what, title, dueAt, overdue, standsStill } = item;
  return (
    <>
      <strong>{words.tasks[what] ?? what}</strong> {overdue ? <Tag tone="bad">{words.inbox.overdue}</Tag> : null}
      {standsStill ? <Tag>{words.inbox.standsStill}</Tag> : null}
      <br />
      <time dateTime={dueAt}>{dueIn(locale, item, 'long')}</time>
      {caseHref === null ? null : (
        <>
          <br />
          <a href={caseHref ?? `/${language}/cases/${item.case}`}>{title}</a>
        </>
      )}
    </>
  );
};

/** What somebody was told, the latest first; `caseLink` leads to a case, where that is not to its page. */
export const Notices = ({ caseLink = PublicCase }: { readonly caseLink?: CaseLinked }) => {
  const { language, words } = useTools().told;
  const { inbox } = words;
  const path = `/notices?limit=10&language=${language}`;
  const Item = (item: NoticeShown) => <NoticeItem {...item} caseLink={caseLink} />;
  return <Listed id="told" title={inbox.latest} path={path} none={inbox.noNotices} item={Item} />;
};

type CaseLinked = ComponentType<{ readonly id: string }>;

const PublicCase: CaseLinked = ({ id }) => {
  const { language, words } = useTools().told;
  return <a href={`/${language}/cases/${id}`}>{words.inbox.toCase}</a>;
};

interface NoticeItemProps extends NoticeShown {
  readonly caseLink: CaseLinked;
}

const NoticeItem = ({ says, recordedAt, unread, caseLink: CaseLink, ...item }: NoticeItemProps) => {
  const { locale, words } = useTools().told;
  return (
    <>
      <strong>{says}</strong> {unread ? <Tag tone="calm">{words.inbox.unread}</Tag> : null}
      <br />
      <time dateTime={recordedAt}>{dateIn(locale, Date.parse(recordedAt), { timeStyle: 'short' })}</time>
      {item.case === undefined ? null : (
        <>
          <br />
          <CaseLink id={item.case} />
        </>
      )}
    </>
  );
};
