import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { TRIED_FOR_MS } from '../../domain/deliveries/next-attempt.ts';
import { around, Crash, crashing } from '../../test/support/around.ts';
import { streamOf } from '../../test/support/deliver.ts';
import { openPostOffice, type PostOffice, type Shown } from '../../test/support/post-office.ts';
import {
  answering,
  hangingUp,
  openReceiver,
  type Received,
  type Receiver,
  silent,
} from '../../test/support/receiver.ts';
import { LEASE_MS } from './attempt.ts';
import { deliverNotices } from './deliver-notices.ts';

const OWNER = { controlAuthority: 'internal-control', profile: 'ti-integrity-pact' };
const webhook = (url: string, more: object = {}) => ({ owner: OWNER, channel: { kind: 'webhook', url }, ...more });

const opened = async (): Promise<{
  office: PostOffice;
  receiver: Receiver;
  id: string;
  secret: string;
  caseId: string;
  escalate: () => Promise<void>;
}> => {
  const receiver = await openReceiver();
  const office = openPostOffice({ allowed: [receiver.host] });
  const { caseId, escalate } = await office.caseBeforeEscalation();
  const { id, secret } = await office.register(webhook(receiver.url));
  return { office, receiver, id, secret, caseId, escalate };
};

const verified = (secret: string, { body, headers }: Received): unknown => new Webhook(secret).verify(body, headers);
const only = <T>(items: readonly T[]): T => {
  expect(items).toHaveLength(1);
  return items[0] as T;
};
const endpointsOf = async ({ house }: PostOffice) => {
  const { body } = await house.get('administrator-1', '/endpoints?controlAuthority=internal-control');
  return (body as { items: readonly { id: string }[] }).items;
};
const outcomes = ({ attempts }: Shown) => attempts.map(({ outcome, status }) => [outcome, status]);

describe('an escalation', () => {
  it('reaches the webhook of its authority, signed, as the public event and nothing else; and that is put on record', async () => {
    const { office, receiver, id, secret, caseId, escalate } = await opened();
    await escalate();
    await office.run();
    const received = only(receiver.received);
    const event = verified(secret, received) as { id: string; type: string; data: object };
    const entries = await streamOf(office.house.cases, caseId);
    const sent = entries.find(({ type }) => type === 'escalation.sent.v1');
    const evidenceurl = `https://veedor.example/cases/${caseId}/escalations/escalation-1/bundle`;
    expect(event).toMatchObject({
      specversion: '1.0',
      type: 'escalation.sent.v1',
      subject: caseId,
      data: sent,
      evidenceurl,
    });
    expect(received.headers['webhook-id']).toBe(sent?.id);
    expect(received.body).not.toContain('Who opened the envelope?');
    expect(() => verified(`whsec_${Buffer.alloc(32).toString('base64')}`, received)).toThrow('No matching signature');
    expect(entries.at(-1)).toMatchObject({ type: 'escalation.delivered.v1', actor: { role: 'system' } });
    expect(only(await office.deliveries(id))).toMatchObject({
      state: 'delivered',
      attempts: [{ outcome: 'delivered', status: 204 }],
    });
  });

  it('is sent once, however often it is told and worked off', async () => {
    const { office, receiver, caseId, escalate } = await opened();
    await escalate();
    await office.run();
    await office.tell(caseId);
    await Promise.all([office.run(), office.run()]);
    expect(receiver.received.filter(({ body }) => body.includes('"escalation.sent.v1"'))).toHaveLength(1);
    // The delivery is a fact too, and concerns the authority.
    expect(receiver.received.map(({ headers }) => headers['webhook-id']).length).toBe(2);
  });

  it('that the authority acknowledged before it was delivered stays acknowledged', async () => {
    const { office, id, caseId, escalate } = await opened();
    await escalate();
    expect((await office.post('control-1', `/cases/${caseId}/escalations/escalation-1/acknowledgement`)).status).toBe(
      200,
    );
    await office.run();
    expect(only(await office.deliveries(id)).state).toBe('delivered');
    const types = (await streamOf(office.house.cases, caseId)).map(({ type }) => type);
    expect(types).not.toContain('escalation.delivered.v1');
  });
});

