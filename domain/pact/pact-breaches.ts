import * as z from 'zod/mini';
import { sha256, subjectId } from '../../events/shapes.ts';
import { BREACH_CONSEQUENCES, PACT_SIGNATORIES } from '../../events/vocabulary.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { narrative, reason } from '../shapes.ts';
import { BIDDERS, nextId, type SubjectOf, subjectOf } from '../state.ts';
import { breachAnswerDueAt, speaksForAccused } from './breach-at-hand.ts';

type Breach = SubjectOf<'breach'>;

const breach = subjectId('breach');
const EVIDENCE_MAX = 20;

const reported = () =>
  z.strictObject({
    accused: z.enum(PACT_SIGNATORIES),
    bidder: z.optional(subjectId('bidder')),
    provision: reason,
    circumstances: narrative,
    documentHashes: z.optional(z.array(sha256).check(z.maxLength(EVIDENCE_MAX))),
  });

/** Reports that somebody who signed the pact breached it. Who is content until the ruling: nobody is named in public unheard. */
export const reportPactBreach = command({
  name: 'report-pact-breach',
  input: reported,
  subjects: () => [BIDDERS],
  decide: (input, situation) => {
    const { head } = situation;
    if (head.instrument !== 'integrity-pact') return refuse('not-for-this-instrument', { instrument: head.instrument });
    const { accused, bidder, provision, circumstances, documentHashes } = input;
    return (
      boundRefusal(input, situation) ??
      record({
        type: 'pact.breach-reported.v1',
        data: { breach: nextId(head, 'breach'), answerDueAt: breachAnswerDueAt(situation, situation.now) },
        content: {
          accused,
          ...(bidder === undefined ? {} : { bidder }),
          provision,
          circumstances,
          ...(documentHashes === undefined ? {} : { documentHashes }),
        },
      })
    );
  },
});

/** Only who signed the pact is bound by it. */
const boundRefusal = (
  { accused, bidder }: z.infer<ReturnType<typeof reported>>,
  { head, subjects }: Situation,
): Decision | undefined => {
  if ((accused === 'bidder') !== (bidder !== undefined)) return refuse('accused-incomplete', { accused });
  if (bidder === undefined) return head.pactSignedByAuthority ? undefined : refuse('not-bound', { accused });
  const signature = subjectOf(subjects, 'bidders', BIDDERS)?.bidders[bidder]?.signature;
  if (signature === undefined) return refuse('bidder-unknown', { bidder });
  return signature === 'signed' ? undefined : refuse('not-bound', { bidder, signature });
};

const unruled = ({ subjects }: Situation, id: string, decide: (found: Breach) => Decision): Decision => {
  const found = subjectOf(subjects, 'breach', id);
  if (found === undefined) return refuse('breach-unknown', { breach: id });
  return found.consequence === undefined
    ? decide(found)
    : refuse('breach-ruled', { breach: id, consequence: found.consequence });
};

/** The answer of who is accused: once, and late is recorded as late. Until the ruling the record does not say who it was. */
export const answerPactBreach = command({
  name: 'answer-pact-breach',
  input: () => z.strictObject({ breach, answer: narrative }),
  subjects: (input) => [input.breach],
  decide: (input, situation) => {
    const found = subjectOf(situation.subjects, 'breach', input.breach);
    // To anybody else it looks exactly like one that does not exist.
    if (found === undefined || !speaksForAccused(situation.head, situation.actor.person, found))
      return refuse('breach-unknown', { breach: input.breach });
    return unruled(situation, input.breach, ({ answeredIn, reportedAt }) =>
      answeredIn === undefined
        ? record({
            type: 'pact.breach-answered.v1',
            withoutName: true,
            data: { breach: input.breach, late: situation.now >= breachAnswerDueAt(situation, reportedAt) },
            content: { answer: input.answer, by: situation.actor.person },
          })
        : refuse('breach-answered', { breach: input.breach }),
    );
  },
});

/** Records that the term to answer passed. */
export const lapseBreachAnswer = command({
  name: 'lapse-breach-answer',
  input: () => z.strictObject({ breach }),
  subjects: (input) => [input.breach],
  decide: (input, situation) => {
    const found = subjectOf(situation.subjects, 'breach', input.breach);
    const isOpen = found !== undefined && found.answeredIn === undefined && found.consequence === undefined;
    if (!isOpen || found.answerLapsed) return refuse('nothing-to-lapse');
    const due = breachAnswerDueAt(situation, found.reportedAt);
    if (situation.now < due) return refuse('term-running', { dueAt: due });
    return record({ type: 'pact.breach-answer-lapsed.v1', data: { breach: input.breach } });
  },
});

/** Rules on a breach, with its consequence, once who is accused was heard or let the term pass. */
export const ruleOnPactBreach = command({
  name: 'rule-on-pact-breach',
  input: () => z.strictObject({ breach, consequence: z.enum(BREACH_CONSEQUENCES), explanation: narrative }),
  subjects: (input) => [input.breach],
  decide: (input, situation) =>
    unruled(situation, input.breach, ({ answeredIn, reportedAt, accused, bidder }) => {
      const due = breachAnswerDueAt(situation, reportedAt);
      if (answeredIn === undefined && situation.now < due) return refuse('breach-unheard', { dueAt: due });
      const isBreach = input.consequence !== 'not-a-breach';
      return record({
        type: 'pact.breach-ruled.v1',
        data: {
          breach: input.breach,
          consequence: input.consequence,
          ...(isBreach ? { accused, ...(bidder === undefined ? {} : { bidder }) } : {}),
        },
        content: { explanation: input.explanation },
      });
    }),
});
