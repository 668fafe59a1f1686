import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { Identity } from '../_ports/ports.ts';
import { ProblemError } from './problem.ts';
import { bodyOf, callerOf, ERRORS_MAX, errorsOf, idempotencyKeyOf, ifVersionOf, tableOf } from './request.ts';

const event = (parts: { headers?: Record<string, string>; body?: string; base64?: boolean }): APIGatewayProxyEventV2 =>
  ({
    headers: parts.headers ?? {},
    body: parts.body,
    isBase64Encoded: parts.base64 ?? false,
  }) as unknown as APIGatewayProxyEventV2;

const problemOf = (act: () => unknown): unknown => {
  try {
    return { taken: act() };
  } catch (error) {
    if (error instanceof ProblemError) return [error.word, error.facts];
    throw error;
  }
};

const JSON_TYPE = { 'content-type': 'application/json' };
const inBase64 = (bytes: Uint8Array | string) =>
  event({ headers: JSON_TYPE, body: Buffer.from(bytes).toString('base64'), base64: true });

describe('a body', () => {
  it('is read alike as text and as base64', () => {
    expect(bodyOf(event({ headers: JSON_TYPE, body: '{"a":"ñ"}' }), 100)).toEqual({ a: 'ñ' });
    expect(bodyOf(inBase64('{"a":"ñ"}'), 100)).toEqual({ a: 'ñ' });
  });

  it('that is not UTF-8 is malformed', () => {
    const halfOfN = Uint8Array.from([...Buffer.from('{"a":"'), 0xc3, ...Buffer.from('"}')]);
    const asTable = { ...inBase64(halfOfN), headers: { 'content-type': 'text/csv' } };
    expect(problemOf(() => tableOf(asTable, 100))).toEqual(['table-malformed', { flaw: 'not-utf-8' }]);
    expect(problemOf(() => bodyOf(inBase64(halfOfN), 100))).toEqual(['body-malformed', { flaw: 'not-utf-8' }]);
    expect(problemOf(() => bodyOf(inBase64(Buffer.from('{"a":1}', 'utf16le')), 100))).toEqual([
      'body-malformed',
      { flaw: 'malformed' },
    ]);
  });

  it('is measured in bytes, however it came', () => {
    const body = `"${'ñ'.repeat(10)}"`;
    expect(bodyOf(event({ headers: JSON_TYPE, body }), 22)).toBe('ñ'.repeat(10));
    expect(problemOf(() => bodyOf(event({ headers: JSON_TYPE, body }), 21))).toEqual([
      'body-too-large',
      { bytesMax: 21 },
    ]);
    expect(problemOf(() => bodyOf(inBase64(body), 21))).toEqual(['body-too-large', { bytesMax: 21 }]);
  });

  it('that is not there asks for nothing, whatever it says it is', () => {
    expect(bodyOf(event({}), 1)).toEqual({});
    expect(bodyOf(event({ headers: { 'content-type': 'text/plain' }, body: '' }), 1)).toEqual({});
  });

  it('of another type is not looked at', () => {
    expect(problemOf(() => bodyOf(event({ headers: { 'content-type': 'text/xml' }, body: '{' }), 9))).toEqual([
      'body-not-json',
      {},
    ]);
    expect(problemOf(() => bodyOf(event({ body: '{}' }), 9))).toEqual(['body-not-json', {}]);
  });
});

describe('a caller', () => {
  const identity: Identity = {
    verify: async (token) => (token === 'good' ? { person: 'p', roles: ['witness'] } : undefined),
  };
  const called = (headers: Record<string, string>) => callerOf(event({ headers }), identity);

  it('is who a token says, and nobody without one', async () => {
    expect(await called({ authorization: 'Bearer good' })).toEqual({ person: 'p', roles: ['witness'] });
    expect(await called({ authorization: 'bearer good' })).toEqual({ person: 'p', roles: ['witness'] });
    expect(await called({})).toBeUndefined();
  });

  it.each(['', 'good', 'Basic good', 'Bearer', 'Bearer  good', 'Bearer good ', 'Bearer good,good', 'Bearer bad'])(
    'with “%s” is refused, not taken for nobody',
    async (authorization) => {
      await expect(called({ authorization })).rejects.toMatchObject({ word: 'token-invalid' });
    },
  );
});

describe('a header', () => {
  it.each(['"0"', '"12"', '"999999999"'])('If-Match %s names a version', (etag) => {
    expect(`"${ifVersionOf(event({ headers: { 'if-match': etag } }))}"`).toBe(etag);
  });

  it('If-Match that is not there, or takes any, names none', () => {
    expect(ifVersionOf(event({}))).toBeUndefined();
    expect(ifVersionOf(event({ headers: { 'if-match': '*' } }))).toBeUndefined();
  });

  it('Idempotency-Key is taken as it is', () => {
    expect(idempotencyKeyOf(event({ headers: { 'idempotency-key': 'Ab-1' } }))).toBe('Ab-1');
    expect(problemOf(() => idempotencyKeyOf(event({})))).toEqual(['idempotency-key-missing', {}]);
  });
});

describe('the errors of an input', () => {
  it('point at their fields as RFC 6901 asks', () => {
    expect(
      errorsOf([
        { path: ['a/b', 0, '~c'], message: 'x' },
        { path: [], message: 'y' },
      ]),
    ).toEqual([
      { pointer: '/a~1b/0/~0c', detail: 'x' },
      { pointer: '', detail: 'y' },
    ]);
  });

  it('are so many at most', () => {
    expect(errorsOf(Array.from({ length: 9_999 }, () => ({ path: [], message: '' })))).toHaveLength(ERRORS_MAX);
  });
});
