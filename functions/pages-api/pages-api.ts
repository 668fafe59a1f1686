import { type ApiHandler, api } from '../_http/api.ts';
import type { Clock, Log } from '../_ports/ports.ts';
import { answerElsewhere } from './answer-elsewhere.ts';
import { readAsset } from './assets.ts';
import { showAuthorities, showAuthority } from './show-authorities.ts';
import { showCases } from './show-cases.ts';
import { showComponents } from './show-components.ts';
import { showCoverage } from './show-coverage.ts';
import { showEntrance } from './show-entrance.ts';
import { showData, showGlossary } from './show-guides.ts';
import { showHome } from './show-home.ts';
import { showParticipation } from './show-participation.ts';
import { showScoreboard } from './show-scoreboard.ts';
import { showVerification, showVerify, showWhetherGenuine } from './show-verify.ts';
import type { SitePorts } from './site-page.ts';

export type PagesApiPorts = Omit<SitePorts, 'now'> & { readonly clock: Clock; readonly log: Log };

/** What people see without signing in, as pages that need no script. */
export const pagesApi = (ports: PagesApiPorts): ApiHandler =>
  api(
    [
      showEntrance,
      showHome,
      showCases,
      showAuthorities,
      showAuthority,
      showScoreboard,
      showCoverage,
      showParticipation,
      showGlossary,
      showData,
      showVerify,
      showVerification,
      showWhetherGenuine,
      showComponents,
      readAsset,
    ],
    { ...ports, elsewhere: answerElsewhere },
    (operation, event, { clock, ...given }) => operation.answer(event, { ...given, now: clock.now }),
  );
