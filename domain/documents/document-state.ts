import * as z from 'zod/mini';
import { count, instant, sha256 } from '../../events/shapes.ts';
import {
  DOCUMENT_KINDS,
  DOCUMENT_PURPOSES,
  DOCUMENT_REFUSALS,
  DOCUMENT_STATES,
  QUARANTINE_DAYS,
} from '../../events/vocabulary.ts';

const about = { id: z.string(), recordedIn: z.int() };

/** What was made of an original so that it can be shown: its own hash, and what was left out. */
export const copySchema = z.strictObject({
  sha256,
  sizeBytes: count,
  mediaType: z.string(),
  /** What was taken out: `exif`, `gps`, `xmp`. */
  removed: z.array(z.string()),
  /** What made it, with its version. */
  by: z.string(),
});

export const documentSchema = z.strictObject({
  ...about,
  kind: z.literal('document'),
  state: z.enum(DOCUMENT_STATES),
  purpose: z.enum(DOCUMENT_PURPOSES),
  /** A thing of the case, or `pact`, `constitution`, `access:bidding-documents`. */
  attachedTo: z.string(),
  by: z.string(),
  sha256,
  sizeBytes: count,
  mediaType: z.string(),
  declaredAt: instant,
  supersedes: z.optional(z.string()),
  supersededBy: z.optional(z.string()),
  /** The original of which this leaves something out, and the version of this one of which something was left out. */
  redacts: z.optional(z.string()),
  redactedBy: z.optional(z.string()),
  arrivedIn: z.optional(z.int()),
  arrivedAt: z.optional(instant),
  checkedIn: z.optional(z.int()),
  checkedAt: z.optional(instant),
  is: z.optional(z.enum(DOCUMENT_KINDS)),
  lockedUntil: z.optional(instant),
  shared: z.optional(copySchema),
  preview: z.optional(copySchema),
  reason: z.optional(z.enum(DOCUMENT_REFUSALS)),
  quarantineDays: z.optional(z.literal(QUARANTINE_DAYS)),
  /** How often somebody was given a link to it while it was not everybody’s, and the events of the latest readings. */
  readings: count,
  readIn: z.array(z.strictObject({ recordedIn: z.int(), readAt: instant })),
  /** The latest bundles in which somebody was given it. */
  bundledIn: z.optional(z.array(z.strictObject({ recordedIn: z.int(), bundledAt: instant, escalation: z.string() }))),
});

/** What hangs on one thing. */
export const shelfSchema = z.strictObject({
  ...about,
  kind: z.literal('shelf'),
  documents: z.array(z.strictObject({ document: z.string(), purpose: z.enum(DOCUMENT_PURPOSES), sha256 })),
});

/** How much each person put into the case, refused files left out. Citizens are counted as one. */
export const uploadsSchema = z.strictObject({
  ...about,
  kind: z.literal('uploads'),
  people: z.record(z.string(), z.strictObject({ files: count, bytes: count })),
});

export const UPLOADS = 'uploads-1';
export const CITIZENS = 'citizens';
/** Who handed in the files of tips, in all records: nobody. */
export const UNNAMED_SENDER = 'unnamed';

/** Where what hangs on a thing is listed. */
export const shelfOf = (thing: string): string => `shelf:${thing}`;

/** Whose measure a file counts for. */
export const accountOf = ({ purpose, by }: { readonly purpose: string; readonly by: string }): string =>
  purpose === 'tip-file' ? CITIZENS : by;
