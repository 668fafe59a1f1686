import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { authorise } from '../../domain/permissions.ts';
import { canonicalJson, sha256Hex } from '../../events/record.ts';
import { INSTRUMENTS, type InstrumentId } from '../../events/vocabulary.ts';
import { handleOpening } from '../_record/handle-command.ts';
import { answerResult } from './answer-command.ts';
import { versionAskedFor } from './answer-recorded.ts';
import type { ApiPorts } from './api-ports.ts';
import { EXAMPLE_MARK } from './case-id.ts';
import { importProcess } from './import-process.ts';
import { openingBody } from './opening-body.ts';
import { ProblemError, problem, refused } from './problem.ts';
import { bodyOf, callerOf, DOCUMENT_BYTES_MAX, errorsOf, idempotencyKeyOf } from './request.ts';

/** Opens a case from official data in OCDS: what can be used is used, what is wrong is listed, and the case id follows from the process. */
export const answerOpening = async (
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const petitioner = await callerOf(event, ports.identity);
  if (petitioner === undefined) return problem('token-missing');
  const permitted = authorise('open-case', petitioner, undefined);
  if ('refusal' in permitted) return refused(permitted.refusal);
  const idempotencyKey = idempotencyKeyOf(event);
  const parsed = openingBody.safeParse(bodyOf(event, DOCUMENT_BYTES_MAX));
  if (!parsed.success) throw new ProblemError('input-invalid', { errors: errorsOf(parsed.error.issues) });
  const { ocds, ocid, ...input } = parsed.data;
  const imported = await importProcess(ocds, ocid);
  if ('refusal' in imported) return refused(imported.refusal);
  const result = await handleOpening(ports, {
    case: await caseIdFor(input, imported.process.ocid),
    petitioner,
    idempotencyKey,
    ...versionAskedFor(event),
    input,
    imported,
  });
  const answer = answerResult(result);
  return 'answer' in result
    ? { ...answer, statusCode: 201, headers: { ...answer.headers, location: `/cases/${result.answer.case}` } }
    : answer;
};

interface Opening {
  readonly instrument: InstrumentId;
  readonly example?: true | undefined;
}

const PREFIX: Readonly<Record<InstrumentId, string>> = { [INSTRUMENTS[0]]: 'ip', [INSTRUMENTS[1]]: 'oc' };
const ID_LENGTH = 20;

/**
 * One instrument on one contracting process is one case, so its id follows from both: opening it twice finds the first, and nobody
 * needs a lookup. 20 hexadecimal digits (80 bits) of a SHA-256 keep two processes apart. The id of an example says that it is one, in
 * every address and event of it, and never stands where the case itself belongs.
 */
const caseIdFor = async ({ instrument, example }: Opening, ocid: string): Promise<string> => {
  const digits = await sha256Hex(canonicalJson([instrument, ocid]));
  const mark = example === true ? EXAMPLE_MARK : '';
  return `${PREFIX[instrument]}-${mark}${digits.slice(0, ID_LENGTH - mark.length)}`;
};
