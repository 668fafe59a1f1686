import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { AgendaApiPorts } from './agenda-api-ports.ts';
import { agendaQueries } from './agenda-queries.ts';
import { assignmentQueries } from './assignment-queries.ts';
import { escalationInbox } from './escalation-inbox.ts';
import { feedActions, feedCalendars, feedQueries } from './feeds.ts';
import { notingRoles } from './known-roles.ts';
import { reassignAction } from './reassign.ts';

/** What is due: for coordinators, for each person, for everybody, and for the calendars of all of them. */
export const agendaApi = (ports: AgendaApiPorts): ApiHandler =>
  api(
    [
      ...agendaQueries(ports),
      ...assignmentQueries(ports),
      escalationInbox(ports),
      ...feedActions(ports),
      ...feedQueries(ports),
      ...feedCalendars(ports),
      reassignAction(ports),
    ],
    { ...ports, identity: notingRoles(ports.identity, ports) },
    (operation, ...asked) =>
      operation.kind === 'query' ? answerQuery(operation, ...asked) : operation.answer(...asked),
  );
