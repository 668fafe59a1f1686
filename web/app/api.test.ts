import { describe, expect, it } from 'vitest';
import { memoryTexts } from '../../test/support/memory-texts.ts';
import { apiOf } from './api.ts';
import { draftsOf } from './drafts.ts';
import type { Pass } from './session.ts';

const who = { person: 'witness-1', roles: ['witness'] };
const token = (text: string): Pass => ({ kind: 'token', token: text, who });

type Answer = () => Response | Promise<Response>;

/** An API that gives these answers one after the other, to somebody whose token is renewed once. */
const talking = (answers: readonly Answer[], renewed: Pass = token('second'), room = Infinity) => {
  const sent: { path: string; authorization: string | null; key: string | null; type: string | null; body: unknown }[] =
    [];
  const device = memoryTexts(room);
  let keys = 0;
  const parts = {
    session: { pass: async () => token('first'), passInsteadOf: async () => renewed },
    device,
    fetch: async (path: string, request: RequestInit) => {
      const headers = new Headers(request.headers);
      sent.push({
        path,
        authorization: headers.get('authorization'),
        key: headers.get('idempotency-key'),
        type: headers.get('content-type'),
        body: request.body,
      });
      const answer = answers[sent.length - 1];
      if (answer === undefined) throw new Error('Nobody answers this.');
      return answer();
    },
    newKey: () => {
      keys += 1;
      return `key-${keys}`;
    },
  };
  return { sent, device, parts, api: apiOf(parts) };
};

const offline: Answer = () => Promise.reject(new TypeError('offline'));
const done: Answer = () => Response.json({ ok: true });
const problem =
  (status: number, body: object = {}): Answer =>
  () =>
    Response.json(body, { status });

const FORM = { form: 'settings', path: '/me/notice-settings', body: { mail: 'none' } };

describe('what a form sends', () => {
  it('keeps its key until it has an answer, however often it is sent, on a page that was loaded again too', async () => {
    const { api, parts, sent } = talking([offline, problem(503), problem(429), problem(401), problem(401), done, done]);
    const kinds = [];
    for (const each of [api, api, api, api, apiOf(parts), api]) kinds.push((await each.send(FORM)).kind);
    expect(kinds).toEqual(['no-network', 'failed', 'failed', 'ended', 'done', 'done']);
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1', 'key-1', 'key-1', 'key-1', 'key-1', 'key-2']);
  });

  it('learns why it cannot be now, where the API says so', async () => {
    const { api } = talking([problem(429, { type: '/problems/pings-too-many' }), problem(429)]);
    expect(await api.send(FORM)).toEqual({ kind: 'failed', word: 'pings-too-many' });
    expect(await api.send(FORM)).toEqual({ kind: 'failed' });
  });

  it('keeps its key when it says something else too: what it said before may have arrived; once that is told, it has another', async () => {
    const { api, sent } = talking([offline, offline, problem(422), done]);
    await api.send(FORM);
    for (const _ of [1, 2, 3]) await api.send({ ...FORM, body: { mail: 'digest' } });
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1', 'key-1', 'key-2']);
  });

  it('has a key of its own for each place that it is sent to', async () => {
    const { api, sent } = talking([offline, offline, done]);
    for (const path of ['/a', '/b', '/a']) await api.send({ ...FORM, path });
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2', 'key-1']);
  });

  it('keeps its key apart for each person, says nothing of what it sent, and goes with the drafts', async () => {
    const { api, device, parts, sent } = talking([offline, offline]);
    const form = { ...FORM, body: { mail: 'secret' } };
    await api.send(form);
    const other: Pass = { kind: 'token', token: 'x', who: { person: 'witness-2', roles: [] } };
    await apiOf({ ...parts, session: { pass: async () => other, passInsteadOf: async () => other } }).send(form);
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2']);
    const kept = Array.from({ length: device.length }, (_, index) => device.getItem(device.key(index) ?? '')).join();
    expect([device.length, kept.includes('secret')]).toEqual([2, false]);
    const drafts = draftsOf({ device, person: 'witness-1', now: Date.now });
    expect(device.length).toBe(2);
    drafts.forgetAll();
    expect([device.length, device.key(0)]).toEqual([1, 'veedor.key:witness-2:settings /me/notice-settings']);
  });

  it('is sent where the device has no room for its key', async () => {
    const { api, sent } = talking([done], undefined, 0);
    expect((await api.send(FORM)).kind).toBe('done');
    expect(sent).toHaveLength(1);
  });

  it('goes on under a key of its own, as a table where it is one, however often it was answered', async () => {
    const { api, sent } = talking([done, done, done]);
    const table = { form: 'import', path: '/roster/imports', body: 'id,name\nana,Ana\n' };
    for (const key of ['of-file', 'of-file']) await api.send({ ...table, key });
    await api.send(FORM);
    expect(sent.map(({ key, type }) => [key, type])).toEqual([
      ['of-file', 'text/csv'],
      ['of-file', 'text/csv'],
      ['key-1', 'application/json'],
    ]);
    expect(sent[0]?.body).toBe(table.body);
  });

  it('is refused in words: what is wrong, and where', async () => {
    const flawed = {
      type: '/problems/input-invalid',
      detail: 'Some fields.',
      errors: [{ pointer: '/mail', detail: 'is missing' }, 'x'],
    };
    const { api } = talking([problem(422, flawed), () => new Response('<html>', { status: 404 })]);
    expect(await api.send(FORM)).toEqual({
      kind: 'refused',
      word: 'input-invalid',
      detail: 'Some fields.',
      flaws: [{ pointer: '/mail', detail: 'is missing' }],
      unmet: [],
    });
    expect(await api.send(FORM)).toEqual({ kind: 'refused', word: '', detail: '', flaws: [], unmet: [] });
  });
});

