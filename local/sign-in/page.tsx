import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { LANGUAGES, type Language } from '../../domain/languages.ts';
import { CODE_WORDS } from '../../domain/words/code-words.ts';
import { APP_WORDS } from '../../web/app/words/words.ts';
import { Notice } from '../../web/components/basics.tsx';
import { Mark } from '../../web/components/mark.tsx';
import { PEOPLE, type Person } from '../people.ts';
import { signInWords } from './words.ts';

interface Place {
  readonly language: Language;
  readonly style: string;
}

interface SignInProps extends Place {
  /** Where the choice is sent, with everything that was asked. */
  readonly action: string;
  /** The same page in another language. */
  readonly inLanguage: (language: Language) => string;
}

/** The frame of the issuer: it is not the house, and has no menu of it. */
const Frame = ({
  language,
  style,
  title,
  inLanguage,
  children,
}: Place & {
  readonly title: string;
  readonly inLanguage?: (language: Language) => string;
  readonly children: ComponentChildren;
}) => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{`${title} – Veedor`}</title>
      <link rel="stylesheet" href={style} />
      <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
    </head>
    <body>
      <header class="mast">
        <div class="frame">
          <a class="name" href={`/${language}`}>
            <Mark />
            <span>Veedor</span>
          </a>
          {inLanguage === undefined ? null : <Languages chosen={language} inLanguage={inLanguage} />}
        </div>
      </header>
      <main class="frame">{children}</main>
    </body>
  </html>
);

const Languages = ({
  chosen,
  inLanguage,
}: {
  readonly chosen: Language;
  readonly inLanguage: (language: Language) => string;
}) => (
  <nav aria-label={signInWords(chosen).languages}>
    <ul class="languages">
      {LANGUAGES.map((language) => (
        <li key={language} lang={language}>
          {language === chosen ? (
            <strong aria-current="true">{CODE_WORDS[language].language}</strong>
          ) : (
            <a href={inLanguage(language)} hreflang={language}>
              {CODE_WORDS[language].language}
            </a>
          )}
        </li>
      ))}
    </ul>
  </nav>
);

/** One person for each role first; the others play the same roles. */
const firstOfEachRole = PEOPLE.filter(
  ({ roles }, index) => PEOPLE.findIndex((other) => other.roles[0] === roles[0]) === index,
);
const others = PEOPLE.filter((person) => !firstOfEachRole.includes(person));

const People = ({ of, language }: { readonly of: readonly Person[]; readonly language: Language }) => (
  <ul class="people">
    {of.map(({ id, roles }) => (
      <li key={id}>
        <button class="button second" type="submit" name="person" value={id}>
          {roles.map((role) => APP_WORDS[language].roles[role] ?? role).join(', ')}
          <br />
          <small>{id}</small>
        </button>
      </li>
    ))}
  </ul>
);

const SignIn = ({ language, style, action, inLanguage }: SignInProps) => {
  const words = signInWords(language);
  return (
    <Frame language={language} style={style} title={words.title} inLanguage={inLanguage}>
      <h1>{words.title}</h1>
      <Notice tone="warn">
        <p>
          <strong>{words.warning}</strong>
        </p>
        <p>{words.says}</p>
      </Notice>
      <form method="post" action={action}>
        <People of={firstOfEachRole} language={language} />
        <details>
          <summary>{words.others}</summary>
          <People of={others} language={language} />
        </details>
      </form>
    </Frame>
  );
};

const Nobodys = ({ language, style, says }: Place & { readonly says: string }) => {
  const words = signInWords(language);
  return (
    <Frame language={language} style={style} title={words.cannot}>
      <h1>{words.cannot}</h1>
      <p class="lead">{words.cannotSays}</p>
      <p lang="en">
        <code>{says}</code>
      </p>
      <p>
        <a class="button" href={`/${language}`}>
          {words.home}
        </a>
      </p>
    </Frame>
  );
};

/** Where somebody chooses which of the example people to be. */
export const signInDocument = (props: SignInProps): string => `<!doctype html>${renderToString(<SignIn {...props} />)}`;

/** Where a link leads that asks for what is not given: it says to whoever wrote it what is wrong. */
export const nobodysDocument = (props: Place & { readonly says: string }): string =>
  `<!doctype html>${renderToString(<Nobodys {...props} />)}`;
