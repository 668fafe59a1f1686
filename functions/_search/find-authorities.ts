import type * as z from 'zod/mini';
import { TERRITORY_UNSTATED } from '../../domain/scoreboard/coded-case.ts';
import { type Counters, isNothing, sumOf } from '../../domain/scoreboard/measures.ts';
import { isNamed, nameTermsFor } from '../../domain/search/terms.ts';
import { type Wording, wordingOf } from '../../domain/search/words.ts';
import { type LIST_AUTHORITIES, LIST_TERRITORIES, READ_AUTHORITY } from '../_http/search-operations.ts';
import type { Page } from '../_ports/ports.ts';
import type { SearchStore } from '../_ports/search-ports.ts';
import type { TallyStore } from '../_ports/tally-ports.ts';
import { coveredIn } from '../_tallies/covered.ts';
import { AUTHORITIES_LIST, groupLists } from '../_tallies/lists.ts';
import { type Group, readAuthorities, readGroups } from '../_tallies/read-groups.ts';
import { casesIn, scoredIn } from '../_tallies/scored.ts';
import { readList } from './read-list.ts';

export interface AuthorityPorts {
  readonly directory: SearchStore;
  readonly tallies: TallyStore;
}

type Asked = z.infer<typeof LIST_AUTHORITIES.query>;
type ListedAuthority = z.infer<typeof LIST_AUTHORITIES.answers>['items'][number];
type Authority = z.infer<typeof READ_AUTHORITY.answers>;
type Territory = z.infer<typeof LIST_TERRITORIES.answers>['items'][number];

const casesOf = (facet: 'authority' | 'territory', value: string): string =>
  `/cases?${new URLSearchParams({ [facet]: value })}`;

const called = (name: string | undefined): { readonly name?: string } => (name === undefined ? {} : { name });

const listed = ({ id, name, counters }: Group): ListedAuthority => ({
  authority: id,
  ...called(name),
  cases: counters['cases'] ?? 0,
  coverage: coveredIn(counters).coverage,
  link: casesOf('authority', id),
});

/** A page of authorities in the order of their keys: all that are known, or those with a case that bear the words as their name. */
export const findAuthorities = async (
  { directory, tallies }: AuthorityPorts,
  { q, limit, cursor }: Asked,
): Promise<Page<ListedAuthority>> => {
  const wording = q === undefined ? undefined : wordingOf(q);
  if (wording === undefined) {
    const { groups, next } = await readAuthorities(tallies, { limit, cursor });
    return { items: groups.map(listed), ...(next === undefined ? {} : { next }) };
  }
  const page = await readList(directory, {
    terms: nameTermsFor(wording),
    newestFirst: false,
    look: (ids) => namedSo(tallies, ids, wording),
    about: wording,
    cursor,
    limit,
  });
  return { ...page, items: page.items.map(listed) };
};

/** Whoever once bore the name stands in the list: those who bear it now are shown. */
const namedSo = async (
  tallies: TallyStore,
  ids: readonly string[],
  wording: Wording,
): Promise<ReadonlyMap<string, Group>> => {
  const groups = await Promise.all(ids.map((id) => countedAs(tallies, AUTHORITIES_LIST, id)));
  return new Map(
    groups.flatMap((group) => (group !== undefined && isNamed(group, wording) ? [[group.id, group] as const] : [])),
  );
};

const countedAs = async (tallies: TallyStore, list: string, id: string): Promise<Group | undefined> => {
  const { cells } = await tallies.cells({ list, first: id, last: id, limit: 1 });
  const [cell] = cells;
  if (cell === undefined || isNothing(cell.counters)) return undefined;
  return { id, ...called(cell.name), counters: cell.counters };
};

/** Everything that is counted of an authority, over all time; undefined for one that nobody told of. */
export const readAuthority = async ({ tallies }: AuthorityPorts, id: string): Promise<Authority | undefined> => {
  const [covered, ...scores] = await Promise.all([
    countedAs(tallies, AUTHORITIES_LIST, id),
    ...groupLists('authority').map((list) => countedAs(tallies, list, id)),
  ]);
  const score = scores.reduce<Counters>((sum, group) => sumOf(sum, group?.counters ?? {}), {});
  if (covered === undefined && isNothing(score)) return undefined;
  const name = covered?.name ?? scores.find((group) => group?.name !== undefined)?.name;
  return READ_AUTHORITY.answers.parse({
    authority: id,
    ...called(name),
    cases: casesIn(score),
    link: casesOf('authority', id),
    coverage: coveredIn(covered?.counters ?? {}),
    ...(isNothing(score) ? {} : { scoreboard: scoredIn(score) }),
  });
};

/** A page of territories in the order of their codes. */
export const readTerritories = async (
  { tallies }: Pick<AuthorityPorts, 'tallies'>,
  asked: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Territory>> => {
  const { groups, next } = await readGroups(tallies, 'territory', asked);
  const { items } = LIST_TERRITORIES.answers.parse({
    items: groups.map(({ id, counters }) => ({
      territory: id,
      cases: casesIn(counters),
      ...(id === TERRITORY_UNSTATED ? {} : { link: casesOf('territory', id) }),
    })),
  });
  return { items, ...(next === undefined ? {} : { next }) };
};
