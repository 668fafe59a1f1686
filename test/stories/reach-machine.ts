import assert from 'node:assert/strict';
import { Webhook } from 'standardwebhooks';
import type { Sent, WebhookSender } from '../../functions/_ports/outbox-ports.ts';
import { deliverNotices } from '../../functions/deliver-notices/deliver-notices.ts';
import { keepNotices } from '../../functions/keep-notices/keep-notices.ts';
import { deliver } from '../support/deliver.ts';
import { memoryMailer } from '../support/post-office.ts';
import { envelope, pactInTender } from './given.ts';
import { refusedWith, type Story, type Teller } from './story.ts';

type Message = Parameters<WebhookSender['send']>[0];

/** The machine of an authority: it answers as it is told, and keeps what it got. */
const machine = () => {
  const got: Message[] = [];
  const state: { says: Sent } = { says: { status: 204 } };
  return {
    got,
    says: (sent: Sent) => {
      state.says = sent;
    },
    send: async (message: Message) => {
      got.push(message);
      return state.says;
    },
  };
};

const CONTROL = { controlAuthority: 'internal-control' };
const URL_OF = 'https://hooks.control.example/veedor';

const register = async ({ say, sends, heading }: Teller, caseId: string) => {
  heading('An authority registers its machine');
  say(
    'Whoever is accredited for a control authority in a case registers where its machine listens, and names that case. Nothing is ever sent into a private network, whatever a name leads to later:',
  );
  const asked = (url: string) => ({ owner: CONTROL, channel: { kind: 'webhook', url }, case: caseId });
  await sends(
    'control-1',
    '/endpoints',
    asked('https://169.254.169.254/latest'),
    refusedWith(422, 'endpoint-url-refused', { flaw: 'address-instead-of-name' }),
  );
  await sends('control-2', '/endpoints', asked(URL_OF), refusedWith(403, 'not-permitted'));
  say('The secret is shown this once. Libraries of Standard Webhooks take it as it is.');
  const { body } = await sends('control-1', '/endpoints', asked(URL_OF), { status: 201, body: { state: 'enabled' } });
  return body as { id: string; secret: string };
};

/** The machine judges what it got with the library of the standard; its own clock is that of the story. */
const judge = ({ headers, body }: Message, secret: string): void => {
  const { 'webhook-id': id = '', 'webhook-timestamp': seconds, 'webhook-signature': signature } = headers;
  const expected = new Webhook(secret).sign(id, new Date(Number(seconds) * 1_000), body);
  assert.equal(signature, expected);
  assert.doesNotMatch(body, /envelope|observation-1/);
};

export const reachMachine: Story = {
  title: 'The machine of an authority is told',
  learns: 'webhooks and their signatures, what becomes of a message that does not arrive, and notices',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const { house, say, reads, sends, heading, before, later } = teller;
    const caseId = await pactInTender(teller);
    const at = `/cases/${caseId}`;
    await before('witness-1', `${at}/observations`, envelope(house.clock.now(), 'restricted'));
    const there = machine();
    const work = deliverNotices({
      ...house,
      webhooks: there,
      mailer: memoryMailer(),
      publicUrl: 'https://veedor.example',
    });
    const post = async () => {
      await deliver(keepNotices(house), house.cases, caseId);
      await work();
    };
    const { id, secret } = await register(teller, caseId);

    heading('A message does not arrive');
    say(
      'The team escalates a sealed finding while the machine is broken. The message is tried again after 5 seconds, 5 minutes, 30 minutes, 2, 5, 10, 14 and 20 hours, and last when three days are over. Whoever looks after the endpoint sees every attempt:',
    );
    there.says({ status: 500 });
    const letter = 'Who opened the envelope?';
    await before('witness-1', `${at}/escalations`, { findings: ['observation-1'], ...CONTROL, letter });
    await post();
    const deliveries = `/endpoints/${id}/deliveries`;
    await reads('control-1', deliveries, {
      status: 200,
      body: {
        items: [{ kind: 'escalation.sent.v1', state: 'pending', attempts: [{ outcome: 'refused', status: 500 }] }],
      },
    });
    await reads('control-2', deliveries, refusedWith(404, 'not-found'));
    say('After three days it is parked, and waits for somebody.');
    for (let hours = 0; hours < 80; hours += 8) {
      await later(8);
      await work();
    }
    const parked = await reads('control-1', deliveries, {
      status: 200,
      body: { items: [{ state: 'parked' }] },
      showing: [],
    });
    const [message] = (parked.body as { items: readonly { id: string }[] }).items;

    heading('It is sent again by hand');
    say('The machine is repaired. The message keeps its id, so a machine that had it already would know.');
    there.says({ status: 204 });
    await sends(
      'control-1',
      `${deliveries}/${encodeURIComponent(message?.id ?? '')}/replay`,
      {},
      {
        status: 200,
        body: { state: 'pending' },
      },
    );
    await work();
    for (const got of there.got) judge(got, secret);
    assert.equal(new Set(there.got.map(({ headers }) => headers['webhook-id'])).size, 1);
    say(
      'What it gets is the event of the public record as a CloudEvent: it names no finding that is sealed. Letter and finding are read with a token, as ever. That it arrived is on record:',
    );
    await reads('', `${at}/escalations`, { status: 200, body: { items: [{ state: 'delivered' }] } });

    heading('People are told too');
    say(
      'Everybody whom a fact concerns finds a notice of it, once, and by mail if they wish. It says no more than the event.',
    );
    await deliver(keepNotices(house), house.cases, caseId);
    await reads('witness-2', '/notices?limit=1', { status: 200, body: { items: [{ unread: true }] } });
    await sends(
      'witness-2',
      '/me/notice-settings',
      { language: 'pt', mail: 'digest' },
      {
        status: 200,
        body: { language: 'pt', mail: 'digest' },
      },
    );
  },
};