describe('an escalation that is taken by the machine of somebody who is accredited', () => {
  it.each([
    ['still', true],
    ['no longer', false],
  ] as const)('%s is put on record accordingly', async (_, stays) => {
    const { office, receiver, caseId, escalate } = await opened();
    const owner = { controlAuthority: 'internal-control' };
    const own = { owner, channel: { kind: 'webhook', url: receiver.url }, case: caseId };
    const { body } = await office.post('control-1', '/endpoints', own);
    const { id: ofProfile } = only((await endpointsOf(office)).filter(({ id }) => id !== (body as { id: string }).id));
    await office.post('administrator-1', `/endpoints/${ofProfile}/state`, { state: 'disabled' });
    await escalate();
    const path = `/cases/${caseId}/liaisons/control-1/withdrawal`;
    if (!stays) {
      const withdrawn = { kind: 'control-authority', ...owner, reason: 'Another works on it.' };
      expect((await office.post('coordinator-1', path, withdrawn)).status).toBe(200);
    }
    await office.run();
    expect(receiver.received).toHaveLength(1);
    const types = (await streamOf(office.house.cases, caseId)).map(({ type }) => type);
    expect(types.includes('escalation.delivered.v1')).toBe(stays);
  });
});

describe('a receiver that', () => {
  it.each([
    ['fails', answering(500), ['refused', 500]],
    ['is overloaded', answering(503, { 'retry-after': '1' }), ['refused', 503]],
    ['says nothing', silent, ['timed-out', undefined]],
    ['hangs up', hangingUp, ['unreachable', undefined]],
    ['redirects', answering(302, { location: 'http://127.0.0.1:1/elsewhere' }), ['redirected', 302]],
  ] as const)('%s gets the same again later, under the same id, until it takes it', async (_, behaviour, outcome) => {
    const { office, receiver, id, secret, escalate } = await opened();
    receiver.behave(behaviour);
    await escalate();
    await office.run();
    const failed = only(await office.deliveries(id));
    expect([failed.state, outcomes(failed)]).toEqual(['pending', [outcome]]);
    await office.run();
    expect(receiver.received).toHaveLength(1);
    receiver.behave(answering(200));
    office.house.clock.move(6_000);
    await office.run();
    const settled = only(await office.deliveries(id));
    expect([settled.state, outcomes(settled)]).toEqual(['delivered', [outcome, ['delivered', 200]]]);
    const [first, second] = receiver.received;
    expect([second?.headers['webhook-id'], second?.body]).toEqual([first?.headers['webhook-id'], first?.body]);
    for (const received of receiver.received) verified(secret, received);
  });

  it('fails for three days has the message parked, and gets it when somebody sends it again by hand', async () => {
    const { office, receiver, id, escalate } = await opened();
    receiver.behave(answering(500));
    await escalate();
    const began = Date.parse(office.house.clock.now());
    for (let rounds = 0; only(await office.deliveries(id)).state === 'pending' && rounds < 20; rounds += 1) {
      await office.run();
      const { nextAttemptAt } = only(await office.deliveries(id));
      if (nextAttemptAt !== undefined)
        office.house.clock.move(Date.parse(nextAttemptAt) - Date.parse(office.house.clock.now()));
    }
    const parked = only(await office.deliveries(id));
    expect([parked.state, parked.attempts.length, parked.nextAttemptAt]).toEqual(['parked', 10, undefined]);
    expect(Date.parse(office.house.clock.now()) - began).toBe(TRIED_FOR_MS);
    await office.run();
    expect(receiver.received).toHaveLength(10);

    receiver.behave(answering(200));
    const replay = `/endpoints/${id}/deliveries/${encodeURIComponent(parked.id)}/replay`;
    const again = () => office.house.post('administrator-1', replay, { body: {}, idempotencyKey: 'replay-1' });
    expect(await again()).toMatchObject({ status: 200, body: { state: 'pending' } });
    await office.run();
    const sent = async () => only((await office.deliveries(id)).filter(({ kind }) => kind === 'escalation.sent.v1'));
    expect((await sent()).state).toBe('delivered');
    // The same request, come a second time, sends nothing a second time.
    expect(await again()).toMatchObject({ status: 200, body: { state: 'delivered' } });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('is gone (410) is asked no more: its endpoint is disabled, and what waits is parked', async () => {
    const { office, receiver, id, escalate } = await opened();
    receiver.behave(answering(410));
    await escalate();
    await office.post('administrator-1', `/endpoints/${id}/ping`);
    await office.run();
    const states = (await office.deliveries(id)).map(({ state }) => state);
    expect([receiver.received.length, new Set(states)]).toEqual([1, new Set(['parked'])]);
    const { body } = await office.house.get('administrator-1', '/endpoints?controlAuthority=internal-control');
    expect(body).toMatchObject({ items: [{ id, state: 'disabled', disabledBecause: 'gone' }] });
  });

  it('is slow keeps nobody else waiting', async () => {
    const slow = await openReceiver();
    slow.behave(silent);
    const quick = await openReceiver();
    const office = openPostOffice({ allowed: [slow.host, quick.host] });
    const { escalate } = await office.caseBeforeEscalation();
    const { id } = await office.register(webhook(slow.url));
    await office.register(webhook(quick.url));
    for (let pings = 0; pings < 9; pings += 1) {
      await office.post('administrator-1', `/endpoints/${id}/ping`);
      office.house.clock.move(60_000);
    }
    await escalate();
    let quickAfter = Infinity;
    const began = performance.now();
    quick.behave((response) => {
      quickAfter = performance.now() - began;
      response.writeHead(204).end();
    });
    await office.run();
    expect(quick.received).toHaveLength(1);
    expect(quickAfter).toBeLessThan(performance.now() - began - 200);
    // Left alone after three failures in a row, for this run.
    expect(slow.received.length).toBe(3);
  });
});

describe('a crash', () => {
  it.each(['before', 'after'] as const)(
    '%s any one call loses nothing, and sends nothing twice but under the same id',
    async (when) => {
      for (let at = 1; ; at += 1) {
        const { office, receiver, id, secret, caseId, escalate } = await opened();
        await escalate();
        const crash = crashing(at, when);
        const { cases, outbox, endpoints, webhooks } = office.ports;
        const ports = {
          ...office.ports,
          cases: around(cases, crash.around),
          outbox: around(outbox, crash.around),
          endpoints: around(endpoints, crash.around),
          webhooks: around(webhooks, crash.around),
        };
        await deliverNotices(ports)().catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        });
        office.house.clock.move(LEASE_MS);
        await office.run();
        expect(only(await office.deliveries(id)).state).toBe('delivered');
        expect(new Set(receiver.received.map((each) => each.headers['webhook-id'])).size).toBe(1);
        for (const received of receiver.received) verified(secret, received);
        const delivered = (await streamOf(office.house.cases, caseId)).filter(
          ({ type }) => type === 'escalation.delivered.v1',
        );
        expect(delivered).toHaveLength(1);
        if (crash.calls() < at) break;
      }
    },
    60_000,
  );
});

