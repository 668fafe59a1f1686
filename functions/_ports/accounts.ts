import type { GivenRole } from '../../events/vocabulary.ts';
import type { Page } from './ports.ts';

/** Somebody as the sign-in has them: what their next token says. */
export interface Account {
  readonly person: string;
  /** As the sign-in calls them: those that are no roles of the house are among them. */
  readonly roles: readonly string[];
  /** Whether they can sign in. */
  readonly enabled: boolean;
  /** The address under which they sign in; example people have none. */
  readonly email?: string;
}

/** Where people sign in: a user pool, or the issuer of one machine. The record says who may; this is what lets them. */
export interface Accounts {
  /** The id of whoever signs in with an address. Who has no account gets one, without any role, and an invitation. */
  invite(email: string): Promise<string>;
  find(person: string): Promise<Account | undefined>;
  /** The ids of all who have an account, at most `ACCOUNTS_PAGE_MAX` at once, in no order. */
  list(request: { from?: string; limit: number }): Promise<Page<string>>;
  /** Giving what somebody has, and taking what they have not, changes nothing; no more does what follows. */
  giveRole(person: string, role: GivenRole): Promise<void>;
  /** Takes whatever the sign-in calls a role, also one that the house does not know. */
  takeRole(person: string, role: string): Promise<void>;
  /** Ends every session too: what renews tokens renews none any more. */
  disable(person: string): Promise<void>;
  enable(person: string): Promise<void>;
}

/** Accounts that are asked for at once. */
export const ACCOUNTS_PAGE_MAX = 60;
