import { describe, expect, it } from 'vitest';
import { openPostOffice, type PostOffice, type Shown } from '../../test/support/post-office.ts';
import { ENDPOINTS_MAX } from '../_ports/outbox-ports.ts';

const URL_OF = 'https://hooks.control.example/veedor';
const webhook = (owner: object, more: object = {}) => ({ owner, channel: { kind: 'webhook', url: URL_OF }, ...more });
const OWN = { controlAuthority: 'internal-control' };
const OF_PROFILE = { ...OWN, profile: 'ti-integrity-pact' };

const opened = async (): Promise<{ office: PostOffice; caseId: string; escalate: () => Promise<void> }> => {
  const office = openPostOffice({ allowed: [] });
  return { office, ...(await office.caseBeforeEscalation()) };
};

const REUSED = { status: 422, body: { type: '/problems/idempotency-key-reused' } };
const liaison = (person: string) => ({ person, kind: 'control-authority', ...OWN });
const accredit = async (office: PostOffice, caseId: string, person: string): Promise<void> => {
  const { status } = await office.post('coordinator-1', `/cases/${caseId}/liaisons`, liaison(person));
  expect(status).toBe(200);
};
const withdraw = async (office: PostOffice, caseId: string, person: string): Promise<void> => {
  const { person: _, ...stands } = liaison(person);
  const path = `/cases/${caseId}/liaisons/${person}/withdrawal`;
  expect((await office.post('coordinator-1', path, { ...stands, reason: 'Another works on it.' })).status).toBe(200);
};

