import { dueAt } from '../clocks/term.ts';
import type { Situation } from '../command.ts';
import type { Head, SubjectOf } from '../state.ts';

type Breach = SubjectOf<'breach'>;

/** When the answer of who is accused is due: the profile's term to reply to a finding, with the time that suspensions gave back. */
export const breachAnswerDueAt = (
  { head, profile, now }: Pick<Situation, 'head' | 'profile' | 'now'>,
  reportedAt: string,
): string => dueAt({ term: profile.findingReplyTerm.value, startedAt: reportedAt, profile, pauses: head.pauses, now });

/** Whether somebody speaks in this case for who is accused. */
export const speaksForAccused = (head: Head, person: string | undefined, { accused, bidder }: Breach): boolean =>
  head.liaisons.some((liaison) => liaison.person === person && liaison.kind === accused && liaison.bidder === bidder);
