import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../domain/languages.ts';
import { newApp, ofType, resourcesIn, theOne } from '../test/support/cloud.ts';
import { PAGE_LANGUAGES } from './constructs/people.ts';
import { IdentityStack } from './identity-stack.ts';

const stack = new IdentityStack(newApp(), 'VeedorIdentity', { webUrl: 'https://veedor.example' });
const resources = resourcesIn(stack);
const pool = theOne(resources, 'AWS::Cognito::UserPool');
const client = theOne(resources, 'AWS::Cognito::UserPoolClient').Properties;

describe('the people', () => {
  it('are not forgotten when a stack goes', () => {
    expect([pool.DeletionPolicy, pool.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    expect(pool.Properties.DeletionProtection).toBe('ACTIVE');
    expect(stack.terminationProtection).toBe(true);
    expect(resources['People']).toBe(pool);
  });

  it('are invited, and cannot register themselves', () => {
    expect(pool.Properties.AdminCreateUserConfig).toEqual({ AllowAdminCreateUserOnly: true });
  });

  it('sign in with a long password and a second factor that is no text message', () => {
    expect(pool.Properties.MfaConfiguration).toBe('ON');
    expect(pool.Properties.EnabledMfas).toEqual(['SOFTWARE_TOKEN_MFA']);
    expect(pool.Properties.Policies.PasswordPolicy).toMatchObject({
      MinimumLength: 14,
      RequireLowercase: true,
      RequireUppercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
    });
  });

  it('are protected against stolen passwords', () => {
    expect(pool.Properties.UserPoolTier).toBe('PLUS');
    expect(pool.Properties.UserPoolAddOns).toEqual({ AdvancedSecurityMode: 'ENFORCED' });
  });

  it('are in one group for each role that somebody can hold', () => {
    const groups = ofType(resources, 'AWS::Cognito::UserPoolGroup').map(({ Properties }) => Properties.GroupName);
    expect(groups.toSorted()).toEqual([
      'administrator',
      'assessor',
      'auditor',
      'bidder-representative',
      'contracting-authority',
      'control-authority',
      'coordinator',
      'member',
      'witness',
    ]);
  });
});

describe('the pages', () => {
  it('get a token only for an authorization code, and keep no secret', () => {
    expect(client.AllowedOAuthFlows).toEqual(['code']);
    expect(client.GenerateSecret).toBe(false);
    expect(client.ExplicitAuthFlows).toEqual(['ALLOW_REFRESH_TOKEN_AUTH']);
    expect(client.AllowedOAuthScopes).toEqual(['openid']);
  });

  it('are come back to in every language that they speak, and nowhere else', () => {
    expect(PAGE_LANGUAGES).toEqual(LANGUAGES);
    expect(client.CallbackURLs).toEqual(LANGUAGES.map((language) => `https://veedor.example/${language}/signed-in`));
    expect(client.LogoutURLs).toEqual(LANGUAGES.map((language) => `https://veedor.example/${language}/signed-out`));
  });

  it('hold access tokens that live short and can be revoked', () => {
    expect([client.AccessTokenValidity, client.TokenValidityUnits.AccessToken]).toEqual([15, 'minutes']);
    expect([client.RefreshTokenValidity, client.TokenValidityUnits.RefreshToken]).toEqual([720, 'minutes']);
    expect(client.EnableTokenRevocation).toBe(true);
  });

  it('do not learn whether somebody exists', () => {
    expect(client.PreventUserExistenceErrors).toBe('ENABLED');
  });
});
