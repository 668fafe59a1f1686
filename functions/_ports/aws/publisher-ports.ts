import type { EventBus, Log } from '../ports.ts';
import { busEnvironment, logEnvironment } from './environment.ts';
import { eventBridgeBus, openBus } from './event-bus.ts';
import { jsonLog } from './log.ts';

/** What the publisher works on. Apart from the others, so that only the publisher carries EventBridge’s client. */
export interface PublisherPorts {
  readonly bus: EventBus;
  readonly log: Log;
}

/** Builds the publisher’s ports from the environment. Throws when it is incomplete. */
export const publisherPorts = (environment: NodeJS.ProcessEnv = process.env): PublisherPorts => ({
  bus: eventBridgeBus(openBus(busEnvironment(environment).BUS_NAME)),
  log: jsonLog(logEnvironment(environment).LOG_LEVEL),
});
