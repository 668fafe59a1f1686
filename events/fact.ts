import * as z from 'zod/mini';

/**
 * The schema of one type of fact. `meaning` opens with what the fact means and says what it must never do; the printed catalogue
 * shows it. Data holds ids, codes, times, amounts and hashes only: what people wrote is content, committed to by the record.
 */
export const fact = <Shape extends z.core.$ZodShape>(meaning: string, shape: Shape) =>
  z.strictObject(shape).register(z.globalRegistry, { description: meaning });
