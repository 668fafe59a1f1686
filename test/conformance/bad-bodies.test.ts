import { expect, it } from 'vitest';
import { BODY_BYTES_MAX, DOCUMENT_BYTES_MAX } from '../../functions/_http/request.ts';
import { openapiDocument } from '../../functions/describe-api/openapi.ts';
import { type AtCommand, atEachCommand, COMMAND_NAMES } from './at-each-command.ts';
import { type OpenapiDocument, schemaCompiler } from './conformity.ts';
import { HOSTILE_VALUES, hugeLists, placesIn, valueAt, withValue } from './hostile-values.ts';
import { CANARY, inShort, tried } from './refusal.ts';

const document = JSON.parse(JSON.stringify(openapiDocument())) as OpenapiDocument;
const compile = schemaCompiler(document);

const visitingAll = async (visit: (at: AtCommand) => Promise<void>) => {
  expect([...(await atEachCommand(visit))].sort()).toEqual([...COMMAND_NAMES].sort());
};

/** Tries a body, and says what came of it beside what was tried. */
const came = async ({ aside, request }: AtCommand, change: { body?: string; headers?: Record<string, string> }) => {
  const sent = { ...request, ...change, headers: { ...request.headers, ...change.headers } };
  const outcome = await tried(aside, sent);
  return [outcome.done ? 'done' : outcome.word, inShort(sent)];
};

/** A body’s text with something put before its first field. */
const led = (body: object, by: string): string =>
  JSON.stringify(body).replace('{', Object.keys(body).length === 0 ? `{${by}` : `{${by},`);

const MALFORMED: ReadonlyArray<(body: object) => string> = [
  (body) => JSON.stringify(body).slice(0, -1),
  (body) => `${JSON.stringify(body)}x`,
  () => CANARY,
  () => `{"${CANARY}":}`,
  () => `{'title':'${CANARY}'}`,
  (body) => led(body, '"x":NaN'),
  (body) => led(body, '"x":Infinity'),
  (body) => led(body, '"x":01'),
  (body) => led(body, '"x":"\n"'),
  (body) => led(body, '"x":1e999'),
  (body) => led(body, '"x":-1e999'),
  (body) => led(body, `"x":${'9'.repeat(400)}`),
  (body) => led(body, '"x":1,"x":1'),
  (body) => led(body, '"x":1,"\\u0078":1'),
  (body) => led(body, '"x":{"y":1,"y":2}'),
  (body) => led(body, '"__proto__":{"admin":true}'),
  (body) => led(body, '"x":{"__proto__":null}'),
  (body) => led(body, '"\\u005f_proto__":1'),
  (body) => led(body, '"x":"\\ud800"'),
  (body) => led(body, `"${CANARY}\\udfff":1`),
  (body) => led(body, `"x":${'['.repeat(40)}${']'.repeat(40)}`),
  (body) => led(body, `"x":${'{"y":'.repeat(40)}1${'}'.repeat(40)}`),
];

it('a body that is not JSON which everybody reads alike is refused by every command', async () => {
  await visitingAll(async (at) => {
    for (const flawed of MALFORMED) {
      const body = flawed(at.sending.body);
      expect(await came(at, { body })).toEqual(['body-malformed', expect.anything()]);
    }
  });
});

it('a body over the limit is refused by every command, and one at the limit is not', async () => {
  await visitingAll(async (at) => {
    const bytesMax = at.operation.kind !== 'command' ? DOCUMENT_BYTES_MAX : BODY_BYTES_MAX;
    const body = JSON.stringify(at.sending.body);
    expect(await came(at, { body: body.padEnd(bytesMax + 1) })).toEqual(['body-too-large', expect.anything()]);
    expect(await came(at, { body: `${body}${'\u3000'.repeat(bytesMax / 3)}` })).toEqual([
      'body-too-large',
      expect.anything(),
    ]);
    expect(await came(at, { body: body.padEnd(bytesMax - (Buffer.byteLength(body) - body.length)) })).toEqual([
      'done',
      expect.anything(),
    ]);
  });
});

it('a body of a type that is not JSON in UTF-8 is refused by every command, however well it reads', async () => {
  const types = ['', 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', 'multipart/form-data'];
  await visitingAll(async (at) => {
    for (const type of [...types, 'application/json; charset=latin1', `application/json; ${CANARY}`]) {
      expect(await came(at, { headers: { 'content-type': type } })).toEqual(['body-not-json', expect.anything()]);
    }
  });
});

it('a body of a type that is JSON in UTF-8 is taken by every command, however that is written', async () => {
  const types = ['application/json;charset=UTF-8', 'application/json; charset="utf-8"', 'Application/JSON'];
  await visitingAll(async (at) => {
    for (const type of [...types, 'application/merge-patch+json']) {
      expect(await came(at, { headers: { 'content-type': type } })).toEqual(['done', expect.anything()]);
    }
  });
});

it('a body that is no object, or holds a field that is not taken, is refused by every command', async () => {
  await visitingAll(async (at) => {
    const { body } = at.sending;
    const inPath = [...at.operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const unknown = [CANARY, 'constructor', 'toString', 'extra', ...inPath].map((name) => ({
      ...body,
      [name]: CANARY,
    }));
    for (const other of [[], [body], CANARY, 1, true, null, ...unknown]) {
      expect(await came(at, { body: JSON.stringify(other) })).toEqual(['input-invalid', expect.anything()]);
    }
  });
});

it('whatever stands in a field, the command is done or refused; what the document forbids is refused for its form', async () => {
  const met = new Map<string, number>();
  await visitingAll(async (at) => {
    const { operation, sending } = at;
    const schema = document.paths[operation.path]?.['post']?.requestBody?.content['application/json']?.schema ?? {};
    const isDocumented = compile(schema);
    const places = placesIn(sending.body).filter(([first, second]) => first !== 'ocds' || second === undefined);
    for (const place of places) {
      const valid = valueAt(sending.body, place);
      const lists = Array.isArray(valid) ? hugeLists(valid[0]) : [];
      for (const value of [undefined, ...HOSTILE_VALUES, ...lists]) {
        const body = withValue(sending.body, place, value);
        const [word = '', sent] = await came(at, { body: JSON.stringify(body) });
        met.set(word, (met.get(word) ?? 0) + 1);
        const refusals = isDocumented(body) ? [word] : ['input-invalid', 'body-too-large'];
        expect([refusals, sent]).toEqual([expect.arrayContaining([word]), sent]);
      }
    }
  });
  expect(met.get('input-invalid')).toBeGreaterThan(1_500);
  expect(met.get('done')).toBeGreaterThan(100);
});
