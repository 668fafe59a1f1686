import * as z from 'zod/mini';
import { instant, processChange } from '../../events/shapes.ts';
import { namingParties } from '../interests/parties.ts';
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

/** One reading of the official data that found them changed. */
export const changeSchema = z.strictObject({
  id: z.string(),
  recordedIn: z.int(),
  kind: z.literal('change'),
  readAt: instant,
  changes: z.array(processChange()),
});

const path = z.string();

/** Content that holds a difference, and whom it names for the first time. */
export const holdingDifference = z.extend(namingParties, {
  patch: z._default(
    z.array(
      z.union([
        z.strictObject({ op: z.enum(['add', 'replace']), path, value: z.json() }),
        z.strictObject({ op: z.literal('remove'), path }),
      ]),
    ),
    [],
  ),
});
