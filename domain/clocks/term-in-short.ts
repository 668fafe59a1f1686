import * as z from 'zod/mini';
import { count, instant } from '../../events/shapes.ts';
import type { Profile } from '../profiles/profile.ts';
import { TERMS, type TermName } from '../profiles/terms.ts';
import type { Head } from '../state.ts';
import { computeTerm, type SkippedDay } from './term.ts';

const REASONS = ['weekend', 'holiday', 'suspended'] as const satisfies readonly SkippedDay['because'][];

/** A term that runs, wherever a due date stands: what it is, how its days were counted, and where it is explained day by day. */
export const termInShortSchema = z.strictObject({
  term: z.enum([
    'proposal',
    'finding-reply',
    'question-answer',
    'escalation',
    'control-answer',
    'report-reply',
    'publication',
    'tip-answer',
  ]),
  number: z.int(),
  unit: z.enum(['working-day', 'calendar-day', 'hour', 'month']),
  startedAt: instant,
  /** The first instant after it: what happens before is in time. */
  dueAt: instant,
  /** Whether it has ended by the clock of the house, which that of a device need not be. */
  ended: z.boolean(),
  zone: z.string(),
  daysCounted: count,
  /** How many days did not count, by the reason. */
  daysSkipped: z.array(z.strictObject({ because: z.enum(REASONS), days: count })),
  /** Where the profile takes it from. */
  source: z.string(),
  /** The address of the whole explanation. */
  explanation: z.string(),
});
export type TermInShort = z.infer<typeof termInShortSchema>;

/** The case whose term it is, under the profile that it keeps. */
interface InCase {
  readonly head: Pick<Head, 'case' | 'pauses'>;
  readonly profile: Profile;
  readonly now: string;
}

/** A term of a case from an instant on, with the time that suspensions gave back until now. */
export const termInShort = (
  { head, profile, now }: InCase,
  term: TermInShort['term'] & TermName,
  startedAt: string,
): TermInShort => {
  const { value, source } = profile[TERMS[term]];
  const { zone, daysCounted, daysSkipped, dueAt } = computeTerm({
    term: value,
    startedAt,
    profile,
    pauses: head.pauses,
    now,
  });
  const skippedFor = (reason: SkippedDay['because']) => daysSkipped.filter(({ because }) => because === reason).length;
  return {
    term,
    number: value.number,
    unit: value.unit,
    startedAt,
    dueAt,
    ended: now >= dueAt,
    zone,
    daysCounted: daysCounted.length,
    daysSkipped: REASONS.map((because) => ({ because, days: skippedFor(because) })).filter(({ days }) => days > 0),
    source,
    explanation: `/cases/${head.case}/terms/${term}?from=${startedAt}`,
  };
};
