import { mailGoesTo, purposeOfAddress, SETTINGS_UNLESS_SAID } from '../_notices/mail-goes-to.ts';
import type { Delivery } from '../_ports/outbox-ports.ts';
import type { Tried } from './attempt.ts';
import { composeFor } from './compose-for.ts';
import { type Composed, composeDigest, type Reader } from './compose-mail.ts';
import type { DeliveryPorts } from './deliver-notices.ts';
import { digestOf } from './digest-of.ts';
import { evidenceForPerson } from './evidence-link.ts';
import { sendConfirmation } from './send-confirmation.ts';

/** Sends one mail to somebody, as they want it by now: who took the wish back meanwhile gets none. */
export const sendToPerson = async (ports: DeliveryPorts, delivery: Delivery, person: string): Promise<Tried> => {
  const { message, what } = delivery;
  const { language, mail: wish } = (await ports.notices.settings(person)) ?? SETTINGS_UNLESS_SAID;
  if (what.of === 'confirmation') {
    const mailbox = (await ports.notices.address(person))?.mailbox;
    return sendConfirmation(ports, delivery, { mailbox, purpose: purposeOfAddress(person), language });
  }
  if (wish === 'none') return { outcome: 'nothing-to-send' };
  const goesTo = await mailGoesTo(ports, person);
  if (goesTo === undefined) return { outcome: 'no-address' };
  const mail = await composed(ports, delivery, { person, reader: { language, publicUrl: ports.publicUrl } });
  if (mail === undefined) return { outcome: 'nothing-to-send' };
  const said = await ports.mailer.send({ to: goesTo.address, message, ...mail });
  return { outcome: said === 'accepted' ? 'delivered' : 'refused' };
};

/** What somebody is written; undefined where a day brought nothing. */
const composed = async (
  ports: DeliveryPorts,
  { what, createdAt }: Delivery,
  { person, reader }: { readonly person: string; readonly reader: Reader },
): Promise<Composed | undefined> => {
  if (what.of === 'confirmation') return undefined;
  if (what.of === 'digest') {
    const digest = await digestOf(ports, person, what);
    return digest.count === 0 ? undefined : composeDigest({ reader, ...digest });
  }
  const hasEvidence = (await evidenceForPerson(ports.cases, what, person)) !== undefined;
  const as = what.of === 'fact' ? what.as : undefined;
  return composeFor(ports.cases, { what, at: createdAt, reader, as, hasEvidence });
};