it('names the requirements that are not met, where that is why a form was refused', async () => {
  const requirements = [
    { id: 'team-complete', met: false },
    { id: 'acts-accounted', met: true },
  ];
  const { api } = talking([problem(409, { type: '/problems/requirements-unmet', requirements })]);
  expect(await api.send(FORM)).toMatchObject({ word: 'requirements-unmet', unmet: ['team-complete'] });
});

describe('what asks the API', () => {
  it('follows a list by the link of its answer, and by no link that leads elsewhere', async () => {
    const linked = (link: string) => () => new Response('{"items":[]}', { headers: { link } });
    const { api } = talking([
      linked('</cases?cursor=x>; rel="next"'),
      linked('<https://elsewhere.example/cases>; rel="next"'),
      linked('</openapi.json>; rel="service-desc"'),
      linked('<//elsewhere.example/cases>; rel="next"'),
    ]);
    expect(await api.read('/cases')).toEqual({ kind: 'done', body: { items: [] }, next: '/cases?cursor=x' });
    for (const _ of [1, 2, 3]) expect(await api.read('/cases')).toEqual({ kind: 'done', body: { items: [] } });
  });

  it('asks once more with a new token where the API takes the old one no longer', async () => {
    const { api, sent } = talking([problem(401), done]);
    expect(await api.read('/notices')).toEqual({ kind: 'done', body: { ok: true } });
    expect(sent.map(({ authorization }) => authorization)).toEqual(['Bearer first', 'Bearer second']);
  });

  it('says that the session is over, or that there is no network to renew it', async () => {
    expect(await talking([problem(401)], { kind: 'ended' }).api.read('/notices')).toEqual({ kind: 'ended' });
    expect(await talking([problem(401)], { kind: 'no-network' }).api.read('/notices')).toEqual({ kind: 'no-network' });
    expect(await talking([problem(401), problem(401)]).api.read('/notices')).toEqual({ kind: 'ended' });
  });
});
