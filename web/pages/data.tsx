import type { JSX } from 'preact';
import { Shell } from '../components/shell.tsx';
import { Table } from '../components/table.tsx';
import { DATA_GUIDE } from '../content/data-guide.ts';
import { usePlace, useWords } from '../page-context.ts';

const Data = () => {
  const { language, origin } = usePlace();
  const { data, house } = useWords();
  const about = {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    name: data.title,
    description: data.lead,
    url: `${origin}/${language}/data`,
    license: LICENCE,
    inLanguage: language,
  };
  return (
    <Shell title={data.title} description={data.lead} about={about}>
      <h1>{data.title}</h1>
      <p class="lead">{data.lead}</p>
      <Table
        caption={data.what}
        rows={DATA_GUIDE}
        columns={[
          {
            head: data.address,
            names: true,
            cell: ({ address, link }) =>
              link === undefined ? (
                <code>{address}</code>
              ) : (
                <a href={link}>
                  <code>{address}</code>
                </a>
              ),
          },
          { head: data.is, cell: ({ is }) => is[language] },
        ]}
      />
      <h2>{data.how}</h2>
      <p>{data.noToken}</p>
      <p>{data.etag}</p>
      <pre>
        <code>curl {origin}/cases</code>
      </pre>
      <h2>{data.licence}</h2>
      <p>
        <a href={LICENCE}>{house.licence}</a>
      </p>
    </Shell>
  );
};

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** What is published as data, and how to use it. */
export const dataPage = (): JSX.Element => <Data />;
