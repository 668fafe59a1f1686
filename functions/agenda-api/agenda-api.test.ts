import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../events/vocabulary.ts';
import { agendaTold } from '../../test/support/agenda-told.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { FEEDS_MAX } from './feeds.ts';
import { ROLES_KNOWN_DAYS } from './known-roles.ts';

const DAY = 86_400_000;

interface Item {
  readonly case: string;
  readonly id: string;
  readonly what: string;
  readonly state: string;
  readonly overdue: boolean;
  readonly standsStill: boolean;
  readonly dueAt: string;
  readonly audience: string;
  readonly persons: readonly string[];
  readonly term?: { readonly explained: string };
}

const come = async (path: string) => {
  const { house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', path));
  const keep = () => agendaTold(house, caseId);
  await keep();
  let sent = 0;
  const post = async (person: string, at: string, body: object = {}, key?: string) => {
    sent += 1;
    return house.post(person, at, { body, idempotencyKey: key ?? `post-${sent}` });
  };
  const items = async (person: string, at: string) => {
    const { status, body } = await house.get(person, at);
    return status === 200 ? (body as { items: readonly Item[] }).items : status;
  };
  return { house, caseId, keep, post, items };
};

const idsOf = (items: readonly Item[] | number) => (typeof items === 'number' ? items : items.map(({ id }) => id));

describe('the agenda', () => {
  it('shows a coordinator what is due in all cases, and an auditor too; to anybody else it does not exist', async () => {
    const { items } = await come('/observations/observation-3/notification');
    const shown = await items('coordinator-1', '/agenda');
    expect(idsOf(shown)).toContain('reply:observation-3');
    expect(await items('auditor-1', '/agenda')).toEqual(shown);
    for (const person of ['', 'witness-1', 'authority-1', 'administrator-1', 'assessor-1']) {
      expect(await items(person, '/agenda')).toBe(404);
    }
  });

  it('shows everybody what they must do, and the public nothing', async () => {
    const { items } = await come('/observations/observation-3/notification');
    expect(idsOf(await items('authority-1', '/agenda/mine'))).toContain('reply:observation-3');
    expect(idsOf(await items('witness-1', '/agenda/mine'))).not.toContain('reply:observation-3');
    expect(await items('bidder-3', '/agenda/mine')).toEqual([]);
    expect(await items('', '/agenda/mine')).toBe(404);
  });

  it('shows the public of a case only public acts and terms; a grave finding’s term stays with those who see all', async () => {
    const { caseId, items } = await come('/observations/observation-4/notification');
    const at = `/cases/${caseId}/agenda`;
    const inside = await items('coordinator-1', at);
    expect(idsOf(inside)).toEqual(expect.arrayContaining([expect.stringMatching(/^escalation-of:/)]));
    for (const person of ['', 'authority-1', 'witness-3', 'assessor-1']) {
      const outside = (await items(person, at)) as readonly Item[];
      expect(outside.filter(({ audience }) => audience !== 'public')).toEqual([]);
    }
  });

  it('explains each term where its days are shown one by one', async () => {
    const { house, items } = await come('/observations/observation-3/notification');
    const shown = (await items('authority-1', '/agenda/mine')) as readonly Item[];
    const reply = shown.find(({ id }) => id === 'reply:observation-3');
    const { status, body } = await house.get('', reply?.term?.explained ?? '');
    expect([status, (body as { dueAt: string }).dueAt]).toEqual([200, reply?.dueAt]);
  });

  it('says what is overdue, and filters by time, person, role, kind and by whom nobody is', async () => {
    const { house, items } = await come('/observations/observation-3/notification');
    const before = await items('coordinator-1', '/agenda?overdue=true');
    house.clock.move(60 * DAY);
    const late = (await items('coordinator-1', '/agenda?overdue=true')) as readonly Item[];
    expect(idsOf(before)).not.toContain('reply:observation-3');
    expect(late.find(({ id }) => id === 'reply:observation-3')?.overdue).toBe(true);
    house.clock.move(-60 * DAY);
    const all = (await items('coordinator-1', '/agenda?limit=100')) as readonly Item[];
    const within = (await items('coordinator-1', '/agenda?withinDays=20&limit=100')) as readonly Item[];
    const now = house.clock.now();
    const until = new Date(Date.parse(now) + 20 * DAY).toISOString();
    expect(idsOf(within)).toEqual(idsOf(all.filter(({ dueAt }) => dueAt >= now && dueAt <= until)));
    const filtered = async (query: string) => (await items('coordinator-1', `/agenda?limit=100&${query}`)) as Item[];
    expect(idsOf(await filtered('person=authority-1'))).toEqual(
      idsOf(all.filter(({ persons }) => persons.includes('authority-1'))),
    );
    expect(idsOf(await filtered('role=contracting-authority&kind=term'))).toContain('reply:observation-3');
    expect(await filtered('instrument=oversight-committee')).toEqual([]);
    expect((await filtered('unassigned=true')).every(({ persons }) => persons.length === 0)).toBe(true);
  });

  it('lets nothing be overdue while a case stands still, and moves its terms when it goes on', async () => {
    const { house, caseId, keep, post, items } = await come('/observations/observation-3/notification');
    const dueAt = async () =>
      ((await items('authority-1', '/agenda/mine')) as readonly Item[]).find(({ id }) => id === 'reply:observation-3');
    const before = await dueAt();
    await post('coordinator-1', `/cases/${caseId}/suspension`, { reason: 'challenge', explanation: 'Wait.' });
    await keep();
    house.clock.move(40 * DAY);
    const still = await dueAt();
    expect([still?.standsStill, still?.overdue, still?.dueAt]).toEqual([true, false, before?.dueAt]);
    expect(await items('coordinator-1', '/agenda?overdue=true')).toEqual([]);
    await post('coordinator-1', `/cases/${caseId}/resumption`, { explanation: 'Go on.' });
    await keep();
    const after = await dueAt();
    expect([after?.standsStill, after?.overdue]).toEqual([false, false]);
    expect(Date.parse(after?.dueAt ?? '') - Date.parse(before?.dueAt ?? '')).toBeGreaterThanOrEqual(40 * DAY);
  });

  it('is the same page by page as at once, in order, and refuses the cursor of another list', async () => {
    const { house, items } = await come('/observations/observation-3/notification');
    const whole = await items('coordinator-1', '/agenda?limit=100');
    const paged: Item[] = [];
    let next: string | undefined = '/agenda?limit=1';
    let cursor = '';
    while (next !== undefined) {
      const { headers, body } = await house.send({ method: 'GET', path: next, person: 'coordinator-1' });
      paged.push(...(body as { items: Item[] }).items);
      next = /^<([^>]+)>/.exec(String(headers['link'] ?? ''))?.[1];
      cursor = next === undefined ? cursor : (/cursor=([^&]+)/.exec(next)?.[1] ?? '');
    }
    expect(paged).toEqual(whole);
    expect(paged.length).toBeGreaterThan(2);
    for (const path of ['/agenda/mine', '/agenda', '/feeds', '/assignments']) {
      const other = await house.get(
        'coordinator-1',
        `${path}?kind=draw&cursor=${cursor}`.replace(/(mine|feeds|assignments)\?kind=draw&/, '$1?'),
      );
      expect([path, other.status]).toEqual([path, 400]);
    }
  });
});

describe('assignments', () => {
  it('show a coordinator each person with cases, open items and what comes next, and each case with its team', async () => {
    const { house, caseId } = await come('/observations/observation-3/notification');
    const { body } = await house.get('coordinator-1', '/assignments');
    const people = (body as { items: { person: string; cases: number; open: number }[] }).items;
    expect(people.find(({ person }) => person === 'witness-1')).toMatchObject({ of: 'person', cases: 1 });
    const cases = await house.get('coordinator-1', '/assignments?by=case');
    expect(cases.body).toMatchObject({ items: [{ of: 'case', case: caseId, suspended: false }] });
    const one = await house.get('witness-1', '/assignments/witness-1');
    expect(one.body).toMatchObject({ person: 'witness-1', memberships: [{ case: caseId, standing: 'accepted' }] });
    for (const [person, path] of [
      ['witness-1', '/assignments'],
      ['witness-1', '/assignments/witness-2'],
      ['', '/assignments/witness-1'],
    ] as const) {
      expect((await house.get(person, path)).status).toBe(404);
    }
  });
});

describe('a feed', () => {
  const fetched = (house: House, url: string, headers: Readonly<Record<string, string>> = {}) =>
    house.send({ method: 'GET', path: new URL(url).pathname, headers });

  it('shows its owner’s items by a secret address, without sealed things, and is empty of names', async () => {
    const { house, post } = await come('/observations');
    const opened = await post('witness-1', '/feeds', { scope: { of: 'mine' }, language: 'en' });
    expect(opened.status).toBe(201);
    const { url } = opened.body as { url: string };
    expect(url).toMatch(/^https:\/\/veedor\.example\/feeds\/[A-Za-z0-9_-]{43}\.ics$/);
    const feed = await fetched(house, url);
    expect(feed.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=300',
    });
    const events = new ICAL.Component(ICAL.parse(feed.text)).getAllSubcomponents('vevent');
    expect(events.length).toBeGreaterThan(0);
    expect(feed.text).not.toContain('escalation-of');
    expect(feed.text).not.toContain('witness-1');
    const again = await fetched(house, url, { 'if-none-match': String(feed.headers['etag']) });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('shows who is accused of a breach that a term runs, and nobody learns more of it from an address', async () => {
    const { house, caseId, items, post } = await come('/breaches');
    const mine = (await items('bidder-1', '/agenda/mine')) as readonly (Item & { remindAt?: string })[];
    const asked = mine.find(({ id }) => id === 'breach:breach-1');
    expect(asked).toMatchObject({ what: 'answer-breach', persons: ['bidder-1'], remindAt: expect.any(String) });
    expect(idsOf(await items('bidder-1', `/cases/${caseId}/agenda`))).toContain('breach:breach-1');
    for (const person of ['', 'bidder-2', 'authority-1', 'control-1']) {
      expect(idsOf(await items(person, `/cases/${caseId}/agenda`))).not.toContain('breach:breach-1');
    }
    const textOf = async (person: string, scope: object) => {
      const opened = await post(person, '/feeds', { scope, language: 'en' });
      return (await fetched(house, (opened.body as { url: string }).url)).text;
    };
    const { status, body } = await post('bidder-1', '/feeds', { scope: { of: 'everything' } });
    expect([status, body]).toMatchObject([
      422,
      { errors: [{ detail: 'must be an object whose `of` is `mine` or `filter`' }] },
    ]);
    const own = await textOf('bidder-1', { of: 'mine' });
    expect(own).toContain('SUMMARY:Confidential term');
    expect(own).not.toMatch(/breach|bidder|accus/i);
    expect(await textOf('bidder-2', { of: 'mine' })).not.toContain('Confidential term');
    expect(await textOf('coordinator-1', { of: 'filter', case: caseId })).toContain('Confidential term');
    for (const telling of [{ role: 'bidder-representative' }, { person: 'bidder-1' }]) {
      expect(await textOf('coordinator-1', { of: 'filter', ...telling })).not.toContain('Confidential term');
    }
  });

  it('learns of what is cancelled, for thirty days', async () => {
    const { house, caseId, keep, post } = await come('/observations/observation-3/notification');
    const opened = await post('witness-1', '/feeds', { scope: { of: 'mine' } });
    const { url } = opened.body as { url: string };
    await post('coordinator-1', `/cases/${caseId}/acts`, {
      kind: 'bid-opening',
      stage: 'award-review',
      heldAt: '2026-12-24T10:00:00-06:00',
    });
    await keep();
    const first = await fetched(house, url);
    await post('coordinator-1', `/cases/${caseId}/process-end`, { ending: 'cancelled', explanation: 'No budget.' });
    await keep();
    const second = await fetched(house, url);
    expect(second.headers['etag']).not.toBe(first.headers['etag']);
    expect(second.text).toContain('STATUS:CANCELLED');
    house.clock.move(31 * DAY);
    expect((await fetched(house, url)).text).not.toContain('STATUS:CANCELLED');
  });

  it('is listed without its secret, and opens nothing once it is revoked, in the same bytes as an unknown one', async () => {
    const { house, post } = await come('/team');
    const opened = await post('witness-1', '/feeds', { scope: { of: 'mine' }, label: 'Phone' }, 'same');
    const { url, id } = opened.body as { url: string; id: string };
    expect((await post('witness-1', '/feeds', { scope: { of: 'mine' } }, 'same')).body).toMatchObject({
      type: '/problems/feed-exists',
      feed: id,
    });
    const listed = await house.get('witness-1', '/feeds');
    expect(listed.body).toMatchObject({ items: [{ id, label: 'Phone' }] });
    expect(JSON.stringify(listed.body)).not.toContain(url.slice(-20, -4));
    expect((await post('witness-2', `/feeds/${id}/revocation`)).status).toBe(404);
    expect((await fetched(house, url)).status).toBe(200);
    expect((await post('witness-1', `/feeds/${id}/revocation`)).status).toBe(200);
    expect((await post('witness-1', `/feeds/${id}/revocation`)).status).toBe(200);
    const revoked = await fetched(house, url);
    const unknown = await fetched(house, `https://veedor.example/feeds/${'x'.repeat(43)}.ics`);
    expect(revoked).toEqual(unknown);
    expect(revoked.status).toBe(404);
  });

  it('of a filter is for coordinators, and nobody has more than are allowed', async () => {
    const { house, post } = await come('/team');
    const scope = { of: 'filter', role: 'witness' };
    expect((await post('witness-1', '/feeds', { scope })).status).toBe(403);
    expect((await post('', '/feeds', { scope })).status).toBe(401);
    const opened = await post('coordinator-1', '/feeds', { scope });
    expect((await fetched(house, (opened.body as { url: string }).url)).text).toContain('Responder la propuesta');
    for (let number = 1; number < FEEDS_MAX; number += 1) await post('coordinator-1', '/feeds', { scope });
    expect((await post('coordinator-1', '/feeds', { scope })).body).toMatchObject({ type: '/problems/too-many-feeds' });
    expect((await post('coordinator-1', '/feeds', { scope: { of: 'all' } })).status).toBe(422);
  });
});

describe('a feed of every case', () => {
  const withFeed = async () => {
    const world = await come('/team');
    const { house, post } = world;
    const roles: Record<string, readonly Role[]> = {};
    const { verify } = house.identity;
    // Whoever gives out tokens decides of roles: here it takes them away.
    Object.assign(house.identity, {
      verify: async (token: string) => {
        const caller = await verify(token);
        return caller === undefined ? undefined : { ...caller, roles: roles[caller.person] ?? caller.roles };
      },
    });
    const opened = await post('coordinator-1', '/feeds', { scope: { of: 'filter', role: 'witness' } });
    const { url } = opened.body as { url: string };
    const status = async () => (await house.send({ method: 'GET', path: new URL(url).pathname })).status;
    return { ...world, roles, status };
  };

  it('stops when its person comes without the role, and goes on when the role is back', async () => {
    const { house, roles, status } = await withFeed();
    expect(await status()).toBe(200);
    roles['coordinator-1'] = ['witness'];
    expect(await status()).toBe(200);
    await house.get('coordinator-1', '/agenda/mine');
    expect(await status()).toBe(404);
    roles['coordinator-1'] = ['auditor'];
    await house.get('coordinator-1', '/agenda/mine');
    expect(await status()).toBe(200);
  });

  it('stops when its person was not seen for thirty days, and goes on when they come again', async () => {
    const { house, status } = await withFeed();
    house.clock.move(ROLES_KNOWN_DAYS * DAY);
    expect(await status()).toBe(200);
    house.clock.move(1);
    expect(await status()).toBe(404);
    await house.get('coordinator-1', '/agenda/mine');
    expect(await status()).toBe(200);
  });

  it('is revoked at once by an administrator, with all others of its person', async () => {
    const { post, items, status } = await withFeed();
    await post('coordinator-1', '/feeds', { scope: { of: 'mine' } });
    for (const person of ['coordinator-1', 'auditor-1', 'witness-1']) {
      expect((await post(person, '/feeds/revocations', { person: 'coordinator-1' })).status).toBe(403);
    }
    const revoke = () => post('administrator-1', '/feeds/revocations', { person: 'coordinator-1' });
    expect((await revoke()).body).toEqual({ person: 'coordinator-1', revoked: 2 });
    expect((await revoke()).body).toEqual({ person: 'coordinator-1', revoked: 0 });
    expect(await status()).toBe(404);
    expect(await items('coordinator-1', '/feeds')).toMatchObject([
      { revokedAt: expect.any(String) },
      { revokedAt: expect.any(String) },
    ]);
  });
});
