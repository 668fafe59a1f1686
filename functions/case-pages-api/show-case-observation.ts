import { observationPage } from '../../web/pages/case-observation.tsx';
import { SHOW_CASE_OBSERVATION } from '../_http/page-operations.ts';
import { publicPage } from '../_pages/public-page.ts';
import { readCase } from '../_queries/case-queries.ts';
import { listVersions, readObservation } from '../_queries/observation-queries.ts';
import { readProcess } from '../_queries/process-queries.ts';

export const showCaseObservation = publicPage({
  ...SHOW_CASE_OBSERVATION,
  show: async ({ read }) => {
    const [found, process, observation, versions] = await Promise.all([
      read(readCase),
      read(readProcess),
      read(readObservation),
      read(listVersions),
    ]);
    if (found === undefined || process === undefined || observation === undefined) return undefined;
    return observationPage({
      of: { view: found.body, title: process.body.process.title },
      observation: observation.body,
      versions: versions?.body.items ?? [],
    });
  },
});
