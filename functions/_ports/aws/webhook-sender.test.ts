import { describe, expect, it } from 'vitest';
import { openReceiver } from '../../../test/support/receiver.ts';
import { webhookSender } from './webhook-sender.ts';

const message = { headers: { 'webhook-id': 'a' }, body: '{}' };
const NONE: ReadonlySet<string> = new Set();

/** A sender for which every name leads to these addresses. */
const leadingTo = (addresses: readonly string[], allowed = NONE) =>
  webhookSender({ allowed, timeoutMilliseconds: 200, addressesOf: async () => addresses });

describe('nothing is sent', () => {
  it.each([
    ['http://hooks.example.org/', 'without TLS'],
    ['https://127.0.0.1/', 'to an address'],
    ['https://0x7f.1/', 'to an address in disguise'],
    ['https://2130706433/', 'to an address as a number'],
    ['https://[::1]/', 'to an address of IPv6'],
    ['https://[::ffff:169.254.169.254]/', 'to the metadata of a cloud'],
    ['https://localhost/', 'to this machine'],
    ['https://db.internal/', 'to a name of the inside'],
    ['https://host/', 'to a bare name'],
    ['https://user:pass@hooks.example.org/', 'with credentials'],
    ['https://hooks.example.org/#a', 'with a fragment'],
    ['ftp://hooks.example.org/', 'by another protocol'],
    ['file:///etc/passwd', 'to a file'],
    ['javascript:alert(1)', 'to a script'],
    ['hooks.example.org', 'to no URL'],
    ['https://hooks.example.org/\r\nx: y', 'with line ends'],
    [`https://hooks.example.org/${'a'.repeat(600)}`, 'to what is too long'],
  ])('to %s: %s', async (url) => {
    const sender = leadingTo(['8.8.8.8']);
    expect(await sender.send({ url, ...message })).toEqual({ failure: 'address-forbidden' });
  });

  it.each([
    [['127.0.0.1']],
    [['10.1.2.3']],
    [['169.254.169.254']],
    [['::1']],
    [['fd00:ec2::254']],
    [['::ffff:10.0.0.1']],
    [['64:ff9b::a00:1']],
    // One address of several is enough to refuse: which is used is not left to chance.
    [['8.8.8.8', '192.168.0.1']],
  ])('where a name leads to %j', async (addresses) => {
    const sender = leadingTo(addresses);
    expect(await sender.send({ url: 'https://hooks.example.org/', ...message })).toEqual({
      failure: 'address-forbidden',
    });
  });

  it('where a name leads nowhere, or its server does not answer in time', async () => {
    expect(await leadingTo([]).send({ url: 'https://hooks.example.org/', ...message })).toEqual({
      failure: 'name-unknown',
    });
    const failing = webhookSender({ allowed: NONE, addressesOf: () => Promise.reject(new Error('SERVFAIL')) });
    expect(await failing.send({ url: 'https://hooks.example.org/', ...message })).toEqual({ failure: 'name-unknown' });
    const never = webhookSender({
      allowed: NONE,
      timeoutMilliseconds: 20,
      addressesOf: () => new Promise(() => undefined),
    });
    expect(await never.send({ url: 'https://hooks.example.org/', ...message })).toEqual({ failure: 'timed-out' });
  });
});

describe('what is sent', () => {
  it('goes to the address that was looked at, under the name that was asked for, and the name is resolved once', async () => {
    const receiver = await openReceiver();
    const port = receiver.host.split(':')[1];
    let asked = 0;
    const sender = webhookSender({
      allowed: new Set([`hooks.example.org:${port}`]),
      addressesOf: async () => {
        asked += 1;
        // A name that leads elsewhere the second time.
        return asked === 1 ? ['127.0.0.1'] : ['10.0.0.1'];
      },
    });
    const url = `http://hooks.example.org:${port}/inbox?a=1`;
    expect(await sender.send({ url, ...message })).toEqual({ status: 204 });
    expect([asked, receiver.received]).toMatchObject([
      1,
      [{ path: '/inbox?a=1', body: '{}', headers: { host: `hooks.example.org:${port}`, 'webhook-id': 'a' } }],
    ]);
  });

  it('is answered by its status alone: an answer without end is cut off, a redirect not followed', async () => {
    const receiver = await openReceiver();
    const sender = leadingTo(['127.0.0.1'], new Set([receiver.host]));
    receiver.behave((response) => {
      response.writeHead(200);
      const flood = () => {
        while (!response.destroyed && response.write('a'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', flood);
      };
      flood();
    });
    expect(await sender.send({ url: receiver.url, ...message })).toEqual({ status: 200 });
    receiver.behave((response) => void response.writeHead(307, { location: receiver.url, 'retry-after': '7' }).end());
    expect(await sender.send({ url: receiver.url, ...message })).toEqual({ status: 307, retryAfterSeconds: 7 });
    expect(receiver.received).toHaveLength(2);
  });

  it('by somebody who hides it in endless headers, or speaks no HTTP, is no answer', async () => {
    const receiver = await openReceiver();
    const sender = leadingTo(['127.0.0.1'], new Set([receiver.host]));
    receiver.behave((response) => void response.writeHead(200, { 'x-long': 'a'.repeat(20_000) }).end());
    expect(await sender.send({ url: receiver.url, ...message })).toEqual({ failure: 'unreachable' });
    receiver.behave((response) => void response.socket?.end('220 mail.example.org ESMTP\r\n'));
    expect(await sender.send({ url: receiver.url, ...message })).toEqual({ failure: 'unreachable' });
  });

  it('never holds a line end in a header: it is not sent at all', async () => {
    const receiver = await openReceiver();
    const sender = leadingTo(['127.0.0.1'], new Set([receiver.host]));
    const evil = { headers: { 'webhook-id': 'a\r\nx-admin: yes' }, body: '{}' };
    await expect(sender.send({ url: receiver.url, ...evil })).rejects.toThrow('Invalid character');
    expect(receiver.received).toEqual([]);
  });
});