describe('a secret', () => {
  it('is replaced while both sign for a day, and after it only the new one', async () => {
    const { office, receiver, id, secret } = await opened();
    const { body } = await office.post('administrator-1', `/endpoints/${id}/secret`);
    const { secret: next } = body as { secret: string };
    const ping = async () => {
      await office.post('administrator-1', `/endpoints/${id}/ping`);
      await office.run();
      return receiver.received.at(-1) as Received;
    };
    const during = await ping();
    expect(during.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    expect([verified(secret, during), verified(next, during)]).toMatchObject([
      { type: 'veedor.ping' },
      { type: 'veedor.ping' },
    ]);
    office.house.clock.move(86_400_000);
    const afterwards = await ping();
    expect(afterwards.headers['webhook-signature']?.split(' ')).toHaveLength(1);
  });

  it('is nowhere to be read: neither in the table nor in the list', async () => {
    const { office, secret } = await opened();
    const { text } = await office.house.send({
      method: 'GET',
      path: '/endpoints?controlAuthority=internal-control',
      person: 'administrator-1',
    });
    const stored = JSON.stringify(office.house.items.items());
    for (const place of [text, stored]) expect(place).not.toContain(secret.slice('whsec_'.length));
  });
});

describe('mail', () => {
  it('tells an authority that has only a mailbox that there is something to read, and where; what a mail service accepts is not put on record as received', async () => {
    const office = openPostOffice({ allowed: [] });
    const { caseId, escalate } = await office.caseBeforeEscalation();
    const { id } = await office.register({
      owner: OWNER,
      channel: { kind: 'mail', address: 'desk@control.example', language: 'pt' },
    });
    await office.confirm(id);
    await escalate();
    await office.run();
    const mail = only(office.mailer.sent);
    expect(mail).toMatchObject({ to: 'desk@control.example', subject: 'Veedor: Um escalonamento foi enviado' });
    expect(mail.text).toContain(`https://veedor.example/pt/cases/${caseId}/escalations\r\n`);
    expect(mail.text).toContain('A evidência completa está pronta para a sua instituição');
    expect(mail.text).toMatch(/Confirme o recebimento, .*\r\nAté quando: \d+ de /);
    for (const hidden of ['observation-', 'escalation-1', 'internal-control', 'envelope', 'witness'])
      expect(mail.text).not.toContain(hidden);
    expect((await streamOf(office.house.cases, caseId)).at(-1)?.type).toBe('escalation.sent.v1');
  });

  it('that its service refuses is tried again and parked like everything else', async () => {
    const office = openPostOffice({ allowed: [] });
    const { caseId, escalate } = await office.caseBeforeEscalation();
    const { id } = await office.register({ owner: OWNER, channel: { kind: 'mail', address: 'desk@control.example' } });
    await office.confirm(id);
    office.mailer.refuse('desk@control.example');
    await escalate();
    await office.run();
    const escalations = (await office.deliveries(id)).filter(({ kind }) => kind === 'escalation.sent.v1');
    expect(only(escalations)).toMatchObject({ state: 'pending', attempts: [{ outcome: 'refused' }] });
    expect((await streamOf(office.house.cases, caseId)).at(-1)?.type).toBe('escalation.sent.v1');
  });

  it('goes to people as they wish: at once, once a day for all, or not', async () => {
    const office = openPostOffice({ allowed: [] });
    const { escalate } = await office.caseBeforeEscalation();
    const wish = async (person: string, mail: string) => {
      await office.liveAt(person, `${person}@own.example`);
      await office.post(person, '/me/notice-settings', { language: 'en', mail });
    };
    await wish('control-1', 'immediate');
    await wish('coordinator-1', 'digest');
    await wish('witness-2', 'none');
    await escalate();
    await office.run();
    expect(office.mailer.sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['control-1@own.example', 'Veedor: Findings were sent to a control authority'],
    ]);
    office.house.clock.move(86_400_000);
    await office.run();
    await office.run();
    expect(office.mailer.sent.slice(1).map(({ to, subject }) => [to, subject])).toEqual([
      ['coordinator-1@own.example', 'Veedor: You have a new notice'],
    ]);
  });

  it('says that the evidence is ready to who is accredited for the authority, and to nobody else', async () => {
    const office = openPostOffice({ allowed: [] });
    const { caseId, escalate } = await office.caseBeforeEscalation();
    for (const person of ['control-1', 'coordinator-1', 'witness-2'])
      await office.liveAt(person, `${person}@own.example`);
    await escalate();
    await office.run();
    const page = `https://veedor.example/es/cases/${caseId}/escalations\r\n`;
    for (const { text } of office.mailer.sent) expect(text).toContain(page);
    const says = 'La evidencia completa está lista';
    expect(office.mailer.sent.map(({ to, text }) => [to, text.includes(says)]).toSorted()).toEqual([
      ['control-1@own.example', true],
      ['coordinator-1@own.example', false],
      ['witness-2@own.example', false],
    ]);
  });

  it('is not sent to who took the wish back meanwhile', async () => {
    const office = openPostOffice({ allowed: [] });
    const { escalate } = await office.caseBeforeEscalation();
    await office.liveAt('control-1', 'control-1@own.example');
    await escalate();
    await office.post('control-1', '/me/notice-settings', { language: 'es', mail: 'none' });
    await office.run();
    expect(office.mailer.sent).toEqual([]);
  });
});
