import type { Role } from '../../events/vocabulary.ts';
import { TEAM_ROLE } from '../permissions.ts';
import type { JudgedRequirement } from '../requirements/requirement.ts';
import type { Head, SubjectOf } from '../state.ts';

/** What keeps the content of an observation from the public: nothing, the award that is not made yet, or somebody's safety. */
export type Seal = 'open' | 'until-award' | 'restricted';

/** Recording the award opens the embargo by itself; so does the end of a process that will never have one. */
export const sealOf = ({ visibility }: Pick<SubjectOf<'observation'>, 'visibility'>, head: Head): Seal => {
  switch (visibility) {
    case 'public':
      return 'open';
    case 'restricted':
      return 'restricted';
    case 'after-award':
      return head.award !== undefined || head.ending !== undefined ? 'open' : 'until-award';
  }
};

/** Who reads: a person in roles, or the public with none. */
export interface Reader {
  readonly person?: string;
  readonly roles: readonly Role[];
}

/** Whether somebody belongs to those who see a case whole: its team, its coordinator, and the auditor. */
export const seesAll = ({ person, roles }: Reader, head: Head): boolean =>
  roles.includes('coordinator') ||
  roles.includes('auditor') ||
  (roles.includes(TEAM_ROLE[head.instrument]) &&
    head.team.some(
      (member) =>
        member.person === person &&
        member.standing === 'accepted' &&
        member.declared &&
        !member.impeded &&
        member.accreditation === undefined,
    ));

/** Whether the content of an observation may be shown to a reader now (rulebook, section 4). */
export const mayRead = (reader: Reader, observation: SubjectOf<'observation'>, head: Head): boolean => {
  if (sealOf(observation, head) === 'open' || seesAll(reader, head)) return true;
  const liaisons = head.liaisons.filter(({ person }) => person === reader.person);
  return liaisons.some(
    ({ kind, controlAuthority }) =>
      (kind === 'contracting-authority' && reader.roles.includes(kind) && observation.notifiedAt !== undefined) ||
      (kind === 'control-authority' &&
        reader.roles.includes(kind) &&
        observation.escalations.some((escalation) => escalation.controlAuthority === controlAuthority)),
  );
};

/** A requirement as a reader is shown it: unjudged, where its judgement says what a seal covers. */
export type ShownRequirement = Omit<JudgedRequirement, 'met'> & { readonly met?: boolean };

/** Whether serious or grave findings await somebody tells the weight of what is sealed: only those who see the case whole learn it. */
export const requirementFor = (reader: Reader, requirement: JudgedRequirement, head: Head): ShownRequirement => {
  if (requirement.id !== 'findings-put-to-authority' || seesAll(reader, head)) return requirement;
  const { met: _, ...unjudged } = requirement;
  return { ...unjudged, missing: [] };
};
