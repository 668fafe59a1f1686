import * as z from 'zod/mini';
import { sha256 } from '../../events/shapes.ts';
import { dueAt } from '../clocks/term.ts';
import { command, record, type Situation } from '../command.ts';
import { actFileRefusal, filesOfAct, shelfOfAct } from '../documents/file-of-act.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';

/** How long a committee can be constituted for, extensions included. */
export const DURATION_MONTHS_MAX = 120;

/** When the term of a committee is over, with the time that suspensions gave back. */
export const committeeEndsAt = (
  { head, profile, now }: Pick<Situation, 'head' | 'profile' | 'now'>,
  { startedAt, months }: { startedAt: string; months: number },
): string => dueAt({ term: { number: months, unit: 'month' }, startedAt, profile, pauses: head.pauses, now });

/** Records that the term of a committee is over. Its members stay in office: the case asks them to extend it or to dissolve. */
export const endCommitteeTerm = command({
  name: 'end-committee-term',
  input: () => z.strictObject({}),
  decide: (_, situation) => {
    const { committee } = situation.head;
    if (committee?.startedAt === undefined || committee.months === undefined || committee.termEnded === true)
      return refuse('nothing-to-lapse');
    const endsAt = committeeEndsAt(situation, { startedAt: committee.startedAt, months: committee.months });
    if (situation.now < endsAt) return refuse('term-running', { dueAt: endsAt });
    return record({ type: 'committee.term-ended.v1', data: { endedAt: endsAt } });
  },
});

/** Extends the term of a committee by so many months, counted from the end that it had. */
export const extendCommittee = command({
  name: 'extend-committee',
  input: () =>
    z.strictObject({
      months: z.int().check(z.gte(1), z.lte(DURATION_MONTHS_MAX)),
      documentHash: sha256,
      reason,
    }),
  subjects: () => shelfOfAct('constitution'),
  related: (_, sight) => filesOfAct('constitution', sight),
  decide: (input, situation) => {
    const { committee } = situation.head;
    if (committee === undefined) return refuse('not-constituted');
    const { documentHash } = input;
    const differs = actFileRefusal(situation, { shelf: 'constitution', documentHash, isFirst: false });
    if (differs !== undefined) return differs;
    const startedAt = committee.startedAt ?? situation.now;
    const months = (committee.months ?? 0) + input.months;
    if (months > DURATION_MONTHS_MAX) return refuse('duration-too-long', { months, monthsMax: DURATION_MONTHS_MAX });
    const endsAt = committeeEndsAt(situation, { startedAt, months });
    if (endsAt <= situation.now) return refuse('extension-too-short', { endsAt, now: situation.now });
    return record({
      type: 'committee.extended.v1',
      data: { months: input.months, startedAt, endsAt, documentHash },
      content: { reason: input.reason },
    });
  },
});
