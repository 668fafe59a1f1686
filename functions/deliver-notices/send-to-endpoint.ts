import { toCloudEvent } from '../../events/cloud-event.ts';
import type { JsonObject } from '../../events/shapes.ts';
import type { Delivery, Endpoint, EndpointOwner, Message, Sent } from '../_ports/outbox-ports.ts';
import { OutsideFailure } from '../_ports/ports.ts';
import type { Tried } from './attempt.ts';
import { composeFor } from './compose-for.ts';
import type { DeliveryPorts } from './deliver-notices.ts';
import { entryOf, evidenceFor } from './evidence-link.ts';
import { sendConfirmation } from './send-confirmation.ts';
import { signedHeaders } from './sign.ts';

type Webhook = Extract<Endpoint['channel'], { kind: 'webhook' }>;

/** Sends one message to an institution: signed to its machine, or to its mailbox. */
export const sendToEndpoint = async (ports: DeliveryPorts, delivery: Delivery): Promise<Tried> => {
  const endpoint = await ports.endpoints.get(delivery.to);
  if (endpoint === undefined || endpoint.state === 'disabled') return { outcome: 'endpoint-disabled' };
  const { channel } = endpoint;
  if (channel.kind === 'mail') {
    const { address: to, language } = channel;
    const { what } = delivery;
    if (what.of === 'confirmation') {
      const { id } = endpoint;
      return sendConfirmation(ports, delivery, { mailbox: channel, purpose: id, language, endpoint: id });
    }
    // It waits as for a machine that does not answer: nothing is lost to an institution whose mailbox is confirmed in three days.
    if (channel.confirmedAt === undefined) return { outcome: 'unconfirmed' };
    // The day’s mail is of people.
    if (what.of === 'digest') return { outcome: 'nothing-to-send' };
    const evidence = what.of === 'fact' ? evidenceFor(await entryOf(ports.cases, what), endpoint.owner) : undefined;
    const mail = await composeFor(ports.cases, {
      what,
      at: delivery.createdAt,
      reader: { language, publicUrl: ports.publicUrl, isInstitution: true },
      as: 'controlAuthority' in endpoint.owner ? 'control-authority' : undefined,
      hasEvidence: evidence !== undefined,
    });
    const said = await ports.mailer.send({ to, message: delivery.message, ...mail });
    return { outcome: said === 'accepted' ? 'delivered' : 'refused' };
  }
  const tried = await sendSigned(ports, delivery, { endpoint, channel });
  if (tried.outcome === 'gone') await disable(ports, endpoint);
  return tried;
};

const sendSigned = async (
  ports: DeliveryPorts,
  delivery: Delivery,
  { endpoint, channel }: { endpoint: Endpoint; channel: Webhook },
): Promise<Tried> => {
  const { message: id, what, createdAt } = delivery;
  const body = JSON.stringify(await cloudEventOf(ports, what, { id, time: createdAt, owner: endpoint.owner }));
  const at = ports.clock.now();
  const signing = channel.secrets.filter(({ until }) => until === undefined || at < until);
  const secrets = await Promise.all(signing.map(({ sealed }) => ports.secretBox.open(sealed, endpoint.id)));
  const headers = { 'content-type': 'application/cloudevents+json', ...signedHeaders({ id, at, body, secrets }) };
  return triedOf(await ports.webhooks.send({ url: channel.url, headers, body }));
};

/**
 * The fact as it stands in the public record, which holds nothing that a seal covers; so its bytes are the same at each attempt. The
 * authority that an escalation is sent to is told beside it where the evidence is, which it fetches with a token of its own.
 */
const cloudEventOf = async (
  { cases, milestones, publicUrl }: DeliveryPorts,
  what: Message,
  { id, time, owner }: { id: string; time: string; owner: EndpointOwner },
): Promise<JsonObject> => {
  if (what.of === 'milestones') {
    const changed = await milestones.change(what);
    if (changed === undefined) throw new OutsideFailure('The milestones: what was announced is not there');
    return toCloudEvent(changed);
  }
  if (what.of !== 'fact') {
    return {
      specversion: '1.0',
      id,
      source: 'veedor',
      type: 'veedor.ping',
      time,
      datacontenttype: 'application/json',
      data: {},
    };
  }
  const entry = await entryOf(cases, what);
  const evidence = evidenceFor(entry, owner);
  // CloudEvents 1.0, 3.1: names of further attributes are of small letters and digits alone.
  return { ...toCloudEvent(entry), ...(evidence === undefined ? {} : { evidenceurl: `${publicUrl}${evidence}` }) };
};

const GONE = 410;

const triedOf = (sent: Sent): Tried => {
  if ('failure' in sent) return { outcome: sent.failure };
  const { status, retryAfterSeconds } = sent;
  const told = { status, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
  if (status >= 200 && status < 300) return { outcome: 'delivered', status };
  if (status >= 300 && status < 400) return { outcome: 'redirected', status };
  return { outcome: status === GONE ? 'gone' : 'refused', ...told };
};

/** A receiver that says it is gone is asked no more. If somebody changed the endpoint meanwhile, that holds. */
const disable = async ({ endpoints }: DeliveryPorts, endpoint: Endpoint): Promise<void> => {
  const { version } = endpoint;
  await endpoints.save({ ...endpoint, state: 'disabled', disabledBecause: 'gone', version: version + 1 }, version);
};
