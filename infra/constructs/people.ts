import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolClient,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { GIVEN_ROLES } from '../../events/vocabulary.ts';
import { keepLogicalId } from './keep-logical-id.ts';

export interface PeopleProps {
  /** Where the pages live: sign-in comes back to it. */
  readonly webUrl: string;
}

/** The languages in which the pages stand: the sign-in leads back to the one that somebody came from. */
export const PAGE_LANGUAGES = ['es', 'pt', 'en'] as const;

const pagesAt = (webUrl: string, page: string): string[] =>
  PAGE_LANGUAGES.map((language) => new URL(`/${language}/${page}`, webUrl).href);

/**
 * Who may sign in, with a second factor, and in which roles. People are invited, never self-registered. A token tells the house a
 * pseudonymous id and roles, never a name. Nobody is forgotten by deleting a stack: the pool outlives it.
 */
export class People extends Construct {
  /** The `iss` of every token. */
  readonly issuer: string;
  /** The `client_id` of every token. */
  readonly audience: string;
  /** Where the pages of the sign-in stand, without a slash at the end. */
  readonly signInUrl: string;
  /** Names the pool to whoever keeps it. */
  readonly poolId: string;
  private readonly poolArn: string;

  constructor(scope: Construct, id: string, props: PeopleProps) {
    super(scope, id);
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      // An app on the phone, no text messages: whoever holds power over a line can read them.
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        passwordHistorySize: 5,
        tempPasswordValidity: Duration.days(3),
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    keepLogicalId(pool, 'People');
    for (const role of GIVEN_ROLES) pool.addGroup(role, { groupName: role });
    const domain = pool.addDomain('SignIn', { cognitoDomain: { domainPrefix: `veedor-${Aws.ACCOUNT_ID}` } });
    this.signInUrl = domain.baseUrl();
    this.issuer = pool.userPoolProviderUrl;
    this.audience = clientOf(pool, props.webUrl);
    this.poolId = pool.userPoolId;
    this.poolArn = pool.userPoolArn;
  }

  /** Invites people and looks at whom the pool has. It puts nobody into a role: that follows from the record. */
  grantInvite(inviter: IGrantable): void {
    this.grant(inviter, 'AdminCreateUser', 'AdminGetUser', 'AdminListGroupsForUser', 'ListUsers');
  }

  /** Lets people in and keeps them out, in the roles that are on record. It makes nobody and deletes nobody. */
  grantKeep(keeper: IGrantable): void {
    this.grant(
      keeper,
      'AdminGetUser',
      'AdminListGroupsForUser',
      'AdminAddUserToGroup',
      'AdminRemoveUserFromGroup',
      'AdminDisableUser',
      'AdminEnableUser',
      'AdminUserGlobalSignOut',
    );
  }

  private grant(grantee: IGrantable, ...acts: readonly string[]): void {
    Grant.addToPrincipal({
      grantee,
      actions: acts.map((act) => `cognito-idp:${act}`),
      resourceArns: [this.poolArn],
    });
  }
}

/**
 * The pages' way in: authorization code only, without a secret, because a page cannot keep one; the code is bound to the page by PKCE,
 * which the pages must send. Access tokens live short, and signing out revokes what renews them.
 */
const clientOf = (pool: UserPool, webUrl: string): string => {
  const client = pool.addClient('Pages', {
    generateSecret: false,
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    oAuth: {
      flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
      scopes: [OAuthScope.OPENID],
      callbackUrls: pagesAt(webUrl, 'signed-in'),
      logoutUrls: pagesAt(webUrl, 'signed-out'),
    },
    accessTokenValidity: Duration.minutes(15),
    idTokenValidity: Duration.minutes(15),
    refreshTokenValidity: Duration.hours(12),
    enableTokenRevocation: true,
    preventUserExistenceErrors: true,
  });
  allowOnlyRefreshing(client);
  return client.userPoolClientId;
};

/** Passwords are typed at the sign-in page and nowhere else. The library cannot say "no other flow", and Cognito's default is to have some. */
const allowOnlyRefreshing = (client: UserPoolClient): void => {
  const resource = client.node.defaultChild;
  if (!(resource instanceof CfnUserPoolClient)) {
    throw new Error('The client of the user pool is not where it is expected.');
  }
  resource.explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
};
