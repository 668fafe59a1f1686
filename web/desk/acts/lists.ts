import type { Act } from './act.ts';

/** What is done beside the cases with what is one’s own. */
export const LIST_ACTS = {
  'revoke-feed': {
    path: '/feeds/{feed}/revocation',
    on: 'feed',
    roles: [
      'coordinator',
      'auditor',
      'witness',
      'member',
      'contracting-authority',
      'control-authority',
      'bidder-representative',
    ],
    isFinal: true,
    asks: [],
  },
} as const satisfies Readonly<Record<string, Act>>;
