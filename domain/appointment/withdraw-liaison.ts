import * as z from 'zod/mini';
import { personId, subjectId } from '../../events/shapes.ts';
import { LIAISON_KINDS } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';

/** Withdraws the accreditation of somebody who acts for an institution. What the person did stays; the place is free for another. */
export const withdrawLiaison = command({
  name: 'withdraw-liaison',
  input: () =>
    z
      .strictObject({
        person: personId,
        kind: z.enum(LIAISON_KINDS),
        bidder: z.optional(subjectId('bidder')),
        controlAuthority: z.optional(z.string().check(z.maxLength(64))),
        reason,
      })
      .check(
        z.refine(({ kind, bidder }) => kind !== 'bidder' || bidder !== undefined, {
          path: ['bidder'],
          error: 'says for which bidder the person stood',
        }),
        z.refine(({ kind, controlAuthority }) => kind !== 'control-authority' || controlAuthority !== undefined, {
          path: ['controlAuthority'],
          error: 'says for which control authority the person stood',
        }),
      ),
  decide: ({ reason: given, ...input }, { head }) => {
    const known = head.liaisons.find(
      ({ person, kind, bidder, controlAuthority }) =>
        person === input.person &&
        kind === input.kind &&
        bidder === input.bidder &&
        controlAuthority === input.controlAuthority,
    );
    if (known === undefined) return refuse('liaison-unknown', { person: input.person });
    return record({ type: 'liaison.withdrawn.v1', data: known, content: { reason: given } });
  },
});
