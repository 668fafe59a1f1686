import type { Language } from '../../domain/languages.ts';
import type { Delivery, Mailbox } from '../_ports/outbox-ports.ts';
import type { Tried } from './attempt.ts';
import { composeConfirmation } from './compose-mail.ts';
import type { DeliveryPorts } from './deliver-notices.ts';

/** A mailbox, and what its code was sealed for. */
interface Asked {
  readonly mailbox: Mailbox | undefined;
  readonly purpose: string;
  readonly language: Language;
  /** The endpoint whose mailbox it is; absent: it is that of a person. */
  readonly endpoint?: string;
}

/** Asks whether a mailbox may be used. One that was confirmed, taken back or asked anew meanwhile, or whose time is over, is asked no more. */
export const sendConfirmation = async (
  ports: DeliveryPorts,
  { message, what }: Delivery,
  { mailbox, purpose, language, endpoint }: Asked,
): Promise<Tried> => {
  const asked = mailbox?.asked;
  const isOver =
    what.of !== 'confirmation' ||
    asked?.codeHash !== what.codeHash ||
    mailbox?.confirmedAt !== undefined ||
    ports.clock.now() >= asked.until;
  if (isOver || mailbox === undefined) return { outcome: 'nothing-to-send' };
  const code = await ports.secretBox.open(asked.sealed, purpose);
  const { publicUrl } = ports;
  const mail = composeConfirmation({ code, until: asked.until, language, publicUrl, endpoint });
  const said = await ports.mailer.send({ to: mailbox.address, message, ...mail });
  return { outcome: said === 'accepted' ? 'delivered' : 'refused' };
};
