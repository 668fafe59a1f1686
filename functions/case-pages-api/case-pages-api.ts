import { type ApiHandler, api } from '../_http/api.ts';
import type { QueryPorts } from '../_http/operation.ts';
import type { Clock, Log } from '../_ports/ports.ts';
import { showCase } from './show-case.ts';
import { CASE_LISTS } from './show-case-lists.ts';
import { showCaseObservation } from './show-case-observation.ts';

export type CasePagesApiPorts = Omit<QueryPorts, 'now'> & { readonly clock: Clock; readonly log: Log };

/** What people see of one case without signing in, as pages that need no script. */
export const casePagesApi = (ports: CasePagesApiPorts): ApiHandler =>
  api([showCase, showCaseObservation, ...CASE_LISTS], ports, (operation, event, { clock, ...given }) =>
    operation.answer(event, { ...given, now: clock.now }),
  );
