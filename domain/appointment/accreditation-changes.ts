import * as z from 'zod/mini';
import { personId } from '../../events/shapes.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { lossOf, standingAt } from '../roster/accreditation-status.ts';
import { memberOf } from './propose-member.ts';

/**
 * Takes over what the roster says now of somebody in the team. It never tells what the roster said once: whoever reminds the case, and
 * in whatever order, the case looks itself.
 */
export const recordAccreditationChange = command({
  name: 'record-accreditation-change',
  input: () => z.strictObject({ person: personId }),
  enrolled: ({ person }) => [person],
  decide: ({ person }, situation) => {
    const member = memberOf(situation, person);
    const entry = situation.roster(person);
    if (member === undefined || entry === undefined) return refuse('accreditation-unchanged', { person });
    const standing = standingAt(entry, situation.now, situation.profile.zone.value);
    const until = standing.status === 'active' ? standing.accreditedUntil : undefined;
    const loss = lossOf(standing);
    const isHeld = until !== undefined && (member.accreditation !== undefined || member.accreditedUntil !== until);
    const isLost = loss !== undefined && member.accreditation !== loss;
    if (!isHeld && !isLost) return refuse('accreditation-unchanged', { person });
    return record({
      type: 'accreditation.changed.v1',
      data: {
        person,
        ...(loss === undefined ? {} : { loss }),
        ...(until === undefined ? {} : { accreditedUntil: until }),
      },
    });
  },
});

/** Records that an accreditation ended while the case went on. The days of a calendar do not stop with a case. */
export const lapseAccreditation = command({
  name: 'lapse-accreditation',
  input: () => z.strictObject({ person: personId }),
  decide: ({ person }, situation) => {
    const member = memberOf(situation, person);
    const until = member?.accreditedUntil;
    if (until === undefined || member?.accreditation === 'lapsed') return refuse('nothing-to-lapse');
    if (situation.now < until) return refuse('term-running', { dueAt: until });
    return record({ type: 'accreditation.lapsed.v1', data: { person } });
  },
});
