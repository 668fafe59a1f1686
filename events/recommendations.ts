import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { count, instant, subjectId } from './shapes.ts';
import { TAKE_UP_LEVELS } from './vocabulary.ts';

const recommendation = subjectId('recommendation');
const level = z.enum(TAKE_UP_LEVELS);

export const recommendationEvents = {
  'recommendations.made.v1': fact(
    'What a report recommends became things of the case with its publication, each with its due date. Whom each addresses and what it asks stand in the text of the report.',
    () => ({
      report: subjectId('report'),
      /** The event whose content holds the text of the report. */
      textIn: count,
      recommendations: z.array(z.strictObject({ recommendation, dueAt: instant })).check(z.minLength(1)),
    }),
  ),
  'recommendation.responded.v1': fact(
    'An institution said what it does with a recommendation; its words are content. It moves no level: whoever is asked does not judge itself.',
    () => ({ recommendation, number: count }),
  ),
  'recommendation.followed-up.v1': fact(
    'How far a recommendation was taken up, as of the time observed: a new version, beside which the earlier ones stay. The evidence is content; a lower level is recorded as lowered.',
    () => ({ recommendation, number: count, level, from: level, lowered: z.boolean(), dueAt: instant }),
  ),
  'recommendation.overdue.v1': fact(
    'The due date of a recommendation passed before it had concrete feedback. It can still be taken up, late.',
    () => ({ recommendation, level }),
  ),
};
