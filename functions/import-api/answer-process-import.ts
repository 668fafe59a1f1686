import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { authorise } from '../../domain/permissions.ts';
import { canonicalJson, sha256Hex } from '../../events/record.ts';
import { type ProcessResult, processImportAnswer } from '../_http/import-operation.ts';
import { ProblemError, problem, refused } from '../_http/problem.ts';
import { callerOf, idempotencyKeyOf } from '../_http/request.ts';
import type { ImportApiPorts } from './import-api-ports.ts';
import { importLineOf } from './import-line.ts';
import { bytesOfLines, linesIn } from './read-lines.ts';

/** Lines that are worked on at the same time. */
const AT_ONCE = 8;
const ID_LENGTH = 40;

/**
 * Imports a body of lines. Sent again with the same key it does nothing twice and answers the same: a process knows which request wrote
 * its version. Work ends with the time: what is left is told by its absence.
 */
export const answerProcessImport = async (
  event: APIGatewayProxyEventV2,
  ports: ImportApiPorts,
  milliseconds: number,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const until = performance.now() + milliseconds;
  const petitioner = await callerOf(event, ports.identity);
  if (petitioner === undefined) return problem('token-missing');
  const permitted = authorise('import-processes', petitioner, undefined);
  if ('refusal' in permitted) return refused(permitted.refusal);
  const key = idempotencyKeyOf(event);
  const bytes = await bytesOfLines(event);
  const lines = linesIn(bytes);
  const request = await begun(ports, { by: petitioner.person, key, bytes, lines: lines.length });
  const results: ProcessResult[] = [];
  let done = 0;
  while (done < lines.length && (done === 0 || performance.now() < until)) {
    const some = lines.slice(done, done + AT_ONCE);
    const fresh = await Promise.all(apart(some).map((together) => inTurn(ports, request, together)));
    results.push(...fresh.flat().toSorted((one, other) => one.line - other.line));
    done += some.length;
  }
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(processImportAnswer.parse({ lines: lines.length, done, results })),
  };
};

/** The name of the request that this key began, or begins now. Throws where it began another one. */
const begun = async (
  { imports, clock }: ImportApiPorts,
  { by, key, bytes, lines }: { by: string; key: string; bytes: Buffer; lines: number },
): Promise<string> => {
  const id = (await sha256Hex(canonicalJson(['import-processes', by, key]))).slice(0, ID_LENGTH);
  const fileHash = await sha256Hex(bytes.toString('base64'));
  const beginning = { import: id, by, fileHash, rows: lines, startedAt: clock.now() };
  const known = (await imports.read(id)) ?? ((await imports.begin(beginning)) ? beginning : await imports.read(id));
  if (known?.fileHash !== fileHash) throw new ProblemError('idempotency-key-reused');
  return id;
};

type Line = ReturnType<typeof linesIn>[number];

/** Lines that begin alike are probably of one process, and would only race each other. */
const apart = (lines: readonly Line[]): readonly (readonly Line[])[] => [
  ...Map.groupBy(lines, ({ text }) => /"ocid"\s*:\s*"([^"]*)"/.exec(text)?.[1]).values(),
];

const inTurn = async (
  ports: ImportApiPorts,
  request: string,
  lines: readonly Line[],
): Promise<readonly ProcessResult[]> => {
  const results: ProcessResult[] = [];
  for (const line of lines) results.push(...(await importLineOf(ports, request, line)));
  return results;
};
