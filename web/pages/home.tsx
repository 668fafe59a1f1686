import type { JSX } from 'preact';
import { Empty } from '../components/basics.tsx';
import { CaseCards, type CaseListed } from '../components/case-cards.tsx';
import { Field } from '../components/form.tsx';
import { Shell } from '../components/shell.tsx';
import { useLink, usePlace, useWords } from '../page-context.ts';
import { TIP_INVITATION } from '../words/tip-invitation.ts';

interface HomeProps {
  readonly latest: readonly CaseListed[];
}

const Home = ({ latest }: HomeProps) => {
  const { home, house } = useWords();
  const { origin, language } = usePlace();
  const link = useLink();
  const invite = TIP_INVITATION[language];
  const about = {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: house.name,
    url: `${origin}/${language}`,
    inLanguage: language,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${origin}/${language}/cases?q={words}`,
      'query-input': 'required name=words',
    },
  };
  return (
    <Shell title={house.claim} description={home.lead} about={about}>
      <h1>{home.title}</h1>
      <p class="lead">{home.lead}</p>
      <search class="filters">
        <form action={link('/cases')} method="get">
          <div class="wide">
            <Field name="q" label={home.search} hint={home.searchHint}>
              {(described) => <input type="search" {...described} maxLength={200} />}
            </Field>
          </div>
          <div>
            <button class="button" type="submit">
              {home.find}
            </button>
          </div>
        </form>
      </search>
      <section aria-labelledby="latest">
        <h2 id="latest">{home.latest}</h2>
        {latest.length === 0 ? <Empty /> : <CaseCards of={latest} heading="h3" />}
        <p>
          <a href={link('/cases')}>{home.all}</a>
        </p>
      </section>
      <section class="section" aria-labelledby="how">
        <h2 id="how">{home.how}</h2>
        <h3>{home.watch}</h3>
        <p>{home.watchSays}</p>
        <h3>{home.tell}</h3>
        <p>{home.tellSays}</p>
        <ul>
          <li>
            <a href={link('/cases')}>{invite.toSend}</a>
          </li>
          <li>
            <a href={link('/tips')}>{invite.follow}</a>
          </li>
        </ul>
        <h3>{home.check}</h3>
        <p>{home.checkSays}</p>
      </section>
    </Shell>
  );
};

/** Where everybody comes in. */
export const homePage = (props: HomeProps): JSX.Element => <Home {...props} />;
