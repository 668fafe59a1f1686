import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { type Around, around, Crash, dying } from '../../test/support/around.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { memoryImportStore } from '../_ports/memory/memory-import-store.ts';
import { memoryRosterStore } from '../_ports/memory/memory-person-stores.ts';
import { rosterApi } from './roster-api.ts';

const HEADER = 'person,kind,name,number,issuer,validFrom,validTo,specialities';
const table = (...rows: readonly string[]): string => [HEADER, ...rows].join('\r\n');
const good = (number: number): string =>
  `w-${number},person,Ana ${'abcdefghij'.charAt(number % 10)},N-${number},Padrón,2026-01-01,2027-12-31,works`;
const many = (count: number): string => table(...Array.from({ length: count }, (_, index) => good(index + 1)));

interface Sent {
  readonly key?: string;
  readonly person?: string;
  readonly contentType?: string;
}

const sending = (house: House, { key = 'k', person = 'administrator-1', contentType = 'text/csv' }: Sent = {}) => ({
  send: (body: string) =>
    house.send({
      method: 'POST',
      path: '/roster/imports',
      person,
      headers: { 'content-type': contentType, 'idempotency-key': key },
      body,
    }),
});

const rowsOf = async (house: House, id: string) => {
  const items: { row: number; result: string; word?: string; errors?: { pointer: string }[] }[] = [];
  let next: string | undefined = `/roster/imports/${id}`;
  while (next !== undefined) {
    const answer = await house.send({ method: 'GET', path: next, person: 'administrator-1' });
    items.push(...(answer.body as { items: typeof items }).items);
    next = /^<([^>]+)>/.exec(String(answer.headers['link'] ?? ''))?.[1];
  }
  return items;
};

type Answered = { import: string; rows: number; done: number; finished: boolean } & Record<string, number>;

describe('an import', () => {
  it('keeps what is valid and tells what became of every row', async () => {
    const house = newHouse();
    const first = await sending(house).send(table(good(1), good(2)));
    expect(first.body).toMatchObject({ rows: 2, created: 2, finished: true });
    const mixed = table(
      good(1),
      good(2).replace('2027-12-31', '2028-12-31'),
      good(3),
      good(4).replace('2027-12-31', '2025-12-31'),
      good(5).replace('Ana', 'A\u202ena'),
      good(6).replace('2026-01-01', '2026-02-30'),
      good(7).replace('person', 'robot'),
      good(8).replace('w-8', 'W 8'),
      `${good(9)},too much`,
      'w-10,person',
      good(3),
    );
    const { status, body } = await sending(house, { key: 'second' }).send(mixed);
    expect(status).toBe(200);
    expect(body).toMatchObject({ rows: 11, done: 11, created: 1, updated: 1, unchanged: 2, refused: 7 });
    const rows = await rowsOf(house, (body as Answered).import);
    expect(rows.map(({ result }) => result)).toEqual([
      'unchanged',
      'updated',
      'created',
      ...Array.from({ length: 7 }, () => 'refused'),
      'unchanged',
    ]);
    expect(rows.slice(3, 9).map(({ word, errors }) => [word, errors?.[0]?.pointer])).toEqual([
      ['accreditation-ends-before', '/rows/4/validTo'],
      ['input-invalid', '/rows/5/name'],
      ['input-invalid', '/rows/6/validFrom'],
      ['input-invalid', '/rows/7/kind'],
      ['input-invalid', '/rows/8/person'],
      ['input-invalid', '/rows/9'],
    ]);
  });

  it('changes nothing when it is sent again, and gives the same results whatever happened meanwhile', async () => {
    const house = newHouse();
    const text = table(good(1), good(2), 'w-3,person,,N,P,2026-01-01,2026-12-31,');
    const first = await sending(house).send(text);
    await house.send({
      method: 'POST',
      path: '/roster/w-1/correction',
      person: 'administrator-1',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'c' },
      body: '{"name":"Otra"}',
    });
    const again = await sending(house).send(text);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect((await house.roster.entries({ person: 'w-1', after: 0, limit: 10 })).items).toHaveLength(3);
    expect((await sending(house).send(table(good(7)))).body).toMatchObject({
      type: '/problems/idempotency-key-reused',
    });
  });

  it.each([
    ['semicolons', table(good(1)).replaceAll(',', ';')],
    ['a byte order mark', `\ufeff${table(good(1))}`],
    ['lines that end in LF, and empty ones', `${table(good(1)).replaceAll('\r\n', '\n\n')}\n`],
    ['quoted fields', table('"w-1","person","Ana, la ""Loba""","N-1","Padrón","2026-01-01","2027-12-31",""')],
    [
      'Spanish names',
      table(good(1)).replace(
        HEADER,
        'Persona,Tipo,Nombre completo,Número de registro,Emisor,Vigencia desde,VIGENCIA HASTA,Especialidades',
      ),
    ],
    [
      'Portuguese names',
      table(good(1)).replace(HEADER, 'pessoa,tipo,nome,numero,emissor,válido de,válido até,especialidade'),
    ],
  ])('reads %s', async (_, text) => {
    expect((await sending(newHouse()).send(text)).body).toMatchObject({ rows: 1, created: 1, refused: 0 });
  });

  it('takes as text what a spreadsheet would compute', async () => {
    const house = newHouse();
    await sending(house).send(table(good(1).replace(/Ana \w/, '=cmd|x'), good(2).replace(/Ana \w/, '@SUM(A1)')));
    const { body } = await house.send({ method: 'GET', path: '/roster', person: 'coordinator-1' });
    const names = (body as { items: { name: string }[] }).items.map(({ name }) => name);
    expect(names.toSorted()).toEqual(['=cmd|x', '@SUM(A1)']);
  });

  it.each([
    ['nothing', '', { flaw: 'no-columns' }],
    [
      'a column that is missing',
      'person,kind,name,number,issuer,validFrom\r\n',
      { flaw: 'columns-missing', columns: ['validTo'] },
    ],
    ['a column that nobody knows', `${HEADER},zodiac`, { flaw: 'columns-unknown', columns: ['zodiac'] }],
    ['a column twice', `${HEADER},persona`, { flaw: 'columns-twice' }],
    ['a quote that nobody closes', table(good(1), '"w-2,person'), { flaw: 'quote-not-closed' }],
    ['more rows than it takes', many(10_001), { flaw: 'too-many-rows', rowsMax: 10_000 }],
  ])('cannot read %s', async (_, text, problem) => {
    const { status, body } = await sending(newHouse()).send(text);
    expect([status, body]).toMatchObject([400, { type: '/problems/table-malformed', ...problem }]);
  });

  it('takes only CSV, from whoever keeps the roster, and not more than four megabytes', async () => {
    const house = newHouse();
    expect((await sending(house, { contentType: 'application/json' }).send(table(good(1)))).status).toBe(415);
    expect((await sending(house, { person: 'coordinator-1' }).send(table(good(1)))).status).toBe(403);
    expect((await sending(house).send(`${HEADER}\r\n${' '.repeat(4 * 1024 * 1024)}`)).status).toBe(413);
    expect((await house.send({ method: 'GET', path: '/roster', person: 'coordinator-1' })).body).toEqual({ items: [] });
  });

  it('shows its rows to those who read the roster, and is nothing to others', async () => {
    const house = newHouse();
    const { body } = await sending(house).send(table(good(1)));
    const path = `/roster/imports/${(body as Answered).import}`;
    for (const person of ['witness-1', 'authority-1']) {
      expect((await house.send({ method: 'GET', path, person })).status).toBe(404);
    }
    expect((await house.send({ method: 'GET', path })).status).toBe(404);
    expect((await house.send({ method: 'GET', path, person: 'auditor-1' })).status).toBe(200);
  });
});

