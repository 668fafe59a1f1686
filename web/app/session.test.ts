import { describe, expect, it } from 'vitest';
import { memoryTexts } from '../../test/support/memory-texts.ts';
import { completeSignIn, SIGN_IN_MS_MAX } from './complete-sign-in.ts';
import { DRAFT_MS_MAX, draftsOf, filtersOf } from './drafts.ts';
import { challengeOf } from './pkce.ts';
import { openSession, RENEWED_BEFORE_MS, type SessionParts } from './session.ts';
import { claimsIn } from './tokens.ts';

const START = Date.parse('2026-11-22T10:00:00.000Z');
const MINUTE = 60_000;
const CLIENT = { url: 'https://sign-in.example', clientId: 'pages' };

const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
const token = (claims: object) => `${part({ alg: 'RS256' })}.${part(claims)}.signature`;

type Answering = (form: URLSearchParams, url: string) => Response | Promise<Response>;

/** A browser with one tab, in front of a sign-in that answers as the test says. */
const browser = (answering: Answering = () => new Response('{}', { status: 400 })) => {
  const clock = { now: START };
  const asked: { url: string; form: Record<string, string> }[] = [];
  const tab = memoryTexts();
  const heard = { answering };
  const parts: SessionParts = {
    client: CLIENT,
    pages: 'https://veedor.example/es',
    locale: 'es-419',
    tab,
    now: () => clock.now,
    fetch: async (url, { body }) => {
      const form = new URLSearchParams(typeof body === 'string' ? body : '');
      asked.push({ url, form: Object.fromEntries(form) });
      return heard.answering(form, url);
    },
  };
  return { parts, clock, tab, asked, heard, session: openSession(parts) };
};

let issued = 0;
/** The token endpoint of somebody who signed in with this nonce. */
const giving = (nonce: string | null, more: object = {}): Response => {
  issued += 1;
  const access = token({ sub: 'witness-1', 'cognito:groups': ['witness'], jti: issued });
  const id = token({ sub: 'witness-1', aud: CLIENT.clientId, nonce });
  return Response.json({ access_token: access, id_token: id, expires_in: 900, ...more });
};

const signedIn = async () => {
  const world = browser();
  const to = new URL(await world.session.begin('/es/account?x=1'));
  world.heard.answering = () => giving(to.searchParams.get('nonce'), { refresh_token: 'refresh-1' });
  const done = await completeSignIn(world.parts, `?code=code-1&state=${to.searchParams.get('state')}`);
  return { ...world, to, done };
};

