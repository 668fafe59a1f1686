import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type House, type HouseAnswer, newHouse } from '../../test/support/house.ts';
import { OCID, release } from '../../test/support/ocds.ts';
import { LINES_MAX, SENT_BYTES_MAX, UNPACKED_BYTES_MAX } from '../_http/import-operation.ts';
import { importApi } from './import-api.ts';

const LINES = 'application/x-ndjson';
let keys = 0;

interface Sending {
  readonly person?: string;
  readonly key?: string;
  readonly type?: string;
}

const sendBody = (
  house: House,
  body: string,
  { person = 'coordinator-1', key = `key-${(keys += 1)}`, type = LINES }: Sending = {},
) =>
  house.send({
    method: 'POST',
    path: '/processes',
    ...(person === '' ? {} : { person }),
    headers: { 'content-type': type, 'idempotency-key': key },
    body,
  });

const lineOf = (document: unknown, more: object = {}): string =>
  JSON.stringify({ document, source: 'test.json', ...more });
const send = (house: House, documents: readonly unknown[], sending?: Sending) =>
  sendBody(house, documents.map((document) => lineOf(document)).join('\n'), sending);

const resultsOf = ({ status, text, body }: HouseAnswer): readonly Record<string, unknown>[] => {
  if (status !== 200) throw new Error(text);
  return (body as { results: Record<string, unknown>[] }).results;
};
const inShort = (answer: HouseAnswer) =>
  resultsOf(answer).map(({ line, ocid, outcome, refusal }) =>
    [line, ocid, refusal ?? outcome].filter((part) => part !== undefined),
  );

const works = (amount: number, more: object = {}) =>
  release({ tag: ['compiled'], tender: { value: { amount, currency: 'MXN' } }, ...more });

describe('an imported process', () => {
  it('is registered with where it was read and when, and updated as a new version when its data change', async () => {
    const house = newHouse();
    expect(inShort(await send(house, [works(1)]))).toEqual([[1, OCID, 'imported']]);
    const first = await house.registry.find(OCID);
    expect(first).toMatchObject({ version: 1, source: 'test.json', facts: { value: { amount: 1, currency: 'MXN' } } });
    house.clock.move(60_000);
    expect(inShort(await send(house, [works(1, { language: 'en' })]))).toEqual([[1, OCID, 'unchanged']]);
    expect(await house.registry.find(OCID)).toEqual(first);
    expect(inShort(await send(house, [works(2)]))).toEqual([[1, OCID, 'updated']]);
    expect(await house.registry.find(OCID)).toMatchObject({
      version: 2,
      previousHash: first?.hash,
      importedAt: '2026-03-02T15:00:00.000Z',
      changedAt: '2026-03-02T15:01:00.000Z',
      facts: { value: { amount: 2, currency: 'MXN' } },
    });
  });

  it('keeps what a later release does not tell', async () => {
    const house = newHouse();
    await send(house, [release({ tender: { procurementMethod: 'open', title: 'A' } })]);
    const award = release({ id: '2', date: '2026-05-01T00:00:00Z', tender: { title: 'B' } });
    expect(inShort(await send(house, [award]))).toEqual([[1, OCID, 'updated']]);
    expect((await house.registry.find(OCID))?.facts).toMatchObject({ method: 'open', title: 'B' });
  });

  it('is told to be older than what is known, and changes nothing', async () => {
    const house = newHouse();
    await send(house, [works(2)]);
    const older = works(1, { date: '2026-01-01T00:00:00Z' });
    expect(resultsOf(await send(house, [older]))).toMatchObject([{ outcome: 'unchanged', older: true, version: 1 }]);
    expect((await house.registry.find(OCID))?.facts.value?.amount).toBe(2);
  });

  it('tells what was wrong with it, each with its pointer', async () => {
    const dirty = release({ tender: { value: { amount: '100.00', currency: 'MXN' }, status: 'Abierto', title: ' ' } });
    expect(resultsOf(await send(newHouse(), [dirty]))).toMatchObject([
      {
        outcome: 'imported',
        problems: [
          { code: 'code-unknown', pointer: '/tender/status' },
          { code: 'amount-is-text', pointer: '/tender/value/amount' },
        ],
        problemsLeftOut: 0,
      },
    ]);
  });
});

