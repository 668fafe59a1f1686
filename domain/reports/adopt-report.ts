import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { VOTES } from '../../events/vocabulary.ts';
import { quorumOf } from '../acts/account-for-act.ts';
import { dueAt } from '../clocks/term.ts';
import { command, type Decision, type ProposedFact, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { narrative } from '../shapes.ts';
import { type SubjectOf, subjectOf } from '../state.ts';
import { outdatedRefusal } from './draft-report.ts';

type Report = SubjectOf<'report'>;
const report = subjectId('report');

/** Until when the contracting authority may comment on a draft, with the time that suspensions gave back. */
export const commentsDueAt = (
  { head, profile, now }: Pick<Situation, 'head' | 'profile' | 'now'>,
  sentAt: string,
): string => dueAt({ term: profile.reportReplyTerm.value, startedAt: sentAt, profile, pauses: head.pauses, now });

const onReport = (situation: Situation, id: string, decide: (found: Report) => Decision): Decision => {
  const found = subjectOf(situation.subjects, 'report', id);
  return found === undefined ? refuse('report-unknown', { report: id }) : decide(found);
};

/**
 * Puts a draft to the contracting authority for its comments. A final one accounts for every observation filed until then; what is
 * filed later stands in the record by itself, so that nobody can hold a report up by filing.
 */
export const sendReportForReply = command({
  name: 'send-report-for-reply',
  input: () => z.strictObject({ report }),
  subjects: (input) => [input.report],
  decide: (input, situation) =>
    onReport(situation, input.report, (found) => {
      if (found.state !== 'draft') return refuse('report-state', { state: found.state, allowedFrom: ['draft'] });
      return (
        outdatedRefusal(found, situation) ??
        record({
          type: 'report.sent-for-reply.v1',
          data: { report: input.report, replyDueAt: commentsDueAt(situation, situation.now) },
        })
      );
    }),
});

/** The contracting authority comments on a draft, once. */
export const commentOnReport = command({
  name: 'comment-on-report',
  input: () => z.strictObject({ report, comments: narrative }),
  subjects: (input) => [input.report],
  decide: (input, situation) =>
    onReport(situation, input.report, (found) => {
      if (found.state !== 'in-reply' || found.commentedIn !== undefined) {
        return refuse('report-state', { state: found.state, allowedFrom: ['in-reply'] });
      }
      return record({
        type: 'report.commented.v1',
        data: { report: input.report },
        content: { comments: input.comments },
      });
    }),
});

/** A final report waits for the authority's comments or the end of its term; a stage report may be adopted from the draft. */
const adoptionRefusal = (found: Report, situation: Situation): Decision | undefined => {
  if (found.state === 'adopted' || found.state === 'published') return refuse('report-state', { state: found.state });
  if (found.stage !== 'final-report') return undefined;
  if (found.sentForReplyAt === undefined)
    return refuse('report-state', { state: found.state, allowedFrom: ['in-reply'] });
  const due = commentsDueAt(situation, found.sentForReplyAt);
  const isOpen = found.commentedIn === undefined && situation.now < due;
  return isOpen ? refuse('reply-window-open', { dueAt: due }) : undefined;
};

/** Every report that a case can have: one on each stage, numbered as they were drafted. */
export const REPORTS = ['report-1', 'report-2', 'report-3', 'report-4'] as const;

/** What follows for a vote when somebody leaves the committee: it counts those who stay, and adopts where that makes the majority. */
export const adoptionAfterDeparture = (situation: Situation, person: string): readonly ProposedFact[] => {
  const { head, subjects } = situation;
  const found = subjectOf(subjects, 'report', head.reports[head.stage]?.report ?? '');
  if (head.instrument !== 'oversight-committee' || found === undefined) return [];
  if (adoptionRefusal(found, situation) !== undefined) return [];
  const staying = { ...head, team: head.team.filter((member) => member.person !== person) };
  const tally = tallyOf(found.votes, { ...situation, head: staying });
  return tally.carried ? [adopted(found, tally)] : [];
};

/** A witness signs a report; the signature adopts it. */
export const signReport = command({
  name: 'sign-report',
  input: () => z.strictObject({ report }),
  subjects: (input) => [input.report],
  decide: (input, situation) => {
    const { head, actor } = situation;
    if (head.instrument !== 'integrity-pact') return refuse('signature-not-asked');
    return onReport(
      situation,
      input.report,
      (found) =>
        adoptionRefusal(found, situation) ??
        record(
          { type: 'report.signed.v1', data: { report: found.id, person: actor.person } },
          adopted(found, { votesFor: 1, votesAgainst: 0 }),
        ),
    );
  },
});

/** A member of a committee votes; a vote against carries its dissenting opinion. The vote that makes the majority adopts the report. */
export const voteOnReport = command({
  name: 'vote-on-report',
  input: () => z.strictObject({ report, vote: z.enum(VOTES), dissent: z.optional(narrative) }),
  subjects: (input) => [input.report],
  decide: (input, situation) => {
    const { head, actor } = situation;
    if (head.instrument !== 'oversight-committee') return refuse('vote-not-asked');
    if (input.vote === 'against' && input.dissent === undefined) return refuse('dissent-missing');
    return onReport(situation, input.report, (found) => {
      const refusal = adoptionRefusal(found, situation);
      if (refusal !== undefined) return refusal;
      if (Object.hasOwn(found.votes, actor.person)) return refuse('already-voted');
      const voted: ProposedFact = {
        type: 'report.voted.v1',
        data: { report: found.id, person: actor.person, vote: input.vote, dissent: input.dissent !== undefined },
        ...(input.dissent === undefined ? {} : { content: { dissent: input.dissent } }),
      };
      const tally = tallyOf({ ...found.votes, [actor.person]: input.vote }, situation);
      return tally.carried ? record(voted, adopted(found, tally)) : record(voted);
    });
  },
});

/**
 * Votes of those who are still in office. A report is carried when more than half of the members in office are for it, which no later
 * vote can undo, or when everybody has voted, with quorum, and more are for it than against.
 */
const tallyOf = (votes: Readonly<Record<string, string>>, { head }: Situation) => {
  const inOffice = head.team.filter(({ standing }) => standing === 'accepted').map(({ person }) => person);
  const cast = inOffice.filter((person) => Object.hasOwn(votes, person)).map((person) => votes[person]);
  const votesFor = cast.filter((vote) => vote === 'for').length;
  const votesAgainst = cast.filter((vote) => vote === 'against').length;
  const isOver = cast.length === inOffice.length && cast.length >= quorumOf(head);
  return { votesFor, votesAgainst, carried: votesFor > inOffice.length / 2 || (isOver && votesFor > votesAgainst) };
};

const adopted = (
  { id, stage }: Report,
  { votesFor, votesAgainst }: { votesFor: number; votesAgainst: number },
): ProposedFact => ({
  type: 'report.adopted.v1',
  data: { report: id, stage, votesFor, votesAgainst },
});
