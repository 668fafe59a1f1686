import { wordingOf } from '../../domain/search/words.ts';
import { casesPage } from '../../web/pages/cases.tsx';
import { SHOW_CASES } from '../_http/page-operations.ts';
import { findCases } from '../_search/find-cases.ts';
import { sitePage } from './site-page.ts';

const ON_A_PAGE = 20;

export const showCases = sitePage({
  ...SHOW_CASES,
  show: async ({ query: { cursor, ...asked }, ports }) => {
    const isFirst = cursor === undefined;
    // Words without a letter or a digit are in no case.
    if (asked.q !== undefined && wordingOf(asked.q) === undefined) return casesPage({ asked, cases: [], isFirst });
    const found = await findCases(ports, { ...asked, cursor, limit: ON_A_PAGE });
    return casesPage({ asked, cases: found.items, isFirst, next: found.next });
  },
});
