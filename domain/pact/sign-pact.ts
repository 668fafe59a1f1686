import * as z from 'zod/mini';
import { sha256, subjectId } from '../../events/shapes.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { actFileRefusal, filesOfAct, shelfOfAct } from '../documents/file-of-act.ts';
import { findImpediments } from '../interests/declared-interests.ts';
import { INTERESTS } from '../interests/interests-state.ts';
import { PARTIES } from '../interests/parties.ts';
import { refuse } from '../refusals.ts';
import { reason, title } from '../shapes.ts';
import { BIDDERS, BIDDERS_MAX, nextId, subjectOf } from '../state.ts';
import { textRefusal } from './deposit-pact-text.ts';

const bidder = subjectId('bidder');

/** Signs the pact for the contracting authority; the signed document is committed to by its hash. */
export const signPactForAuthority = command({
  name: 'sign-pact-for-authority',
  input: () => z.strictObject({ documentHash: sha256 }),
  subjects: () => shelfOfAct('pact'),
  related: (_, sight) => filesOfAct('pact', sight),
  decide: (input, situation) => {
    const { head } = situation;
    if (head.instrument !== 'integrity-pact') return refuse('not-for-this-instrument', { instrument: head.instrument });
    if (head.pactSignedByAuthority) return refuse('already-signed');
    return (
      textRefusal(head, input.documentHash) ??
      actFileRefusal(situation, { shelf: 'pact', ...input, isFirst: head.pactText === undefined }) ??
      record({ type: 'pact.signed-by-authority.v1', data: { documentHash: input.documentHash } })
    );
  },
});

/** Registers a bidder that the official data do not name. */
export const registerBidder = command({
  name: 'register-bidder',
  input: () => z.strictObject({ name: title, identifier: z.optional(title) }),
  subjects: () => [BIDDERS, PARTIES, INTERESTS],
  decide: (input, { head, subjects }) => {
    if ((head.numbers.bidder ?? 0) >= BIDDERS_MAX) return refuse('too-many-bidders', { biddersMax: BIDDERS_MAX });
    const named = {
      party: nextId(head, 'bidder'),
      name: input.name,
      ...(input.identifier === undefined ? {} : { identifier: { id: input.identifier } }),
    };
    return record(
      {
        type: 'bidder.registered.v1',
        data: { bidder: named.party, source: 'by-hand' },
        content: { name: input.name, ...(input.identifier === undefined ? {} : { identifier: input.identifier }) },
      },
      ...findImpediments(head, subjectOf(subjects, 'interests', INTERESTS), [
        ...(subjectOf(subjects, 'parties', PARTIES)?.parties ?? []),
        named,
      ]),
    );
  },
});

/** A representative acts for its own bidder; the coordinator records for any. */
const forBidder = (situation: Situation, name: string, decide: () => Decision): Decision => {
  const { head, actor, subjects } = situation;
  if (head.instrument !== 'integrity-pact') return refuse('not-for-this-instrument', { instrument: head.instrument });
  const represents = head.liaisons.some((liaison) => liaison.person === actor.person && liaison.bidder === name);
  if (actor.role === 'bidder-representative' && !represents) return refuse('not-permitted', { bidder: name });
  const signature = subjectOf(subjects, 'bidders', BIDDERS)?.bidders[name]?.signature;
  if (signature === undefined) return refuse('bidder-unknown', { bidder: name });
  return signature === 'awaited' ? decide() : refuse('already-signed', { bidder: name, signature });
};

/** Signs the pact for a bidder. */
export const signPactForBidder = command({
  name: 'sign-pact-for-bidder',
  input: () => z.strictObject({ bidder, documentHash: sha256 }),
  subjects: () => [BIDDERS],
  decide: (input, situation) =>
    forBidder(
      situation,
      input.bidder,
      () =>
        textRefusal(situation.head, input.documentHash) ??
        record({
          type: 'pact.signed-by-bidder.v1',
          data: {
            bidder: input.bidder,
            documentHash: input.documentHash,
            late: situation.head.bidsOpenedAt !== undefined,
          },
        }),
    ),
});

/** Records that a bidder refuses to sign the pact. */
export const refusePactForBidder = command({
  name: 'refuse-pact-for-bidder',
  input: () => z.strictObject({ bidder, reason }),
  subjects: () => [BIDDERS],
  decide: (input, situation) =>
    forBidder(situation, input.bidder, () =>
      record({
        type: 'pact.refused-by-bidder.v1',
        data: { bidder: input.bidder },
        content: { reason: input.reason },
      }),
    ),
});
