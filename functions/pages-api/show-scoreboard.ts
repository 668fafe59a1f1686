import { GROUPS_SHOWN, scoreboardPage } from '../../web/pages/scoreboard.tsx';
import { SHOW_SCOREBOARD } from '../_http/page-operations.ts';
import { readGroups } from '../_tallies/read-groups.ts';
import { scoredIn, verdictsIn } from '../_tallies/scored.ts';
import { sitePage } from './site-page.ts';

export const showScoreboard = sitePage({
  ...SHOW_SCOREBOARD,
  show: async ({ query: { group, cursor }, ports: { tallies } }) => {
    const { groups, next } = await readGroups(tallies, group, { limit: GROUPS_SHOWN, cursor });
    const shown = groups.map(({ id, name, counters }) => ({
      id,
      name,
      ...scoredIn(counters),
      verdicts: verdictsIn(counters),
    }));
    return scoreboardPage({ group, groups: shown, cursor, next });
  },
});
