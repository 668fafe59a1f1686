import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { instant, subjectId } from './shapes.ts';

const observation = subjectId('observation');

/** What becomes of an observation after it was filed. None of these facts tells what the observation says. */
export const observationChangeEvents = {
  'observation.corrected.v1': fact(
    'The author wrote an observation anew. The former version stays as it was; which of them holds is told by the number of the new one. The new words and the reason are content, under the seal of the observation, and so is its author as long as it is sealed.',
    () => ({
      observation,
      /** The number of the new version; what was filed is the first. */
      number: z.int().check(z.gte(2)),
      /** From now on the observation is restricted, where it waited for the award before. Nothing is ever opened by a correction. */
      restricted: z.optional(z.literal(true)),
    }),
  ),
  'observation.withdrawn.v1': fact(
    'The author withdrew an observation. It stays in every list and every count as withdrawn; why is content, under the seal of the observation, and so is its author as long as it is sealed.',
    () => ({ observation }),
  ),
  'embargo.extended.v1': fact(
    'An observation that waits for the award stays sealed until an instant, at most for the profile’s term after the award. Why is content, under the same seal, and so is its author where that is who asked for it.',
    () => ({ observation, until: instant }),
  ),
  'embargo.ended.v1': fact(
    'The extended embargo of an observation ended. Readers saw it open at its end already: this fact reminds consumers, it opens nothing.',
    () => ({ observation }),
  ),
  'release.proposed.v1': fact(
    'Somebody of the team proposed that a restricted observation be opened. Nothing is open before a second person agrees.',
    () => ({ observation }),
  ),
  'observation.released.v1': fact(
    'A second person agreed that a restricted observation be opened: it is public from now on, with why it was opened.',
    () => ({ observation }),
  ),
};
