import { wordingOf } from '../../domain/search/words.ts';
import { authoritiesPage } from '../../web/pages/authorities.tsx';
import { authorityPage } from '../../web/pages/authority.tsx';
import { SHOW_AUTHORITIES, SHOW_AUTHORITY } from '../_http/page-operations.ts';
import { findAuthorities, readAuthority } from '../_search/find-authorities.ts';
import { coveredPeriodsOf, readCoverage } from '../_tallies/read-coverage.ts';
import { sitePage } from './site-page.ts';

const ON_A_PAGE = 20;

export const showAuthorities = sitePage({
  ...SHOW_AUTHORITIES,
  show: async ({ query: { q, cursor }, ports }) => {
    const isFirst = cursor === undefined;
    // Words without a letter or a digit are in no name.
    if (q !== undefined && wordingOf(q) === undefined) return authoritiesPage({ q, authorities: [], isFirst });
    const { items, next } = await findAuthorities(ports, { q, cursor, limit: ON_A_PAGE });
    return authoritiesPage({ q, authorities: items, isFirst, next });
  },
});

export const showAuthority = sitePage({
  ...SHOW_AUTHORITY,
  show: async ({ parameters, ports }) => {
    const authority = parameters['authority'] ?? '';
    const of = await readAuthority(ports, authority);
    if (of === undefined) return undefined;
    const { items } = await readCoverage(ports.tallies, { authority, period: 'month' }, ports.now());
    return authorityPage({ of, periods: coveredPeriodsOf(items) });
  },
});
