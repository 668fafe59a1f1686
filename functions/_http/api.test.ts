import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { around } from '../../test/support/around.ts';
import { posting } from '../../test/support/exchanges.ts';
import { newHouse } from '../../test/support/house.ts';
import { OFFICIAL_DATA } from '../../test/support/journey-step.ts';
import { memoryCaseStore } from '../_ports/memory/memory-case-store.ts';
import { OutsideFailure } from '../_ports/ports.ts';
import { publicApi } from '../public-api/public-api.ts';

const SECRET = 'what somebody wrote';
const opening = posting({
  person: 'coordinator-1',
  path: '/cases',
  body: { instrument: 'integrity-pact', ocds: { ...OFFICIAL_DATA, description: SECRET } },
  idempotencyKey: 'k',
});

const houseWhoseStore = (fails: () => never) =>
  newHouse(
    undefined,
    around(memoryCaseStore(), async () => fails()),
  );

describe('a bug', () => {
  it('is a 500 that says nothing of it; the operators learn where it is, and nothing of what was sent', async () => {
    const house = houseWhoseStore(() => {
      throw new TypeError(`cannot read ${SECRET}`);
    });
    const { status, text, headers } = await house.send(opening);
    expect([status, JSON.parse(text).type, headers['content-type']]).toEqual([
      500,
      '/problems/internal-error',
      'application/problem+json',
    ]);
    expect(house.log.said.slice(0, 1)).toEqual([
      {
        message: 'VEE002',
        facts: { error: 'TypeError', at: expect.stringMatching(/^api\.test\.ts(\?vitest=\d+)?:\d+:\d+$/) },
      },
    ]);
    expect(text + JSON.stringify(house.log.said)).not.toContain(SECRET);
  });

  it.each([[undefined], ['a text'], [{ message: SECRET }], [null]])(
    'that throws %j is told of all the same',
    async (thrown) => {
      const house = houseWhoseStore(() => {
        // oxlint-disable-next-line typescript/only-throw-error -- what other people's code throws need not be an error.
        throw thrown;
      });
      expect((await house.send(opening)).status).toBe(500);
      expect(house.log.said.slice(0, 1)).toEqual([
        { message: 'VEE002', facts: { error: typeof thrown, at: 'unknown' } },
      ]);
    },
  );
});

describe('an outside failure', () => {
  it('is a 503 that asks to send the same again, and says which service it was to the operators alone', async () => {
    const house = houseWhoseStore(() => {
      throw new OutsideFailure('DynamoDB: ThrottlingException');
    });
    const { status, text, headers } = await house.send(opening);
    expect([status, headers['retry-after']]).toEqual([503, '2']);
    expect(text).not.toContain('DynamoDB');
    expect(house.log.said.slice(0, 1)).toEqual([
      { message: 'VEE003', facts: { failure: 'DynamoDB: ThrottlingException' } },
    ]);
  });
});

it('a route that a function does not serve is not found', async () => {
  const { clock, cases, milestones, roster, imports, log } = newHouse();
  const ports = {
    clock,
    cases,
    milestones,
    roster,
    imports,
    log,
    entropy: { salt: () => '' },
    identity: { verify: async () => undefined },
  };
  const event = { routeKey: 'POST /cases', headers: {} } as unknown as APIGatewayProxyEventV2;
  expect(await publicApi(ports)(event, {} as Context)).toMatchObject({ statusCode: 404 });
});

it('every request is told of by its route and status, also one that was refused before it reached a rule', async () => {
  const house = newHouse();
  await house.get('', '/health');
  await house.get('', '/cases?limit=0');
  await house.send({ ...opening, headers: {} });
  await house.send(opening);
  expect(house.log.said.map(({ facts }) => facts)).toEqual([
    { route: 'GET /health', status: 200 },
    { route: 'GET /cases', status: 400 },
    { route: 'POST /cases', status: 400 },
    { route: 'POST /cases', status: 201 },
  ]);
});
