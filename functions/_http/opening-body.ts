import * as z from 'zod/mini';
import { openCaseInput } from '../../domain/lifecycle/open-case.ts';

/** What opens a case: how, and the official data as they are published. */
export const openingBody = z.extend(openCaseInput, {
  /** An OCDS 1.1 release, record, release package or record package. */
  ocds: z.record(z.string(), z.unknown()),
  /** Which process, where the document holds several. */
  ocid: z.optional(z.string().check(z.maxLength(200))),
});
