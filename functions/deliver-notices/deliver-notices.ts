import type { Instant } from '../../events/shapes.ts';
import type { NoticeStore } from '../_ports/notice-ports.ts';
import {
  type Delivery,
  type DuePlaceOf,
  type EndpointStore,
  type Mailer,
  OUTBOX_SHARDS,
  type Outbox,
  type SecretBox,
  type WebhookSender,
} from '../_ports/outbox-ports.ts';
import { type Log, type MilestoneStore, OutsideFailure } from '../_ports/ports.ts';
import type { RecordPorts } from '../_record/handle-command.ts';
import { attempt } from './attempt.ts';

export interface DeliveryPorts extends RecordPorts {
  readonly milestones: Pick<MilestoneStore, 'change'>;
  readonly notices: NoticeStore;
  readonly outbox: Outbox;
  readonly endpoints: EndpointStore;
  readonly secretBox: SecretBox;
  readonly webhooks: WebhookSender;
  readonly mailer: Mailer;
  readonly log: Log;
  /** Where people reach the API: what mails link to. */
  readonly publicUrl: string;
}

/** What one run takes at most; what it does not come to is still due, and the next one begins with it. */
export interface DeliveryLimits {
  readonly millisecondsMax: number;
  readonly scannedMax: number;
}

const LIMITS: DeliveryLimits = { millisecondsMax: 30_000, scannedMax: 20_000 };
const PAGE = 100;
/** Receivers that are served at once. */
const LANES_AT_ONCE = 32;
/** Deliveries to one receiver in one run: one that has many due leaves room for the others. */
const LANE_LENGTH_MAX = 50;
/** After so many failures in a row a receiver is left alone until the next run. */
const LANE_FAILURES_MAX = 3;

/**
 * Works off the outbox. Each receiver has a lane of its own, so a slow or dead one keeps nobody else waiting; within a lane the oldest
 * goes first, but after a failure others overtake it: order is not promised. Whoever works on a delivery takes it first, by moving its
 * next attempt a little ahead, so that two runs at once do not both send it and one that dies leaves it due.
 */
export const deliverNotices =
  (ports: DeliveryPorts, limits: DeliveryLimits = LIMITS) =>
  async (): Promise<{ tried: number }> => {
    const startedAt = Date.parse(ports.clock.now());
    const goesOn = (): boolean => Date.parse(ports.clock.now()) - startedAt < limits.millisecondsMax;
    const lanes = [...(await lanesOf(ports, limits))];
    const failures: OutsideFailure[] = [];
    let tried = 0;
    const serve = async (): Promise<void> => {
      for (let lane = lanes.shift(); lane !== undefined && goesOn(); lane = lanes.shift()) {
        const served = await serveLane(ports, { lane, goesOn });
        tried += served.tried;
        if (served.failure !== undefined) failures.push(served.failure);
      }
    };
    await Promise.all(Array.from({ length: LANES_AT_ONCE }, serve));
    ports.log.say('VEE013', { tried });
    const [failure] = failures;
    // What we stand on failed, not a receiver: the alarm must ring.
    if (failure !== undefined) throw failure;
    return { tried };
  };

type Lane = readonly Delivery[];

/** What is due now, by receiver, the oldest first. */
const lanesOf = async (ports: DeliveryPorts, { scannedMax }: DeliveryLimits): Promise<readonly Lane[]> => {
  const until = ports.clock.now();
  const lanes = new Map<string, Delivery[]>();
  let scanned = 0;
  for (let shard = 0; shard < OUTBOX_SHARDS; shard += 1) {
    for await (const delivery of dueIn(ports.outbox, { shard, until })) {
      const lane = lanes.get(delivery.to) ?? [];
      if (lane.length < LANE_LENGTH_MAX) lanes.set(delivery.to, [...lane, delivery]);
      scanned += 1;
      if (scanned >= scannedMax * (shard + 1)) break;
    }
  }
  return [...lanes.values()];
};

async function* dueIn(outbox: Outbox, { shard, until }: { shard: number; until: Instant }): AsyncGenerator<Delivery> {
  let after: DuePlaceOf | undefined;
  do {
    const page = await outbox.due({ shard, until, after, limit: PAGE });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

interface Served {
  readonly tried: number;
  readonly failure?: OutsideFailure;
}

const serveLane = async (
  ports: DeliveryPorts,
  { lane, goesOn }: { lane: Lane; goesOn: () => boolean },
): Promise<Served> => {
  let tried = 0;
  let failuresInARow = 0;
  for (const delivery of lane) {
    if (!goesOn() || failuresInARow >= LANE_FAILURES_MAX) break;
    try {
      const outcome = await attempt(ports, delivery);
      if (outcome === 'taken-by-another') continue;
      tried += 1;
      failuresInARow = outcome === 'failed' ? failuresInARow + 1 : 0;
    } catch (error) {
      if (!(error instanceof OutsideFailure)) throw error;
      ports.log.say('VEE003', { failure: error.message, message: delivery.message });
      return { tried, failure: error };
    }
  }
  return { tried };
};
