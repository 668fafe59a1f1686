import { nextAttemptAt } from '../../domain/deliveries/next-attempt.ts';
import type { Instant } from '../../events/shapes.ts';
import { ATTEMPTS_KEPT, type Attempt, type AttemptOutcome, type Delivery } from '../_ports/outbox-ports.ts';
import type { DeliveryPorts } from './deliver-notices.ts';
import { recordReceipt } from './record-receipt.ts';
import { sendToEndpoint } from './send-to-endpoint.ts';
import { sendToPerson } from './send-to-person.ts';

/** How long a delivery belongs to whoever took it: longer than a receiver may take. */
export const LEASE_MS = 120_000;

/** What came of one try to send. */
export interface Tried {
  readonly outcome: AttemptOutcome | 'nothing-to-send' | 'endpoint-disabled';
  readonly status?: number;
  readonly retryAfterSeconds?: number;
}

/** `delivery:` then a person, where it is no endpoint that is sent to. */
export const PERSON = 'person:';

/**
 * Tries a delivery once: takes it, sends it, records where it was an escalation that arrived, and says what became of it. A crash
 * between any two of these steps leaves it due, and it is sent again under the same id.
 */
export const attempt = async (
  ports: DeliveryPorts,
  due: Delivery,
): Promise<'delivered' | 'failed' | 'taken-by-another'> => {
  const at = ports.clock.now();
  const taken = { ...due, nextAttemptAt: later(at, LEASE_MS), version: due.version + 1 };
  if (!(await ports.outbox.save(taken, due.version))) return 'taken-by-another';
  const tried = due.to.startsWith(PERSON)
    ? await sendToPerson(ports, due, due.to.slice(PERSON.length))
    : await sendToEndpoint(ports, due);
  if (tried.outcome === 'delivered') await recordReceipt(ports, due);
  const settled = afterTry(taken, tried, { at, now: ports.clock.now(), chance: chanceOf(ports.entropy.salt()) });
  // Whoever was faster meanwhile was a run that took it after our lease ended: it says what became of it.
  await ports.outbox.save({ ...settled, version: taken.version + 1 }, taken.version);
  return settled.state === 'delivered' ? 'delivered' : 'failed';
};

const later = (at: Instant, milliseconds: number): Instant => new Date(Date.parse(at) + milliseconds).toISOString();

/** A part of one, from 32 bits of randomness. */
const chanceOf = (salt: string): number => Number.parseInt(salt.slice(0, 8), 16) / 2 ** 32;

/** No further attempt would fare better: somebody must look at it. */
const HOPELESS: readonly Tried['outcome'][] = ['gone', 'endpoint-disabled', 'address-forbidden', 'no-address'];

const attemptOf = ({ outcome, status }: Tried, at: Instant): readonly Attempt[] => {
  if (outcome === 'nothing-to-send' || outcome === 'endpoint-disabled') return [];
  return [{ at, outcome, ...(status === undefined ? {} : { status }) }];
};

const afterTry = (
  { nextAttemptAt: _, ...delivery }: Delivery,
  tried: Tried,
  { at, now, chance }: { at: Instant; now: Instant; chance: number },
): Delivery => {
  const attempts = [...delivery.attempts, ...attemptOf(tried, at)].slice(-ATTEMPTS_KEPT);
  if (tried.outcome === 'delivered' || tried.outcome === 'nothing-to-send') {
    return { ...delivery, attempts, state: 'delivered' };
  }
  const failures = delivery.failures + 1;
  const { since } = delivery;
  const next = HOPELESS.includes(tried.outcome)
    ? undefined
    : nextAttemptAt({ since, now, failures, chance, askedSeconds: tried.retryAfterSeconds });
  return next === undefined
    ? { ...delivery, attempts, failures, state: 'parked' }
    : { ...delivery, attempts, failures, nextAttemptAt: next };
};
