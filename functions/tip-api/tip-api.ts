import { answerCommand } from '../_http/answer-command.ts';
import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { TIP_OPERATIONS, TIP_ROUTES } from '../_http/routes/tip-routes.ts';
import { TIP_QUERIES } from '../_queries/tip-queries.ts';
import { answerTip, answerTipReceipt } from './answer-tip.ts';

/** What citizens tell of a case, and how they follow it: apart from the functions that others work with, so that no flood of tips keeps a witness from filing. */
export const tipApi = (ports: ApiPorts): ApiHandler =>
  api([...TIP_OPERATIONS, ...TIP_ROUTES, ...TIP_QUERIES], ports, (operation, ...asked) => {
    switch (operation.kind) {
      case 'tip':
        return answerTip(operation, ...asked);
      case 'tip-receipt':
        return answerTipReceipt(...asked);
      case 'command':
        return answerCommand(operation, ...asked);
      case 'query':
        return answerQuery(operation, ...asked);
    }
  });
