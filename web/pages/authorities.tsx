import type { JSX } from 'preact';
import type * as z from 'zod/mini';
import type { LIST_AUTHORITIES } from '../../functions/_http/search-operations.ts';
import { Empty, Facts, Pages } from '../components/basics.tsx';
import { AuthorityName, useFigureWords, useShare } from '../components/figures.tsx';
import { Field } from '../components/form.tsx';
import { Shell } from '../components/shell.tsx';
import { numberIn } from '../format.ts';
import { useLink, usePlace, useWords } from '../page-context.ts';

type AuthorityListed = z.infer<typeof LIST_AUTHORITIES.answers>['items'][number];

interface AuthoritiesProps {
  readonly q?: string | undefined;
  readonly authorities: readonly AuthorityListed[];
  readonly isFirst: boolean;
  readonly next?: string | undefined;
}

const Authorities = ({ q, authorities: found, isFirst, next }: AuthoritiesProps) => {
  const { authorities } = useFigureWords();
  const { home } = useWords();
  const link = useLink();
  const at = (cursor?: string) => {
    const query = new URLSearchParams({
      ...(q === undefined ? {} : { q }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    return link(query.size === 0 ? '/authorities' : `/authorities?${query}`);
  };
  return (
    <Shell title={authorities.title} description={authorities.lead}>
      <h1>{authorities.title}</h1>
      <p class="lead">{authorities.lead}</p>
      <search class="filters">
        <form action={link('/authorities')} method="get">
          <div class="wide">
            <Field name="q" label={authorities.search} hint={authorities.searchHint}>
              {(described) => <input type="search" {...described} maxLength={200} value={q} />}
            </Field>
          </div>
          <div>
            <button class="button" type="submit">
              {home.find}
            </button>
          </div>
        </form>
      </search>
      {found.length === 0 ? <NothingFound isAsked={q !== undefined} /> : <List of={found} />}
      <Pages first={isFirst ? undefined : at()} next={next === undefined ? undefined : at(next)} />
    </Shell>
  );
};

const NothingFound = ({ isAsked }: { readonly isAsked: boolean }) => {
  const { authorities } = useFigureWords();
  if (!isAsked)
    return (
      <Empty>
        <p>{authorities.empty}</p>
      </Empty>
    );
  return (
    <Empty>
      <h2>{authorities.none}</h2>
      <p>{authorities.noneSays}</p>
    </Empty>
  );
};

const List = ({ of }: { readonly of: readonly AuthorityListed[] }) => {
  const { language } = usePlace();
  const { coverage, shared } = useFigureWords();
  const share = useShare();
  return (
    <ul class="cards">
      {of.map(({ authority, name, cases, coverage: covered }) => (
        <li key={authority}>
          <h2>
            <AuthorityName id={authority} name={name} />
          </h2>
          <Facts
            inline
            of={[
              { name: shared.cases, value: numberIn(language, cases) },
              { name: coverage.share, value: share(covered) },
            ]}
          />
        </li>
      ))}
    </ul>
  );
};

/** Who buys, and how far it is watched. */
export const authoritiesPage = (props: AuthoritiesProps): JSX.Element => <Authorities {...props} />;
