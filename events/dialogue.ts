import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { instant, subjectId } from './shapes.ts';
import { QUESTION_VISIBILITIES, QUESTIONED } from './vocabulary.ts';

const question = subjectId('question');
const to = z.enum(QUESTIONED);
/** The report that a question to the team is about. */
const report = z.optional(subjectId('report'));

export const dialogueEvents = {
  'question.asked.v1': fact(
    'The team asked the contracting authority, or the authority asked the team about a draft. The words are content: of a question to the authority shown by its visibility, of one to the team together with the report.',
    () => ({
      question,
      to,
      /** Of a question to the contracting authority. */
      visibility: z.optional(z.enum(QUESTION_VISIBILITIES)),
      report,
      answerDueAt: instant,
    }),
  ),
  'question.answered.v1': fact(
    'Whoever was asked answered, once and for all; late is recorded as late, never refused. The answer is content, shown together with its question.',
    () => ({ question, to, report, late: z.boolean() }),
  ),
  'answer.overdue.v1': fact('The term to answer a question passed without an answer. It is still awaited.', () => ({
    question,
    to,
  })),
};
