import { homePage } from '../../web/pages/home.tsx';
import { SHOW_HOME } from '../_http/page-operations.ts';
import { findCases } from '../_search/find-cases.ts';
import { sitePage } from './site-page.ts';

const LATEST = 6;

export const showHome = sitePage({
  ...SHOW_HOME,
  show: async ({ ports }) => homePage({ latest: (await findCases(ports, { limit: LATEST })).items }),
});
