import { once } from '../../events/shapes.ts';
import { answerReading } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { parsedQuery } from '../_http/operation.ts';
import { openapiDocument, READ_OPENAPI } from './openapi.ts';

/** The document is the same for as long as the code is. */
const described = once(openapiDocument);

/** Says what the whole API takes and answers. It must know every schema of every operation, and reads no record. */
export const describeApi = (ports: Pick<ApiPorts, 'identity' | 'log'>): ApiHandler =>
  api([READ_OPENAPI], ports, (operation, event, { identity }) =>
    answerReading(event, identity, async ({ query }) => {
      parsedQuery(operation.query, query);
      return { body: described() };
    }),
  );
