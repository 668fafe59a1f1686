import * as z from 'zod/mini';
import { LANGUAGES } from '../../domain/languages.ts';
import { WRIT_KINDS } from '../../domain/writs/words.ts';
import type { DocumentDescription } from './operation.ts';

/** Findings that one writ quotes: as many as one escalation takes. */
export const WRIT_FINDINGS_MAX = 20;
export const ODT = 'application/vnd.oasis.opendocument.text';

const FINDING = 'observation-[1-9]\\d{0,5}';

export const writQuery = z.strictObject({
  language: z.optional(z.enum(LANGUAGES)),
  /** Of a complaint: to whom it goes; the first tier unless said. */
  controlAuthority: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/))),
  findings: z.optional(
    z.string().check(
      z.regex(new RegExp(`^${FINDING}(,${FINDING}){0,${WRIT_FINDINGS_MAX - 1}}$`), {
        error: `must be 1 to ${WRIT_FINDINGS_MAX} findings, such as observation-1,observation-4`,
      }),
    ),
  ),
});

export const isWritKind = (word: string): word is (typeof WRIT_KINDS)[number] =>
  WRIT_KINDS.some((kind) => kind === word);

export const WRIT_DESCRIPTION = {
  kind: 'document',
  method: 'GET',
  function: 'escalations-api',
  name: 'read-writ',
  path: '/cases/{case}/writs/{kind}',
  summary:
    'Fetch a petition for documents (`petition-for-documents`) or a complaint (`complaint-to-control-authority`), filled in from the case as a document to edit (ODT); it quotes the findings that are named, as far as you may read them',
  query: writQuery,
  mediaType: ODT,
} as const satisfies DocumentDescription;
