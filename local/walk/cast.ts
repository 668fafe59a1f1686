import type { InstrumentId } from '../../events/vocabulary.ts';

/** Who plays which part in a walk: example people of the local issuer. */
export interface Cast {
  readonly coordinator: string;
  readonly team: readonly string[];
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
  'integrity-pact': { ...OTHERS, team: ['witness-1', 'witness-2'], sectors: [] },
  'oversight-committee': {
    ...OTHERS,
    team: ['member-1', 'member-2', 'member-3'],
    sectors: ['universities', 'private-sector', 'churches'],
  },
};
