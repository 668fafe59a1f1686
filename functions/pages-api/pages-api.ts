import type { SignInClient } from '../../web/app/session.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { QueryPorts } from '../_http/operation.ts';
import type { Clock, Log } from '../_ports/ports.ts';
import { appPages } from './app-pages.ts';
import { readAsset } from './assets.ts';
import type { Scripts } from './scripts.ts';
import { showCase } from './show-case.ts';
import { showCases } from './show-cases.ts';
import { showEntrance } from './show-entrance.ts';
import { showData, showGlossary } from './show-guides.ts';
import { showHome } from './show-home.ts';

export type PagesApiPorts = Omit<QueryPorts, 'now'> & {
  readonly clock: Clock;
  readonly log: Log;
  /** Where people sign in, as the scripts of the pages ask for it. */
  readonly signIn: SignInClient;
  readonly scripts: Scripts;
};

/** What people see: as pages that need no script, but for those of who signs in. */
export const pagesApi = (ports: PagesApiPorts): ApiHandler =>
  api(
    [showEntrance, showHome, showCases, showCase, showGlossary, showData, ...appPages(ports), readAsset(ports)],
    ports,
    (operation, event, { clock, ...given }) => operation.answer(event, { ...given, now: clock.now }),
  );
