import * as z from 'zod/mini';
import { LANGUAGES } from '../../domain/languages.ts';
import { instant } from '../../events/shapes.ts';
import type { DocumentDescription } from './operation.ts';

export const ZIP = 'application/zip';

export const bundleQuery = z.strictObject({
  language: z._default(z.enum(LANGUAGES), 'es'),
  /** Documents that do not fit into one ZIP stand in parts of their own: the manifest of the first says how many there are. */
  part: z._default(z.pipe(z.string().check(z.regex(/^[1-9]\d{0,2}$/)), z.transform(Number)), 1),
});

/** Where a bundle that is too large for an answer can be fetched. */
export const linkAnswer = z.strictObject({ url: z.string(), expiresAt: instant });

/** Where the evidence of an escalation is fetched. */
export const bundleLink = (caseId: string, escalation: string): string =>
  `/cases/${caseId}/escalations/${escalation}/bundle`;

/** Where the annexes of a report are fetched. */
export const annexesLink = (caseId: string, report: string): string => `/cases/${caseId}/reports/${report}/annexes`;

export const BUNDLE_DESCRIPTION = {
  kind: 'document',
  method: 'GET',
  function: 'bundle-api',
  name: 'read-bundle',
  path: '/cases/{case}/escalations/{escalation}/bundle',
  summary:
    'Fetch the evidence of an escalation as one ZIP that `sha256sum -c SHA256SUMS` accepts: what the control authority that it was sent to may read, the same for everybody who may fetch it',
  query: bundleQuery,
  mediaType: ZIP,
  mayBeLarge: true,
} as const satisfies DocumentDescription;

export const ANNEXES_DESCRIPTION = {
  kind: 'document',
  method: 'GET',
  function: 'bundle-api',
  name: 'read-annexes',
  path: '/cases/{case}/reports/{report}/annexes',
  summary:
    'Fetch the annexes of a published report and the documents of what it cites as one ZIP that `sha256sum -c SHA256SUMS` accepts: what everybody may read of them, without metadata',
  query: bundleQuery,
  mediaType: ZIP,
  mayBeLarge: true,
} as const satisfies DocumentDescription;
