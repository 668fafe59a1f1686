import type { JSX } from 'preact';
import type { Language } from '../../domain/languages.ts';
import { CODE_WORDS } from '../../domain/words/code-words.ts';
import type { SignInClient } from '../app/session.ts';
import { type AppPage, PLACE, TOLD, type Told } from '../app/told.ts';
import { APP_WORDS, type AppWords } from '../app/words/words.ts';
import { Section } from '../components/basics.tsx';
import { Shell } from '../components/shell.tsx';
import { deskWordsIn } from '../desk/words/words.ts';
import { usePlace } from '../page-context.ts';

interface AppPageProps {
  readonly page: AppPage;
  readonly signIn: SignInClient;
}

const useAppWords = (): AppWords => APP_WORDS[usePlace().language];

const ownNames = (): Readonly<Record<Language, string>> => ({
  es: CODE_WORDS.es.language,
  pt: CODE_WORDS.pt.language,
  en: CODE_WORDS.en.language,
});

interface DrawnProps extends AppPageProps {
  /** What this page alone tells its script. */
  readonly more?: object;
}

/** The place that the script draws in, and what it is told. */
const Drawn = ({ page, signIn, more = {} }: DrawnProps) => {
  const { language } = usePlace();
  const words = useAppWords();
  const { locale } = CODE_WORDS[language];
  const told: Told = { page, language, locale, signIn, languages: ownNames(), words, ...more };
  return (
    <>
      <div id={PLACE} />
      <noscript>
        <div class="notice warn">
          <p>{words.signIn.noScript}</p>
        </div>
      </noscript>
      <script
        type="application/json"
        id={TOLD}
        dangerouslySetInnerHTML={{ __html: JSON.stringify(told).replaceAll('<', '\\u003c') }}
      />
    </>
  );
};

const SignIn = (props: AppPageProps) => {
  const { signIn } = useAppWords();
  return (
    <Shell title={signIn.title} description={signIn.lead}>
      <h1>{signIn.title}</h1>
      <p class="lead">{signIn.lead}</p>
      <Drawn {...props} />
      <Section id="who" title={signIn.who}>
        <ul>
          <li>{signIn.members}</li>
          <li>{signIn.others}</li>
        </ul>
        <p>{signIn.leads}</p>
      </Section>
    </Shell>
  );
};

const SignedIn = (props: AppPageProps) => {
  const { signedIn } = useAppWords();
  return (
    <Shell title={signedIn.title} description={signedIn.working}>
      <h1>{signedIn.title}</h1>
      <Drawn {...props} />
    </Shell>
  );
};

const SignedOut = (props: AppPageProps) => {
  const { signedOut } = useAppWords();
  return (
    <Shell title={signedOut.title} description={signedOut.says}>
      <h1>{signedOut.title}</h1>
      <p class="lead">{signedOut.says}</p>
      <Drawn {...props} />
    </Shell>
  );
};

const Account = (props: AppPageProps) => {
  const { account } = useAppWords();
  return (
    <Shell title={account.title} description={account.lead} isPersonal>
      <h1>{account.title}</h1>
      <p class="lead">{account.lead}</p>
      <Drawn {...props} />
    </Shell>
  );
};

const Messages = (props: AppPageProps) => {
  const { messages } = useAppWords();
  return (
    <Shell title={messages.title} description={messages.lead} isPersonal>
      <h1>{messages.title}</h1>
      <p class="lead">{messages.lead}</p>
      <Drawn {...props} />
    </Shell>
  );
};

const Mailbox = (props: AppPageProps) => {
  const { mailbox } = useAppWords();
  return (
    <Shell title={mailbox.title} description={mailbox.lead} isPersonal>
      <h1>{mailbox.title}</h1>
      <p class="lead">{mailbox.lead}</p>
      <Drawn {...props} />
    </Shell>
  );
};

const Desk = (props: AppPageProps) => {
  const { language } = usePlace();
  const desk = deskWordsIn(language);
  const { title, lead } = desk.views.frame;
  return (
    <Shell title={title} description={lead} isPersonal>
      <Drawn {...props} more={{ desk }} />
    </Shell>
  );
};

/** What leads to the sign-in. */
export const signInPage = (props: AppPageProps): JSX.Element => <SignIn {...props} />;

/** Where the sign-in comes back to. */
export const signedInPage = (props: AppPageProps): JSX.Element => <SignedIn {...props} />;

/** Where somebody who signed out comes to. */
export const signedOutPage = (props: AppPageProps): JSX.Element => <SignedOut {...props} />;

/** Who somebody is to the house, and how they want to be told. */
export const accountPage = (props: AppPageProps): JSX.Element => <Account {...props} />;

/** Where somebody says how they want to be told. */
export const messagesPage = (props: AppPageProps): JSX.Element => <Messages {...props} />;

/** Where the mailbox of an institution is confirmed. */
export const mailboxPage = (props: AppPageProps): JSX.Element => <Mailbox {...props} />;

/** The workplace of everybody who signs in. */
export const deskPage = (props: AppPageProps): JSX.Element => <Desk {...props} />;
