import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { dueAt } from '../clocks/term.ts';
import { command, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { narrative } from '../shapes.ts';
import { subjectOf } from '../state.ts';
import { tellOf } from './confide.ts';

const observation = subjectId('observation');

/** When the contracting authority's reply to a finding is due, with the time that suspensions gave back. */
export const replyDueAt = (
  { head, profile, now }: Pick<Situation, 'head' | 'profile' | 'now'>,
  notifiedAt: string,
): string => dueAt({ term: profile.findingReplyTerm.value, startedAt: notifiedAt, profile, pauses: head.pauses, now });

/** Puts a finding to the contracting authority for its reply. */
export const notifyFinding = command({
  name: 'notify-finding',
  input: () => z.strictObject({ observation }),
  subjects: (input) => [input.observation],
  decide: (input, situation) => {
    const finding = subjectOf(situation.subjects, 'observation', input.observation);
    if (finding === undefined) return refuse('observation-unknown', { observation: input.observation });
    if (finding.type !== 'finding') return refuse('not-a-finding', { observation: input.observation });
    if (finding.notifiedAt !== undefined) return refuse('finding-notified', { observation: input.observation });
    const { named, confided, withoutName } = tellOf(finding, situation.head, situation.actor.person);
    return record({
      type: 'finding.notified.v1',
      ...(withoutName === undefined ? {} : { withoutName }),
      data: { ...named, replyDueAt: replyDueAt(situation, situation.now) },
      ...(confided === undefined ? {} : { content: confided }),
    });
  },
});

/** The contracting authority's reply: once; late is recorded as late, never refused. */
export const replyToFinding = command({
  name: 'reply-to-finding',
  input: () => z.strictObject({ observation, reply: narrative }),
  subjects: (input) => [input.observation],
  decide: (input, situation) => {
    const finding = subjectOf(situation.subjects, 'observation', input.observation);
    // A finding that was not put to the authority looks to it exactly like one that does not exist.
    if (finding?.notifiedAt === undefined) return refuse('observation-unknown', { observation: input.observation });
    if (finding.repliedIn !== undefined) return refuse('finding-replied', { observation: input.observation });
    const { named, confided } = tellOf(finding, situation.head, situation.actor.person);
    return record({
      type: 'finding.replied.v1',
      data: { ...named, late: situation.now >= replyDueAt(situation, finding.notifiedAt) },
      content: { ...confided, reply: input.reply },
    });
  },
});

/** Records that the authority's term to reply passed. */
export const lapseReply = command({
  name: 'lapse-reply',
  input: () => z.strictObject({ observation }),
  subjects: (input) => [input.observation],
  decide: (input, situation) => {
    const finding = subjectOf(situation.subjects, 'observation', input.observation);
    if (finding?.notifiedAt === undefined || finding.repliedIn !== undefined || finding.replyLapsed === true) {
      return refuse('nothing-to-lapse');
    }
    const due = replyDueAt(situation, finding.notifiedAt);
    if (situation.now < due) return refuse('term-running', { dueAt: due });
    const { named, confided } = tellOf(finding, situation.head, situation.actor.person);
    return record({
      type: 'reply.lapsed.v1',
      data: named,
      ...(confided === undefined ? {} : { content: confided }),
    });
  },
});
