import { describe, expect, it } from 'vitest';
import { newAuthority } from '../../test/support/certificates.ts';
import { openPostOffice } from '../../test/support/post-office.ts';
import { openReceiver, type Receiver } from '../../test/support/receiver.ts';
import { webhookSender } from '../_ports/aws/webhook-sender.ts';
import { deliverNotices } from './deliver-notices.ts';

const NAME = 'hooks.control.example';
const HERE = '127.0.0.1';
const OWNER = { controlAuthority: 'internal-control', profile: 'ti-integrity-pact' };
const authority = newAuthority();

/** A sender for which the name leads to this machine, and that trusts the authority of the tests, or another. */
const senderTo = ({ host }: Receiver, ca = authority.ca) => {
  const url = `https://${NAME}:${host.split(':')[1]}/inbox`;
  const sender = webhookSender({
    allowed: new Set([new URL(url).host]),
    timeoutMilliseconds: 2_000,
    addressesOf: async () => [HERE],
    ca,
  });
  return { url, sender };
};
const message = { headers: { 'webhook-id': 'a' }, body: '{}' };

describe('over TLS, to the address that was looked at,', () => {
  it('what is sent to a receiver whose certificate bears the name arrives', async () => {
    const receiver = await openReceiver(authority.certify({ name: NAME }));
    const { url, sender } = senderTo(receiver);
    expect(await sender.send({ url, ...message })).toEqual({ status: 204 });
    expect(receiver.received).toMatchObject([{ path: '/inbox', headers: { host: new URL(url).host } }]);
  });

  it.each([
    ['bears another name', authority.certify({ name: 'hooks.other.example' })],
    ['bears a name below it', authority.certify({ name: `a.${NAME}` })],
    ['bears the address alone', authority.certify({ address: HERE })],
    ['is of an authority that nobody trusts', newAuthority().certify({ name: NAME })],
  ])('a receiver whose certificate %s gets nothing', async (_what, certified) => {
    const receiver = await openReceiver(certified);
    const { url, sender } = senderTo(receiver);
    expect(await sender.send({ url, ...message })).toEqual({ failure: 'unreachable' });
    expect(receiver.received).toEqual([]);
  });

  it('nothing is trusted that the machine does not trust, unless the deployment says so', async () => {
    const receiver = await openReceiver(authority.certify({ name: NAME }));
    const { url, sender } = senderTo(receiver, newAuthority().ca);
    expect(await sender.send({ url, ...message })).toEqual({ failure: 'unreachable' });
  });

  it('a delivery to a receiver with the certificate of another is tried again, and arrives when it shows its own', async () => {
    const receiver = await openReceiver(authority.certify({ address: HERE }));
    const { url, sender } = senderTo(receiver);
    const office = openPostOffice({ allowed: [new URL(url).host] });
    const { escalate } = await office.caseBeforeEscalation();
    const { id } = await office.register({ owner: OWNER, channel: { kind: 'webhook', url } });
    const run = deliverNotices({ ...office.ports, webhooks: sender });
    await escalate();
    await run();
    const failed = { state: 'pending', attempts: [{ outcome: 'unreachable' }] };
    expect([await office.deliveries(id), receiver.received]).toMatchObject([[failed], []]);
    receiver.certify(authority.certify({ name: NAME }));
    office.house.clock.move(6_000);
    await run();
    const sent = (await office.deliveries(id)).find(({ kind }) => kind === 'escalation.sent.v1');
    expect(sent).toMatchObject({ state: 'delivered', attempts: [{ outcome: 'unreachable' }, { status: 204 }] });
  });
});
