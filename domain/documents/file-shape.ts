import * as z from 'zod/mini';
import { sha256 } from '../../events/shapes.ts';
import { text } from '../shapes.ts';
import { DOCUMENT_BYTES_MAX, NAME_BYTES_MAX } from './limits.ts';

/** The name of a file as its sender knows it: no path, and no longer than file systems take. */
const fileName = text(NAME_BYTES_MAX).check(
  z.refine((name) => !/[/\\]/.test(name), { error: 'must be a name without a path' }),
  z.refine((name) => new TextEncoder().encode(name).length <= NAME_BYTES_MAX, {
    error: `must take at most ${NAME_BYTES_MAX} bytes`,
  }),
);

/** What a file is before it is there: the manifest of what will come. */
export const fileShape = () => ({
  name: fileName,
  mediaType: z.string().check(z.maxLength(127), z.regex(/^[A-Za-z0-9.+-]+\/[A-Za-z0-9.+-]+$/)),
  sizeBytes: z.int().check(
    z.gte(1, { error: 'must be at least 1: an empty file is no evidence; see which one you meant' }),
    z.lte(DOCUMENT_BYTES_MAX, {
      error: `must be at most ${DOCUMENT_BYTES_MAX}: cut a longer film or recording into pieces and send each`,
    }),
  ),
  sha256,
});
