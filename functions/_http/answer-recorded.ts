import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { SettleFailure } from '../_record/settle.ts';
import { ProblemError, problem } from './problem.ts';
import { ifVersionOf } from './request.ts';

/** What every command is asked and answered with, of a case or of the roster: this file knows the rules of neither. */
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
