import { expect, it } from 'vitest';
import { PERMISSIONS, type Rule } from '../../domain/permissions.ts';
import { PEOPLE } from '../../local/people.ts';
import { type AtCommand, atEachCommand, COMMAND_NAMES } from './at-each-command.ts';
import { CANARY, inShort, tried, wordOf } from './refusal.ts';

const visitingAll = async (visit: (at: AtCommand) => Promise<void>) => {
  expect([...(await atEachCommand(visit))].sort()).toEqual([...COMMAND_NAMES].sort());
};

interface Change {
  readonly path?: string;
  readonly person?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Tries a valid request with something changed, and says what came of it beside what was tried. */
const came = async ({ aside, request }: AtCommand, change: Change) => {
  const sent = { ...request, ...change, headers: { ...request.headers, ...change.headers } };
  const outcome = await tried(aside, sent);
  return [outcome.done ? 'done' : outcome.word, inShort(sent)];
};

const refusedWith = (word: string) => [word, expect.anything()];

it('a key that is missing, empty, too long or not of visible ASCII is refused by every command', async () => {
  await visitingAll(async (at) => {
    for (const key of ['', ' ', 'a b', 'ñ', 'x'.repeat(129), '\u0000', 'a\nb', CANARY]) {
      expect(await came(at, { headers: { 'idempotency-key': key } })).toEqual(refusedWith('idempotency-key-missing'));
    }
    const { 'idempotency-key': _, ...headers } = at.request.headers;
    expect(await tried(at.aside, { ...at.request, headers })).toMatchObject({
      word: 'idempotency-key-missing',
      status: 400,
    });
    for (const key of ['!', '~'.repeat(128), '"quoted"', 'a,b']) {
      expect(await came(at, { headers: { 'idempotency-key': key } })).toEqual(['done', expect.anything()]);
    }
  });
});

it('an If-Match that names no version is refused by every command, and so is one that names another version', async () => {
  await visitingAll(async (at) => {
    for (const etag of [
      '',
      CANARY,
      '"x"',
      'W/"1"',
      '"01"',
      '"1", "2"',
      '1',
      '"-1"',
      '"1.0"',
      '"1e3"',
      '"9999999999"',
    ]) {
      expect(await came(at, { headers: { 'if-match': etag } })).toEqual(refusedWith('if-match-invalid'));
    }
    expect(await came(at, { headers: { 'if-match': '"999999"' } })).toEqual(refusedWith('version-conflict'));
    expect(await came(at, { headers: { 'if-match': '*' } })).toEqual(['done', expect.anything()]);
  });
});

it('a version conflict tells the version that the case has', async () => {
  await visitingAll(async (at) => {
    const { house } = at.aside;
    const { body } = await house.send({ ...at.request, headers: { ...at.request.headers, 'if-match': '"999999"' } });
    const version = (body as { version: number }).version;
    expect(await came(at, { headers: { 'if-match': `"${version}"` } })).toEqual(['done', expect.anything()]);
  });
});

it('a token that is missing or nobody’s is refused by every command', async () => {
  await visitingAll(async ({ aside, request: { person: _, ...request } }) => {
    const nobody = await aside.house.send(request);
    expect([wordOf(nobody), nobody.status, nobody.headers['www-authenticate']]).toEqual([
      'token-missing',
      401,
      'Bearer',
    ]);
    for (const authorization of [
      '',
      'Bearer',
      'Bearer ',
      'Bearer nobody',
      'Bearer a b',
      'Basic Y29vcmRpbmF0b3ItMQ==',
      'coordinator-1',
      `Bearer ${CANARY}`,
      'Bearer coordinator-1, Bearer coordinator-1',
      'Bearer coordinator-1\u0000',
    ]) {
      const outcome = await tried(aside, { ...request, headers: { ...request.headers, authorization } });
      expect([authorization, outcome]).toEqual([authorization, { done: false, word: 'token-invalid', status: 401 }]);
    }
  });
});

it('whoever has no role for it, or stands in no relation to the case, is refused by every command', async () => {
  const strangers = ['member-7', 'authority-2', 'bidder-3', 'control-3'];
  await visitingAll(async (at) => {
    const { grants }: Rule = PERMISSIONS[at.operation.name];
    const roles = grants.map(({ role }) => role);
    const without = PEOPLE.filter((person) => !person.roles.some((role) => roles.includes(role))).map(({ id }) => id);
    for (const person of new Set([...without, ...strangers])) {
      const outcome = await tried(at.aside, { ...at.request, person });
      expect([person, outcome]).toEqual([person, { done: false, word: 'not-permitted', status: 403 }]);
    }
  });
});

const STRANGE = [
  'x',
  '%2e%2e',
  '%2e%2e%2fcases',
  '%00',
  '%0A',
  '%F0%9F%99%82',
  '%7Bcase%7D',
  '__proto__',
  encodeURIComponent(CANARY),
  'a'.repeat(3_000),
  '%E2%80%AE',
  ';',
  '*',
];

it('a case that is not there, or that no case can be called, is not found by any command', async () => {
  await visitingAll(async (at) => {
    if (at.operation.kind === 'opening') return;
    const [, cases, caseId = '', ...rest] = at.request.path.split('/');
    const others = ['ip-00000000000000000000', caseId.toUpperCase(), `${caseId}0`, caseId.slice(0, -1), `${caseId}%0A`];
    for (const other of [...others, ...STRANGE]) {
      expect(await came(at, { path: ['', cases, other, ...rest].join('/') })).toEqual(refusedWith('not-found'));
    }
  });
});

it('a thing that is not there, or that nothing can be called, is not found by any command', async () => {
  await visitingAll(async (at) => {
    const parts = at.operation.path.split('/');
    const place = parts.findIndex((part, index) => index > 2 && part.startsWith('{'));
    if (place === -1) return;
    const kind = parts[place]?.slice(1, -1) ?? '';
    const called = (thing: string) => at.request.path.split('/').with(place, thing).join('/');
    for (const thing of [
      ...STRANGE.slice(1),
      ...(kind === 'person' ? [] : ['x', `${kind}-0`, `${kind}-01`, `${kind}-1000000`, `${kind}-1%0A`, `X${kind}-1`]),
    ]) {
      expect(await came(at, { path: called(thing) })).toEqual([
        expect.stringMatching(/^not-(found|permitted|in-team)$/),
        expect.anything(),
      ]);
    }
    const absent = kind === 'person' ? 'nobody' : `${kind}-999999`;
    const outcome = await tried(at.aside, { ...at.request, path: called(absent) });
    expect([kind, outcome]).toEqual([
      kind,
      expect.objectContaining({ word: expect.stringMatching(/-unknown$|^not-(permitted|in-team)$/) }),
    ]);
  });
});

it('a query that a command does not take changes nothing', async () => {
  await visitingAll(async (at) => {
    expect(await came(at, { path: `${at.request.path}?dry=1&__proto__=1` })).toEqual(['done', expect.anything()]);
  });
});
