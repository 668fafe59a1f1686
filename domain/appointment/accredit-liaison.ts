import * as z from 'zod/mini';
import { personId, subjectId } from '../../events/shapes.ts';
import { LIAISON_KINDS } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { BIDDERS, LIAISONS_MAX, subjectOf } from '../state.ts';

/** Accredits somebody who acts in this case for the contracting authority, for a bidder or for a control authority. */
export const accreditLiaison = command({
  name: 'accredit-liaison',
  input: () =>
    z.strictObject({
      person: personId,
      kind: z.enum(LIAISON_KINDS),
      bidder: z.optional(subjectId('bidder')),
      controlAuthority: z.optional(z.string().check(z.maxLength(64))),
    }),
  subjects: () => [BIDDERS],
  decide: (input, { head, subjects, profile }) => {
    if (head.liaisons.length >= LIAISONS_MAX) return refuse('too-many-liaisons', { liaisonsMax: LIAISONS_MAX });
    if (head.team.some(({ person }) => person === input.person))
      return refuse('conflict-of-roles', { person: input.person });
    const complete =
      (input.bidder !== undefined) === (input.kind === 'bidder') &&
      (input.controlAuthority !== undefined) === (input.kind === 'control-authority');
    if (!complete) return refuse('liaison-incomplete');
    if (input.bidder !== undefined && subjectOf(subjects, 'bidders', BIDDERS)?.bidders[input.bidder] === undefined) {
      return refuse('bidder-unknown', { bidder: input.bidder });
    }
    const known = profile.controlAuthorities.value.map(({ id }) => id);
    if (input.controlAuthority !== undefined && !known.includes(input.controlAuthority)) {
      return refuse('control-authority-unknown', { controlAuthorities: known });
    }
    const isKnown = head.liaisons.some(
      ({ person, kind, bidder, controlAuthority }) =>
        person === input.person &&
        kind === input.kind &&
        bidder === input.bidder &&
        controlAuthority === input.controlAuthority,
    );
    if (isKnown) return refuse('already-accredited');
    return record({
      type: 'liaison.accredited.v1',
      data: {
        person: input.person,
        kind: input.kind,
        ...(input.bidder === undefined ? {} : { bidder: input.bidder }),
        ...(input.controlAuthority === undefined ? {} : { controlAuthority: input.controlAuthority }),
      },
    });
  },
});
