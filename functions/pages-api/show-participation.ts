import { type Counters, sumOf } from '../../domain/scoreboard/measures.ts';
import { progressIn } from '../../domain/scoreboard/progress.ts';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import { participationPage } from '../../web/pages/participation.tsx';
import { SHOW_PARTICIPATION } from '../_http/page-operations.ts';
import { coveredIn } from '../_tallies/covered.ts';
import { readGroups } from '../_tallies/read-groups.ts';
import { sitePage } from './site-page.ts';

export const showParticipation = sitePage({
  ...SHOW_PARTICIPATION,
  show: async ({ ports: { tallies } }) => {
    // Every case is under one instrument: together they are all cases.
    const { groups } = await readGroups(tallies, 'instrument', { limit: INSTRUMENTS.length });
    const counters = groups.reduce<Counters>((sum, group) => sumOf(sum, group.counters), {});
    return participationPage({
      cases: counters['cases'] ?? 0,
      progress: progressIn(counters),
      covered: coveredIn(counters),
    });
  },
});
