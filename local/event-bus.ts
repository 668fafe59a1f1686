import { setTimeout as wait } from 'node:timers/promises';
import type { EventBridgeEvent } from 'aws-lambda';
import { sourceOf, toCloudEvent } from '../events/cloud-event.ts';
import type { Clock, EventBus, Outgoing } from '../functions/_ports/ports.ts';
import { type EventRule, PATTERN_OPERATORS } from '../infra/event-rules.ts';
import type { DeadLetter, DeadLetters } from './dead-letters.ts';
import { type Lane, oneAtATime } from './one-at-a-time.ts';

export type BusEvent = EventBridgeEvent<string, unknown>;

/** A function that is told facts. It throws when it could not handle one. */
export interface Consumer {
  readonly handle: (event: BusEvent) => Promise<unknown>;
  /** What a person loses when it fails. */
  readonly impactWhenFailing: string;
}

/** Pauses before each further attempt at a delivery; after the last one fails the event is laid aside. */
export const DELIVERY_PAUSES_MILLISECONDS = [20, 100, 500] as const;

/** What EventBridge is in the cloud: takes events, and delivers each to whoever a rule names, later and in no promised order. */
export interface LocalBus extends EventBus {
  /** Resolves when everything that was published has been handled or laid aside. */
  drained(): Promise<void>;
  /** Tries once more to deliver what was laid aside. False when the target fails again, or is none of this bus. */
  redeliver(letter: DeadLetter): Promise<boolean>;
}

export interface BusOptions {
  readonly rules: readonly EventRule[];
  readonly consumers: Readonly<Record<string, Consumer>>;
  readonly deadLetters: DeadLetters;
  readonly clock: Clock;
  /** Where the operator is told of what was laid aside. */
  readonly warn: (text: string) => void;
}

const KNOWN_OPERATORS: readonly string[] = ['equals'];

/** Makes the bus. Throws when a rule uses what this bus does not know, or names a target that is not there: it would deliver less than the cloud. */
export const localBus = (options: BusOptions): LocalBus => {
  assertUnderstood(options);
  // Each consumer is told one event after another: events of one case in parallel would only get in each other's way.
  const lanes = new Map(Object.keys(options.consumers).map((target) => [target, oneAtATime()]));
  const deliveries = openDeliveries();
  return {
    publish: async (entries) => {
      for (const event of entries.map(busEvent)) {
        for (const { target } of options.rules.filter((rule) => matches(rule, event))) {
          deliveries.add(deliver(options, { target, event, lane: lanes.get(target) ?? oneAtATime() }));
        }
      }
    },
    drained: deliveries.ended,
    redeliver: async ({ target, event }) => {
      const consumer = Object.hasOwn(options.consumers, target) ? options.consumers[target] : undefined;
      return consumer !== undefined && isBusEvent(event) && attempt(consumer, event);
    },
  };
};

interface OpenDeliveries {
  add(delivery: Promise<void>): void;
  /** Throws when a delivery could neither be made nor laid aside: then it must come again. */
  ended(): Promise<void>;
}

const openDeliveries = (): OpenDeliveries => {
  const open = new Set<Promise<void>>();
  const failures: unknown[] = [];
  return {
    add: (delivery) => {
      const kept: Promise<void> = delivery
        .catch((error: unknown) => void failures.push(error))
        .finally(() => open.delete(kept));
      open.add(kept);
    },
    ended: async () => {
      while (open.size > 0) await Promise.all(open);
      if (failures.length > 0) throw failures.splice(0)[0];
    },
  };
};

const assertUnderstood = ({ rules, consumers }: BusOptions): void => {
  const unknown = PATTERN_OPERATORS.filter((operator) => !KNOWN_OPERATORS.includes(operator));
  if (unknown.length > 0) throw new Error(`This bus does not know the operators ${unknown.join(', ')}.`);
  for (const { name, pattern, target } of rules) {
    const conditions: readonly unknown[] = Object.values(pattern).flat();
    if (!conditions.every((condition) => typeof condition === 'string')) {
      throw new Error(`This bus does not understand the rule ${name}.`);
    }
    if (!Object.hasOwn(consumers, target)) throw new Error(`The rule ${name} names ${target}, which is not there.`);
  }
};

export const busEvent = (entry: Outgoing): BusEvent => ({
  version: '0',
  id: entry.id,
  'detail-type': entry.type,
  source: sourceOf(entry),
  account: '000000000000',
  time: `${entry.recordedAt.slice(0, 19)}Z`,
  region: 'local',
  resources: [],
  detail: JSON.parse(JSON.stringify(toCloudEvent(entry))),
});

const isBusEvent = (event: unknown): event is BusEvent =>
  typeof event === 'object' && event !== null && 'detail-type' in event;

/** All fields must match, each by equality with one of a list; a field that is absent matches anything. */
const matches = ({ pattern }: EventRule, event: BusEvent): boolean =>
  pattern.source.includes(event.source) && (pattern['detail-type']?.includes(event['detail-type']) ?? true);

const deliver = async (
  options: BusOptions,
  { target, event, lane }: { target: string; event: BusEvent; lane: Lane },
): Promise<void> => {
  const consumer = options.consumers[target];
  if (consumer === undefined) return;
  for (const pause of [0, ...DELIVERY_PAUSES_MILLISECONDS]) {
    // A pause even of nothing: like the real bus, this one never delivers before it has said that it took the event.
    await wait(pause);
    if (await lane(() => attempt(consumer, event))) return;
  }
  await options.deadLetters.layAside({ at: options.clock.now(), target, event });
  options.warn(
    `${target} failed on ${event['detail-type']} ${event.id}, which was laid aside until the next start. ${consumer.impactWhenFailing}`,
  );
};

const attempt = async (consumer: Consumer, event: BusEvent): Promise<boolean> => {
  try {
    await consumer.handle(structuredClone(event));
    return true;
  } catch {
    // Whatever it failed on, it is told again; the function itself says in its log what that was.
    return false;
  }
};
