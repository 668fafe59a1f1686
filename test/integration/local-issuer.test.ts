import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ROLES } from '../../events/vocabulary.ts';
import { joseIdentity } from '../../functions/_ports/aws/identity.ts';
import { memoryClock } from '../../functions/_ports/memory/memory-clock.ts';
import { openAccounts } from '../../local/accounts.ts';
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
  const accounts = await openAccounts(folder);
  const issuer = await openIssuer({ folder, accounts, clock, url: gateway.url });
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
    accounts,
    gateway,
    folder,
    ask,
    identity: joseIdentity({ issuer: gateway.url, audience: LOCAL_AUDIENCE, clock }),
  };
};

const json = (response: Response): Promise<any> => response.json();

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
    expect([response.status, (await json(response)).error]).toEqual([400, 'invalid_request']);
  });
});

describe('the sign-in pages of one machine', () => {
  const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

  /** One key for all of them: making one takes longer than all that is done with it. */
  const key: { text?: string } = {};

  const openDoors = async () => {
    const folder = await temporaryFolder();
    if (key.text !== undefined) await writeFile(join(folder, 'issuer-key.json'), key.text);
    const opened = await issuerOn(folder);
    key.text ??= await readFile(opened.folder.file('issuer-key.json'), 'utf8');
    const { url } = opened.gateway;
    const callback = `${url}/es/signed-in`;
    const asked = {
      response_type: 'code',
      client_id: LOCAL_AUDIENCE,
      redirect_uri: callback,
      scope: 'openid',
      state: 'st&te',
      nonce: 'once',
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
      lang: 'pt-BR',
    };
    const visit = (path: string, query: object | string, init: RequestInit = {}) =>
      fetch(`${url}${path}?${new URLSearchParams(query as Record<string, string>)}`, { redirect: 'manual', ...init });
    const choose = async (person: string, query: object = asked) => {
      const response = await visit('/login', query, { method: 'POST', body: new URLSearchParams({ person }) });
      return { response, back: new URL(response.headers.get('location') ?? 'about:blank') };
    };
    const codeOf = async (person: string) => (await choose(person)).back.searchParams.get('code') ?? '';
    const exchange = async (code: string, more: object = {}) => {
      const response = await opened.ask({
        grant_type: 'authorization_code',
        client_id: LOCAL_AUDIENCE,
        redirect_uri: callback,
        code_verifier: VERIFIER,
        code,
        ...more,
      });
      return { status: response.status, body: await json(response) };
    };
    const refresh = async (token: string) => {
      const response = await opened.ask({
        grant_type: 'refresh_token',
        client_id: LOCAL_AUDIENCE,
        refresh_token: token,
      });
      return { status: response.status, body: await json(response) };
    };
    return { ...opened, url, callback, asked, visit, choose, codeOf, exchange, refresh };
  };

  const REFUSED = { status: 400, body: { error: 'invalid_grant', error_description: expect.any(String) } };

  test('lead from the request to a choice of people, one for each role, in the language that was asked for', async () => {
    const { visit, asked, url } = await openDoors();
    const first = await visit('/oauth2/authorize', asked);
    expect([first.status, first.headers.get('location')]).toEqual([303, `/login?${new URLSearchParams(asked)}`]);
    const page = await fetch(`${url}${first.headers.get('location')}`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('<html lang="pt">');
    expect(html).toContain('não usar em produção');
    for (const { id } of PEOPLE) expect(html).toContain(`value="${id}"`);
  });

  test('lead back with a code and the state, and the code gives the tokens of Cognito', async () => {
    const { choose, exchange, callback, identity, url } = await openDoors();
    const { response, back } = await choose('witness-2');
    expect([response.status, back.origin + back.pathname]).toEqual([303, callback]);
    expect(Object.fromEntries(back.searchParams)).toEqual({ code: expect.any(String), state: 'st&te' });
    const { status, body } = await exchange(back.searchParams.get('code') ?? '');
    expect([status, body]).toEqual([
      200,
      {
        access_token: expect.any(String),
        id_token: expect.any(String),
        refresh_token: expect.stringMatching(/^[\w-]{43}$/),
        token_type: 'Bearer',
        expires_in: 900,
      },
    ]);
    expect(await identity.verify(body.access_token)).toEqual({ person: 'witness-2', roles: ['witness'] });
    expect(await identity.verify(body.id_token)).toBeUndefined();
    const now = Date.parse(clock.now()) / 1_000;
    expect(decodeJwt(body.id_token)).toEqual({
      sub: 'witness-2',
      'cognito:groups': ['witness'],
      'cognito:username': 'witness-2',
      iss: url,
      aud: LOCAL_AUDIENCE,
      token_use: 'id',
      at_hash: expect.stringMatching(/^[\w-]{22}$/),
      nonce: 'once',
      origin_jti: decodeJwt(body.access_token)['origin_jti'],
      auth_time: now,
      iat: now,
      exp: now + 900,
      jti: expect.any(String),
    });
  });

  test('take a code once; who sends it again also ends what came of it', async () => {
    const { codeOf, exchange, refresh } = await openDoors();
    const code = await codeOf('witness-1');
    const { body } = await exchange(code);
    expect((await refresh(body.refresh_token)).status).toBe(200);
    expect(await exchange(code)).toEqual(REFUSED);
    expect(await refresh(body.refresh_token)).toEqual(REFUSED);
  });

  test('take a code only with its verifier, for its address and its client, and a failed try is one', async () => {
    const { codeOf, exchange, url } = await openDoors();
    const wrong = [
      { code_verifier: `${VERIFIER}x` },
      { code_verifier: CHALLENGE },
      { code_verifier: '' },
      { redirect_uri: `${url}/en/signed-in` },
    ];
    for (const more of wrong) {
      const code = await codeOf('witness-1');
      expect(await exchange(code, more)).toEqual(REFUSED);
      expect(await exchange(code)).toEqual(REFUSED);
    }
    expect((await exchange(await codeOf('witness-1'), { client_id: 'witness-1' })).body.error).toBe('invalid_client');
    expect(await exchange('never-given')).toEqual(REFUSED);
  });

  test('give codes that end after five minutes and sessions that end after twelve hours', async () => {
    const { codeOf, exchange, refresh } = await openDoors();
    onTestFinished(() => clock.set('2026-11-22T10:00:00.000Z'));
    const late = await codeOf('witness-1');
    clock.move(5 * 60_000);
    expect(await exchange(late)).toEqual(REFUSED);
    const { body } = await exchange(await codeOf('witness-1'));
    clock.move(12 * 60 * 60_000 - 1);
    const renewed = await refresh(body.refresh_token);
    expect(Object.keys(renewed.body).sort()).toEqual(['access_token', 'expires_in', 'id_token', 'token_type']);
    expect(decodeJwt(renewed.body.id_token)['nonce']).toBeUndefined();
    clock.move(1);
    expect(await refresh(body.refresh_token)).toEqual(REFUSED);
  });

  test('end a session that is revoked, and lead back from signing out to pages of the house alone', async () => {
    const { codeOf, exchange, refresh, url, visit } = await openDoors();
    const { body } = await exchange(await codeOf('witness-1'));
    const revoked = await fetch(`${url}/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token: body.refresh_token, client_id: LOCAL_AUDIENCE }),
    });
    expect(revoked.status).toBe(200);
    expect(await refresh(body.refresh_token)).toEqual(REFUSED);
    const home = `${url}/es/signed-out`;
    const out = await visit('/logout', { client_id: LOCAL_AUDIENCE, logout_uri: home });
    expect([out.status, out.headers.get('location')]).toEqual([303, home]);
    for (const logout_uri of ['https://evil.example/', `${home}/`, `${url}/es/signed-in`]) {
      const refused = await visit('/logout', { client_id: LOCAL_AUDIENCE, logout_uri });
      expect([refused.status, refused.headers.get('location')]).toEqual([400, null]);
    }
  });

  test.each([
    ['another client', { client_id: 'somebody' }],
    ['an address elsewhere', { redirect_uri: 'https://evil.example/es/signed-in' }],
    ['an address that only begins like ours', { redirect_uri: 'http://127.0.0.1/es/signed-in?x' }],
    ['no address', { redirect_uri: '' }],
  ])('tell nobody a code for %s', async (_, spoilt) => {
    const { asked, visit, choose } = await openDoors();
    const query = { ...asked, ...spoilt };
    const responses = [
      await visit('/oauth2/authorize', query),
      await visit('/login', query),
      (await choose('witness-1', query)).response,
    ];
    expect(responses.map(({ status, headers }) => [status, headers.get('location')])).toEqual(
      responses.map(() => [400, null]),
    );
  });

  test.each([
    ['no challenge', { code_challenge: '' }, 'invalid_request'],
    ['a challenge that is its verifier', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['tokens at once', { response_type: 'token' }, 'unsupported_response_type'],
    ['more than who somebody is', { scope: 'openid aws.cognito.signin.user.admin' }, 'invalid_scope'],
  ])('tell the page that asks with %s why not', async (_, spoilt, error) => {
    const { asked, visit, choose, callback } = await openDoors();
    const query = { ...asked, ...spoilt };
    for (const response of [await visit('/oauth2/authorize', query), (await choose('witness-1', query)).response]) {
      const back = new URL(response.headers.get('location') ?? 'about:blank');
      expect(back.origin + back.pathname).toBe(callback);
      expect(Object.fromEntries(back.searchParams)).toEqual({
        error,
        error_description: expect.any(String),
        state: 'st&te',
      });
    }
  });

  test('let nobody sign in as somebody who is not there, nor with a parameter twice', async () => {
    const { asked, visit, choose } = await openDoors();
    expect((await choose('emperor-1')).response.status).toBe(400);
    const twice = await visit('/oauth2/authorize', `${new URLSearchParams(asked)}&state=other`);
    expect([twice.status, twice.headers.get('location')]).toEqual([400, null]);
  });

  test('give whoever lost a role a token without it at the next renewal, and whoever got one a token with it', async () => {
    const { codeOf, exchange, refresh, accounts, identity } = await openDoors();
    const { body } = await exchange(await codeOf('witness-1'));
    await accounts.takeRole('witness-1', 'witness');
    await accounts.giveRole('witness-1', 'auditor');
    const renewed = await refresh(body.refresh_token);
    expect(await identity.verify(renewed.body.access_token)).toEqual({ person: 'witness-1', roles: ['auditor'] });
  });

  test('let nobody in who is kept out, end their sessions, and bring none of these back with them', async () => {
    const { choose, codeOf, exchange, refresh, accounts, ask, visit, asked } = await openDoors();
    const { body } = await exchange(await codeOf('witness-1'));
    const code = await codeOf('witness-1');
    await accounts.disable('witness-1');
    expect(await refresh(body.refresh_token)).toEqual(REFUSED);
    expect(await exchange(code)).toEqual(REFUSED);
    expect((await choose('witness-1')).response.status).toBe(400);
    expect((await ask(asking('witness-1'))).status).toBe(401);
    expect(await (await visit('/login', asked)).text()).not.toContain('value="witness-1"');
    await accounts.enable('witness-1');
    expect(await refresh(body.refresh_token)).toEqual(REFUSED);
    expect((await exchange(await codeOf('witness-1'))).status).toBe(200);
  });
});
