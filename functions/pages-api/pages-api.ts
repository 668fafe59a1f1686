import { type ApiHandler, api } from '../_http/api.ts';
import type { QueryPorts } from '../_http/operation.ts';
import type { Clock, Log } from '../_ports/ports.ts';
import { readAsset } from './assets.ts';
import { showCase } from './show-case.ts';
import { showCases } from './show-cases.ts';
import { showEntrance } from './show-entrance.ts';
import { showData, showGlossary } from './show-guides.ts';
import { showHome } from './show-home.ts';

export type PagesApiPorts = Omit<QueryPorts, 'now'> & { readonly clock: Clock; readonly log: Log };

/** What people see without signing in, as pages that need no script. */
export const pagesApi = (ports: PagesApiPorts): ApiHandler =>
  api(
    [showEntrance, showHome, showCases, showCase, showGlossary, showData, readAsset],
    ports,
    (operation, event, { clock, ...given }) => operation.answer(event, { ...given, now: clock.now }),
  );
