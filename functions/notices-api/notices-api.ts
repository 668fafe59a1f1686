import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import { caseDeliveryActions, caseDeliveryQueries } from './case-deliveries.ts';
import { confirmationActions } from './confirm-endpoint.ts';
import { deliveryActions, deliveryQueries } from './deliveries.ts';
import { endpointActions, endpointQueries } from './endpoints.ts';
import { noticeActions, noticeQueries } from './notices.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';
import { settingsActions, settingsQueries } from './settings.ts';

/** What concerns whom, and how each of them wants to be told. */
export const noticesApi = (ports: NoticesApiPorts): ApiHandler =>
  api(
    [
      ...noticeQueries(ports),
      ...noticeActions(ports),
      ...settingsQueries(ports),
      ...settingsActions(ports),
      ...endpointQueries(ports),
      ...endpointActions(ports),
      ...confirmationActions(ports),
      ...deliveryQueries(ports),
      ...deliveryActions(ports),
      ...caseDeliveryQueries(ports),
      ...caseDeliveryActions(ports),
    ],
    ports,
    (operation, ...asked) =>
      operation.kind === 'query' ? answerQuery(operation, ...asked) : operation.answer(...asked),
  );
