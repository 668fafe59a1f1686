import type { Language } from '../../domain/languages.ts';
import type { Capacity } from '../../domain/notices/concern.ts';
import type { Instant } from '../../events/shapes.ts';

/**
 * What an endpoint belongs to: a control authority, or an organisation that follows every case. The code of an authority names a tier of
 * a profile and no institution, so a profile stands beside it where an administrator answers for all of its cases; without one, the
 * endpoint serves the cases in which its registrant is accredited.
 */
export type EndpointOwner =
  | { readonly controlAuthority: string; readonly profile?: string | undefined }
  | { readonly organisation: string };

/** Where messages go: to a machine, or to the mailbox of an institution that has nothing else. */
export type EndpointChannel =
  | { readonly kind: 'webhook'; readonly url: string; readonly secrets: readonly SealedSecret[] }
  | ({ readonly kind: 'mail'; readonly language: Language } & Mailbox);

/** That whoever reads mail at an address is asked whether it may be used: a code of 256 bits goes there, and there alone. */
export interface Confirmation {
  readonly codeHash: string;
  /** The code as it is kept until the mail is sent: only whoever sends can open it. */
  readonly sealed: string;
  readonly until: Instant;
}

/** An address to which nothing is sent but the question whether it may be used, until somebody says so with the code. */
export interface Mailbox {
  readonly address: string;
  readonly confirmedAt?: Instant;
  readonly asked?: Confirmation;
  /** When it was asked lately: nobody’s mailbox is to be flooded by way of us. */
  readonly askedAt?: readonly Instant[];
}

/** A signing secret as it is kept: only whoever signs can open it. */
export interface SealedSecret {
  readonly sealed: string;
  /** Until when it signs beside the newer one; absent: it is the newest. */
  readonly until?: Instant;
}

/** That an action was done, by hashes: of its key, and of what was asked. So the same request does nothing twice. */
export interface ActionMark {
  readonly key: string;
  readonly request: string;
  readonly at: Instant;
}

/** Marks that are kept with a thing, the newest: whoever sends something again does it soon. */
export const MARKS_KEPT = 10;

export interface Endpoint {
  readonly id: string;
  readonly owner: EndpointOwner;
  readonly channel: EndpointChannel;
  /** The types of facts that it is told of; absent: all that concern its owner. */
  readonly kinds?: readonly string[];
  readonly state: 'enabled' | 'disabled';
  /** Why it is disabled: by hand, or because the receiver said that it is gone (410). */
  readonly disabledBecause?: 'by-hand' | 'gone';
  /** The case by which whoever registered it showed that they are accredited for the authority; absent: an administrator did. */
  readonly case?: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** When a test message was asked for last. */
  readonly pingedAt?: Instant;
  readonly marks?: readonly ActionMark[];
  readonly version: number;
}

export interface EndpointStore {
  /** False when there is one of this id already: nothing was written. */
  add(endpoint: Endpoint): Promise<boolean>;
  get(id: string): Promise<Endpoint | undefined>;
  /** Over the version that was seen; false when another was faster. */
  save(endpoint: Endpoint, seen: number): Promise<boolean>;
  /** All endpoints under the code of a control authority, whoever registered them, or of all organisations. */
  of(owner: EndpointOwner): Promise<readonly Endpoint[]>;
}

/** Endpoints that one person may register under one code, or for organisations. */
export const ENDPOINTS_MAX = 50;

/** What a delivery carries. The message is made anew for each attempt, from what never changes. */
export type Message =
  | {
      readonly of: 'fact';
      readonly case: string;
      readonly version: number;
      readonly kind: string;
      /** In which capacity somebody is told; absent for institutions, and in what waited before this was kept. */
      readonly as?: Capacity;
    }
  | { readonly of: 'milestones'; readonly case: string; readonly version: number; readonly kind: string }
  | { readonly of: 'roster'; readonly person: string; readonly kind: string }
  | { readonly of: 'ping' }
  | { readonly of: 'confirmation'; readonly codeHash: string }
  | { readonly of: 'digest'; readonly from: Instant; readonly to: Instant };

