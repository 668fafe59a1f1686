import { sha256Hex } from '../../events/record.ts';
import { ProblemError } from '../_http/problem.ts';
import { newDelivery } from '../_notices/receivers.ts';
import type { Delivery, Mailbox } from '../_ports/outbox-ports.ts';
import { deliveryId } from '../_ports/outbox-store.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';

/** For how long a code is good. */
export const CODE_MS = 48 * 3_600_000;
const ASK_EVERY_MS = 60_000;
const MS_PER_DAY = 86_400_000;
export const ASKED_A_DAY_MAX = 5;
const MESSAGE_LENGTH = 20;

/**
 * Makes a code for an address, which is unconfirmed from now on; whatever code was sent before is good for nothing. Throws when the
 * address, or those before it, were asked too often.
 */
export const asking = async (
  { clock, secrets, secretBox }: Pick<NoticesApiPorts, 'clock' | 'secrets' | 'secretBox'>,
  { address, purpose, askedAt = [] }: { address: string; purpose: string; askedAt?: readonly string[] | undefined },
): Promise<Mailbox & { readonly askedAt: readonly string[] }> => {
  const now = clock.now();
  const lately = askedAt.filter((at) => Date.parse(at) + MS_PER_DAY > Date.parse(now));
  const [latest] = lately;
  const oldest = lately[ASKED_A_DAY_MAX - 1];
  const freeAt = Math.max(
    latest === undefined ? 0 : Date.parse(latest) + ASK_EVERY_MS,
    oldest === undefined ? 0 : Date.parse(oldest) + MS_PER_DAY,
  );
  const waitMs = freeAt - Date.parse(now);
  if (waitMs > 0) throw new ProblemError('confirmations-too-many', { retryAfterSeconds: Math.ceil(waitMs / 1_000) });
  const code = secrets.secret();
  const asked = {
    codeHash: await sha256Hex(code),
    sealed: await secretBox.seal(code, purpose),
    until: new Date(Date.parse(now) + CODE_MS).toISOString(),
  };
  return { address, asked, askedAt: [now, ...lately] };
};

/** Puts the mail that asks into the outbox; again, it is the same mail. */
export const putAsking = async (
  { outbox, clock }: Pick<NoticesApiPorts, 'outbox' | 'clock'>,
  to: Delivery['to'],
  mailbox: Mailbox | undefined,
): Promise<void> => {
  const { asked, askedAt: [createdAt] = [], confirmedAt } = mailbox ?? {};
  if (asked === undefined || createdAt === undefined || confirmedAt !== undefined) return;
  const { codeHash } = asked;
  const message = `confirm-${codeHash.slice(0, MESSAGE_LENGTH)}`;
  await outbox.add(newDelivery({ to, message, what: { of: 'confirmation', codeHash }, createdAt, now: clock.now() }));
};

/**
 * A mailbox whose readers sent the code that went there. The code of one that is confirmed already says so again. Throws for any other
 * code, and for one whose time is over.
 */
export const confirmedBy = async (mailbox: Mailbox | undefined, code: string, now: string): Promise<Mailbox> => {
  const asked = mailbox?.asked;
  if (mailbox === undefined || asked?.codeHash !== (await sha256Hex(code)))
    throw new ProblemError('confirmation-unknown');
  if (mailbox.confirmedAt !== undefined) return mailbox;
  if (now >= asked.until) throw new ProblemError('confirmation-unknown');
  return { ...mailbox, confirmedAt: now };
};

const WOKEN_PAGE = 100;
const WOKEN_PAGES_MAX = 5;

/** What waited for the address goes out with the next delivery, and not when its own pause is over: by now that may be hours. */
export const wakeWaiting = async (
  { outbox, clock }: Pick<NoticesApiPorts, 'outbox' | 'clock'>,
  to: Delivery['to'],
): Promise<void> => {
  let after: string | undefined;
  for (let page = 0; page < WOKEN_PAGES_MAX; page += 1) {
    const { items, more } = await outbox.list({ to, after, limit: WOKEN_PAGE });
    for (const delivery of items.filter(isWaiting)) {
      const { version } = delivery;
      // Whoever was faster is sending it.
      await outbox.save({ ...delivery, nextAttemptAt: clock.now(), version: version + 1 }, version);
    }
    const last = items.at(-1);
    if (!more || last === undefined) return;
    after = deliveryId(last);
  }
};

const isWaiting = ({ state, attempts }: Delivery): boolean => {
  const outcome = attempts.at(-1)?.outcome;
  return state === 'pending' && (outcome === 'unconfirmed' || outcome === 'no-address');
};

/** Until when a mailbox waits for its code. */
export const awaitsCode = (mailbox: Mailbox | undefined): { readonly awaitsCodeUntil?: string } =>
  mailbox?.asked === undefined || mailbox.confirmedAt !== undefined ? {} : { awaitsCodeUntil: mailbox.asked.until };
