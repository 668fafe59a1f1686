import type { Fences } from './quartiles.ts';

/** How many bids of somebody were submitted, and how many of those disqualified. */
export interface Share {
  readonly disqualified: number;
  readonly submitted: number;
  /** Whether there is enough of it to compare. */
  readonly isCounted: boolean;
}

/** The shares of many, by organisation, and where outliers among those that count begin. */
export interface Shares {
  readonly byKey: ReadonlyMap<string, Share>;
  readonly fences: Fences | undefined;
}

/** What a supplier was awarded: kinds of things, in how many processes. */
export interface Variety {
  readonly classes: ReadonlySet<string>;
  readonly processes: number;
}

/** What many processes say together: some flags are outliers among them, and one process alone cannot raise those. */
export interface Comparison {
  readonly processes: number;
  readonly margins: Fences | undefined;
  readonly buyers: Shares;
  readonly procuringEntities: Shares;
  readonly tenderers: Shares;
  readonly varieties: { readonly byKey: ReadonlyMap<string, Variety>; readonly fences: Fences | undefined };
}
