import * as z from 'zod/mini';
import { asJsonObject, sha256, subjectId } from '../../events/shapes.ts';
import { TAKE_UP_LEVELS } from '../../events/vocabulary.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { CLOCK_SKEW_MAX_MS } from '../observations/what-was-seen.ts';
import { refuse } from '../refusals.ts';
import { language, reason, time } from '../shapes.ts';
import { type SubjectOf, subjectOf } from '../state.ts';
import { isLower, isTakenUp } from './take-up.ts';

/** How often a recommendation is followed up, and how often institutions respond to it: each of them stays with it. */
export const FOLLOW_UPS_MAX = 30;
export const RESPONSES_MAX = 10;
const DOCUMENTS_MAX = 20;

type Recommendation = SubjectOf<'recommendation'>;
const recommendation = subjectId('recommendation');
const documents = z.optional(z.array(sha256).check(z.maxLength(DOCUMENTS_MAX)));

const onRecommendation = (
  { subjects }: Situation,
  id: string,
  decide: (found: Recommendation) => Decision,
): Decision => {
  const found = subjectOf(subjects, 'recommendation', id);
  return found === undefined ? refuse('recommendation-unknown', { recommendation: id }) : decide(found);
};

/**
 * Says how far a recommendation was taken up, as of a time between its publication and now, with the evidence. Every one is a version;
 * a level may fall again, and is then recorded as lowered.
 */
export const followUpRecommendation = command({
  name: 'follow-up-recommendation',
  input: () =>
    z.strictObject({
      recommendation,
      level: z.enum(TAKE_UP_LEVELS),
      asOf: time,
      evidence: reason,
      language,
      documentHashes: documents,
    }),
  subjects: (input) => [input.recommendation],
  decide: ({ recommendation: id, level, asOf, ...content }, situation) =>
    onRecommendation(situation, id, (found) => {
      const { now } = situation;
      if (Date.parse(asOf) > Date.parse(now) + CLOCK_SKEW_MAX_MS) return refuse('follow-up-in-the-future', { now });
      if (asOf < found.madeAt) return refuse('follow-up-before-report', { publishedAt: found.madeAt });
      const last = found.followUps.at(-1);
      // What is told of now may not be older than what is known: the scale would say another level than the newest.
      if (last !== undefined && asOf < last.asOf) return refuse('follow-up-older', { asOf: last.asOf });
      if (found.followUps.length >= FOLLOW_UPS_MAX) return refuse('follow-ups-too-many', { most: FOLLOW_UPS_MAX });
      return record({
        type: 'recommendation.followed-up.v1',
        data: {
          recommendation: id,
          number: found.followUps.length + 1,
          level,
          from: found.level,
          lowered: isLower(level, found.level),
          dueAt: found.dueAt,
        },
        observedAt: asOf > now ? now : asOf,
        content: asJsonObject(content),
      });
    }),
});

/** An accredited institution says what it does with a recommendation. It moves no level: nobody who is asked judges itself. */
export const respondToRecommendation = command({
  name: 'respond-to-recommendation',
  input: () => z.strictObject({ recommendation, response: reason, language }),
  subjects: (input) => [input.recommendation],
  decide: ({ recommendation: id, response, language: spoken }, situation) =>
    onRecommendation(situation, id, ({ responses }) =>
      responses.length >= RESPONSES_MAX
        ? refuse('responses-too-many', { most: RESPONSES_MAX })
        : record({
            type: 'recommendation.responded.v1',
            data: { recommendation: id, number: responses.length + 1 },
            content: { response, language: spoken },
          }),
    ),
});

/** Records that a recommendation was not taken up by its due date. A date is no clock of the case: it comes while that stands still. */
export const lapseRecommendation = command({
  name: 'lapse-recommendation',
  input: () => z.strictObject({ recommendation }),
  subjects: (input) => [input.recommendation],
  decide: ({ recommendation: id }, situation) =>
    onRecommendation(situation, id, ({ level, overdue, dueAt }) => {
      if (overdue || isTakenUp(level)) return refuse('nothing-to-lapse');
      if (situation.now < dueAt) return refuse('term-running', { dueAt });
      return record({ type: 'recommendation.overdue.v1', data: { recommendation: id, level } });
    }),
});
