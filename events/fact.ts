import * as z from 'zod/mini';
import { once } from './shapes.ts';

/** A type of fact: what it means, and the schema of its data. */
export interface FactDefinition<Schema> {
  /** Opens with what the fact means and says what it must never do; the printed catalogue shows it. */
  readonly meaning: string;
  /** Made when it is first asked for: a function that starts cold builds the schemas that it uses, not all there are. */
  readonly schema: () => Schema;
}

/**
 * Writes a type of fact down. Its data holds ids, codes, times, amounts and hashes only: what people wrote is content, committed to by
 * the record.
 */
export const fact = <Shape extends z.core.$ZodShape>(
  meaning: string,
  shape: () => Shape,
): FactDefinition<z.ZodMiniObject<Shape, z.core.$strict>> => ({ meaning, schema: once(() => z.strictObject(shape())) });
