import { coveragePage } from '../../web/pages/coverage.tsx';
import { SHOW_COVERAGE } from '../_http/page-operations.ts';
import { coveredIn } from '../_tallies/covered.ts';
import { readCoverageWhole } from '../_tallies/read-coverage.ts';
import { readAuthorities } from '../_tallies/read-groups.ts';
import { sitePage } from './site-page.ts';

/** Authorities among which one can choose; the others are found on their page. */
const CHOICES_MAX = 100;

export const showCoverage = sitePage({
  ...SHOW_COVERAGE,
  show: async ({ query, ports: { tallies, now } }) => {
    const [{ coverage, whole }, { groups }] = await Promise.all([
      readCoverageWhole(tallies, query, now()),
      readAuthorities(tallies, { limit: CHOICES_MAX }),
    ]);
    const authorities = groups.map(({ id, name, counters }) => ({ id, name, coverage: coveredIn(counters).coverage }));
    return coveragePage({ coverage, whole, authorities });
  },
});
