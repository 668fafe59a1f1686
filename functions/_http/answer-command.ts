import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type CommandResult, handleCommand } from '../_record/handle-command.ts';
import type { SettleFailure } from '../_record/settle.ts';
import type { ApiPorts } from './api-ports.ts';
import { CASE_ID } from './case-id.ts';
import type { CommandOperation } from './operation.ts';
import { ProblemError, problem, refused } from './problem.ts';
import { BODY_BYTES_MAX, bodyOf, callerOf, errorsOf, idempotencyKeyOf, ifVersionOf } from './request.ts';

export const caseIdOf = (event: APIGatewayProxyEventV2): string => {
  const id = event.pathParameters?.case ?? '';
  if (!CASE_ID.test(id)) throw new ProblemError('not-found');
  return id;
};

/** Answers a command: who asks, what is asked, and what the record says of it. */
export const answerCommand = async (
  { name }: CommandOperation,
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const petitioner = await callerOf(event, ports.identity);
  if (petitioner === undefined) return problem('token-missing');
  const caseId = caseIdOf(event);
  const { case: _, ...parameters } = event.pathParameters ?? {};
  const result = await handleCommand(ports, {
    name,
    case: caseId,
    petitioner,
    idempotencyKey: idempotencyKeyOf(event),
    ...versionAskedFor(event),
    input: withParameters(bodyOf(event, BODY_BYTES_MAX), parameters),
  });
  return answerResult(result, Object.keys(parameters));
};

export const versionAskedFor = (event: APIGatewayProxyEventV2): { ifVersion?: number } => {
  const ifVersion = ifVersionOf(event);
  return ifVersion === undefined ? {} : { ifVersion };
};

/** The things that the path names are part of what is asked. A body that names them too is refused: the two could differ. */
export const withParameters = (body: unknown, parameters: Readonly<Record<string, string | undefined>>): unknown => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const twice = Object.keys(parameters).find((name) => Object.hasOwn(body, name));
  if (twice !== undefined) {
    throw new ProblemError('input-invalid', {
      errors: [{ pointer: `/${twice}`, detail: 'stands in the path already: leave it out of the body' }],
    });
  }
  return { ...body, ...parameters };
};

/** Turns what the record said into an answer. A part of the path that no thing can be named by is not found. */
export const answerResult = (
  result: CommandResult,
  pathNames: readonly string[] = [],
): APIGatewayProxyStructuredResultV2 => {
  if ('answer' in result) return recorded(result);
  if ('refusal' in result) return refused(result.refusal);
  if ('invalid' in result) {
    const inPath = result.invalid.some(({ path }) => pathNames.includes(String(path[0])));
    return inPath ? problem('not-found') : problem('input-invalid', { errors: errorsOf(result.invalid) });
  }
  return result.failure === 'case-not-found' ? problem('not-found') : answerFailure(result);
};

/** What the engine of commands could not do, whatever the command was about. */
export const answerFailure = ({ failure, version }: SettleFailure): APIGatewayProxyStructuredResultV2 => {
  switch (failure) {
    case 'key-reused':
      return problem('idempotency-key-reused');
    case 'version-conflict':
      return problem('version-conflict', { version });
    case 'lost-every-race':
      return problem('lost-every-race');
  }
};

/** A replay gives the very answer that the first sending got; only a header tells that nothing was done again. */
export const recorded = ({
  answer,
  replayed,
}: {
  readonly answer: { readonly version: number; readonly created?: string };
  readonly replayed: boolean;
}): APIGatewayProxyStructuredResultV2 => ({
  statusCode: answer.created === undefined ? 200 : 201,
  headers: {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    etag: `"${answer.version}"`,
    ...(replayed ? { 'idempotency-replayed': 'true' } : {}),
  },
  body: JSON.stringify(answer),
});
