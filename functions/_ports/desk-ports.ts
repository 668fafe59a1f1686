import type { Instant } from '../../events/shapes.ts';
import type { Page } from './ports.ts';

/** A calendar feed as a store keeps it. Its secret is nowhere: only the SHA-256 of it. */
export interface StoredFeed {
  readonly person: string;
  /** Unique among the feeds of a person. */
  readonly id: string;
  readonly secretHash: string;
  readonly revokedAt?: Instant;
  /** JSON of the rest. */
  readonly feed: string;
}

/** What was to be done for a request over several cases, fixed before the first of them: a retry does the same and no other. */
export interface StoredPlan {
  /** The hash of person and idempotency key. */
  readonly id: string;
  /** SHA-256 of what was asked: the same key with another body is another request. */
  readonly requestHash: string;
  readonly cases: readonly string[];
  readonly more: boolean;
}

/** What the agenda’s function keeps of its own, beside the record: nothing here is a fact of a case. */
export interface DeskStore {
  /** False when there is a feed of this id already: nothing was written. */
  openFeed(feed: StoredFeed): Promise<boolean>;
  /** False when it was revoked by another hand meanwhile: nothing was written. */
  revokeFeed(feed: StoredFeed & { readonly revokedAt: Instant }): Promise<boolean>;
  feed(request: { person: string; id: string }): Promise<StoredFeed | undefined>;
  feedBehind(secretHash: string): Promise<StoredFeed | undefined>;
  feeds(request: { person: string; from?: string; limit: number }): Promise<Page<StoredFeed>>;
  /** Keeps a plan, and gives the one that is kept: the first of its id. */
  plan(plan: StoredPlan): Promise<StoredPlan>;
  planned(id: string): Promise<StoredPlan | undefined>;
}

/** Secrets that open something: 256 bits from the system’s source of randomness, as 43 characters of base64url. */
export interface Secrets {
  secret(): string;
}
