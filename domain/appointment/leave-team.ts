import * as z from 'zod/mini';
import { personId } from '../../events/shapes.ts';
import { DEPARTURE_CAUSES, type DepartureCause } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { adoptionAfterDeparture, REPORTS } from '../reports/adopt-report.ts';
import { reason } from '../shapes.ts';
import { DEPARTURES } from '../state.ts';
import { memberOf } from './propose-member.ts';

/** Who is put out of a team is told why; a death is only recorded. */
const REASONED: readonly DepartureCause[] = ['removal', 'impediment'];

/**
 * Leaves the team, or records that somebody left it. Oneself can only resign; every other cause is for the coordinator to record. A
 * vote that waited for nobody but the person who left is counted at once.
 */
export const leaveTeam = command({
  name: 'leave-team',
  input: () =>
    z.strictObject({ person: personId, cause: z.optional(z.enum(DEPARTURE_CAUSES)), reason: z.optional(reason) }),
  subjects: () => [DEPARTURES, ...REPORTS],
  decide: (input, situation) => {
    const { actor } = situation;
    const isCoordinator = actor.role === 'coordinator';
    // Who sent no cause before there were causes meant one of these.
    const { person, cause = isCoordinator ? 'removal' : 'resignation' } = input;
    if (!isCoordinator && (actor.person !== person || cause !== 'resignation'))
      return refuse('not-permitted', { operation: 'leave-team', cause });
    if (memberOf(situation, person)?.standing !== 'accepted') return refuse('not-in-team', { person });
    if (REASONED.includes(cause) && input.reason === undefined) return refuse('reason-missing', { cause });
    return record(
      {
        type: 'member.left.v1',
        data: { person, cause },
        ...(input.reason === undefined ? {} : { content: { reason: input.reason } }),
      },
      ...adoptionAfterDeparture(situation, person),
    );
  },
});