/** The API on stores of its own, with time for one chunk only and something around each call of the stores. */
const hurried = (stores: Pick<ApiPorts, 'roster' | 'imports'>, intervene: Around = ({ call }) => call()) => {
  const house = newHouse();
  const ports = {
    ...house,
    entropy: { salt: () => '0'.repeat(32) },
    identity: { verify: async () => ({ person: 'administrator-1', roles: ['administrator'] as const }) },
    roster: around(stores.roster, intervene),
    imports: around(stores.imports, intervene),
  };
  const handler = rosterApi(ports, { importMilliseconds: 0 });
  return async (body: string): Promise<{ status: number; body: Answered; text: string }> => {
    const event = {
      routeKey: 'POST /roster/imports',
      headers: { authorization: 'Bearer x', 'content-type': 'text/csv', 'idempotency-key': 'k' },
      body,
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEventV2;
    const answer: APIGatewayProxyStructuredResultV2 = await handler(event, {} as Context);
    return { status: answer.statusCode ?? 0, body: JSON.parse(answer.body ?? '{}'), text: answer.body ?? '' };
  };
};

it('takes ten thousand rows with errors in the middle, each with its result', async () => {
  const house = newHouse();
  const rows = Array.from({ length: 10_000 }, (_, index) =>
    index % 100 === 50 ? good(index + 1).replace('2027-12-31', '2025-12-31') : good(index + 1),
  );
  let answer = await sending(house).send(table(...rows));
  // A slow machine needs more than one request.
  while (answer.status === 202) answer = await sending(house).send(table(...rows));
  const { body } = answer;
  expect(body).toMatchObject({ rows: 10_000, done: 10_000, created: 9_900, refused: 100 });
  const refused = (await rowsOf(house, (body as Answered).import)).filter(({ result }) => result === 'refused');
  expect(refused.map(({ row }) => row)).toEqual(Array.from({ length: 100 }, (_, index) => index * 100 + 51));
}, 240_000);

describe('a long import', () => {
  it('says how far it came, and goes on when it is sent again', async () => {
    const send = hurried({ roster: memoryRosterStore(), imports: memoryImportStore() });
    const answers = [];
    for (let count = 0; count < 4; count += 1) answers.push(await send(many(60)));
    expect(answers.map(({ status, body }) => [status, body.done, body.finished])).toEqual([
      [202, 25, false],
      [202, 50, false],
      [200, 60, true],
      [200, 60, true],
    ]);
    expect(answers[3]?.text).toBe(answers[2]?.text);
  });

  it.each(['before', 'after'] as const)(
    'that dies %s any call is finished by another, and nothing is done twice',
    async (when) => {
      const text = table(
        ...Array.from({ length: 12 }, (_, index) => good(index + 1)),
        good(3).replace('2027', '2029'),
        'bad',
      );
      for (let at = 1; at <= 45; at += 4) {
        const stores = { roster: memoryRosterStore(), imports: memoryImportStore() };
        const death = dying(at, when);
        await hurried(stores, death.around)(text).catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
        const { body } = await hurried(stores)(text);
        expect(body).toMatchObject({ rows: 14, done: 14, finished: true, created: 12, updated: 1, refused: 1 });
        for (let number = 1; number <= 12; number += 1) {
          const { items } = await stores.roster.entries({ person: `w-${number}`, after: 0, limit: 10 });
          expect(items).toHaveLength(number === 3 ? 3 : 2);
        }
      }
    },
  );
});
