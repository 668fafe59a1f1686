import { renderToString } from 'preact-render-to-string';
import type { Language } from '../domain/languages.ts';
import { CODE_WORDS, filled } from '../domain/words/code-words.ts';
import { Facts, Notice } from '../web/components/basics.tsx';
import { Frame, type Place } from './frame.tsx';
import type { KeptMail } from './kept-mails.ts';
import { mailboxWords } from './mailbox-words.ts';

/** Mails that one page lists. */
const SHOWN_MAX = 100;
const MAILBOX = '/mailbox';

const addressOf = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(query).toString()}`;

const pageOf = (language: Language, id: string): string =>
  addressOf(`${MAILBOX}/${encodeURIComponent(id)}`, { lang: language });

const listOf = (language: Language, to?: string): string =>
  addressOf(MAILBOX, { lang: language, ...(to === undefined ? {} : { to }) });

const OnThisMachine = ({ language }: { readonly language: Language }) => {
  const words = mailboxWords(language);
  return (
    <Notice tone="warn">
      <p>
        <strong>{words('warning')}</strong>
      </p>
      <p>{words('says')}</p>
    </Notice>
  );
};

const Moment = ({ language, at }: { readonly language: Language; readonly at: string }) => (
  <time dateTime={at}>
    {new Intl.DateTimeFormat(CODE_WORDS[language].locale, { dateStyle: 'long', timeStyle: 'short' }).format(
      new Date(at),
    )}
  </time>
);

interface ListProps extends Place {
  readonly mails: readonly KeptMail[];
  /** The address whose mails these are; undefined: those of all. */
  readonly to: string | undefined;
}

const List = ({ language, style, mails, to }: ListProps) => {
  const words = mailboxWords(language);
  const shown = mails.slice(0, SHOWN_MAX);
  const [n, first] = [String(mails.length), String(shown.length)];
  return (
    <Frame language={language} style={style} title={words('title')} inLanguage={(other) => listOf(other, to)}>
      <h1>{words('title')}</h1>
      <OnThisMachine language={language} />
      {to === undefined ? null : (
        <p>
          <a href={listOf(language)}>{words('all')}</a>
        </p>
      )}
      {mails.length === 0 ? (
        <NoMails language={language} />
      ) : (
        <section class="section" aria-labelledby="mails">
          <h2 id="mails">{to === undefined ? words('mails') : filled(words('of'), { to })}</h2>
          {mails.length === shown.length ? null : <p class="muted">{filled(words('some'), { shown: first, n })}</p>}
          <ul class="cards">
            {shown.map((mail) => (
              <Card key={mail.id} language={language} mail={mail} />
            ))}
          </ul>
        </section>
      )}
    </Frame>
  );
};

const Card = ({
  language,
  mail: { id, subject, to, at },
}: {
  readonly language: Language;
  readonly mail: KeptMail;
}) => (
  <li>
    <h3>
      <a href={pageOf(language, id)}>{subject}</a>
    </h3>
    <p class="muted">
      <a href={listOf(language, to)} title={mailboxWords(language)('only')}>
        {to}
      </a>
      {' · '}
      <Moment language={language} at={at} />
    </p>
  </li>
);

const NoMails = ({ language }: { readonly language: Language }) => {
  const words = mailboxWords(language);
  return (
    <div class="empty">
      <p>
        <strong>{words('empty')}</strong>
      </p>
      <p>{words('emptyHow')}</p>
      <p>
        <a class="button" href={`/${language}/account/messages`}>
          {words('toSettings')}
        </a>
      </p>
    </div>
  );
};

const LINK = /(https?:\/\/\S+)/;

/** The text with its links: all else of it stays text. */
const Linked = ({ text }: { readonly text: string }) => (
  <p class="said">
    {text.split(LINK).map((part, index) =>
      index % 2 === 1 ? (
        <a key={part} href={part}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </p>
);

interface MailProps extends Place {
  readonly mail: KeptMail;
}

const MailPage = ({ language, style, mail: { id, to, subject, at, text } }: MailProps) => {
  const words = mailboxWords(language);
  return (
    <Frame language={language} style={style} title={subject} inLanguage={(other) => pageOf(other, id)}>
      <p>
        <a href={listOf(language)}>{words('back')}</a>
      </p>
      <h1>{subject}</h1>
      <Facts
        of={[
          { name: words('to'), value: <a href={listOf(language, to)}>{to}</a> },
          { name: words('when'), value: <Moment language={language} at={at} /> },
        ]}
      />
      <section class="section">
        {text
          .trim()
          .split(/(?:\r?\n){2,}/)
          .map((paragraph) => (
            <Linked key={paragraph} text={paragraph} />
          ))}
      </section>
      <p>
        <a href={`${MAILBOX}/${encodeURIComponent(id)}/text`}>{words('plain')}</a>
      </p>
      <OnThisMachine language={language} />
    </Frame>
  );
};

const Missing = ({ language, style }: Place) => {
  const words = mailboxWords(language);
  return (
    <Frame language={language} style={style} title={words('missing')}>
      <h1>{words('missing')}</h1>
      <p>
        <a class="button" href={listOf(language)}>
          {words('back')}
        </a>
      </p>
    </Frame>
  );
};

/** The mails of this machine, newest first. */
export const mailboxDocument = (props: ListProps): string => `<!doctype html>${renderToString(<List {...props} />)}`;

/** One mail, to be read. */
export const mailDocument = (props: MailProps): string => `<!doctype html>${renderToString(<MailPage {...props} />)}`;

/** Where no mail is. */
export const missingDocument = (place: Place): string => `<!doctype html>${renderToString(<Missing {...place} />)}`;
