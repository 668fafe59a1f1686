import type { Judged } from '../../functions/_record/judge-projections.ts';
import type { PersonVerification } from '../../functions/_record/verify-person.ts';
import type { Verification } from '../../functions/_record/verify-record.ts';
import type { Told } from '../told.ts';

const NOT_JUDGED = {
  current: '',
  behind: 'they were judged up to the last event that they say they have seen; the next event brings them up to date.',
  absent: 'they are not written yet, or were taken away; the next event makes them anew.',
} as const;

/** What came of a verification, and what to do next where it is not well. */
export const tellVerification = (verification: Verification | PersonVerification): Told => ({
  status: verification.verified ? 0 : 1,
  says: sentence(verification),
});

const sentence = (verification: Verification | PersonVerification): string => {
  if (verification.verified) {
    return [
      `The record of ${verification.case} verifies: ${verification.events} events, ending in ${verification.hash}.`,
      ...('milestones' in verification ? projectionsOf(verification) : []),
    ].join('\n');
  }
  if (verification.flaw === 'no-case')
    return `There is no record of ${verification.case}. GET /cases lists the cases that there are; roster:PERSON names an entry of the roster, person:PERSON somebody who may sign in.`;
  return [
    `The record of ${verification.case} does not verify. First bad event: ${verification.firstBad} (${verification.flaw}).`,
    verification.explanation,
    ...(verification.item === undefined ? [] : [`Item: ${verification.item}.`]),
    'Change nothing there: hold it against a backup, and against the hashes that others noted.',
  ].join('\n');
};

const projectionsOf = (judged: Judged): readonly string[] =>
  (['milestones', 'deadlines'] as const)
    .filter((name) => judged[name] !== 'current')
    .map((name) => `Its ${name} are ${judged[name]}: ${NOT_JUDGED[judged[name]]}`);
