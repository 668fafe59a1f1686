import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { authorise } from '../../domain/permissions.ts';
import { handleCommand } from '../_record/handle-command.ts';
import { answerResult, caseIdOf } from './answer-command.ts';
import { versionAskedFor } from './answer-recorded.ts';
import type { ApiPorts } from './api-ports.ts';
import { importProcess } from './import-process.ts';
import { ProblemError, problem, refused } from './problem.ts';
import { refreshBody } from './refresh-operation.ts';
import { bodyOf, callerOf, DOCUMENT_BYTES_MAX, errorsOf, idempotencyKeyOf } from './request.ts';

/** Reads the official data of a case again: what the document says is compared with what the case last knew. */
export const answerRefresh = async (
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const petitioner = await callerOf(event, ports.identity);
  if (petitioner === undefined) return problem('token-missing');
  const caseId = caseIdOf(event);
  // Before a document of megabytes is read: whoever is no coordinator needs no case to be told so.
  const permitted = authorise('refresh-process', petitioner, undefined);
  if ('refusal' in permitted) return refused(permitted.refusal);
  const idempotencyKey = idempotencyKeyOf(event);
  const parsed = refreshBody().safeParse(bodyOf(event, DOCUMENT_BYTES_MAX));
  if (!parsed.success) throw new ProblemError('input-invalid', { errors: errorsOf(parsed.error.issues) });
  const imported = await importProcess(parsed.data.ocds, parsed.data.ocid);
  if ('refusal' in imported) return refused(imported.refusal);
  const result = await handleCommand(ports, {
    name: 'refresh-process',
    case: caseId,
    petitioner,
    idempotencyKey,
    ...versionAskedFor(event),
    input: imported,
  });
  return answerResult(result);
};