export const ATTEMPT_OUTCOMES = [
  'delivered',
  'refused',
  'redirected',
  'gone',
  'timed-out',
  'unreachable',
  'name-unknown',
  'address-forbidden',
  'no-address',
  'unconfirmed',
] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

export interface Attempt {
  readonly at: Instant;
  readonly outcome: AttemptOutcome;
  /** The status of the receiver's answer, where there was one. */
  readonly status?: number;
}

/** Attempts that are kept of one delivery, the newest. */
export const ATTEMPTS_KEPT = 30;

export const DELIVERY_STATES = ['pending', 'delivered', 'parked'] as const;

/** One message on its way to one receiver: an endpoint, or the mailbox of a person. */
export interface Delivery {
  /** The id of an endpoint, or `person:<id>`. */
  readonly to: string;
  /** The same for every attempt and every replay: by it a receiver knows what it has already. */
  readonly message: string;
  readonly what: Message;
  readonly createdAt: Instant;
  /** Since when it is tried: its making, or the last replay by hand. */
  readonly since: Instant;
  readonly state: (typeof DELIVERY_STATES)[number];
  readonly nextAttemptAt?: Instant;
  /** Failures since then. */
  readonly failures: number;
  readonly attempts: readonly Attempt[];
  /** Of the replays by hand. */
  readonly marks?: readonly ActionMark[];
  readonly version: number;
}

/** How many partitions the index of due deliveries has; a receiver keeps to one of them. */
export const OUTBOX_SHARDS = 4;

/** The outbox: what is to be delivered, until it was, and after that what became of it. */
export interface Outbox {
  /** False when this message to this receiver is in it already, whatever became of it: nothing was written. */
  add(delivery: Delivery): Promise<boolean>;
  /** Over the version that was seen; false when another was faster. */
  save(delivery: Delivery, seen: number): Promise<boolean>;
  get(request: { to: string; id: string }): Promise<Delivery | undefined>;
  /** The deliveries to a receiver, newest first. */
  list(request: { to: string; after?: string | undefined; limit: number }): Promise<{
    readonly items: readonly Delivery[];
    readonly more: boolean;
  }>;
  /**
   * The deliveries of a case that were given up at some time, newest first, each as it stands now: whoever answers for the case sees
   * what did not arrive, and what became of it since.
   */
  givenUp(request: { case: string; after?: string | undefined; limit: number }): Promise<{
    readonly items: readonly { readonly place: string; readonly delivery: Delivery }[];
    readonly more: boolean;
  }>;
  /** One of them, by its place; undefined for what was not given up in this case. */
  givenUpAt(request: { case: string; place: string }): Promise<Delivery | undefined>;
  /** Deliveries whose next attempt is due, in one shard, earliest first. One that nobody can read is left out. */
  due(request: { shard: number; until: Instant; after?: DuePlaceOf | undefined; limit: number }): Promise<{
    readonly items: readonly Delivery[];
    /** Where the next page begins; absent on the last. */
    readonly next?: DuePlaceOf;
  }>;
}

export interface DuePlaceOf {
  readonly pk: string;
  readonly sk: string;
  readonly dueAt: string;
}

/** Keeps secrets so that whoever reads the table reads none. What is sealed for one purpose opens for no other. */
export interface SecretBox {
  seal(secret: string, purpose: string): Promise<string>;
  open(sealed: string, purpose: string): Promise<string>;
}

/** What a receiver said, or why it said nothing. */
export type Sent =
  | { readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly failure: 'timed-out' | 'unreachable' | 'name-unknown' | 'address-forbidden' };

/** The way out to machines: never into a private network, never along a redirect. */
export interface WebhookSender {
  send(request: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }): Promise<Sent>;
}

export interface Mail {
  readonly to: string;
  /** Names the message: the same when it is sent again. */
  readonly message: string;
  readonly subject: string;
  readonly text: string;
}

/** The way out to mailboxes. `refused`: the service takes no mail for this address. Throws `OutsideFailure` when it does not answer. */
export interface Mailer {
  send(mail: Mail): Promise<'accepted' | 'refused'>;
}
