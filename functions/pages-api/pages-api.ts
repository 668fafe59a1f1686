import { type ApiHandler, api } from '../_http/api.ts';
import type { Clock, Log } from '../_ports/ports.ts';
import { readAsset } from './assets.ts';
import type { PagePorts } from './public-page.ts';
import { showAuthorities, showAuthority } from './show-authorities.ts';
import { showCase } from './show-case.ts';
import { showCases } from './show-cases.ts';
import { showCoverage } from './show-coverage.ts';
import { showEntrance } from './show-entrance.ts';
import { showData, showGlossary } from './show-guides.ts';
import { showHome } from './show-home.ts';
import { showParticipation } from './show-participation.ts';
import { showScoreboard } from './show-scoreboard.ts';

export type PagesApiPorts = Omit<PagePorts, 'now'> & { readonly clock: Clock; readonly log: Log };

/** What people see without signing in, as pages that need no script. */
export const pagesApi = (ports: PagesApiPorts): ApiHandler =>
  api(
    [
      showEntrance,
      showHome,
      showCases,
      showCase,
      showAuthorities,
      showAuthority,
      showScoreboard,
      showCoverage,
      showParticipation,
      showGlossary,
      showData,
      readAsset,
    ],
    ports,
    (operation, event, { clock, ...given }) => operation.answer(event, { ...given, now: clock.now }),
  );
