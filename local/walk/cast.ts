import type { InstrumentId } from '../../events/vocabulary.ts';

/** Who plays which part in a walk: example people of the local issuer. */
export interface Cast {
  readonly coordinator: string;
  /** The team, where it is proposed by hand. */
  readonly team: readonly string[];
  /** Who can be drawn for the team, where it is appointed by lot. */
  readonly candidates: readonly string[];
  readonly sectors: readonly string[];
  readonly authority: string;
  readonly bidders: readonly string[];
  readonly control: string;
  readonly assessor: string;
}

const OTHERS = {
  coordinator: 'coordinator-1',
  authority: 'authority-1',
  bidders: ['bidder-1', 'bidder-2', 'bidder-3'],
  control: 'control-1',
  assessor: 'assessor-1',
};

export const CAST: Readonly<Record<InstrumentId, Cast>> = {
  'integrity-pact': { ...OTHERS, team: [], candidates: ['witness-1', 'witness-2', 'witness-3'], sectors: [] },
  'oversight-committee': {
    ...OTHERS,
    team: ['member-1', 'member-2', 'member-3'],
    candidates: [],
    sectors: ['universities', 'private-sector', 'churches'],
  },
};
