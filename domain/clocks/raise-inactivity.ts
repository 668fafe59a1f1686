import * as z from 'zod/mini';
import type { Role } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { dueAt } from './term.ts';

/** Whether an act in this role is one of the team: what it files, attends, reports, signs or answers. */
export const isOfTeam = (role: Role): boolean => role === 'witness' || role === 'member';

/**
 * Says that nothing was heard of the team for the profile’s term; suspended time does not count. A silence that was said is not said
 * again: the clock is looked at from time to time until the team is active.
 */
export const raiseInactivity = command({
  name: 'raise-inactivity',
  input: () => z.strictObject({}),
  decide: (_, { head, profile, now }) => {
    if (head.teamActive === undefined) return refuse('nothing-to-lapse');
    const { at, raised } = head.teamActive;
    const ends = (startedAt: string): string =>
      dueAt({ term: profile.inactivityTerm.value, startedAt, profile, pauses: head.pauses, now });
    const due = ends(at);
    if (raised || now < due) return refuse('term-running', { dueAt: raised ? ends(now) : due });
    return record({ type: 'team.inactive.v1', data: { since: at } });
  },
});
