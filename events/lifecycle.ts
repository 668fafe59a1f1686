import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { count, instant, processChange, sha256, subjectId } from './shapes.ts';
import { INSTRUMENTS, PROCESS_ENDINGS, STAGES, SUSPENSION_REASONS } from './vocabulary.ts';

const ocid = z.string().check(z.regex(/^[!-~]{1,200}$/));

export const lifecycleEvents = {
  'case.opened.v1': fact(
    'A case was opened: one instrument applied to one contracting process, under one version of a profile. Always the first fact of its stream.',
    () => ({
      ocid,
      instrument: z.enum(INSTRUMENTS),
      profile: z.strictObject({ id: z.string(), version: z.int() }),
      implementationMonitoring: z.boolean(),
      /** Of a case that is an example: nothing in it happened. Absent in every other. */
      example: z.optional(z.literal(true)),
    }),
  ),
  'process.imported.v1': fact(
    'The official data of the contracting process were read. The content holds what could be used and what was wrong; `sourceHash` commits to the document as it came.',
    () => ({
      sourceHash: sha256,
      bidders: count,
      problems: count,
      /** How many parties are kept for the declarations of interests; absent in records from before they were. */
      parties: z.optional(count),
      tenderStartAt: z.optional(instant),
      tenderEndAt: z.optional(instant),
      awardDueAt: z.optional(instant),
      contractSignedAt: z.optional(instant),
      contractEndAt: z.optional(instant),
    }),
  ),
  'process.kept.v1': fact(
    'What was imported of the official data was taken over from an older record, so that what changes can be told. It changes nothing itself; the content holds the process and its parties.',
    () => ({ parties: count }),
  ),
  'process.changed.v1': fact(
    'The official data were read again, and had changed. Each change has its place in the process as it is kept, and whether it concerns what was already past: a place to look, never a verdict. The content holds the difference as a JSON Patch (RFC 6902), and whom it names for the first time.',
    () => ({
      change: subjectId('change'),
      sourceHash: sha256,
      problems: count,
      changes: z.array(processChange()),
      /** How many bidders became known: they bear the next numbers. */
      bidders: count,
      parties: count,
      /** The official data say for the first time that the process ended. It ends here only when that is recorded. */
      ending: z.optional(z.enum(PROCESS_ENDINGS)),
      tenderStartAt: z.optional(instant),
      tenderEndAt: z.optional(instant),
      awardDueAt: z.optional(instant),
      contractSignedAt: z.optional(instant),
      contractEndAt: z.optional(instant),
    }),
  ),
  'stage.advanced.v1': fact(
    'The case left a stage because every requirement to leave it held. Never recorded while one was unmet.',
    () => ({
      from: z.enum(STAGES),
      to: z.enum(STAGES),
      /** Of a case that is closed: from when on it is asked whether what was achieved still stands. */
      sustainedDueAt: z.optional(instant),
    }),
  ),
  'case.suspended.v1': fact(
    'A challenge or a court order stopped the tender: from this instant every clock of the case stands still.',
    () => ({ reason: z.enum(SUSPENSION_REASONS) }),
  ),
  'case.resumed.v1': fact('The tender goes on: every clock gets back the time that it had not used.', () => ({
    suspendedAt: instant,
  })),
  'process.ended.v1': fact(
    'The contracting process was cancelled, deserted or annulled. The case goes straight to its final report: what was seen still gets reported.',
    () => ({ ending: z.enum(PROCESS_ENDINGS), stage: z.enum(STAGES) }),
  ),
};
