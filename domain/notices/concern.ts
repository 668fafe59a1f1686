import type { Instant } from '../../events/shapes.ts';
import type { NoticeContext } from './context.ts';
import { isClear } from './context.ts';

/** Whom a fact concerns: somebody by name, whoever holds an office in the case, or whoever speaks for an institution. */
export type Concern =
  | { readonly person: string }
  | { readonly of: 'team' | 'clear-team' | 'coordinator' | 'contracting-authority' | 'bidders' | 'everybody' }
  | { readonly bidder: string }
  | { readonly controlAuthority: string };

/** In which capacity somebody is told. */
export const CAPACITIES = [
  'person',
  'team',
  'coordinator',
  'contracting-authority',
  'bidder',
  'control-authority',
] as const;
export type Capacity = (typeof CAPACITIES)[number];

/**
 * What never changes of a thing that a fact is about, and what of it was so at the time of the fact: so that whoever is told does not
 * depend on when the fact is looked at.
 */
export interface Thing {
  /** Who wrote an observation or asked a question. */
  readonly by?: string;
  /** Who was asked a question. */
  readonly to?: 'contracting-authority' | 'team';
  /** To whom an escalation was sent. */
  readonly controlAuthority?: string;
  /** Who is accused of a breach: the contracting authority, unless a bidder is named. */
  readonly accused?: { readonly bidder?: string };
  /** When a finding was put to the contracting authority. */
  readonly notifiedAt?: Instant;
  /** To whom a finding was escalated before the fact. */
  readonly escalatedTo?: readonly string[];
}

export type Things = ReadonlyMap<string, Thing>;

/** Whoever is accused of a breach of the pact: a bidder, or the contracting authority. */
export const accusedIn = (things: Things, breach: string): readonly Concern[] => {
  const accused = things.get(breach)?.accused;
  if (accused === undefined) return [];
  return [accused.bidder === undefined ? { of: 'contracting-authority' } : { bidder: accused.bidder }];
};

/** Somebody who is told, and as what: the first capacity that fits. */
export interface Told {
  readonly person: string;
  readonly as: Capacity;
}

/** The people behind a concern, as the case stood when the fact was recorded. */
export const peopleBehind = (concern: Concern, context: NoticeContext): readonly Told[] => {
  const { team, liaisons, coordinators } = context;
  if ('person' in concern) return [{ person: concern.person, as: 'person' }];
  if ('bidder' in concern) {
    return liaisons.filter(({ bidder }) => bidder === concern.bidder).map(({ person }) => ({ person, as: 'bidder' }));
  }
  if ('controlAuthority' in concern) {
    const behind = liaisons.filter(({ controlAuthority }) => controlAuthority === concern.controlAuthority);
    return behind.map(({ person }) => ({ person, as: 'control-authority' }));
  }
  switch (concern.of) {
    case 'team':
      return team.filter(({ standing }) => standing === 'accepted').map(({ person }) => ({ person, as: 'team' }));
    case 'clear-team':
      return team.filter(isClear).map(({ person }) => ({ person, as: 'team' }));
    case 'coordinator':
      return coordinators.map((person) => ({ person, as: 'coordinator' }));
    case 'contracting-authority':
      return liaisons
        .filter(({ kind }) => kind === 'contracting-authority')
        .map(({ person }) => ({ person, as: 'contracting-authority' }));
    case 'bidders':
      return liaisons.filter(({ kind }) => kind === 'bidder').map(({ person }) => ({ person, as: 'bidder' }));
    case 'everybody':
      return [
        ...peopleBehind({ of: 'team' }, context),
        ...peopleBehind({ of: 'coordinator' }, context),
        ...liaisons.map(({ person, kind }) => ({ person, as: kind })),
      ];
  }
};
