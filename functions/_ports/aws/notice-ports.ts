import type { NoticeStore } from '../notice-ports.ts';
import { noticeStore } from '../notice-store.ts';
import type { Clock } from '../ports.ts';
import { type AwsPorts, awsPorts, type StorePorts, storePorts } from './aws-ports.ts';
import { systemClock } from './clock.ts';
import { tableEnvironment } from './environment.ts';
import { dynamodbItemStore } from './item-store.ts';
import { openTable } from './table.ts';

/** Notices stand apart from the other ports: a function that tells nobody does not load them. */
export const noticesIn = (environment: NodeJS.ProcessEnv): { readonly notices: NoticeStore } => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  const items = dynamodbItemStore(openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT }));
  return { notices: noticeStore(items) };
};

/** Builds the ports of the keeper of notices. Throws when the environment is incomplete. */
export const noticeKeeperPorts = (
  environment: NodeJS.ProcessEnv = process.env,
): StorePorts & { readonly notices: NoticeStore } => ({ ...storePorts(environment), ...noticesIn(environment) });

/** Builds the ports of the function that answers for notices. Throws when the environment is incomplete. */
export const noticeApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): AwsPorts & { readonly notices: NoticeStore } => ({ ...awsPorts(environment, clock), ...noticesIn(environment) });
