import type { Accounts } from '../accounts.ts';
import type { Clock, PeopleStore } from '../ports.ts';
import { type AwsPorts, awsPorts, type StorePorts, storePorts } from './aws-ports.ts';
import { systemClock } from './clock.ts';
import { cognitoAccounts } from './cognito-accounts.ts';
import { accountsEnvironment, tableEnvironment } from './environment.ts';
import { dynamodbPeopleStore } from './person-stores.ts';
import { openTable } from './table.ts';

/** Who may sign in, by record, stands apart from the other ports: a function that does not ask for it does not load it. */
export const peopleStore = (environment: NodeJS.ProcessEnv = process.env): { readonly people: PeopleStore } => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  return { people: dynamodbPeopleStore(openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT })) };
};

interface PeopleParts {
  readonly people: PeopleStore;
  readonly accounts: Accounts;
}

const peopleParts = (environment: NodeJS.ProcessEnv): PeopleParts => ({
  ...peopleStore(environment),
  accounts: cognitoAccounts(accountsEnvironment(environment).USER_POOL_ID),
});

/** Builds the ports of the function that says who may sign in. Throws when the environment is incomplete. */
export const peopleApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): AwsPorts & PeopleParts => ({ ...awsPorts(environment, clock), ...peopleParts(environment) });

/** Builds the ports of what makes the sign-in follow. Throws when the environment is incomplete. */
export const peopleKeeperPorts = (environment: NodeJS.ProcessEnv = process.env): StorePorts & PeopleParts => ({
  ...storePorts(environment),
  ...peopleParts(environment),
});
