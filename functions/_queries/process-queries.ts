import * as z from 'zod/mini';
import { contractingProcess } from '../../domain/process/contracting-process.ts';
import { type Hint, hintsOf, PROCESS_HINTS } from '../../domain/process/hints.ts';
import { changeSchema, PROCESS } from '../../domain/process/process-state.ts';
import { query } from '../_http/operation.ts';
import { caseAtHand, subjectAtHand } from './case-at-hand.ts';
import { listOf } from './list-of.ts';
import { nothingAsked } from './paging.ts';

const problems = z.array(z.strictObject({ code: z.string(), pointer: z.string(), problem: z.string() }));

const processView = z.strictObject({
  process: contractingProcess,
  problems,
  /** What the official data tell and the record of the case does not yet: each names the operation that a person may do about it. */
  hints: z.array(z.strictObject({ hint: z.enum(PROCESS_HINTS), operation: z.string() })),
});

/** The official data are imported by the second event of a case, right after its opening. */
const IMPORT_VERSION = 2;

const imported = z.object({ process: contractingProcess });
const listed = z.object({ problems });

export const readProcess = query({
  name: 'read-process',
  path: '/cases/{case}/process',
  summary: 'Read what was last used of the official data of the contracting process, and what was wrong with them',
  query: nothingAsked,
  answers: processView,
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const { head, version } = found;
    const kept = await subjectAtHand(ports, head.case, PROCESS);
    const readIn = kept?.kind === 'process' ? kept.readIn : IMPORT_VERSION;
    const body = (await ports.cases.contents({ case: head.case, versions: [readIn] })).get(readIn)?.body;
    // A case that was opened before processes were kept has its own in the content of its import.
    const process = kept?.kind === 'process' ? kept.process : imported.parse(body).process;
    const hints: readonly Hint[] = hintsOf(process, head);
    return { version, body: { process, problems: listed.parse(body).problems, hints: [...hints] } };
  },
});

export const listProcessChanges = listOf({
  kind: 'change',
  plural: 'changes',
  under: '/process',
  summary:
    'List how the official data changed, reading by reading: the place of each change, and whether it concerns what was already past',
  view: changeSchema,
  show: (change) => change,
});
