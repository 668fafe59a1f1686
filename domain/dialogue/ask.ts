import * as z from 'zod/mini';
import { asJsonObject, sha256, subjectId } from '../../events/shapes.ts';
import { QUESTION_VISIBILITIES } from '../../events/vocabulary.ts';
import { dueAt } from '../clocks/term.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { language, narrative } from '../shapes.ts';
import { type Head, nextId, type SubjectOf, subjectOf } from '../state.ts';

const DOCUMENTS_MAX = 20;
const documentHashes = z.optional(z.array(sha256).check(z.maxLength(DOCUMENTS_MAX)));
const question = subjectId('question');

/** When the answer to a question is due, with the time that suspensions gave back. */
export const questionDueAt = (
  { head, profile, now }: Pick<Situation, 'head' | 'profile' | 'now'>,
  askedAt: string,
): string => dueAt({ term: profile.questionAnswerTerm.value, startedAt: askedAt, profile, pauses: head.pauses, now });

/** The team asks the contracting authority. */
export const askQuestion = command({
  name: 'ask-question',
  input: () =>
    z.strictObject({
      question: narrative,
      language,
      visibility: z.enum(QUESTION_VISIBILITIES),
      documentHashes,
    }),
  decide: ({ visibility, ...written }, situation) =>
    record({
      type: 'question.asked.v1',
      data: {
        question: nextId(situation.head, 'question'),
        to: 'contracting-authority',
        visibility,
        answerDueAt: questionDueAt(situation, situation.now),
      },
      content: asJsonObject(written),
    }),
});

/** The contracting authority asks the team about a draft that was put to it: once for each report. */
export const askTeam = command({
  name: 'ask-team',
  input: () => z.strictObject({ report: subjectId('report'), question: narrative, language, documentHashes }),
  subjects: (input) => [input.report],
  decide: ({ report: id, ...written }, situation) => {
    const report = subjectOf(situation.subjects, 'report', id);
    if (report === undefined) return refuse('report-unknown', { report: id });
    if (report.askedIn !== undefined) return refuse('team-asked', { report: id });
    if (report.state !== 'in-reply') return refuse('report-state', { state: report.state, allowedFrom: ['in-reply'] });
    return record({
      type: 'question.asked.v1',
      data: {
        question: nextId(situation.head, 'question'),
        to: 'team',
        report: id,
        answerDueAt: questionDueAt(situation, situation.now),
      },
      content: asJsonObject(written),
    });
  },
});

const answerInput = () => z.strictObject({ question, answer: narrative, language, documentHashes });

/** Who asked, and all on the same side: nobody answers itself. */
const isOfTeam = ({ team }: Head, person: string): boolean =>
  team.some((member) => member.person === person && member.standing === 'accepted');
const isOfAuthority = ({ liaisons }: Head, person: string): boolean =>
  liaisons.some((liaison) => liaison.person === person && liaison.kind === 'contracting-authority');

const answer = (
  to: SubjectOf<'question'>['to'],
  { question: id, ...written }: z.infer<ReturnType<typeof answerInput>>,
  situation: Situation,
): Decision => {
  const { subjects, head, actor, now } = situation;
  const asked = subjectOf(subjects, 'question', id);
  if (asked === undefined || asked.to !== to) return refuse('question-unknown', { question: id });
  const asksHere = to === 'team' ? isOfAuthority : isOfTeam;
  if (asked.by === actor.person || asksHere(head, actor.person)) return refuse('answers-itself', { question: id });
  if (asked.answeredIn !== undefined) return refuse('question-answered', { question: id });
  return record({
    type: 'question.answered.v1',
    data: {
      question: id,
      to,
      ...(asked.report === undefined ? {} : { report: asked.report }),
      late: now >= questionDueAt(situation, asked.askedAt),
    },
    content: asJsonObject(written),
  });
};

/** The contracting authority answers a question of the team: once; late is recorded as late, never refused. */
export const answerQuestion = command({
  name: 'answer-question',
  input: answerInput,
  subjects: (input) => [input.question],
  decide: (input, situation) => answer('contracting-authority', input, situation),
});

/** The team answers the question of the contracting authority about a draft, as it would be answered itself. */
export const answerAuthorityQuestion = command({
  name: 'answer-authority-question',
  input: answerInput,
  subjects: (input) => [input.question],
  decide: (input, situation) => answer('team', input, situation),
});

/** Records that the term to answer a question passed. */
export const lapseAnswer = command({
  name: 'lapse-answer',
  input: () => z.strictObject({ question }),
  subjects: (input) => [input.question],
  decide: ({ question: id }, situation) => {
    const asked = subjectOf(situation.subjects, 'question', id);
    if (asked === undefined || asked.answeredIn !== undefined || asked.overdue) return refuse('nothing-to-lapse');
    const due = questionDueAt(situation, asked.askedAt);
    if (situation.now < due) return refuse('term-running', { dueAt: due });
    return record({ type: 'answer.overdue.v1', data: { question: id, to: asked.to } });
  },
});
