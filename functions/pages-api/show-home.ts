import { homePage } from '../../web/pages/home.tsx';
import { SHOW_HOME } from '../_http/page-operations.ts';
import { listCases } from '../_queries/case-queries.ts';
import { publicPage } from './public-page.ts';

const LATEST = '6';

export const showHome = publicPage({
  ...SHOW_HOME,
  show: async ({ read }) => {
    const latest = await read(listCases, { limit: LATEST });
    return homePage({ latest: latest?.body.items ?? [] });
  },
});
