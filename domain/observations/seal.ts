import type { Instant } from '../../events/shapes.ts';
import type { Role } from '../../events/vocabulary.ts';
import { TEAM_ROLE } from '../permissions.ts';
import type { JudgedRequirement } from '../requirements/requirement.ts';
import type { Head, SubjectOf } from '../state.ts';

/**
 * What keeps the content of an observation from the public: nothing, the award that is not made yet, an embargo that was extended
 * beyond it, or somebody's safety.
 */
export const SEALS = ['open', 'until-award', 'embargo-extended', 'restricted'] as const;
export type Seal = (typeof SEALS)[number];

/** What the seal of an observation looks at. */
type Sealed = Pick<SubjectOf<'observation'>, 'visibility' | 'embargoUntil' | 'releasedAt'>;

/** The case as it stands, and what time it is. */
export interface Moment {
  readonly head: Head;
  readonly now: Instant;
}

/** Recording the award lifts every embargo that was not extended; so does the end of a process that will never have one. */
const isAwardAwaited = ({ award, ending }: Head): boolean => award === undefined && ending === undefined;

/**
 * Recording the award opens the embargo by itself, and so does the end of an extension: the clock opens it, whether or not the machinery
 * of deadlines has recorded that end already.
 */
export const sealOf = ({ visibility, embargoUntil, releasedAt }: Sealed, { head, now }: Moment): Seal => {
  switch (visibility) {
    case 'public':
      return 'open';
    case 'restricted':
      return releasedAt === undefined ? 'restricted' : 'open';
    case 'after-award':
      if (isAwardAwaited(head)) return 'until-award';
      return embargoUntil !== undefined && now < embargoUntil ? 'embargo-extended' : 'open';
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
export const mayRead = (reader: Reader, observation: SubjectOf<'observation'>, moment: Moment): boolean => {
  const { head } = moment;
  if (sealOf(observation, moment) === 'open' || seesAll(reader, head)) return true;
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
