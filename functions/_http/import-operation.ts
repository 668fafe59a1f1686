import * as z from 'zod/mini';
import { OCID_LENGTH_MAX } from '../../domain/process/contracting-process.ts';
import { OCDS_PROBLEMS, type OcdsProblemCode } from '../../domain/process/ocds-problems.ts';
import { text } from '../../domain/shapes.ts';
import type { ProcessImportOperation } from './operation.ts';

/** Bytes of a body as it is sent: Lambda takes no request over 6 MB, and packed bytes come to it a third longer. */
export const SENT_BYTES_MAX = 4 * 1024 * 1024;
/** Bytes of a body once it is unpacked, and so of its longest line. */
export const UNPACKED_BYTES_MAX = 16 * 1024 * 1024;
export const LINES_MAX = 500;
/** Problems of one process that are told with their places; the rest is counted. */
export const PROBLEMS_TOLD_MAX = 50;
const SOURCE_LENGTH_MAX = 500;

const isProblem = (code: unknown): code is OcdsProblemCode =>
  typeof code === 'string' && Object.hasOwn(OCDS_PROBLEMS, code);

/** One line: a document in OCDS, where it was published, and of which of its processes it is to be read; of all unless said. */
export const importLine = z.strictObject({
  document: z.unknown(),
  source: text(SOURCE_LENGTH_MAX),
  ocid: z.exactOptional(z.string().check(z.maxLength(OCID_LENGTH_MAX))),
});

/** Why a line gave no process. `registry-damaged`: what stands there of it cannot be read, and nothing is written over it. */
export const LINE_REFUSALS = [
  'line-not-json',
  'line-unfit',
  'process-unusable',
  'lost-every-race',
  'registry-damaged',
] as const;

/** What became of one process. */
export const processResult = z.strictObject({
  /** Of the body, from 1. */
  line: z.int(),
  ocid: z.exactOptional(z.string()),
  outcome: z.enum(['imported', 'updated', 'unchanged', 'refused']),
  /** How many versions of its facts were imported. */
  version: z.exactOptional(z.int()),
  /** The source is older than what is known: it filled what was missing, or changed nothing. */
  older: z.exactOptional(z.literal(true)),
  refusal: z.exactOptional(z.enum(LINE_REFUSALS)),
  /** Of a line that is not what a line must be. */
  errors: z.exactOptional(z.array(z.strictObject({ pointer: z.string(), detail: z.string() }))),
  /** What was wrong in the document, by its code and its JSON pointer. */
  problems: z.array(z.strictObject({ code: z.custom<OcdsProblemCode>(isProblem), pointer: z.string() })),
  problemsLeftOut: z.int(),
});

export type ProcessResult = z.infer<typeof processResult>;

export const processImportAnswer = z.strictObject({
  /** Lines that are not blank. */
  lines: z.int(),
  /** How many of them, from the first on, have their results: what is left is to be sent again, with another key. */
  done: z.int(),
  results: z.array(processResult),
});

export const IMPORT_PROCESSES: ProcessImportOperation = {
  kind: 'process-import',
  name: 'import-processes',
  method: 'POST',
  path: '/processes',
  function: 'import-api',
  summary: 'Import contracting processes into the registry, a document in OCDS a line: each process has its own result',
};