describe('an endpoint', () => {
  it('is registered by a control authority for itself, by a case in which it is accredited, and for no other', async () => {
    const { office, caseId } = await opened();
    const own = await office.post('control-1', '/endpoints', webhook(OWN, { case: caseId }));
    expect(own).toMatchObject({ status: 201, body: { owner: OWN, state: 'enabled' } });
    expect((own.body as { secret: string }).secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    for (const [person, body] of [
      ['control-1', webhook(OWN)],
      ['control-1', webhook({ controlAuthority: 'supreme-audit' }, { case: caseId })],
      ['control-1', webhook({ organisation: 'transparency' }, { case: caseId })],
      ['control-1', webhook(OWN, { case: 'ip-aaaaaaaaaaaaaaaaaaaa' })],
      ['control-3', webhook(OWN, { case: caseId })],
      ['coordinator-1', webhook(OWN, { case: caseId })],
      ['witness-1', webhook(OWN)],
    ] as const) {
      expect((await office.post(person, '/endpoints', body)).status).toBe(403);
    }
    const path = `/endpoints?controlAuthority=internal-control&case=${caseId}`;
    expect((await office.house.get('control-1', path)).body).toMatchObject({
      items: [{ owner: OWN, serves: 'cases-of-registrant' }],
    });
    for (const person of ['', 'control-3', 'coordinator-1'])
      expect((await office.house.get(person, path)).status).toBe(404);
  });

  it('does not exist for whoever may not look after it, whatever they ask of it', async () => {
    const { office } = await opened();
    const { id } = await office.register(webhook(OF_PROFILE));
    for (const end of ['secret', 'ping', 'deliveries/2026-03-02T15:00:00.000Z~ip-1@1/replay', 'state']) {
      const body = end === 'state' ? { state: 'disabled' } : {};
      expect((await office.post('control-1', `/endpoints/${id}/${end}`, body)).status).toBe(404);
      expect((await office.post('administrator-1', `/endpoints/ca-none-0123456789abcdef/${end}`, body)).status).toBe(
        404,
      );
      expect((await office.post('administrator-1', `/endpoints/nonsense/${end}`, body)).status).toBe(404);
    }
    expect((await office.house.get('control-1', `/endpoints/${id}/deliveries`)).status).toBe(404);
    // An auditor sees who got what, and changes nothing.
    expect((await office.house.get('auditor-1', `/endpoints/${id}/deliveries`)).status).toBe(200);
    expect((await office.house.get('auditor-1', '/endpoints?controlAuthority=internal-control')).status).toBe(200);
    expect((await office.post('auditor-1', `/endpoints/${id}/secret`)).status).toBe(404);
  });

  it('is registered by an administrator for the cases of a profile that knows the authority', async () => {
    const office = openPostOffice({ allowed: [] });
    expect(await office.post('administrator-1', '/endpoints', webhook(OF_PROFILE))).toMatchObject({
      status: 201,
      body: { owner: OF_PROFILE, serves: 'cases-of-profile' },
    });
    for (const [owner, refusal] of [
      [OWN, { type: '/problems/input-invalid', errors: [{ pointer: '/owner/profile' }] }],
      [{ ...OWN, profile: 'no-such' }, { type: '/problems/profile-unknown' }],
      [{ controlAuthority: 'no-such', profile: OF_PROFILE.profile }, { type: '/problems/control-authority-unknown' }],
    ] as const) {
      expect((await office.post('administrator-1', '/endpoints', webhook(owner))).body).toMatchObject(refusal);
    }
  });

  it('is seen by whoever registered it, and by no other body of the same tier', async () => {
    const { office, caseId } = await opened();
    await office.register(webhook(OF_PROFILE));
    const { body } = await office.post('control-1', '/endpoints', webhook(OWN, { case: caseId }));
    const { id } = body as { id: string };
    await accredit(office, caseId, 'control-3');
    const seen = async (person: string) => {
      const path = `/endpoints?controlAuthority=internal-control&case=${caseId}`;
      return ((await office.house.get(person, path)).body as { items: readonly { id: string }[] }).items;
    };
    expect([(await seen('control-1')).map((one) => one.id), await seen('control-3')]).toEqual([[id], []]);
    expect([await seen('administrator-1'), await seen('auditor-1')]).toMatchObject([{ length: 2 }, { length: 2 }]);
    expect((await office.house.get('control-3', `/endpoints/${id}/deliveries`)).status).toBe(404);
    expect((await office.post('control-3', `/endpoints/${id}/state`, { state: 'disabled' })).status).toBe(404);
  });

  it('serves no case in which its registrant is not accredited, of whatever institution the tier is', async () => {
    const { office, caseId, escalate } = await opened();
    await accredit(office, caseId, 'control-3');
    const { body } = await office.post('control-3', '/endpoints', webhook(OWN, { case: caseId }));
    await withdraw(office, caseId, 'control-3');
    const elsewhere = await office.register(webhook({ ...OWN, profile: 'mx-federal-2025' }));
    const { id } = body as { id: string };
    await escalate();
    expect([await office.deliveries(id), await office.deliveries(elsewhere.id)]).toEqual([[], []]);
    // What is registered stays to be looked after.
    expect(await office.post('control-3', `/endpoints/${id}/state`, { state: 'disabled' })).toMatchObject({
      status: 200,
      body: { serves: 'cases-of-registrant' },
    });
  });

  it('is made once for one key, and its secret not told again', async () => {
    const { office } = await opened();
    const asked = { body: webhook(OF_PROFILE), idempotencyKey: 'the-same' };
    expect((await office.house.post('administrator-1', '/endpoints', asked)).status).toBe(201);
    const again = await office.house.post('administrator-1', '/endpoints', asked);
    expect(again).toMatchObject({ status: 409, body: { type: '/problems/endpoint-exists' } });
    expect(JSON.stringify(again.body)).not.toContain('whsec_');
    const other = { ...asked, body: webhook(OF_PROFILE, { kinds: ['award.recorded.v1'] }) };
    expect(await office.house.post('administrator-1', '/endpoints', other)).toMatchObject(REUSED);
  });

  it('has its secret replaced once for one key: sent again, nothing is replaced and no secret told', async () => {
    const { office } = await opened();
    const { id } = await office.register(webhook(OF_PROFILE));
    const rotate = (idempotencyKey: string) =>
      office.house.post('administrator-1', `/endpoints/${id}/secret`, { body: {}, idempotencyKey });
    const first = await rotate('rotate-1');
    await rotate('rotate-2');
    const stored = await office.house.endpoints.get(id);
    const again = await rotate('rotate-1');
    expect(again).toMatchObject({ status: 200, body: { id, rotatedAlready: true } });
    expect([first.body, again.body]).toMatchObject([{ secret: expect.any(String) }, {}]);
    expect(again.body).not.toHaveProperty('secret');
    expect(await office.house.endpoints.get(id)).toEqual(stored);
    // The key is taken, whatever else is asked with it.
    for (const [end, body] of [
      ['ping', {}],
      ['state', { state: 'disabled' }],
    ] as const) {
      const asked = { body, idempotencyKey: 'rotate-1' };
      expect(await office.house.post('administrator-1', `/endpoints/${id}/${end}`, asked)).toMatchObject(REUSED);
    }
  });

  it('is not disabled again by a request that comes a second time', async () => {
    const { office } = await opened();
    const { id } = await office.register(webhook(OF_PROFILE));
    const turn = (state: string, idempotencyKey: string) =>
      office.house.post('administrator-1', `/endpoints/${id}/state`, { body: { state }, idempotencyKey });
    await turn('disabled', 'turn-1');
    await turn('enabled', 'turn-2');
    expect(await turn('disabled', 'turn-1')).toMatchObject({ status: 200, body: { state: 'enabled' } });
    expect(await turn('enabled', 'turn-1')).toMatchObject(REUSED);
  });

  it('is pinged once for one key, and once a minute', async () => {
    const { office } = await opened();
    const { id } = await office.register(webhook(OF_PROFILE));
    const ping = (idempotencyKey: string) =>
      office.house.send({
        method: 'POST',
        path: `/endpoints/${id}/ping`,
        person: 'administrator-1',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: '{}',
      });
    const first = await ping('ping-1');
    office.house.clock.move(20_000);
    expect(await ping('ping-1')).toMatchObject({ status: 201, body: first.body });
    expect(await ping('ping-2')).toMatchObject({
      status: 429,
      headers: { 'retry-after': '40' },
      body: { type: '/problems/pings-too-many', retryAfterSeconds: 40 },
    });
    office.house.clock.move(40_000);
    expect((await ping('ping-2')).status).toBe(201);
    expect(await office.deliveries(id)).toHaveLength(2);
  });

  it('can be one of so many of one registrant', async () => {
    const { office, caseId } = await opened();
    for (let number = 0; number < ENDPOINTS_MAX; number += 1) await office.register(webhook(OF_PROFILE));
    // Whoever has many keeps nobody else from having one.
    expect((await office.post('control-1', '/endpoints', webhook(OWN, { case: caseId }))).status).toBe(201);
    expect(await office.post('administrator-1', '/endpoints', webhook(OF_PROFILE))).toMatchObject({
      status: 409,
      body: { type: '/problems/too-many-endpoints', endpointsMax: ENDPOINTS_MAX },
    });
  });

  it.each([
    ['http://hooks.control.example/', 'not-https'],
    ['https://127.0.0.1/', 'address-instead-of-name'],
    ['https://169.254.169.254/latest', 'address-instead-of-name'],
    ['https://[::1]/', 'address-instead-of-name'],
    ['https://0177.0.0.1/', 'address-instead-of-name'],
    ['https://localhost:8443/', 'not-a-public-name'],
    ['https://db.internal/', 'not-a-public-name'],
    ['https://a:b@hooks.control.example/', 'has-credentials'],
    ['https://hooks.control.example/#x', 'has-fragment'],
    ['ftp://hooks.control.example/', 'not-https'],
    ['hooks', 'not-a-url'],
    ['https:\\\\hooks.control.example\\veedor', 'has-backslash'],
    ['https://hooks.control.example/a\\b', 'has-backslash'],
    ['https://hooks..control.example/', 'name-malformed'],
    ['https://.control.example/', 'name-malformed'],
    ['https://hooks.control.example./', 'name-malformed'],
    ['https://hooks.control.example:0/', 'port-forbidden'],
    ['https://hooks.control.example:22/', 'port-forbidden'],
    ['https://hooks.control.example:25/', 'port-forbidden'],
    [`https://hooks.control.example/${'"'.repeat(300)}?`, 'too-long'],
    ['https://hooks.control.example/ü', 'not-a-url'],
    [`https://hooks.control.example/${'a'.repeat(500)}`, 'too-long'],
  ])('cannot be at %s: %s', async (url, flaw) => {
    const office = openPostOffice({ allowed: [] });
    const refused = { status: 422, body: { type: '/problems/endpoint-url-refused', flaw } };
    const body = { owner: OF_PROFILE, channel: { kind: 'webhook', url } };
    expect(await office.post('administrator-1', '/endpoints', body)).toMatchObject(refused);
    const { id } = await office.register(webhook(OF_PROFILE));
    expect(await office.post('administrator-1', `/endpoints/${id}/state`, { state: 'enabled', url })).toMatchObject(
      refused,
    );
  });

  it.each([
    ['https:hooks.control.example', 'https://hooks.control.example/'],
    ['HTTPS://Hooks.Control.Example:443/a/../b', 'https://hooks.control.example/b'],
    ['https://hooks.control.example:8443/b?c', 'https://hooks.control.example:8443/b?c'],
  ])('at %s is kept as %s', async (url, kept) => {
    const office = openPostOffice({ allowed: [] });
    const body = { owner: OF_PROFILE, channel: { kind: 'webhook', url } };
    const registered = await office.post('administrator-1', '/endpoints', body);
    expect(registered).toMatchObject({ status: 201, body: { channel: { url: kept } } });
    const { id } = await office.register(webhook(OF_PROFILE));
    expect(await office.post('administrator-1', `/endpoints/${id}/state`, { state: 'enabled', url })).toMatchObject({
      body: { channel: { url: kept } },
    });
  });

  it('can be disabled, moved and enabled again', async () => {
    const { office } = await opened();
    const { id } = await office.register(webhook(OF_PROFILE));
    const turn = (body: object) => office.post('administrator-1', `/endpoints/${id}/state`, body);
    expect(await turn({ state: 'disabled' })).toMatchObject({
      body: { state: 'disabled', disabledBecause: 'by-hand' },
    });
    const moved = 'https://new.control.example/';
    const { body } = await turn({ state: 'enabled', url: moved });
    expect(body).toMatchObject({ state: 'enabled', channel: { url: moved } });
    expect(body).not.toHaveProperty('disabledBecause');
  });
});

describe('an organisation', () => {
  it('is told of the facts of every case that it asked for, and of nothing else', async () => {
    const { office, escalate } = await opened();
    const owner = { organisation: 'transparency' };
    const { id } = await office.register(webhook(owner, { kinds: ['escalation.sent.v1'] }));
    const other = await office.register(webhook(owner, { kinds: ['award.recorded.v1'] }));
    await escalate();
    const kindsOf = async (endpoint: string) => (await office.deliveries(endpoint)).map(({ kind }: Shown) => kind);
    expect([await kindsOf(id), await kindsOf(other.id)]).toEqual([['escalation.sent.v1'], []]);
  });
});

describe('deliveries', () => {
  it('come in pages, newest first', async () => {
    const { office } = await opened();
    const { id } = await office.register(webhook(OF_PROFILE));
    for (let pings = 0; pings < 5; pings += 1) {
      office.house.clock.move(60_000);
      await office.post('administrator-1', `/endpoints/${id}/ping`);
    }
    const whole = await office.deliveries(id);
    const answer = await office.house.send({
      method: 'GET',
      path: `/endpoints/${id}/deliveries?limit=2`,
      person: 'administrator-1',
    });
    const next = /<[^>]*?(\/endpoints[^>]*)>/.exec(String(answer.headers['link']))?.[1] ?? '';
    const { body } = await office.house.get('administrator-1', next);
    expect([(answer.body as { items: unknown }).items, body]).toMatchObject([
      whole.slice(0, 2),
      { items: whole.slice(2, 4) },
    ]);
  });

  it('that are under way are not begun anew by a replay', async () => {
    const { office } = await opened();
    const { id } = await office.register(webhook(OF_PROFILE));
    const { body } = await office.post('administrator-1', `/endpoints/${id}/ping`);
    const { id: delivery } = body as Shown;
    const path = `/endpoints/${id}/deliveries/${encodeURIComponent(delivery)}/replay`;
    expect(await office.post('administrator-1', path)).toMatchObject({ status: 200, body });
  });
});
