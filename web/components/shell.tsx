import type { ComponentChildren } from 'preact';
import { LANGUAGES } from '../../domain/languages.ts';
import { CODE_WORDS } from '../../domain/words/code-words.ts';
import { useAddress, useLink, usePlace, useWords } from '../page-context.ts';
import { Mark } from './mark.tsx';

interface ShellProps {
  /** What the page is about, without the name of the house. */
  readonly title: string;
  /** A sentence for previews of links. */
  readonly description: string;
  /** Data about the page for machines, by schema.org. */
  readonly about?: object;
  /** Where a feed of what the page tells is. */
  readonly feed?: string;
  /** It is for somebody who is signed in: the way in is behind them. */
  readonly isPersonal?: true;
  readonly children: ComponentChildren;
}

/** The frame of every page: what machines read of it, the way past the menu, the menu, and who speaks. */
export const Shell = ({ title, description, about, feed, isPersonal, children }: ShellProps) => {
  const { language, origin, style, script } = usePlace();
  const { house } = useWords();
  const address = useAddress();
  const whole = `${title} – ${house.name}`;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{whole}</title>
        <meta name="description" content={description} />
        <link rel="stylesheet" href={style} />
        {script === undefined ? null : <script type="module" src={script} />}
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="canonical" href={`${origin}${address(language)}`} />
        {LANGUAGES.map((other) => (
          <link key={other} rel="alternate" hreflang={other} href={`${origin}${address(other)}`} />
        ))}
        {feed === undefined ? null : <link rel="alternate" type="application/atom+xml" title={title} href={feed} />}
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content={house.name} />
        <meta property="og:url" content={`${origin}${address(language)}`} />
        <meta property="og:locale" content={CODE_WORDS[language].locale.replace('-', '_')} />
        <meta name="twitter:card" content="summary" />
        {about === undefined ? null : (
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inScript(about) }} />
        )}
      </head>
      <body>
        <a class="skip" href="#content">
          {house.skip}
        </a>
        <Head />
        <main id="content" class="frame">
          {children}
        </main>
        <Foot isPersonal={isPersonal === true} />
      </body>
    </html>
  );
};

/** JSON that cannot end the element it stands in. */
const inScript = (about: object): string => JSON.stringify(about).replaceAll('<', '\\u003c');

const MENU = ['cases', 'authorities', 'scoreboard', 'coverage', 'participation', 'data'] as const;

const Head = () => {
  const { path } = usePlace();
  const { house, menu } = useWords();
  const link = useLink();
  return (
    <header>
      <div class="mast">
        <div class="frame">
          <a class="name" href={link('')}>
            <Mark />
            <span>{house.name}</span>
          </a>
          <Languages />
        </div>
      </div>
      <nav class="menu" aria-label={house.menu}>
        <div class="frame">
          <ul>
            {MENU.map((item) => (
              <li key={item}>
                <a href={link(`/${item}`)} {...(isUnder(path, `/${item}`) ? { 'aria-current': 'page' as const } : {})}>
                  {menu[item]}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </nav>
    </header>
  );
};

/** Pages of a tip are of the tip alone, at whichever address its form was sent to. */
const OF_A_TIP = /\/tips(?:[/?]|$)/;

const isUnder = (path: string, place: string): boolean =>
  !OF_A_TIP.test(path) && (path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}?`));

const Languages = () => {
  const { language } = usePlace();
  const { house } = useWords();
  const address = useAddress();
  return (
    <nav aria-label={house.languages}>
      <ul class="languages">
        {LANGUAGES.map((other) => (
          <li key={other}>
            {other === language ? (
              <strong aria-current="true" lang={other}>
                {CODE_WORDS[other].language}
              </strong>
            ) : (
              <a href={address(other)} hreflang={other} lang={other}>
                {CODE_WORDS[other].language}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Foot = ({ isPersonal }: { readonly isPersonal: boolean }) => {
  const { house, menu } = useWords();
  const link = useLink();
  return (
    <footer class="foot">
      <div class="frame">
        <ul>
          {(['tips', 'verify', 'glossary', 'data'] as const).map((item) => (
            <li key={item}>
              <a href={link(`/${item}`)}>{menu[item]}</a>
            </li>
          ))}
          <li>
            <a href={link(isPersonal ? '/account' : '/sign-in')}>{isPersonal ? menu.account : menu.signIn}</a>
          </li>
        </ul>
        <p>{house.source}</p>
        <p class="muted">{house.licence}</p>
      </div>
    </footer>
  );
};
