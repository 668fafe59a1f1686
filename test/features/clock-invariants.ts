import { proposalDueAt } from '../../domain/appointment/propose-member.ts';
import { questionDueAt } from '../../domain/dialogue/ask.ts';
import { answerDueAt } from '../../domain/escalations/escalate-findings.ts';
import { replyDueAt } from '../../domain/observations/put-to-authority.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { commentsDueAt } from '../../domain/reports/adopt-report.ts';
import { tipAnswerDueAt } from '../../domain/tips/send-tip.ts';
import type { Instant } from '../../events/shapes.ts';
import type { CaseFile } from '../support/case-file.ts';
import { headOf } from './invariants.ts';
import { ofKind } from './of-kind.ts';

/** The terms that run in a case: when each is due by a clock at `now`. */
const dueInstants = (file: CaseFile, now: Instant): Readonly<Record<string, Instant>> => {
  const head = headOf(file);
  const { subjects } = file.state;
  const situation = { head, profile: profileOf(head.profile), now };
  return Object.fromEntries([
    ...head.team
      .filter(({ standing }) => standing === 'proposed')
      .map((member) => [`proposal of ${member.person}`, proposalDueAt(situation, member)]),
    ...ofKind(subjects, 'observation').flatMap(({ id, notifiedAt, repliedIn }) =>
      notifiedAt === undefined || repliedIn !== undefined
        ? []
        : [[`reply to ${id}`, replyDueAt(situation, notifiedAt)]],
    ),
    ...ofKind(subjects, 'question')
      .filter(({ answeredIn }) => answeredIn === undefined)
      .map(({ id, askedAt }) => [`answer to ${id}`, questionDueAt(situation, askedAt)]),
    ...ofKind(subjects, 'escalation')
      .filter(({ answeredIn }) => answeredIn === undefined)
      .map(({ id, sentAt }) => [`answer to ${id}`, answerDueAt(situation, sentAt)]),
    ...ofKind(subjects, 'report').flatMap(({ id, sentForReplyAt, commentedIn }) =>
      sentForReplyAt === undefined || commentedIn !== undefined
        ? []
        : [[`comments on ${id}`, commentsDueAt(situation, sentForReplyAt)]],
    ),
    ...ofKind(subjects, 'tip')
      .filter(({ answer }) => answer === undefined)
      .map(({ id, receivedAt }) => [`answer to ${id}`, tipAnswerDueAt(situation, receivedAt)]),
  ]);
};

/** A term that was running when the case was suspended does not end before it goes on. */
export const clockFlaws = (file: CaseFile, now: Instant): readonly string[] => {
  const open = headOf(file).pauses.find(({ to }) => to === undefined);
  if (open === undefined) return [];
  return Object.entries(dueInstants(file, now))
    .filter(([, due]) => due > open.from && due <= now)
    .map(([term]) => `the term for the ${term} ended while the case was suspended`);
};
