import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  InvalidParameterException,
  ListUsersCommand,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { BadCursor, OutsideFailure } from '../ports.ts';
import { cognitoAccounts } from './cognito-accounts.ts';

const POOL = 'us-east-1_pool';
const SUB = '8f14e45f-ceea-4a6b-8b1c-1d7a2b3c4d5e';
const ADDRESS = 'ana@veedor.example';
const of = { UserPoolId: POOL, Username: SUB };
const sub = { Name: 'sub', Value: SUB };
const named = { message: 'ana@veedor.example', $metadata: {} };

const pool = () => {
  const client = mockClient(new CognitoIdentityProviderClient({ region: 'nowhere-1' }));
  const calls = () =>
    client.calls().map(({ args: [command] }) => [command.constructor.name.replace('Command', ''), command.input]);
  return { client, calls, accounts: cognitoAccounts(POOL, client as never) };
};

describe('an account in a user pool', () => {
  it('is made by an invitation to an address, in no group, and known by its sub', async () => {
    const { client, calls, accounts } = pool();
    client.on(AdminCreateUserCommand).resolves({ User: { Username: 'x', Attributes: [sub] } });
    expect(await accounts.invite(ADDRESS)).toBe(SUB);
    expect(calls()).toEqual([
      [
        'AdminCreateUser',
        {
          UserPoolId: POOL,
          Username: ADDRESS,
          UserAttributes: [
            { Name: 'email', Value: ADDRESS },
            { Name: 'email_verified', Value: 'true' },
          ],
          DesiredDeliveryMediums: ['EMAIL'],
        },
      ],
    ]);
  });

  it('that is there already is the same one, and is not invited again', async () => {
    const { client, calls, accounts } = pool();
    client.on(AdminCreateUserCommand).rejects(new UsernameExistsException(named));
    client.on(AdminGetUserCommand).resolves({ Username: 'x', UserAttributes: [{ Name: 'email' }, sub] });
    expect(await accounts.invite(ADDRESS)).toBe(SUB);
    expect(calls().at(-1)).toEqual(['AdminGetUser', { UserPoolId: POOL, Username: ADDRESS }]);
  });

  it('is found with its groups, all of them, and whether it is enabled', async () => {
    const { client, accounts } = pool();
    client
      .on(AdminGetUserCommand, of)
      .resolves({ Username: SUB, Enabled: true, UserAttributes: [sub, { Name: 'email', Value: ADDRESS }] });
    client
      .on(AdminListGroupsForUserCommand)
      .resolvesOnce({ Groups: [{ GroupName: 'witness' }], NextToken: 'more' })
      .resolvesOnce({ Groups: [{ GroupName: 'friends' }] });
    expect(await accounts.find(SUB)).toEqual({
      person: SUB,
      roles: ['witness', 'friends'],
      enabled: true,
      email: ADDRESS,
    });
    client.on(AdminGetUserCommand).resolves({ Username: SUB, Enabled: false });
    client.on(AdminListGroupsForUserCommand).resolves({});
    expect(await accounts.find(SUB)).toEqual({ person: SUB, roles: [], enabled: false });
    client.on(AdminGetUserCommand).rejects(new UserNotFoundException(named));
    expect(await accounts.find(SUB)).toBeUndefined();
  });

  it('is put into a group and taken out of it', async () => {
    const { calls, accounts, client } = pool();
    client.on(AdminAddUserToGroupCommand).resolves({});
    client.on(AdminRemoveUserFromGroupCommand).resolves({});
    await accounts.giveRole(SUB, 'auditor');
    await accounts.takeRole(SUB, 'friends');
    expect(calls()).toEqual([
      ['AdminAddUserToGroup', { ...of, GroupName: 'auditor' }],
      ['AdminRemoveUserFromGroup', { ...of, GroupName: 'friends' }],
    ]);
  });

  it('that is disabled loses its sessions, and none of before comes back when it is enabled', async () => {
    const { client, calls, accounts } = pool();
    for (const command of [AdminDisableUserCommand, AdminEnableUserCommand, AdminUserGlobalSignOutCommand]) {
      client.on(command as never).resolves({});
    }
    await accounts.disable(SUB);
    await accounts.enable(SUB);
    expect(calls()).toEqual([
      ['AdminDisableUser', of],
      ['AdminUserGlobalSignOut', of],
      ['AdminUserGlobalSignOut', of],
      ['AdminEnableUser', of],
    ]);
  });

  it('is listed by its sub, page by page', async () => {
    const { client, calls, accounts } = pool();
    client.on(ListUsersCommand).resolves({ Users: [{ Attributes: [sub] }], PaginationToken: 'next' });
    expect(await accounts.list({ limit: 500 })).toEqual({ items: [SUB], next: 'next' });
    client.on(ListUsersCommand).resolves({ Users: [] });
    expect(await accounts.list({ limit: 5, from: 'next' })).toEqual({ items: [] });
    expect(calls().map(([, input]) => input)).toMatchObject([{ Limit: 60 }, { Limit: 5, PaginationToken: 'next' }]);
    client.on(ListUsersCommand).rejects(new InvalidParameterException(named));
    await expect(accounts.list({ limit: 5, from: 'forged' })).rejects.toThrow(BadCursor);
    await expect(accounts.list({ limit: 5 })).rejects.toThrow(new OutsideFailure('Cognito: InvalidParameterException'));
  });

  it('in a pool that does not answer is a failure of the outside that names nobody', async () => {
    const { client, accounts } = pool();
    client.rejects(new Error(ADDRESS));
    const failure = new OutsideFailure('Cognito: Error');
    for (const asked of [
      () => accounts.invite(ADDRESS),
      () => accounts.find(SUB),
      () => accounts.giveRole(SUB, 'witness'),
      () => accounts.takeRole(SUB, 'witness'),
      () => accounts.disable(SUB),
      () => accounts.enable(SUB),
      () => accounts.list({ limit: 1 }),
    ]) {
      await expect(asked()).rejects.toThrow(failure);
    }
  });
});
