import { readFile, stat, writeFile } from 'node:fs/promises';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ROLES } from '../../events/vocabulary.ts';
import { joseIdentity } from '../../functions/_ports/aws/identity.ts';
import { memoryClock } from '../../functions/_ports/memory/memory-clock.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { startGateway } from '../../local/http-gateway.ts';
import { openIssuer } from '../../local/issuer.ts';
import { PEOPLE } from '../../local/people.ts';
import { LOCAL_AUDIENCE } from '../../local/sign-in/client.ts';
import { TOKEN_REQUEST_BYTES_MAX } from '../../local/sign-in/tokens.ts';
import { temporaryFolder } from './embedded-table.ts';

const clock = memoryClock('2026-11-22T10:00:00.000Z');

const issuerOn = async (path: string) => {
  const folder = await openDataFolder(path);
  const gateway = await startGateway({ port: 0, clock });
  const issuer = await openIssuer({ folder, clock, url: gateway.url });
  gateway.serve(issuer.routes);
  onTestFinished(async () => {
    await gateway.stop();
    folder.release();
  });
  const ask = (body: string | Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}/oauth2/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: typeof body === 'string' ? body : new URLSearchParams(body).toString(),
    });
  return {
    ...issuer,
    gateway,
    folder,
    ask,
    identity: joseIdentity({ issuer: gateway.url, audience: LOCAL_AUDIENCE, clock }),
  };
};

const asking = (client: string) => ({ grant_type: 'client_credentials', client_id: client });

describe('the sign-in of one machine', () => {
  test('gives everybody of the cast a token that the functions take, with their roles', async () => {
    const { ask, identity } = await issuerOn(await temporaryFolder());
    for (const person of PEOPLE) {
      const response = await ask(asking(person.id));
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(response.headers.get('x-veedor-issuer')).toContain('never for production');
      const answer: any = await response.json();
      expect(answer).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 3600 });
      expect(await identity.verify(answer.access_token)).toEqual({ person: person.id, roles: person.roles });
    }
  });

  test('has somebody for each role that a token can give', () => {
    const played = new Set(PEOPLE.flatMap(({ roles }) => roles));
    expect([...played].sort()).toEqual(ROLES.filter((role) => role !== 'public' && role !== 'system').sort());
    expect(new Set(PEOPLE.map(({ id }) => id)).size).toBe(PEOPLE.length);
  });

  test('writes the claims of a Cognito access token', async () => {
    const { ask, gateway } = await issuerOn(await temporaryFolder());
    const { access_token: token }: any = await (await ask(asking('witness-2'))).json();
    const now = Date.parse(clock.now()) / 1_000;
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', kid: expect.any(String) });
    expect(decodeJwt(token)).toEqual({
      sub: 'witness-2',
      'cognito:groups': ['witness'],
      iss: gateway.url,
      version: 2,
      client_id: LOCAL_AUDIENCE,
      token_use: 'access',
      scope: 'openid',
      auth_time: now,
      iat: now,
      exp: now + 3600,
      jti: expect.any(String),
      username: 'witness-2',
    });
  });

  test('gives the bare token to a shell', async () => {
    const { ask, identity } = await issuerOn(await temporaryFolder());
    const response = await ask(asking('member-3'), { accept: 'text/plain' });
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect((await identity.verify(await response.text()))?.person).toBe('member-3');
  });

  test('gives tokens that end after an hour', async () => {
    const { ask, identity } = await issuerOn(await temporaryFolder());
    const token = await (await ask(asking('auditor-1'), { accept: 'text/plain' })).text();
    onTestFinished(() => clock.set('2026-11-22T10:00:00.000Z'));
    clock.move(3_599_000);
    expect(await identity.verify(token)).toBeDefined();
    clock.move(1_000);
    expect(await identity.verify(token)).toBeUndefined();
  });

  test('says where its keys and its tokens are', async () => {
    const { gateway } = await issuerOn(await temporaryFolder());
    const configuration: any = await (await fetch(`${gateway.url}/.well-known/openid-configuration`)).json();
    expect(configuration).toMatchObject({
      issuer: gateway.url,
      jwks_uri: `${gateway.url}/.well-known/jwks.json`,
      token_endpoint: `${gateway.url}/oauth2/token`,
    });
    const { keys }: any = await (await fetch(configuration.jwks_uri)).json();
    expect(keys.map((key: object) => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  });

  test('keeps its key to itself and over restarts; one that cannot be read is made anew', async () => {
    const path = await temporaryFolder();
    const first = await issuerOn(path);
    const file = first.folder.file('issuer-key.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const kept = await readFile(file, 'utf8');
    first.folder.release();
    const second = await issuerOn(path);
    expect(await readFile(file, 'utf8')).toBe(kept);
    second.folder.release();
    await writeFile(file, kept.slice(0, 40));
    const third = await issuerOn(path);
    expect(await readFile(file, 'utf8')).not.toBe(kept);
    expect(await third.identity.verify(await third.tokenFor(PEOPLE[0]!))).toBeDefined();
  });

  test.each([
    ['somebody unknown', asking('emperor-1'), 401, 'invalid_client'],
    ['another grant', { grant_type: 'password', client_id: 'witness-1' }, 400, 'unsupported_grant_type'],
    ['no grant', { client_id: 'witness-1' }, 400, 'invalid_request'],
    ['nobody', { grant_type: 'client_credentials' }, 400, 'invalid_request'],
    ['two people', 'grant_type=client_credentials&client_id=witness-1&client_id=coordinator-1', 400, 'invalid_request'],
    ['nothing', '', 400, 'invalid_request'],
    ['__proto__', asking('__proto__'), 401, 'invalid_client'],
    [
      'too much',
      `grant_type=client_credentials&client_id=witness-1&x=${'x'.repeat(TOKEN_REQUEST_BYTES_MAX)}`,
      413,
      'invalid_request',
    ],
  ])('refuses a request for %s as RFC 6749 says', async (_, body, status, error) => {
    const { ask } = await issuerOn(await temporaryFolder());
    const response = await ask(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error, error_description: expect.any(String) });
  });

  test('refuses a request that is no form', async () => {
    const { ask } = await issuerOn(await temporaryFolder());
    const response = await ask(JSON.stringify(asking('witness-1')), { 'content-type': 'application/json' });
    expect([response.status, ((await response.json()) as any).error]).toEqual([400, 'invalid_request']);
  });
});
