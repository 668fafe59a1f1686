import * as z from 'zod/mini';
import { instant } from '../../events/shapes.ts';

/** The mark of an action as it is kept. */
export const actionMark = z.strictObject({ key: z.string(), request: z.string(), at: instant });
