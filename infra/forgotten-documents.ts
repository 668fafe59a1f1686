import { QUARANTINE_DAYS } from '../events/vocabulary.ts';

/** How long a file that was announced is awaited, and parts of it can be sent. */
export const UPLOAD_DAYS = 7;
/** A version that another took the place of, or that was deleted, is gone for good after this long. */
export const REPLACED_DAYS = 1;
export const INCOMING = 'incoming/';
/** How often the check of a file came to no end. */
export const CHECKING = 'checking/';
export const BUNDLES = 'bundles/';
/** PDFs of published reports: never forgotten. */
export const REPORTS = 'reports/';

/** What the bucket of documents forgets by itself: where it stands, and for how many days it is kept. What is locked stays. */
export const FORGOTTEN: readonly { readonly prefix: string; readonly days: number }[] = [
  { prefix: INCOMING, days: 2 * UPLOAD_DAYS },
  { prefix: CHECKING, days: 2 * UPLOAD_DAYS },
  ...QUARANTINE_DAYS.map((days) => ({ prefix: `quarantine/${days}/`, days })),
  // Bundles of evidence are composed anew whenever they are asked for.
  { prefix: BUNDLES, days: 1 },
];
