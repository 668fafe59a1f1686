import type {
  AppointmentStore,
  CaseStore,
  Clock,
  DeadlineStore,
  Entropy,
  Identity,
  ImportStore,
  Log,
  MilestoneStore,
  RosterStore,
} from '../ports.ts';
import { dynamodbAppointmentStore } from './appointment-store.ts';
import { dynamodbCaseStore } from './case-store.ts';
import { systemClock } from './clock.ts';
import { dynamodbDeadlineStore } from './deadline-store.ts';
import { systemEntropy } from './entropy.ts';
import { logEnvironment, tableEnvironment, tokenEnvironment } from './environment.ts';
import { joseIdentity } from './identity.ts';
import { dynamodbImportStore } from './import-store.ts';
import { jsonLog } from './log.ts';
import { dynamodbMilestoneStore } from './milestone-store.ts';
import { dynamodbRosterStore } from './person-stores.ts';
import { openTable } from './table.ts';

/** What the functions behind the API work on. The way out is not among it: nobody publishes after a write. */
export interface AwsPorts extends StorePorts {
  readonly identity: Identity;
}

/** What consumers of events and the sweep work on: everything but who calls. */
export interface StorePorts {
  readonly cases: CaseStore;
  readonly milestones: MilestoneStore;
  readonly deadlines: DeadlineStore;
  readonly roster: RosterStore;
  readonly imports: ImportStore;
  readonly appointments: AppointmentStore;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
}

/** Builds the ports of a consumer from the environment. Throws when it is incomplete. */
export const storePorts = (environment: NodeJS.ProcessEnv = process.env, clock: Clock = systemClock): StorePorts => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  const table = openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT });
  return {
    cases: dynamodbCaseStore(table),
    milestones: dynamodbMilestoneStore(table),
    deadlines: dynamodbDeadlineStore(table),
    roster: dynamodbRosterStore(table),
    imports: dynamodbImportStore(table),
    appointments: dynamodbAppointmentStore(table),
    clock,
    entropy: systemEntropy,
    log: jsonLog(logEnvironment(environment).LOG_LEVEL),
  };
};

/** Builds the ports of an API function from the environment. Throws when it is incomplete. */
export const awsPorts = (environment: NodeJS.ProcessEnv = process.env, clock: Clock = systemClock): AwsPorts => {
  const { TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience } = tokenEnvironment(environment);
  return { ...storePorts(environment, clock), identity: joseIdentity({ issuer, audience, clock }) };
};
