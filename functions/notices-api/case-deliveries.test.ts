import { describe, expect, it } from 'vitest';
import { READERS } from '../../test/conformance/readings.ts';
import { openPostOffice, type Shown } from '../../test/support/post-office.ts';
import { answering, openReceiver } from '../../test/support/receiver.ts';

const OWNER = { controlAuthority: 'internal-control', profile: 'ti-integrity-pact' };

interface GivenUp extends Shown {
  readonly to: object;
}

/** An escalation that did not reach the machine of its authority, which is gone (410): it is given up at once. */
const opened = async () => {
  const receiver = await openReceiver();
  const office = openPostOffice({ allowed: [receiver.host] });
  const { caseId, escalate } = await office.caseBeforeEscalation();
  const { id: endpoint } = await office.register({ owner: OWNER, channel: { kind: 'webhook', url: receiver.url } });
  receiver.behave(answering(410));
  const path = `/cases/${caseId}/deliveries`;
  const list = async (person: string, query = '') => {
    const { status, body } = await office.house.get(person, `${path}${query}`);
    return { status, items: (body as { items?: readonly GivenUp[] }).items };
  };
  const replay = (person: string, id: string, key = `replay-${person}`) =>
    office.house.post(person, `${path}/${id}/replay`, { body: {}, idempotencyKey: key });
  const giveUp = async (): Promise<GivenUp> => {
    await escalate();
    await office.run();
    const [first] = (await list('coordinator-1')).items ?? [];
    if (first === undefined) throw new Error('Something was given up.');
    return first;
  };
  return { office, receiver, endpoint, caseId, list, replay, giveUp };
};

describe('what was given up in a case', () => {
  it('is listed for those who answer for it: whom it did not reach, why, and no address', async () => {
    const { office, receiver, endpoint, caseId, list, giveUp } = await opened();
    expect(await list('coordinator-1')).toEqual({ status: 200, items: [] });
    const shown = await giveUp();
    expect(shown).toMatchObject({
      kind: 'escalation.sent.v1',
      state: 'parked',
      to: { kind: 'endpoint', endpoint, owner: OWNER, channel: 'webhook' },
      attempts: [{ outcome: 'gone', status: 410 }],
    });
    expect(await list('auditor-1')).toEqual({ status: 200, items: [shown] });
    const { text } = await office.house.send({
      method: 'GET',
      path: `/cases/${caseId}/deliveries`,
      person: 'coordinator-1',
    });
    expect(text).not.toContain(receiver.host);
  });

  it('is there for nobody else, as in a case that does not exist', async () => {
    const { office, list, giveUp, replay } = await opened();
    const { id } = await giveUp();
    const others = READERS.filter((person) => !['coordinator-1', 'auditor-1'].includes(person));
    const absent = await office.house.get('coordinator-1', '/cases/ip-00000000000000000000/deliveries');
    for (const person of others) expect([person, (await list(person)).status]).toEqual([person, absent.status]);
    expect(absent.status).toBe(404);
    expect((await replay('witness-1', id)).status).toBe(404);
    expect(await replay('auditor-1', id)).toMatchObject({ status: 403, body: { type: '/problems/not-permitted' } });
  });

  it('is sent again by hand, under the same id, once for one key, and is listed as it stands since', async () => {
    const { office, receiver, endpoint, list, replay, giveUp } = await opened();
    const { id } = await giveUp();
    receiver.behave(answering(200));
    await office.post('administrator-1', `/endpoints/${endpoint}/state`, { state: 'enabled' });
    expect(await replay('coordinator-1', id)).toMatchObject({ status: 200, body: { id, state: 'pending' } });
    await office.run();
    expect((await list('coordinator-1')).items).toMatchObject([{ id, state: 'delivered' }]);
    expect(await replay('coordinator-1', id)).toMatchObject({ status: 200, body: { state: 'delivered' } });
    await office.run();
    const [first, ...later] = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(later.filter((message) => message === first)).toHaveLength(1);
  });

  it('is named by its place in this case alone: what never stood there is not found', async () => {
    const { replay, giveUp } = await opened();
    const { id } = await giveUp();
    const other = Buffer.from(`${Buffer.from(id, 'base64url')}x`).toString('base64url');
    for (const wrong of ['x', `${id}A`, other, '%2e%2e', id.toUpperCase()])
      expect([wrong, (await replay('coordinator-1', wrong)).status]).toEqual([wrong, 404]);
  });

  it('comes in pages', async () => {
    const { office, receiver, caseId, list, giveUp } = await opened();
    await office.register({ owner: OWNER, channel: { kind: 'webhook', url: receiver.url } });
    await giveUp();
    const whole = (await list('coordinator-1')).items ?? [];
    expect(whole).toHaveLength(2);
    const pageAt = async (path: string) => {
      const { body, headers } = await office.house.send({ method: 'GET', path, person: 'coordinator-1' });
      const next = /<([^>]+)>/.exec(String(headers['link'] ?? ''))?.[1];
      return { items: (body as { items: readonly GivenUp[] }).items, next };
    };
    const first = await pageAt(`/cases/${caseId}/deliveries?limit=1`);
    const second = await pageAt(first.next ?? '');
    expect([[...first.items, ...second.items], second.next]).toEqual([whole, undefined]);
  });
});
