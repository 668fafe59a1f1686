import * as z from 'zod/mini';
import { contractingProcess } from './contracting-process.ts';

/** The one subject that holds the contracting process as the official data last told it. */
export const PROCESS = 'process-1';

export const processSchema = z.strictObject({
  id: z.string(),
  recordedIn: z.int(),
  kind: z.literal('process'),
  /** The version of the event that last read the official data: its content says what was wrong with them. */
  readIn: z.int(),
  process: contractingProcess,
});

/** Content that holds a process whole, where it does. */
export const holdingProcess = z.looseObject({ process: z.optional(contractingProcess) });
