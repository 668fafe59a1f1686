import type { JSX } from 'preact';
import { INSTRUMENT } from '../../domain/instruments/instruments.ts';
import { LANGUAGES, type Language } from '../../domain/languages.ts';
import { CATEGORIES } from '../../domain/observations/categories.ts';
import { CODE_WORDS } from '../../domain/words/code-words.ts';
import { REQUIREMENT_WORDS } from '../../domain/words/requirement-words.ts';
import { FINDING_CATEGORIES } from '../../events/vocabulary.ts';
import type { SignInClient } from '../app/session.ts';
import { PLACE, TOLD } from '../app/told.ts';
import { TASKS } from '../app/words/tasks.ts';
import { APP_WORDS } from '../app/words/words.ts';
import { Mark } from '../components/mark.tsx';
import { type FieldTold, fieldPath } from '../field/told.ts';
import { FIELD_WORDS } from '../field/words/words.ts';
import { usePlace, useWords } from '../page-context.ts';

interface FieldProps {
  readonly language: Language;
  readonly signIn: SignInClient;
}

const checklists = (): FieldTold['checklists'] =>
  Object.fromEntries(
    Object.values(INSTRUMENT).map(({ id, stages }) => [
      id,
      Object.fromEntries(stages.map(({ stage, checklist }) => [stage, checklist])),
    ]),
  );

const toldIn = ({ language, signIn }: FieldProps): FieldTold => {
  const { stages, acts, accounted, documents, access, types, severities, locale } = CODE_WORDS[language];
  return {
    page: 'field',
    language,
    locale,
    signIn,
    words: FIELD_WORDS[language],
    codes: { stages, acts, accounted, documents, access, types, severities },
    categories: FINDING_CATEGORIES.map((code) => ({ code, title: CATEGORIES[code][language] })),
    tasks: TASKS[language],
    requirements: Object.fromEntries(Object.entries(REQUIREMENT_WORDS).map(([id, said]) => [id, said[language]])),
    roles: APP_WORDS[language].roles,
    checklists: checklists(),
  };
};

/** The app: a frame of its own, because everything that it leads to must open without a network. */
const Field = (props: FieldProps) => {
  const { language } = props;
  const { style, script } = usePlace();
  const { house } = useWords();
  const { app } = FIELD_WORDS[language];
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content={BRAND} />
        <meta name="robots" content="noindex" />
        <title>{`${app.title} – ${house.name}`}</title>
        <meta name="description" content={app.lead} />
        <link rel="stylesheet" href={style} />
        <script type="module" src={script} />
        <link rel="manifest" href={`${fieldPath(language)}.webmanifest`} />
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icons/mark-192.png" />
      </head>
      <body>
        <a class="skip" href="#content">
          {house.skip}
        </a>
        <Head language={language} />
        <main id="content" class="frame" tabIndex={-1}>
          <div id={PLACE}>
            <p class="loading">{app.loading}</p>
          </div>
          <noscript>
            <div class="notice warn">
              <p>{app.noScript}</p>
            </div>
          </noscript>
        </main>
        <script
          type="application/json"
          id={TOLD}
          dangerouslySetInnerHTML={{ __html: JSON.stringify(toldIn(props)).replaceAll('<', '\\u003c') }}
        />
      </body>
    </html>
  );
};

const Head = ({ language }: Pick<FieldProps, 'language'>) => {
  const { house } = useWords();
  const { app } = FIELD_WORDS[language];
  return (
    <header class="mast">
      <div class="frame">
        <a class="name" href="#/">
          <Mark />
          <span>{app.title}</span>
        </a>
        <nav aria-label={house.languages}>
          <ul class="languages">
            {LANGUAGES.map((other) => (
              <li key={other}>
                {other === language ? (
                  <strong aria-current="true" lang={other}>
                    {CODE_WORDS[other].language}
                  </strong>
                ) : (
                  <a href={fieldPath(other)} hreflang={other} lang={other}>
                    {CODE_WORDS[other].language}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
};

/** The page of the app, without anything of anybody. */
export const fieldPage = (props: FieldProps): JSX.Element => <Field {...props} />;

const BRAND = '#0d3b4a';
const PAPER = '#ffffff';

/** What a device needs to know to install it. */
export const fieldManifest = (language: Language): object => {
  const { app } = FIELD_WORDS[language];
  const icon = (size: number, purpose: 'any' | 'maskable') => ({
    src: `/icons/mark-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    id: fieldPath(language),
    name: app.title,
    short_name: 'Veedor',
    description: app.lead,
    lang: language,
    start_url: fieldPath(language),
    scope: fieldPath(language),
    display: 'standalone',
    theme_color: BRAND,
    background_color: PAPER,
    icons: [192, 512].flatMap((size) => [icon(size, 'any'), icon(size, 'maskable')]),
  };
};
