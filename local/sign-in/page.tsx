import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../domain/languages.ts';
import { APP_WORDS } from '../../web/app/words/words.ts';
import { Notice } from '../../web/components/basics.tsx';
import type { Holder } from '../accounts.ts';
import { Frame, type Place } from '../frame.tsx';
import { signInWords } from './words.ts';

interface SignInProps extends Place {
  /** Whoever can sign in. */
  readonly people: readonly Holder[];
  /** Where the choice is sent, with everything that was asked. */
  readonly action: string;
  /** The same page in another language. */
  readonly inLanguage: (language: Language) => string;
}

/** One person for each role first; the others play the same roles, or none yet. */
const firstOfEachRole = (people: readonly Holder[]): readonly Holder[] =>
  people.filter(
    ({ roles }, index) => roles.length > 0 && people.findIndex((other) => other.roles[0] === roles[0]) === index,
  );

const People = ({ of, language }: { readonly of: readonly Holder[]; readonly language: Language }) => (
  <ul class="people">
    {of.map(({ id, email, roles }) => (
      <li key={id}>
        <button class="button second" type="submit" name="person" value={id}>
          {roles.map((role) => APP_WORDS[language].roles[role] ?? role).join(', ')}
          <br />
          <small>{email ?? id}</small>
        </button>
      </li>
    ))}
  </ul>
);

const SignIn = ({ people, language, style, action, inLanguage }: SignInProps) => {
  const first = firstOfEachRole(people);
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
        <People of={first} language={language} />
        <details>
          <summary>{words.others}</summary>
          <People of={people.filter((person) => !first.includes(person))} language={language} />
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

/** Where somebody chooses whom to be. */
export const signInDocument = (props: SignInProps): string => `<!doctype html>${renderToString(<SignIn {...props} />)}`;

/** Where a link leads that asks for what is not given: it says to whoever wrote it what is wrong. */
export const nobodysDocument = (props: Place & { readonly says: string }): string =>
  `<!doctype html>${renderToString(<Nobodys {...props} />)}`;
