import { casesPage } from '../../web/pages/cases.tsx';
import { SHOW_CASES } from '../_http/page-operations.ts';
import { listCases } from '../_queries/case-queries.ts';
import { publicPage } from './public-page.ts';

const ON_A_PAGE = '20';

export const showCases = publicPage({
  ...SHOW_CASES,
  show: async ({ query, read }) => {
    const { cursor, ...asked } = query;
    const found = await read(listCases, { limit: ON_A_PAGE, ...(cursor === undefined ? {} : { cursor }) });
    return casesPage({ asked, cases: found?.body.items ?? [], isFirst: cursor === undefined, next: found?.next });
  },
});
