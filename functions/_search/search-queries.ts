import { type QueryOperation, query } from '../_http/operation.ts';
import { LIST_AUTHORITIES, LIST_CASES, LIST_TERRITORIES, READ_AUTHORITY } from '../_http/search-operations.ts';
import type { Page } from '../_ports/ports.ts';
import { type AuthorityPorts, findAuthorities, readAuthority, readTerritories } from './find-authorities.ts';
import { findCases, type SearchPorts } from './find-cases.ts';

const answered = <T>({ items, next }: Page<T>) => ({
  body: { items: [...items] },
  ...(next === undefined ? {} : { next }),
});

/** What everybody looks for: the same for whoever asks, so that no list tells one reader what it does not tell another. */
export const searchQueries = (ports: SearchPorts & AuthorityPorts): readonly QueryOperation[] => [
  query({ ...LIST_CASES, ask: async (_, { query: asked }) => answered(await findCases(ports, asked)) }),
  query({ ...LIST_AUTHORITIES, ask: async (_, { query: asked }) => answered(await findAuthorities(ports, asked)) }),
  query({
    ...READ_AUTHORITY,
    ask: async (_, { parameters }) => {
      const body = await readAuthority(ports, parameters['authority'] ?? '');
      return body === undefined ? undefined : { body };
    },
  }),
  query({ ...LIST_TERRITORIES, ask: async (_, { query: asked }) => answered(await readTerritories(ports, asked)) }),
];
