import * as z from 'zod/mini';
import { watchStateSchema } from '../../domain/scoreboard/watch-state.ts';

/** What the keeper of the scoreboard knows of a case. */
export const watchedCaseSchema = z.strictObject({
  watch: watchStateSchema,
  authority: z.strictObject({ authority: z.string(), name: z.exactOptional(z.string()) }),
});
export type WatchedCase = z.infer<typeof watchedCaseSchema>;

export const caseBookKey = (caseId: string): string => `CASE#${caseId}`;
