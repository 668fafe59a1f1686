import { describe, expect, it } from 'vitest';
import { INSTRUMENTS, type InstrumentId } from '../../events/vocabulary.ts';
import { PERSON_COMMAND_OPERATIONS } from '../../functions/_people/people-routes.ts';
import { verifyRecord } from '../../functions/_record/verify-record.ts';
import { ROSTER_COMMAND_OPERATIONS } from '../../functions/_roster/roster-routes.ts';
import { openapiDocument } from '../../functions/describe-api/openapi.ts';
import { projectMilestones } from '../../functions/project-milestones/project-milestones.ts';
import { deliver, streamOf } from '../support/deliver.ts';
import { houseFor, walkExample } from '../support/example.ts';
import { doorOver, type Exchange, overheard } from '../support/exchanges.ts';
import type { House } from '../support/house.ts';
import { newHouse } from '../support/house.ts';
import { journeyBegins, travel } from '../support/journey.ts';
import { travelRoster } from '../support/journey-roster.ts';
import { conformityWith, type OpenapiDocument } from './conformity.ts';
import { listsOf, pagesOf, READERS, READINGS_OF_NO_CASE, readingsOf } from './readings.ts';

const document = JSON.parse(JSON.stringify(openapiDocument())) as OpenapiDocument;
const differences = conformityWith(document);

/** How many commands lie between two moments at which everything is read. */
const COMMANDS_BETWEEN = 43;

/** Everything that everybody can read at these addresses, at this moment. */
const readAll = async (
  house: House,
  paths: readonly string[],
  readers: readonly string[] = READERS,
): Promise<readonly Exchange[]> => {
  const exchanges: Exchange[] = [];
  for (const person of readers) {
    for (const path of paths) {
      const request = { method: 'GET' as const, path, ...(person === '' ? {} : { person }) };
      exchanges.push({ request, answer: await house.send(request) });
    }
  }
  return exchanges;
};

/** Lets a house be lived in, holds every exchange of it against the document, and counts them by operation and status. */
const holdAgainstDocument = (house: House) => {
  const met = new Map<string, number>();
  const held = new Set<string>();
  let commands = 0;
  const hold = (exchange: Exchange): void => {
    const { request, answer } = exchange;
    // What many are told in the same words is held against the document once.
    const told = JSON.stringify([
      request.method,
      request.path,
      request.body,
      answer.status,
      answer.headers,
      answer.text,
    ]);
    if (!held.has(told)) expect(differences(exchange, { requestToo: true })).toEqual([]);
    held.add(told);
    const key = `${request.method} ${answer.status}`;
    met.set(key, (met.get(key) ?? 0) + 1);
  };
  const send = overheard(house, async (exchange) => {
    hold(exchange);
    const caseId = (exchange.answer.body as { case?: string }).case;
    if (exchange.request.method !== 'POST' || caseId === undefined) return;
    commands += 1;
    if (commands % COMMANDS_BETWEEN !== 1) return;
    await deliver(projectMilestones(house), house.cases, caseId);
    for (const read of await readAll(house, readingsOf(caseId))) hold(read);
  });
  return { met, hold, door: doorOver(send) };
};

describe.each(INSTRUMENTS)('in a case of %s', (instrument: InstrumentId) => {
  it('all that is sent and answered in a walk is as the document says', async () => {
    const house = houseFor(instrument);
    const { met, hold, door } = holdAgainstDocument(house);
    const { case: caseId } = await walkExample(house, instrument, door);
    for (const exchange of await readAll(house, readingsOf(caseId))) hold(exchange);
    for (const exchange of await readAll(house, pagesOf(caseId), [''])) hold(exchange);
    expect(met.get('POST 201')).toBeGreaterThan(5);
    expect(met.get('POST 409')).toBeGreaterThanOrEqual(1);
    expect(met.get('GET 200')).toBeGreaterThan(300);
    expect(met.get('GET 404')).toBeGreaterThan(80);
    expect([...met.keys()].filter((key) => / 5\d\d/.test(key))).toEqual([]);
  });

  it('all that is sent and answered on a journey through every command is as the document says', async () => {
    const house = newHouse(journeyBegins);
    const { door } = holdAgainstDocument(house);
    await travel(house, instrument, { door });
  });

  it('a list read page by page is the list read at once, and its links say where it goes on', async () => {
    const house = houseFor(instrument);
    const { case: caseId } = await walkExample(house, instrument);
    for (const path of listsOf(caseId)) {
      const whole = await house.send({ method: 'GET', path: `${path}?limit=100` });
      const paged: unknown[] = [];
      let next: string | undefined = `${path}?limit=3`;
      while (next !== undefined) {
        const page = { method: 'GET' as const, path: next };
        const answer = await house.send(page);
        expect(differences({ request: page, answer }, { requestToo: true })).toEqual([]);
        paged.push(...itemsOf(answer.body));
        next = /^<([^>]+)>; rel="next"$/.exec(String(answer.headers['link'] ?? ''))?.[1];
      }
      expect([path, paged]).toEqual([path, itemsOf(whole.body)]);
    }
  });
});

describe('with people of the roster', () => {
  it('every command on the roster, and a case that begins after it, are as the document says', async () => {
    const house = newHouse(journeyBegins);
    const { door, hold } = holdAgainstDocument(house);
    const met = await travelRoster(door);
    expect([...met].toSorted()).toEqual(ROSTER_COMMAND_OPERATIONS.map(({ name }) => name).toSorted());
    for (const exchange of await readAll(house, ['/roster', '/roster/witness-1', '/roster/witness-3'])) hold(exchange);
    const caseId = await travel(house, 'integrity-pact', { door });
    const types = (await streamOf(house.cases, caseId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'interests.enrolled.v1')).toHaveLength(2);
    expect(await verifyRecord(house, caseId)).toMatchObject({ verified: true });
  });
});

