import { GIVEN_ROLES, type GivenRole } from '../../events/vocabulary.ts';
import { type Refusal, refuse } from '../refusals.ts';

/**
 * Whoever buys and whoever sells are those who are watched: neither watches, judges or keeps the house, nor is the other one. Every
 * other pair of roles can be one person; what they are in a case, its own rules say.
 */
const WATCHED: readonly GivenRole[] = ['contracting-authority', 'bidder-representative'];

/** Why some roles cannot be those of one person, if they cannot. */
export const incompatibility = (roles: readonly GivenRole[]): { readonly refusal: Refusal } | undefined => {
  const watched = roles.find((role) => WATCHED.includes(role));
  if (watched === undefined) return undefined;
  const others = roles.filter((role) => role !== watched);
  return others.length === 0 ? undefined : refuse('roles-incompatible', { watched, others });
};

/** Roles in the one order in which they are kept, each once. */
export const inOrder = (roles: readonly GivenRole[]): GivenRole[] => GIVEN_ROLES.filter((role) => roles.includes(role));