describe('a sign-in', () => {
  it('asks for a code that only its own tab can use', async () => {
    const { session, tab } = browser();
    const to = new URL(await session.begin('/es/account'));
    const { code_challenge: challenge, state, nonce, ...asked } = Object.fromEntries(to.searchParams);
    expect(to.origin + to.pathname).toBe('https://sign-in.example/oauth2/authorize');
    expect(asked).toEqual({
      response_type: 'code',
      client_id: 'pages',
      redirect_uri: 'https://veedor.example/es/signed-in',
      scope: 'openid',
      code_challenge_method: 'S256',
      lang: 'es-419',
    });
    const kept = JSON.parse(tab.getItem('veedor.sign-in') ?? '');
    expect(challenge).toBe(await challengeOf(kept.verifier));
    expect(new Set([state, nonce, kept.verifier, challenge]).size).toBe(4);
    expect(to.href).not.toContain(kept.verifier);
  });

  it('proves its challenge as RFC 7636 has it, in its appendix B', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  it('comes back to where somebody was, and shows the verifier to the token endpoint alone', async () => {
    const { done, asked, tab } = await signedIn();
    expect(done).toEqual({ kind: 'signed-in', returnTo: '/es/account?x=1' });
    expect(asked).toEqual([
      {
        url: 'https://sign-in.example/oauth2/token',
        form: {
          grant_type: 'authorization_code',
          client_id: 'pages',
          code: 'code-1',
          redirect_uri: 'https://veedor.example/es/signed-in',
          code_verifier: expect.stringMatching(/^[\w-]{43}$/),
        },
      },
    ]);
    expect(tab.getItem('veedor.sign-in')).toBeNull();
    expect(tab.getItem('veedor.refresh')).toBe('refresh-1');
  });

  it('does not take what it did not begin, and does not ask with it', async () => {
    const { session, parts, asked, clock } = browser();
    expect(await completeSignIn(parts, '?code=a&state=b')).toEqual({ kind: 'failed', why: 'not-begun' });
    const to = new URL(await session.begin('/es/account'));
    const state = to.searchParams.get('state');
    expect(await completeSignIn(parts, '?code=a&state=b')).toEqual({ kind: 'failed', why: 'not-ours' });
    clock.now += SIGN_IN_MS_MAX + 1;
    expect(await completeSignIn(parts, `?code=a&state=${state}`)).toEqual({ kind: 'failed', why: 'not-begun' });
    expect(asked).toEqual([]);
  });

  it.each([
    ['another nonce', () => giving('another', { refresh_token: 'r' })],
    ['no ID token', () => giving(null, { refresh_token: 'r', id_token: undefined })],
    ['no JSON', () => new Response('<html>')],
    ['a refusal', () => new Response('{"error":"invalid_grant"}', { status: 400 })],
  ])('is refused when the token endpoint answers with %s', async (_, answer) => {
    const { session, parts, tab } = browser(answer);
    const to = new URL(await session.begin('/es/account'));
    const search = `?code=a&state=${to.searchParams.get('state')}`;
    expect(await completeSignIn(parts, search)).toEqual({ kind: 'failed', why: 'refused' });
    expect(tab.length).toBe(0);
  });

  it('that meets no network can be ended by loading the page again', async () => {
    const { session, parts, heard } = browser(() => Promise.reject(new TypeError('offline')));
    const to = new URL(await session.begin('/es/account'));
    const search = `?code=a&state=${to.searchParams.get('state')}`;
    expect(await completeSignIn(parts, search)).toEqual({ kind: 'failed', why: 'no-network' });
    heard.answering = () => giving(to.searchParams.get('nonce'), { refresh_token: 'r' });
    expect((await completeSignIn(parts, search)).kind).toBe('signed-in');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example'])('never returns to %s', async (elsewhere) => {
    const { session, parts } = browser();
    const to = new URL(await session.begin(elsewhere));
    const search = `?code=a&state=${to.searchParams.get('state')}`;
    expect(await completeSignIn(parts, search)).toEqual({ kind: 'failed', why: 'not-begun' });
  });
});

describe('a session', () => {
  it('renews its token shortly before it ends, once for all who ask', async () => {
    const { session, asked, heard, clock } = await signedIn();
    heard.answering = () => giving(null);
    const [one, other] = await Promise.all([session.pass(), session.pass()]);
    expect(one).toEqual({
      kind: 'token',
      token: expect.any(String),
      who: { person: 'witness-1', roles: ['witness'] },
    });
    expect(other).toEqual(one);
    clock.now += 15 * MINUTE - RENEWED_BEFORE_MS - 1;
    expect(await session.pass()).toEqual(one);
    clock.now += 1;
    expect(await session.pass()).not.toEqual(one);
    expect(asked.map(({ form }) => form['grant_type'])).toEqual([
      'authorization_code',
      'refresh_token',
      'refresh_token',
    ]);
  });

  it('never sends a token again that the API refused', async () => {
    const { session, heard } = await signedIn();
    heard.answering = () => giving(null);
    const first = await session.pass();
    if (first.kind !== 'token') throw new Error('There is a token.');
    const second = await session.passInsteadOf(first.token);
    expect(second).not.toEqual(first);
    // Who comes later with the old one takes what is there.
    expect(await session.passInsteadOf(first.token)).toEqual(second);
  });

  it('is over when what renews it is refused, and not when there is no network or the sign-in fails', async () => {
    const { session, heard } = await signedIn();
    heard.answering = () => Promise.reject(new TypeError('offline'));
    expect(await session.pass()).toEqual({ kind: 'no-network' });
    heard.answering = () => new Response('', { status: 503 });
    expect(await session.pass()).toEqual({ kind: 'no-network' });
    expect(session.isBegun()).toBe(true);
    heard.answering = () => new Response('{"error":"invalid_grant"}', { status: 400 });
    expect(await session.pass()).toEqual({ kind: 'ended' });
    expect(session.isBegun()).toBe(false);
  });

  it('follows what is kept: whoever signs in elsewhere in the same app is the one who asks from then on', async () => {
    const { session, asked, heard, tab } = await signedIn();
    heard.answering = () => giving(null);
    const first = await session.pass();
    expect(await session.pass()).toEqual(first);
    tab.setItem('veedor.refresh', 'of-somebody-else');
    expect(await session.pass()).not.toEqual(first);
    expect(asked.at(-1)?.form['refresh_token']).toBe('of-somebody-else');
    tab.removeItem('veedor.refresh');
    expect(await session.pass()).toEqual({ kind: 'ended' });
  });

  it('that is ended while its token is being renewed stays ended', async () => {
    const { session, heard } = await signedIn();
    const late = Promise.withResolvers<Response>();
    heard.answering = (form) => (form.has('grant_type') ? late.promise : new Response(''));
    const waiting = session.pass();
    await session.end();
    late.resolve(giving(null));
    await waiting;
    expect([session.isBegun(), await session.pass()]).toEqual([false, { kind: 'ended' }]);
  });

  it('that is ended leaves nothing behind, with a network or none', async () => {
    const { session, asked, heard, tab } = await signedIn();
    // What a form sent and never had an answer to.
    tab.setItem('veedor.key:mail-address', '{}');
    heard.answering = () => Promise.reject(new TypeError('offline'));
    expect(await session.end()).toBe(
      'https://sign-in.example/logout?client_id=pages&logout_uri=https%3A%2F%2Fveedor.example%2Fes%2Fsigned-out',
    );
    expect(asked.at(-1)).toEqual({
      url: 'https://sign-in.example/oauth2/revoke',
      form: { token: 'refresh-1', client_id: 'pages' },
    });
    expect(tab.length).toBe(0);
    expect(await session.pass()).toEqual({ kind: 'ended' });
  });

  it('that is ended ends others of the same person with it, each once', async () => {
    const { session, asked } = await signedIn();
    await session.end(['refresh-of-another-tab', 'refresh-1']);
    const revoked = asked.filter(({ url }) => url.endsWith('/revoke')).map(({ form }) => form['token']);
    expect(revoked).toEqual(['refresh-1', 'refresh-of-another-tab']);
  });

  it.each(['', 'a.b.c', 'a', 'a.W10.c'])('reads no claims in %j', (text) => {
    expect(claimsIn(text)).toEqual({});
  });
});

describe('a draft', () => {
  const open = (device = memoryTexts(), person = 'witness-1', now = () => START) => draftsOf({ device, person, now });

  it('is there again after the page, the tab and the session are gone', () => {
    const device = memoryTexts();
    expect(open(device).keep('finding', { title: 'Falta un acta', narrative: '…' })).toBe(true);
    expect(open(device).read('finding')).toEqual({ title: 'Falta un acta', narrative: '…' });
  });

  it('is nobody else’s, and goes when its writer signs out', () => {
    const device = memoryTexts();
    open(device).keep('finding', { title: 'mine' });
    open(device, 'witness-2').keep('finding', { title: 'theirs' });
    expect(open(device, 'witness').read('finding')).toBeUndefined();
    open(device).forgetAll();
    expect(open(device).read('finding')).toBeUndefined();
    expect(open(device, 'witness-2').read('finding')).toEqual({ title: 'theirs' });
  });

  it('goes with the filters that its writer gave names, and with nobody else’s', () => {
    const device = memoryTexts();
    for (const person of ['witness-1', 'witness-2']) device.setItem(`${filtersOf(person)}board`, '[]');
    open(device).forgetAll();
    expect([device.length, device.key(0)]).toEqual([1, `${filtersOf('witness-2')}board`]);
  });

  it('that nobody comes back to goes after its time', () => {
    const device = memoryTexts();
    open(device).keep('finding', { title: 'old' });
    expect(open(device, 'witness-1', () => START + DRAFT_MS_MAX).read('finding')).toBeDefined();
    open(device, 'witness-2', () => START + DRAFT_MS_MAX + 1);
    expect(device.length).toBe(0);
  });

  it('that finds no room says so, and what others wrote into its place is no draft', () => {
    expect(open(memoryTexts(10)).keep('finding', { title: 'long' })).toBe(false);
    const device = memoryTexts();
    device.setItem('veedor.draft:witness-1:finding', '{"keptAt":');
    expect(open(device).read('finding')).toBeUndefined();
  });
});
