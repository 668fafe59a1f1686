import type { ComponentChildren } from 'preact';
import { LANGUAGES, type Language } from '../domain/languages.ts';
import { CODE_WORDS } from '../domain/words/code-words.ts';
import { Mark } from '../web/components/mark.tsx';
import { PAGE_WORDS } from '../web/words/words.ts';
import { signInWords } from './sign-in/words.ts';

/** Where a page of this machine stands. */
export interface Place {
  readonly language: Language;
  readonly style: string;
}

/** The frame of what is on one machine alone: it is not the house, and has no menu of it. */
export const Frame = ({
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
      <a class="skip" href="#content">
        {PAGE_WORDS[language].house.skip}
      </a>
      <header class="mast">
        <div class="frame">
          <a class="name" href={`/${language}`}>
            <Mark />
            <span>Veedor</span>
          </a>
          {inLanguage === undefined ? null : <Languages chosen={language} inLanguage={inLanguage} />}
        </div>
      </header>
      <main id="content" class="frame">
        {children}
      </main>
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
