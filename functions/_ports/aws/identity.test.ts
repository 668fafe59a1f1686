import { type CryptoKey, createLocalJWKSet, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { scriptedService } from '../../../test/contract/scripted-service.ts';
import { memoryClock } from '../memory/memory-clock.ts';
import { OutsideFailure } from '../ports.ts';
import {
  identityWithKeys,
  joseIdentity,
  TOKEN_LENGTH_MAX,
  TOKEN_REMEMBERED_MILLISECONDS,
  TOKENS_REMEMBERED_MAX,
} from './identity.ts';

const issuer = 'https://issuer.example';
const audience = 'client-1';
const now = '2026-11-22T10:00:00.000Z';
const seconds = Date.parse(now) / 1_000;
const ours = await generateKeyPair('RS256', { extractable: true });
const foreign = await generateKeyPair('RS256');
const jwk = { ...(await exportJWK(ours.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
const clock = memoryClock(now);
const identity = identityWithKeys({ issuer, audience, clock, keys: createLocalJWKSet({ keys: [jwk] }) });

const claims = {
  iss: issuer,
  sub: 'witness-1',
  client_id: audience,
  token_use: 'access',
  'cognito:groups': ['witness'],
  exp: seconds + 60,
  iat: seconds,
};
const sign = (
  payload: Record<string, unknown>,
  header: Record<string, unknown> = {},
  key: CryptoKey = ours.privateKey,
) => new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one', ...header }).sign(key);
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token', () => {
  test('of our issuer says who calls and in which roles', async () => {
    expect(await identity.verify(await sign(claims))).toEqual({ person: 'witness-1', roles: ['witness'] });
  });

  test('gives no role that is unknown, and never that of the public or the system', async () => {
    const groups = ['system', 'public', 'emperor', 'coordinator', 'auditor', 'coordinator'];
    expect(await identity.verify(await sign({ ...claims, 'cognito:groups': groups }))).toEqual({
      person: 'witness-1',
      roles: ['coordinator', 'auditor'],
    });
    const { 'cognito:groups': _, ...without } = claims;
    expect(await identity.verify(await sign(without))).toEqual({ person: 'witness-1', roles: [] });
  });

  test.each<[string, Record<string, unknown>]>([
    ['that has expired', { exp: seconds }],
    ['without an end', { exp: undefined }],
    ['that does not hold yet', { nbf: seconds + 1 }],
    ['of another issuer', { iss: 'https://issuer.example/' }],
    ['for another client', { client_id: 'client-2' }],
    ['without a client', { client_id: undefined, aud: audience }],
    ['that is an ID token', { token_use: 'id' }],
    ['of nobody', { sub: undefined }],
    ['of somebody with an id that is none of ours', { sub: 'Ana María' }],
    ['whose person is a number', { sub: 7 }],
    ['whose roles are no list', { 'cognito:groups': 'coordinator' }],
    ['whose end is a text', { exp: String(seconds + 60) }],
  ])('%s is not valid', async (_, change) => {
    expect(await identity.verify(await sign({ ...claims, ...change }))).toBeUndefined();
  });

  test('of another key is not valid, whatever key it names', async () => {
    expect(await identity.verify(await sign(claims, {}, foreign.privateKey))).toBeUndefined();
    expect(await identity.verify(await sign(claims, { kid: 'two' }, foreign.privateKey))).toBeUndefined();
    const embedded = await exportJWK(foreign.publicKey);
    expect(
      await identity.verify(await sign(claims, { jwk: embedded, jku: 'http://127.0.0.1:1' }, foreign.privateKey)),
    ).toBeUndefined();
  });

  test('with another algorithm is not valid: none, HMAC over the public key, PSS', async () => {
    expect(await identity.verify(`${encode({ alg: 'none' })}.${encode(claims)}.`)).toBeUndefined();
    expect(await identity.verify(`${encode({ alg: 'none', kid: 'one' })}.${encode(claims)}.AAAA`)).toBeUndefined();
    const secret = new TextEncoder().encode(JSON.stringify(jwk));
    expect(
      await identity.verify(await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(secret)),
    ).toBeUndefined();
    // Our own key, published without saying what it is for: the list of algorithms alone keeps this one out.
    const { alg: _, use: __, ...bare } = jwk;
    const bareKeys = identityWithKeys({ issuer, audience, clock, keys: createLocalJWKSet({ keys: [bare] }) });
    const pss = await importJWK(await exportJWK(ours.privateKey), 'PS256');
    expect(await bareKeys.verify(await sign(claims))).toBeDefined();
    expect(await bareKeys.verify(await sign(claims, { alg: 'PS256' }, pss as CryptoKey))).toBeUndefined();
  });

  test('that was changed in any part is not valid', async () => {
    const token = await sign(claims);
    const [header, , signature] = token.split('.');
    expect(
      await identity.verify(`${header}.${encode({ ...claims, sub: 'coordinator-1' })}.${signature}`),
    ).toBeUndefined();
    for (const position of [10, token.length >> 1, token.length - 10]) {
      const other = token[position] === 'A' ? 'B' : 'A';
      expect(await identity.verify(token.slice(0, position) + other + token.slice(position + 1))).toBeUndefined();
    }
  });

  test('that is written in another way is not the same token', async () => {
    const token = await sign(claims);
    for (const other of [
      `${token}=`,
      ` ${token}`,
      `${token}\n`,
      token.replaceAll('.', '. '),
      `${token}.`,
      `.${token}`,
      'a.b.c',
      '',
      '..',
    ]) {
      expect(await identity.verify(other)).toBeUndefined();
    }
    // The last letter of a base64url text has bits that mean nothing: they must be zero.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet[alphabet.indexOf(token.at(-1)!) ^ 1];
    expect(await identity.verify(token.slice(0, -1) + last)).toBeUndefined();
  });

  test('that is too long is not looked at', async () => {
    expect(await identity.verify(await sign({ ...claims, long: 'x'.repeat(TOKEN_LENGTH_MAX) }))).toBeUndefined();
  });
});

describe('a token that was verified a moment ago', () => {
  const counting = (moving = memoryClock(now)) => {
    const local = createLocalJWKSet({ keys: [jwk] });
    let verified = 0;
    const remembering = identityWithKeys({
      issuer,
      audience,
      clock: moving,
      keys: (header, token) => {
        verified += 1;
        return local(header, token);
      },
    });
    return { moving, verify: remembering.verify, verified: () => verified };
  };

  test('is not verified again, and says the same', async () => {
    const { verify, verified } = counting();
    const token = await sign(claims);
    const caller = await verify(token);
    expect(await verify(token)).toEqual(caller);
    expect(caller?.person).toBe('witness-1');
    expect(verified()).toBe(1);
  });

  test('is verified again after a minute: a key may have been withdrawn', async () => {
    const { moving, verify, verified } = counting();
    const token = await sign({ ...claims, exp: seconds + 3_600 });
    await verify(token);
    moving.set(new Date(Date.parse(now) + TOKEN_REMEMBERED_MILLISECONDS - 1).toISOString());
    expect(await verify(token)).toBeDefined();
    expect(verified()).toBe(1);
    moving.set(new Date(Date.parse(now) + TOKEN_REMEMBERED_MILLISECONDS).toISOString());
    expect(await verify(token)).toBeDefined();
    expect(verified()).toBe(2);
  });

  test('is forgotten in the instant in which it expires', async () => {
    const { moving, verify } = counting();
    const token = await sign({ ...claims, exp: seconds + 10 });
    expect(await verify(token)).toBeDefined();
    moving.set(new Date((seconds + 10) * 1_000 - 1).toISOString());
    expect(await verify(token)).toBeDefined();
    moving.set(new Date((seconds + 10) * 1_000).toISOString());
    expect(await verify(token)).toBeUndefined();
  });

  test('makes room for others: the oldest is verified again', async () => {
    const { verify, verified } = counting();
    const first = await sign(claims);
    await verify(first);
    const others = Array.from({ length: TOKENS_REMEMBERED_MAX }, (_, index) => sign({ ...claims, jti: String(index) }));
    for (const token of others) await verify(await token);
    const before = verified();
    await verify(first);
    expect(verified()).toBe(before + 1);
  });

  test('that was not valid is not remembered', async () => {
    const { verify, verified } = counting();
    const token = await sign({ ...claims, client_id: 'another' });
    expect(await verify(token)).toBeUndefined();
    expect(await verify(token)).toBeUndefined();
    expect(verified()).toBe(2);
  });
});

describe('the issuer’s keys', () => {
  const remote = (url: string) => joseIdentity({ issuer: url, audience, clock });

  test('are fetched once for many tokens', async () => {
    const { url, asked } = await scriptedService({ status: 200, body: { keys: [jwk] } });
    const verifying = remote(url);
    const token = await sign({ ...claims, iss: url });
    for (let count = 0; count < 3; count += 1) expect((await verifying.verify(token))?.person).toBe('witness-1');
    for (const kid of ['new-1', 'new-2', 'new-3']) {
      expect(await verifying.verify(await sign({ ...claims, iss: url }, { kid }))).toBeUndefined();
    }
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['does not answer', undefined],
    ['answers with a failure', { status: 500, body: {} }],
    ['answers with something else', { status: 200, body: { keys: 'none' } }],
  ])('that cannot be fetched because it %s are an outside failure, not a bad token', async (_, answer) => {
    const { url } = await scriptedService(answer);
    await expect(remote(url).verify(await sign({ ...claims, iss: url }))).rejects.toThrow(OutsideFailure);
  });
});
