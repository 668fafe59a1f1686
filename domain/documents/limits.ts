import type { Instant } from '../../events/shapes.ts';

const MB = 1_000_000;

/** What one file may weigh: the longest videos that people bring from a site. */
export const DOCUMENT_BYTES_MAX = 500 * MB;
/** What one file may weigh that is read whole to look into it: photos, PDF, letters, signed files. */
export const READ_WHOLE_BYTES_MAX = 100 * MB;
/** What a JSON may weigh, which takes several times its size once it is read. */
export const JSON_BYTES_MAX = 32 * MB;
/** From here on a file comes in parts, so that a line that breaks loses one part and not all. */
export const PARTS_FROM_BYTES = 50 * MB;
/** What one part weighs; the last may weigh less. */
export const PART_BYTES = 16 * 1024 * 1024;

/** What a case holds, all its files together. */
export const CASE_FILES_MAX = 5_000;
export const CASE_BYTES_MAX = 50_000 * MB;
/** What one person puts into a case, so that nobody fills it for the others. */
export const PERSON_FILES_MAX = 1_000;
export const PERSON_BYTES_MAX = 20_000 * MB;
/** What all citizens together put into a case with their tips: they come without a name, so they are counted as one. */
export const CITIZENS_FILES_MAX = 500;
export const CITIZENS_BYTES_MAX = 2_000 * MB;
/** What hangs on one tip, refused files left out: a stranger needs no token to send it. */
export const TIP_FILES_MAX = 5;
export const TIP_BYTES_MAX = 20 * MB;
/** How often a file of one tip is announced, refused ones included. */
export const TIP_FILES_TRIED_MAX = 15;
/** How many files hang on one thing, versions and refused ones included. */
export const FILES_PER_THING_MAX = 60;

export const NAME_BYTES_MAX = 255;
/** The latest readings that a document names by itself; all of them are on record. */
export const READINGS_NAMED_MAX = 100;
/** The same of the bundles that it was put into. */
export const BUNDLINGS_NAMED_MAX = 50;
/** How many documents one fact says to be bundled: each is written in the same transaction, and DynamoDB takes 100 items in one. */
export const BUNDLED_AT_ONCE_MAX = 80;

/** How long a file that was declared is awaited. */
export const UPLOAD_DAYS_MAX = 7;
const MS_PER_DAY = 86_400_000;

export const uploadEndsAt = (declaredAt: Instant): Instant =>
  new Date(Date.parse(declaredAt) + UPLOAD_DAYS_MAX * MS_PER_DAY).toISOString();

/** For how many parts a file comes; one that comes whole has none. */
export const partsOf = (sizeBytes: number): number =>
  sizeBytes < PARTS_FROM_BYTES ? 0 : Math.ceil(sizeBytes / PART_BYTES);
