import * as z from 'zod/mini';
import type { FactData } from '../../events/catalogue.ts';
import { sha256 } from '../../events/shapes.ts';
import { ELECTION_WAYS } from '../../events/vocabulary.ts';
import { moment, resolveMoment } from '../clocks/moment.ts';
import { command, record } from '../command.ts';
import { actFileRefusal, filesOfAct, shelfOfAct } from '../documents/file-of-act.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { narrative } from '../shapes.ts';
import { committeeEndsAt, DURATION_MONTHS_MAX } from './committee-term.ts';

const VOTES_MAX = 1_000_000;

const election = () =>
  z.strictObject({
    way: z.enum(ELECTION_WAYS),
    heldAt: moment,
    votes: z.optional(z.int().check(z.gte(0), z.lte(VOTES_MAX))),
  });

/** When its members were elected: never after now. */
const electedWhen = (
  given: z.infer<ReturnType<typeof election>> | undefined,
  now: string,
): { readonly refusal: Refusal } | { readonly election?: FactData<'committee.constituted.v1'>['election'] } => {
  if (given === undefined) return {};
  const held = resolveMoment(given.heldAt, '/election/heldAt');
  if ('refusal' in held) return held;
  if (held.at > now) return refuse('observed-in-the-future', { heldAt: held.at, now });
  return {
    election: { way: given.way, heldAt: held.at, ...(given.votes === undefined ? {} : { votes: given.votes }) },
  };
};

/** Records the act of constitution of a committee. */
export const constituteCommittee = command({
  name: 'constitute-committee',
  input: () =>
    z.strictObject({
      object: narrative,
      durationMonths: z.int().check(z.gte(1), z.lte(DURATION_MONTHS_MAX)),
      registered: z.boolean(),
      documentHash: sha256,
      election: z.optional(election()),
    }),
  subjects: () => shelfOfAct('constitution'),
  related: (_, sight) => filesOfAct('constitution', sight),
  decide: (input, situation) => {
    const { head, profile, now } = situation;
    if (head.instrument !== 'oversight-committee')
      return refuse('not-for-this-instrument', { instrument: head.instrument });
    // A committee that was constituted first and registered later records its registration by a second act.
    const addsRegistration = input.registered && head.committee?.registered === false;
    if (head.committee !== undefined && !addsRegistration) return refuse('already-constituted');
    const members = head.team.filter(({ standing }) => standing === 'accepted');
    const offices = members.map(({ office }) => office);
    const isReady =
      members.length >= profile.membersMin.value && offices.includes('chair') && offices.includes('secretary');
    if (!isReady)
      return refuse('committee-not-ready', { members: members.length, membersMin: profile.membersMin.value });
    const { documentHash } = input;
    const differs = actFileRefusal(situation, {
      shelf: 'constitution',
      documentHash,
      isFirst: head.committee === undefined,
    });
    if (differs !== undefined) return differs;
    const elected = electedWhen(input.election, now);
    if ('refusal' in elected) return elected;
    const startedAt = head.committee?.startedAt ?? now;
    return record({
      type: 'committee.constituted.v1',
      data: {
        members: members.length,
        durationMonths: input.durationMonths,
        registered: input.registered,
        documentHash,
        ...elected,
        startedAt,
        endsAt: committeeEndsAt(situation, { startedAt, months: input.durationMonths }),
      },
      content: { object: input.object },
    });
  },
});
