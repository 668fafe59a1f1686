import type { Instant } from '../../events/shapes.ts';
import type { Role } from '../../events/vocabulary.ts';
import type { TermName } from '../profiles/terms.ts';
import type { AgendaItem } from './item.ts';

/** Who must act: named people, or whoever holds an office in the case. */
export type MustAct =
  | { readonly by: 'named'; readonly role: Role; readonly persons: readonly string[] }
  | { readonly by: 'team' | 'clear-team' | 'contracting-authority' }
  | { readonly by: 'control-authority' | 'bidder'; readonly of: string };

/**
 * An item that begins: by a term of the profile from the instant of its event, at an instant that the event names, or after months that
 * the case gave itself.
 */
export interface Beginning extends Pick<AgendaItem, 'id' | 'kind' | 'what' | 'about' | 'act' | 'audience'> {
  readonly who: MustAct;
  /** Whoever must act is reminded of an instant as of a term. */
  readonly reminds?: true;
  /** What runs already goes on as it is. */
  readonly unlessOpen?: true;
  readonly due:
    | { readonly term: TermName }
    | { readonly at: Instant }
    | { readonly lasts: { readonly months: number; readonly startedAt: Instant } };
}

/** What an event does to the agenda of its case. */
export interface AgendaChange {
  readonly begins?: readonly Beginning[];
  readonly done?: readonly string[];
  readonly cancelled?: readonly string[];
  readonly lapsed?: readonly string[];
  readonly reminded?: readonly string[];
  /** Open items that were given another time. */
  readonly moved?: readonly { readonly id: string; readonly to: Instant }[];
  /** Every open item is looked at anew: who must act, whether it stands still, when it is due. */
  readonly refreshes?: true;
  /** Of the open items that are looked at anew, those that nobody asks for any more. */
  readonly drops?: (item: AgendaItem) => boolean;
}

export const NOTHING: AgendaChange = {};

export const TEAM: MustAct = { by: 'team' };

export const PUBLICATION = 'publication';

export const PUBLISH: Beginning = {
  id: PUBLICATION,
  kind: 'term',
  what: 'publish-report',
  audience: 'public',
  who: TEAM,
  due: { term: 'publication' },
};

/** A process that ended holds no more acts, and there is nothing left to visit; what was held before may still be accounted for. */
const isOfEndedProcess = ({ what, dueAt }: AgendaItem, endedAt: Instant): boolean =>
  what === 'visit-site' || (what === 'attend-act' && dueAt > endedAt);

/** Straight to the final report: with what is due still, and without what nobody asks for any more. */
export const endedEarly = (at: Instant): AgendaChange => ({
  refreshes: true,
  drops: (item) => isOfEndedProcess(item, at),
  begins: [PUBLISH],
});
