import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { expect, it } from 'vitest';
import { dynamodbCaseStore } from '../../functions/_ports/aws/case-store.ts';
import { dynamodbImportStore } from '../../functions/_ports/aws/import-store.ts';
import { dynamodbRosterStore } from '../../functions/_ports/aws/person-stores.ts';
import { verifyRosterEntry } from '../../functions/_record/verify-person.ts';
import { rosterApi } from '../../functions/roster-api/roster-api.ts';
import { newHouse } from '../support/house.ts';
import { embeddedTable } from './embedded-table.ts';

const { table } = await embeddedTable();

/** `VEEDOR_IMPORT_ROWS=10000 vitest run test/integration/roster-import` takes the largest table there is: minutes, on one disk. */
const ROWS = Number(process.env['VEEDOR_IMPORT_ROWS'] ?? 500);
const BAD_EVERY = 100;
/** What one request may take, in milliseconds: the gateway waits for 29 seconds. */
const REQUEST_MAX = 29_000;

const line = (row: number): string =>
  row % BAD_EVERY === 50
    ? `p-${row},person,Ana,N-${row},Padrón,2026-12-31,2026-01-01`
    : `p-${row},person,Ana,N-${row},Padrón,2026-01-01,2026-12-31`;
const TABLE = [
  'person,kind,name,number,issuer,validFrom,validTo',
  ...Array.from({ length: ROWS }, (_, i) => line(i + 1)),
].join('\n');

it('a table with errors in the middle is imported in requests of bounded time', {
  timeout: 400_000,
}, async () => {
  const house = newHouse();
  const roster = dynamodbRosterStore(table);
  const handler = rosterApi({
    ...house,
    cases: dynamodbCaseStore(table),
    roster,
    imports: dynamodbImportStore(table),
    entropy: { salt: () => '0'.repeat(32) },
    identity: { verify: async () => ({ person: 'administrator-1', roles: ['administrator'] as const }) },
  });
  const send = async () => {
    const started = performance.now();
    const event = {
      routeKey: 'POST /roster/imports',
      headers: { authorization: 'Bearer x', 'content-type': 'text/csv', 'idempotency-key': 'k' },
      body: TABLE,
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEventV2;
    const { statusCode, body = '' } = await handler(event, {} as Context);
    return { statusCode, body: JSON.parse(body), took: performance.now() - started };
  };
  const answers = [await send()];
  while (answers.at(-1)?.statusCode === 202) answers.push(await send());
  const bad = ROWS / BAD_EVERY;
  expect(answers.every(({ took }) => took < REQUEST_MAX)).toBe(true);
  expect(answers.at(-1)?.body).toMatchObject({ rows: ROWS, finished: true, created: ROWS - bad, refused: bad });
  const again = await send();
  expect([again.statusCode, again.body]).toEqual([200, answers.at(-1)?.body]);
  expect((await roster.read({ person: 'p-50' })).head).toBeUndefined();
  expect(await verifyRosterEntry(roster, `p-${ROWS}`)).toMatchObject({ verified: true, events: 2 });
});