describe('a body of lines', () => {
  it('has a result for every process of every line, whatever stands in the others', async () => {
    const house = newHouse();
    const lines = [
      lineOf(release()),
      'not json',
      '   ',
      JSON.stringify({ document: release() }),
      lineOf({
        records: [{ ocid: 'ocds-a-1', compiledRelease: release({ ocid: 'ocds-a-1' }) }, {}],
        releases: [release({ ocid: 'ocds-a-2' })],
      }),
      lineOf({ hello: 'world' }),
      lineOf([1]),
      lineOf(release({ ocid: null })),
      lineOf({ releases: [release({ ocid: 'ocds-a-3' }), release({ ocid: 'ocds-a-4' })] }, { ocid: 'ocds-a-4' }),
      lineOf({ releases: [release({ ocid: 'ocds-a-3' })] }, { ocid: 'ocds-a-9' }),
      `{"source":"a","document":{"ocid":"ocds-a-6","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
      lineOf(release({ ocid: 'ocds-a-5', '\ud800': 1, tender: { value: { amount: null } } })).replace('null', '1e999'),
    ];
    const answer = await sendBody(house, lines.join('\r\n'));
    expect(inShort(answer)).toEqual([
      [1, OCID, 'imported'],
      [2, 'line-not-json'],
      [4, 'line-unfit'],
      [5, 'ocds-a-1', 'imported'],
      [5, 'ocds-a-2', 'imported'],
      [6, 'process-unusable'],
      [7, 'process-unusable'],
      [8, 'process-unusable'],
      [9, 'ocds-a-4', 'imported'],
      [10, 'ocds-a-9', 'process-unusable'],
      [11, 'ocds-a-6', 'imported'],
      [12, 'ocds-a-5', 'imported'],
    ]);
    expect(resultsOf(answer)[2]).toMatchObject({ errors: [{ pointer: '/source', detail: 'is missing' }] });
    expect(answer.body).toMatchObject({ lines: 11, done: 11 });
    expect(await house.registry.find('ocds-a-3')).toBeUndefined();
  });

  it('may tell of one process in several lines', async () => {
    const house = newHouse();
    const later = release({ id: '2', date: '2026-05-01T00:00:00Z', tender: { procurementMethod: 'open' } });
    const answer = await send(house, [later, release({ tender: { title: 'A' } }), later]);
    expect(inShort(answer)).toEqual([
      [1, OCID, 'imported'],
      [2, OCID, 'updated'],
      [3, OCID, 'unchanged'],
    ]);
    expect((await house.registry.find(OCID))?.facts).toMatchObject({ title: 'A', method: 'open' });
  });

  it('is taken packed', async () => {
    const house = newHouse();
    const handler = importApi(house);
    const packed = gzipSync(`${lineOf(works(1))}\n`);
    const event = (body: Buffer) =>
      ({
        routeKey: 'POST /processes',
        headers: {
          authorization: 'Bearer coordinator-1',
          'content-type': 'application/gzip',
          'idempotency-key': `p-${body.length}`,
        },
        body: body.toString('base64'),
        isBase64Encoded: true,
      }) as never;
    const ask = async (body: Buffer) => {
      const { statusCode, body: text } = await handler(event(body), {} as never);
      return [statusCode, JSON.parse(String(text))];
    };
    expect(await ask(packed)).toMatchObject([200, { done: 1, results: [{ outcome: 'imported' }] }]);
    expect(await ask(packed.subarray(0, 40))).toMatchObject([
      400,
      { type: '/problems/lines-malformed', flaw: 'not-gzip' },
    ]);
    expect(await ask(gzipSync(Buffer.alloc(UNPACKED_BYTES_MAX + 1, ' ')))).toMatchObject([
      413,
      { bytesMax: UNPACKED_BYTES_MAX },
    ]);
  });

  it.each([
    ['of nobody', '{}', { person: '' }, 401, 'token-missing'],
    ['of somebody who opens no cases', '{}', { person: 'administrator-1' }, 403, 'not-permitted'],
    ['of another type', '{}', { type: 'application/json' }, 415, 'body-not-lines'],
    ['without lines', ' \n \r\n', {}, 400, 'lines-malformed'],
    ['of too many lines', '{}\n'.repeat(LINES_MAX + 1), {}, 400, 'lines-malformed'],
    ['that is too large', ' '.repeat(SENT_BYTES_MAX + 1), {}, 413, 'body-too-large'],
    ['without a key', '{}', { key: '' }, 400, 'idempotency-key-missing'],
  ] as const)('%s is refused as a whole', async (_, body, sending, status, word) => {
    const answer = await sendBody(newHouse(), body, sending);
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([status, `/problems/${word}`]);
  });

  it('sent again with its key does nothing twice and answers the same, and another with its key is refused', async () => {
    const house = newHouse();
    await send(house, [works(1), works(1, { ocid: 'ocds-b-2' })]);
    const documents = [works(2), works(1, { ocid: 'ocds-b-2' }), works(1, { ocid: 'ocds-b-3' })];
    const first = await send(house, documents, { key: 'same' });
    const again = await send(house, documents, { key: 'same' });
    expect(inShort(first).map(([, , outcome]) => outcome)).toEqual(['updated', 'unchanged', 'imported']);
    expect(again.text).toBe(first.text);
    expect((await house.registry.find(OCID))?.version).toBe(2);
    const other = await send(house, [works(3)], { key: 'same' });
    expect([other.status, (other.body as { type: string }).type]).toEqual([422, '/problems/idempotency-key-reused']);
  });

  it('is told as far as there was time for it', async () => {
    const house = newHouse();
    const handler = importApi(house, { importMilliseconds: 0 });
    const body = Array.from({ length: 20 }, (_none, serial) => lineOf(release({ ocid: `ocds-c-${serial}` }))).join(
      '\n',
    );
    const headers = { authorization: 'Bearer coordinator-1', 'content-type': LINES, 'idempotency-key': 'slow' };
    const { body: text } = await handler({ routeKey: 'POST /processes', headers, body } as never, {} as never);
    const answer = JSON.parse(String(text)) as { lines: number; done: number; results: unknown[] };
    expect([answer.lines, answer.done, answer.results.length]).toEqual([20, 8, 8]);
  });

  it('refuses a process of which the registry holds what cannot be read, leaves that as it is, and goes on', async () => {
    const house = newHouse();
    await send(house, [works(1), works(1, { ocid: 'ocds-b-2' })]);
    const place = { pk: `PROCESS#${OCID}`, sk: 'PROCESS' };
    const damaged = { ...(await house.items.get(place)), ...place, facts: '{' };
    await house.items.put(damaged);
    const answer = await send(house, [works(2), works(2, { ocid: 'ocds-b-2' })]);
    expect(inShort(answer)).toEqual([
      [1, OCID, 'registry-damaged'],
      [2, 'ocds-b-2', 'updated'],
    ]);
    expect(await house.items.get(place)).toEqual(damaged);
  });

  it('gives way to others that write the same process, and refuses it where it loses every race', async () => {
    const house = newHouse();
    let losses = 2;
    const racing = { ...house.registry, save: async () => (losses -= 1) < 0 };
    const racingHouse = importApi({ ...house, registry: racing });
    const ask = async (key: string) => {
      const headers = { authorization: 'Bearer coordinator-1', 'content-type': LINES, 'idempotency-key': key };
      const { body } = await racingHouse(
        { routeKey: 'POST /processes', headers, body: lineOf(release()) } as never,
        {} as never,
      );
      return (JSON.parse(String(body)) as { results: { outcome: string; refusal?: string }[] }).results[0];
    };
    expect(await ask('few')).toMatchObject({ outcome: 'imported' });
    losses = 9;
    expect(await ask('many')).toMatchObject({ outcome: 'refused', refusal: 'lost-every-race' });
  });
});
