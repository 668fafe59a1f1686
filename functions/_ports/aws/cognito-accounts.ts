import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  CognitoIdentityProviderClient,
  InvalidParameterException,
  ListUsersCommand,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { ACCOUNTS_PAGE_MAX, type Accounts } from '../accounts.ts';
import { BadCursor, OutsideFailure, type Page } from '../ports.ts';
import { outsideFailure, reached } from './outside-failure.ts';

const ATTEMPTS_MAX = 3;
const TIMEOUT_MILLISECONDS = 3_000;
const SERVICE = 'Cognito';
/** Groups of one person that are read at once; nobody of the house is in so many. */
const GROUPS_PAGE = 60;

const cognitoClient = (): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient({
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: TIMEOUT_MILLISECONDS, throwOnRequestTimeout: true },
  });

/**
 * The user pool. People sign in by their address and are known by `sub`, which the pool gives and nothing changes; it is the name under
 * which the pool takes them, too. A role is a group of the same name.
 */
export const cognitoAccounts = (pool: string, client: CognitoIdentityProviderClient = cognitoClient()): Accounts => {
  const UserPoolId = pool;
  const of = (Username: string) => ({ UserPoolId, Username });
  const endSessions = (person: string) => reached(SERVICE, client.send(new AdminUserGlobalSignOutCommand(of(person))));
  return {
    invite: async (email) => {
      const UserAttributes = [
        { Name: 'email', Value: email },
        // An administrator vouches for it; the invitation goes there and nowhere else.
        { Name: 'email_verified', Value: 'true' },
      ];
      try {
        const { User } = await client.send(
          new AdminCreateUserCommand({ ...of(email), UserAttributes, DesiredDeliveryMediums: ['EMAIL'] }),
        );
        return subIn(User?.Attributes);
      } catch (error) {
        if (!(error instanceof UsernameExistsException)) throw outsideFailure(SERVICE, error);
        const known = await reached(SERVICE, client.send(new AdminGetUserCommand(of(email))));
        return subIn(known.UserAttributes);
      }
    },
    find: async (person) => {
      try {
        const { Enabled, UserAttributes } = await client.send(new AdminGetUserCommand(of(person)));
        const roles = await groupsOf(client, of(person));
        const email = valueIn(UserAttributes, 'email');
        return { person, roles, enabled: Enabled === true, ...(email === undefined ? {} : { email }) };
      } catch (error) {
        if (error instanceof UserNotFoundException) return undefined;
        throw outsideFailure(SERVICE, error);
      }
    },
    list: (request) => list(client, pool, request),
    giveRole: async (person, role) => {
      await reached(SERVICE, client.send(new AdminAddUserToGroupCommand({ ...of(person), GroupName: role })));
    },
    takeRole: async (person, role) => {
      await reached(SERVICE, client.send(new AdminRemoveUserFromGroupCommand({ ...of(person), GroupName: role })));
    },
    disable: async (person) => {
      await reached(SERVICE, client.send(new AdminDisableUserCommand(of(person))));
      await endSessions(person);
    },
    enable: async (person) => {
      // What was begun before they were kept out stays over, also where a crash came between the two of `disable`.
      await endSessions(person);
      await reached(SERVICE, client.send(new AdminEnableUserCommand(of(person))));
    },
  };
};

const valueIn = (attributes: readonly AttributeType[] = [], name: string): string | undefined =>
  attributes.find(({ Name }) => Name === name)?.Value;

/** Throws where the pool tells of somebody without the one attribute that everybody has. */
const subIn = (attributes: readonly AttributeType[] | undefined): string => {
  const sub = valueIn(attributes, 'sub');
  if (sub === undefined) throw new OutsideFailure(`${SERVICE}: an account without a sub`);
  return sub;
};

const groupsOf = async (
  client: CognitoIdentityProviderClient,
  of: { readonly UserPoolId: string; readonly Username: string },
): Promise<readonly string[]> => {
  const groups: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new AdminListGroupsForUserCommand({ ...of, Limit: GROUPS_PAGE, NextToken }));
    groups.push(...(page.Groups ?? []).flatMap(({ GroupName }) => GroupName ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return groups;
};

const list = async (
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  { from, limit }: { from?: string; limit: number },
): Promise<Page<string>> => {
  const Limit = Math.min(limit, ACCOUNTS_PAGE_MAX);
  try {
    const asked = { UserPoolId, Limit, AttributesToGet: ['sub'], PaginationToken: from };
    const { Users = [], PaginationToken: next } = await client.send(new ListUsersCommand(asked));
    return { items: Users.map(({ Attributes }) => subIn(Attributes)), ...(next === undefined ? {} : { next }) };
  } catch (error) {
    if (from !== undefined && error instanceof InvalidParameterException) {
      throw new BadCursor('This cursor was not given out for this list.');
    }
    throw outsideFailure(SERVICE, error);
  }
};
