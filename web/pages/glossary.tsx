import type { JSX } from 'preact';
import { Shell } from '../components/shell.tsx';
import { GLOSSARY } from '../content/glossary.ts';
import { usePlace, useWords } from '../page-context.ts';

const Glossary = () => {
  const { language } = usePlace();
  const { glossary } = useWords();
  const terms = GLOSSARY.toSorted((left, right) => left.name[language].localeCompare(right.name[language], language));
  const about = {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    name: glossary.title,
    inLanguage: language,
    hasDefinedTerm: terms.map(({ name, meaning }) => ({
      '@type': 'DefinedTerm',
      name: name[language],
      description: meaning[language],
    })),
  };
  return (
    <Shell title={glossary.title} description={glossary.lead} about={about}>
      <h1>{glossary.title}</h1>
      <p class="lead">{glossary.lead}</p>
      <dl class="facts">
        {terms.map(({ id, name, meaning }) => (
          <>
            <dt id={id}>{name[language]}</dt>
            <dd>{meaning[language]}</dd>
          </>
        ))}
      </dl>
    </Shell>
  );
};

/** What the words of the field mean. */
export const glossaryPage = (): JSX.Element => <Glossary />;
