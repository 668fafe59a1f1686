import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { authorise, type Petitioner } from '../../domain/permissions.ts';
import { canonicalJson, sha256Hex } from '../../events/record.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { ProblemError, problem, refused } from '../_http/problem.ts';
import { callerOf, idempotencyKeyOf, tableOf } from '../_http/request.ts';
import type { StoredImport } from '../_ports/ports.ts';
import { CHUNK_ROWS, importAnswer, type RowResult, rowsIn } from '../_roster/import-answer.ts';
import { importRows } from './import-rows.ts';
import { type ReadTable, ROWS_MAX, readTable } from './read-table.ts';

/** A table of the roster, in bytes. Lambda takes no request over 6 MB. */
export const TABLE_BYTES_MAX = 4 * 1024 * 1024;
/** How long one request works on rows: the gateway waits 29 seconds, and what is done by then is told. */
export const IMPORT_MILLISECONDS = 15_000;
const REFUSALS_TOLD_MAX = 50;
const ID_LENGTH = 40;
const RETRY_AFTER_SECONDS = '1';

/**
 * Imports a table. What is left when the time is up goes on when the same file is sent again with the same key: rows that have a result
 * keep it, whatever became of the roster meanwhile.
 */
export const answerImport = async (
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
  milliseconds: number,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const petitioner = await callerOf(event, ports.identity);
  if (petitioner === undefined) return problem('token-missing');
  const permitted = authorise('import-roster-entry', petitioner, undefined);
  if ('refusal' in permitted) return refused(permitted.refusal);
  const idempotencyKey = idempotencyKeyOf(event);
  const text = tableOf(event, TABLE_BYTES_MAX);
  const rows = rowsOf(readTable(text));
  const begun = await beginning(ports, { petitioner, idempotencyKey, text, rows: rows.length });
  if (begun === undefined) return problem('idempotency-key-reused');
  const results = await workOn(ports, { begun, petitioner, rows }, performance.now() + milliseconds);
  return answered(begun, results);
};

const rowsOf = (table: ReadTable) => {
  if ('rows' in table) return table.rows;
  throw new ProblemError('table-malformed', {
    ...table,
    ...(table.flaw === 'too-many-rows' ? { rowsMax: ROWS_MAX } : {}),
  });
};

/** The import that this key began, or begins now; undefined where it began another one. */
const beginning = async (
  { imports, clock }: ApiPorts,
  sent: { petitioner: Petitioner; idempotencyKey: string; text: string; rows: number },
): Promise<StoredImport | undefined> => {
  const by = sent.petitioner.person;
  const id = (await sha256Hex(canonicalJson(['import-roster', by, sent.idempotencyKey]))).slice(0, ID_LENGTH);
  const fileHash = await sha256Hex(sent.text);
  const begun = { import: id, by, fileHash, rows: sent.rows, startedAt: clock.now() };
  const known = (await imports.read(id)) ?? ((await imports.begin(begun)) ? begun : await imports.read(id));
  return known?.fileHash === fileHash ? known : undefined;
};

/** Chunk after chunk, at least one of them, for as long as there is time. Gives every result that there is. */
const workOn = async (
  ports: ApiPorts,
  work: { begun: StoredImport; petitioner: Petitioner; rows: Parameters<typeof importRows>[1]['rows'] },
  until: number,
): Promise<readonly RowResult[]> => {
  const { begun, petitioner, rows } = work;
  const chunks = Math.ceil(rows.length / CHUNK_ROWS);
  const kept = chunks === 0 ? [] : await ports.imports.chunks({ import: begun.import, first: 0, limit: chunks });
  const results = kept.flatMap(rowsIn);
  for (let chunk = kept.length; chunk < chunks; chunk += 1) {
    const first = chunk * CHUNK_ROWS;
    const some = rows.slice(first, first + CHUNK_ROWS);
    const fresh = await importRows(ports, { import: begun.import, petitioner, rows: some, first: first + 1 });
    const text = JSON.stringify(fresh);
    const isKept = await ports.imports.saveChunk({ import: begun.import, chunk, results: text });
    // Whoever sent the same at the same time was faster: what stands is what became of these rows.
    const [stands = text] = isKept
      ? [text]
      : await ports.imports.chunks({ import: begun.import, first: chunk, limit: 1 });
    results.push(...rowsIn(stands));
    if (performance.now() >= until) break;
  }
  return results;
};

const answered = (
  { import: id, rows }: StoredImport,
  results: readonly RowResult[],
): APIGatewayProxyStructuredResultV2 => {
  const finished = results.length === rows;
  const count = (result: RowResult['result']): number => results.filter((row) => row.result === result).length;
  const body = importAnswer.parse({
    import: id,
    rows,
    done: results.length,
    finished,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    refusals: results.filter(({ result }) => result === 'refused').slice(0, REFUSALS_TOLD_MAX),
  });
  return {
    statusCode: finished ? 200 : 202,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      location: `/roster/imports/${id}`,
      ...(finished ? {} : { 'retry-after': RETRY_AFTER_SECONDS }),
    },
    body: JSON.stringify(body),
  };
};
