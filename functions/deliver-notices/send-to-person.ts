import type { Instant } from '../../events/shapes.ts';
import { mailGoesTo, purposeOfAddress, SETTINGS_UNLESS_SAID } from '../_notices/mail-goes-to.ts';
import type { NoticeStore } from '../_ports/notice-ports.ts';
import type { Delivery } from '../_ports/outbox-ports.ts';
import type { Tried } from './attempt.ts';
import { composeMail } from './compose-mail.ts';
import type { DeliveryPorts } from './deliver-notices.ts';
import { evidenceForPerson } from './evidence-link.ts';
import { sendConfirmation } from './send-confirmation.ts';

/** Sends one mail to somebody, as they want it by now: who took the wish back meanwhile gets none. */
export const sendToPerson = async (ports: DeliveryPorts, delivery: Delivery, person: string): Promise<Tried> => {
  const { message, what } = delivery;
  const { language, mail } = (await ports.notices.settings(person)) ?? SETTINGS_UNLESS_SAID;
  if (what.of === 'confirmation') {
    const mailbox = (await ports.notices.address(person))?.mailbox;
    const path = '/me/mail-address/confirmation';
    return sendConfirmation(ports, delivery, { mailbox, purpose: purposeOfAddress(person), language, path });
  }
  if (mail === 'none') return { outcome: 'nothing-to-send' };
  const goesTo = await mailGoesTo(ports, person);
  if (goesTo === undefined) return { outcome: 'no-address' };
  const count = what.of === 'digest' ? await noticesIn(ports.notices, person, what) : 1;
  if (count === 0) return { outcome: 'nothing-to-send' };
  const evidence = await evidenceForPerson(ports.cases, what, person);
  const said = await ports.mailer.send({
    to: goesTo.address,
    message,
    ...composeMail({ what, language, publicUrl: ports.publicUrl, count, evidence }),
  });
  return { outcome: said === 'accepted' ? 'delivered' : 'refused' };
};

const PAGE = 100;
/** Where counting stops: a mail says "more than" from there. */
export const COUNTED_MAX = 500;

/** How many facts of a span somebody was told of, as far as they are counted. */
const noticesIn = async (
  notices: NoticeStore,
  person: string,
  { from, to }: { from: Instant; to: Instant },
): Promise<number> => {
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const page = await notices.notices({ person, after, limit: PAGE });
    const times = page.items.map(({ notice }) => notice.recordedAt);
    count += times.filter((time) => time >= from && time < to).length;
    after = page.items.at(-1)?.place;
    const isOver = (times.at(-1) ?? '') < from;
    if (!page.more || isOver || count >= COUNTED_MAX) return Math.min(count, COUNTED_MAX);
  }
};
