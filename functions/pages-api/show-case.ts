import { casePage } from '../../web/pages/case.tsx';
import { SHOW_CASE } from '../_http/page-operations.ts';
import { readCase } from '../_queries/case-queries.ts';
import { readProcess } from '../_queries/process-queries.ts';
import { readTimeline } from '../_queries/timeline-queries.ts';
import { publicPage } from './public-page.ts';

const MOMENTS = '50';

export const showCase = publicPage({
  ...SHOW_CASE,
  show: async ({ language, read }) => {
    const found = await read(readCase);
    if (found === undefined) return undefined;
    const [process, timeline] = await Promise.all([
      read(readProcess),
      read(readTimeline, { language, limit: MOMENTS }),
    ]);
    if (process === undefined || timeline === undefined) return undefined;
    return casePage({
      view: found.body,
      process: process.body.process,
      timeline: timeline.body.items,
      more: timeline.next !== undefined,
    });
  },
});
