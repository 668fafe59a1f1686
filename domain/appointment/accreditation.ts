import type { Instant } from '../../events/shapes.ts';
import type { Situation } from '../command.ts';
import { type OperationName, PERMISSIONS, type Rule } from '../permissions.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { heldUntil, standingAt, statusAt } from '../roster/accreditation-status.ts';
import type { RosterRecord } from '../roster/roster-entry.ts';
import type { Head } from '../state.ts';

/** How long a case is taken to go on where the official data do not say when its process ends, in days. Set by the deployment. */
export const EXPECTED_SPAN_DAYS = 90;
const MS_PER_DAY = 86_400_000;

/** Until when somebody who is proposed now must be accredited: the end of the process as it is known, if it is still ahead. */
export const expectedEndAt = ({ head, now }: Pick<Situation, 'head' | 'now'>): Instant =>
  head.expectedEndAt !== undefined && head.expectedEndAt > now
    ? head.expectedEndAt
    : new Date(Date.parse(now) + EXPECTED_SPAN_DAYS * MS_PER_DAY).toISOString();

type Asked = Pick<Situation, 'head' | 'now' | 'profile' | 'roster'>;

/** The last end of an accreditation that holds now, by the days of the profile's zone; undefined where none does. */
export const accreditedUntil = ({ now, profile, roster }: Asked, person: string): Instant | undefined => {
  const entry = roster(person);
  if (entry === undefined) return undefined;
  const standing = standingAt(entry, now, profile.zone.value);
  return standing.status === 'active' ? standing.accreditedUntil : undefined;
};

/**
 * Why somebody cannot be proposed, as the roster stands. Where the profile asks for accreditation, one must hold from now to the expected
 * end of the case; where it does not, nobody is kept out but those whose accreditation was suspended, removed or ran out.
 */
export const accreditationRefusal = (situation: Asked, person: string): { refusal: Refusal } | undefined => {
  const { now, profile, roster } = situation;
  const entry = roster(person);
  const isRequired = profile.accreditation.value === 'required';
  if (entry === undefined || entry.accreditations.length === 0) {
    return isRequired ? refuse('not-accredited', { person }) : undefined;
  }
  const zone = profile.zone.value;
  const standing = standingAt(entry, now, zone);
  if (standing.status !== 'active') return refuse('accreditation-not-active', { person, status: standing.status });
  const expected = expectedEndAt(situation);
  if (!isRequired || coversUntil(entry, { now, zone, expected })) return undefined;
  return refuse('accreditation-too-short', {
    person,
    accreditedUntil: standing.accreditedUntil,
    expectedEndAt: expected,
  });
};

const coversUntil = (
  { accreditations }: RosterRecord,
  { now, zone, expected }: { now: Instant; zone: string; expected: Instant },
): boolean =>
  accreditations.some((each) => statusAt(each, now, zone) === 'active' && heldUntil(each, zone) >= expected);

/** Whether an operation is only for members of the team against whom nothing stands. */
const asksUnimpeded = (operation: OperationName): boolean => {
  const { grants }: Rule = PERMISSIONS[operation];
  return grants.some(({ relation }) => relation === 'in-office-unimpeded');
};

/** By the clock an accreditation has ended as soon as its last day has, even where nobody has recorded it yet. */
export const lapsedRefusal = (
  operation: OperationName,
  head: Head,
  { person, now }: { person: string; now: Instant },
): { refusal: Refusal } | undefined => {
  const member = head.team.find((each) => each.person === person);
  const isOver = member?.accreditedUntil !== undefined && now >= member.accreditedUntil;
  return isOver && asksUnimpeded(operation) ? refuse('accreditation-lapsed', { person }) : undefined;
};
