import canonicalize from 'canonicalize';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listEvents, readEventContent } from '../../../functions/_queries/record-queries.ts';
import { sha256Of } from '../../app/hand-in.ts';

/** An event of a record, as the API tells it to anybody. */
export type EventShown = AnswerOf<typeof listEvents>['items'][number];
export type ContentShown = AnswerOf<typeof readEventContent>;

/** What is wrong with an event: it was changed, it does not go on from the one before, or one before it is not there. */
export type ChainFlaw = 'changed' | 'unlinked' | 'missing';

/** A record as far as it was followed. */
export interface Chain {
  /** How many events were found whole and in their place. */
  readonly events: number;
  /** The hash of the last of them: what the next one must name. */
  readonly hash: string;
  /** The first event that is not as it must be; nothing after it was looked at. */
  readonly broken?: { readonly version: number; readonly flaw: ChainFlaw };
}

/** What stands before the first event of every record. */
const GENESIS = '0'.repeat(64);

/** A record of which nothing was read yet. */
export const UNREAD: Chain = { events: 0, hash: GENESIS };

/** The hash of a value in the one form in which it is hashed (RFC 8785), by the browser’s own hand. */
const hashOf = (value: unknown): Promise<string> => sha256Of(new Blob([canonicalize(value) ?? '']));

const flawOf = async ({ hash, ...sealed }: EventShown, { events, hash: before }: Chain) => {
  if (sealed.version !== events + 1) return 'missing';
  if (sealed.previousHash !== before) return 'unlinked';
  return (await hashOf(sealed)) === hash ? undefined : 'changed';
};

/** Follows the chain over more events, in the order in which they came. What is broken stays broken. */
export const followed = async (chain: Chain, events: readonly EventShown[]): Promise<Chain> => {
  let soFar = chain;
  for (const event of events) {
    if (soFar.broken !== undefined) return soFar;
    const flaw = await flawOf(event, soFar);
    soFar =
      flaw === undefined
        ? { events: soFar.events + 1, hash: event.hash }
        : { ...soFar, broken: { version: event.version, flaw } };
  }
  return soFar;
};

/** Whether what somebody wrote is what the event committed to. */
export const isCommitted = async (
  { contentHash }: Pick<EventShown, 'contentHash'>,
  { salt, content }: Pick<ContentShown, 'salt' | 'content'>,
): Promise<boolean> => (await hashOf({ salt, body: content })) === contentHash;
