import type { Decision, Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { DEPARTURES, subjectOf } from '../state.ts';
import { STATEMENTS_MAX } from './assessment-state.ts';

/** Nobody judges what they took part in: not the team of the case, who left it, or who acts for an institution in it. */
export const involvedRefusal = ({ head, subjects, actor: { person } }: Situation): Decision | undefined => {
  const { people = {} } = subjectOf(subjects, 'departures', DEPARTURES) ?? {};
  const isInvolved =
    Object.hasOwn(people, person) || [...head.team, ...head.liaisons].some((somebody) => somebody.person === person);
  return isInvolved ? refuse('assessor-involved') : undefined;
};

export const fullRefusal = ({ subjects }: Situation, id: string): Decision | undefined =>
  (subjectOf(subjects, 'assessment', id)?.statements.length ?? 0) >= STATEMENTS_MAX
    ? refuse('judgements-too-many', { most: STATEMENTS_MAX })
    : undefined;