describe('with people who may sign in', () => {
  it('every command about them, and what is read of them, are as the document says', async () => {
    const house = newHouse(journeyBegins);
    const { door, hold } = holdAgainstDocument(house);
    const at = '/people/person-1';
    const role = { role: 'auditor', reason: 'Both.' };
    const sendings: readonly (readonly [string, object, number])[] = [
      ['/people', { email: 'ana@veedor.example', roles: ['witness'], reason: 'Asked for.' }, 201],
      ['/people', { email: 'ana@veedor.example', roles: ['witness', 'bidder-representative'], reason: 'No.' }, 409],
      [`${at}/roles`, role, 200],
      [`${at}/roles/removal`, role, 200],
      [`${at}/suspension`, { reason: 'A complaint.' }, 200],
      [`${at}/restoration`, { reason: 'It was nothing.' }, 200],
    ];
    expect(new Set(sendings.map(([path]) => path)).size).toBe(PERSON_COMMAND_OPERATIONS.length);
    for (const [index, [path, body, status]] of sendings.entries()) {
      const answer = await door.post('administrator-1', path, { body, idempotencyKey: `person-${index}` });
      expect([path, answer.status]).toEqual([path, status]);
    }
    for (const exchange of await readAll(house, ['/people', '/people?limit=1', at, '/people/witness-1']))
      hold(exchange);
  });
});

it('all that can be read of no case is as the document says', async () => {
  const exchanges = await readAll(newHouse(), READINGS_OF_NO_CASE);
  expect(exchanges.flatMap((exchange) => differences(exchange, { requestToo: true }))).toEqual([]);
  expect(new Set(exchanges.map(({ answer }) => answer.status))).toEqual(new Set([200, 400, 404]));
});

const itemsOf = (body: unknown): readonly unknown[] => Object.values(body as Record<string, unknown[]>).flat();

describe('a difference between the API and its document is found:', () => {
  const health: Exchange = {
    request: { method: 'GET', path: '/health' },
    answer: { status: 200, headers: { 'content-type': 'application/json' }, body: { status: 'ok' }, text: '' },
  };
  const sent: Exchange = {
    request: {
      method: 'POST',
      path: '/cases/ip-00000000000000000000/bidders/bidder-1/refusal',
      headers: { 'Idempotency-Key': 'k' },
      body: '{"reason":"It did not come."}',
    },
    answer: {
      status: 200,
      headers: { 'content-type': 'application/json', etag: '"3"' },
      body: { case: 'ip-1', version: 3, recorded: [] },
      text: '',
    },
  };
  const answering = (of: Exchange, answer: Partial<Exchange['answer']>): Exchange => ({
    ...of,
    answer: { ...of.answer, ...answer },
  });
  const asking = (of: Exchange, request: Partial<Exchange['request']>): Exchange => ({
    ...of,
    request: { ...of.request, ...request },
  });
  const problem = (body: object, status = 404): Exchange =>
    answering(health, { status, headers: { 'content-type': 'application/problem+json' }, body });

  it('none in what is right', () => {
    const right = problem({ type: '/problems/not-found', title: 'not found', status: 404, detail: '' });
    expect([health, sent, right].flatMap((exchange) => differences(exchange, { requestToo: true }))).toEqual([]);
  });

  it.each<[string, Exchange]>([
    ['a route that is not described', asking(health, { path: '/healthy' })],
    ['a method that is not described', asking(health, { method: 'POST' })],
    ['a status that is not described', answering(health, { status: 204 })],
    ['another media type', answering(health, { headers: { 'content-type': 'text/html' } })],
    ['a field too many', answering(health, { body: { status: 'ok', since: 1 } })],
    ['a field too few', answering(health, { body: {} })],
    ['a field of another type', answering(health, { body: { status: true } })],
    ['a header that is not described', answering(health, { headers: { ...health.answer.headers, 'x-secret': '1' } })],
    ['a header of another form', answering(sent, { headers: { ...sent.answer.headers, etag: 'W/"three"' } })],
    ['a problem of no known type', problem({ type: '/problems/bad-luck', title: '', status: 404, detail: '' })],
    ['a problem without its detail', problem({ type: '/problems/not-found', title: '', status: 404 })],
    ['a problem in the place of an answer', answering(health, { body: { type: '/problems/not-found' } })],
    ['a parameter of the query that is not described', asking(health, { path: '/health?verbose=1' })],
    ['a parameter of the query of another form', asking(health, { path: '/cases?limit=1000' })],
    ['a key that is missing', asking(sent, { headers: {} })],
    ['a key of another form', asking(sent, { headers: { 'Idempotency-Key': 'a b' } })],
    [
      'a parameter of the path of another form',
      asking(sent, { path: '/cases/ip-00000000000000000000/bidders/tender-1/refusal' }),
    ],
    ['a body with a field too many', asking(sent, { body: '{"reason":"x","bidder":"bidder-1"}' })],
    ['a body with a field too few', asking(sent, { body: '{}' })],
    [
      'no body',
      asking(
        { ...sent, request: { method: 'POST', path: sent.request.path, headers: sent.request.headers ?? {} } },
        {},
      ),
    ],
    ['a body where none is described', asking(health, { body: '{}' })],
  ])('%s', (_, exchange) => {
    expect(differences(exchange, { requestToo: true })).not.toEqual([]);
  });
});
