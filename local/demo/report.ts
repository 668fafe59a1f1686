import * as z from 'zod/mini';
import type { ContractingProcess } from '../../domain/process/contracting-process.ts';
import type { OcdsProblem } from '../../domain/process/ocds-problems.ts';
import type { OcdsReading } from '../../domain/process/read-ocds.ts';
import type { InstrumentId } from '../../events/vocabulary.ts';
import { type Verification, verifyRecord } from '../../functions/_record/verify-record.ts';
import type { System } from '../system.ts';
import type { RefusalMet } from '../walk/hand.ts';
import type { Walked } from '../walk/walk.ts';

/** The process of a document that a demo walks, and what was wrong with the document. */
export interface Chosen {
  readonly process: ContractingProcess;
  /** How many processes the document holds besides. */
  readonly others: number;
  readonly problems: readonly OcdsProblem[];
  readonly problemsLeftOut: number;
}

/** The one that is asked for, else the first usable. */
export const chooseProcess = (reading: OcdsReading, ocid: string | undefined): Chosen | { readonly error: string } => {
  const { processes, problems, problemsLeftOut } = reading;
  const process = ocid === undefined ? processes[0] : processes.find((candidate) => candidate.ocid === ocid);
  if (process !== undefined) return { process, others: processes.length - 1, problems, problemsLeftOut };
  if (processes.length === 0) {
    const [first] = problems;
    return { error: `The document holds no contracting process. ${first?.problem ?? ''}`.trim() };
  }
  const known = processes.slice(0, 20).map((candidate) => candidate.ocid);
  return { error: `The document holds no process ${ocid}. It holds ${known.join(', ')}.` };
};

const event = z.object({
  id: z.string(),
  type: z.string(),
  version: z.int(),
  recordedAt: z.string(),
  actor: z.object({ person: z.string(), role: z.string() }),
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
const milestone = z.object({
  id: z.string(),
  name: z.string(),
  dimension: z.string(),
  judgement: z.looseObject({ applies: z.boolean(), because: z.string(), status: z.optional(z.string()) }),
  proof: z.object({ total: z.int(), events: z.array(z.string()) }),
});
const milestones = z.looseObject({
  version: z.int(),
  milestones: z.array(milestone),
  computed: z.record(z.string(), z.array(z.string())),
  coded: z.record(z.string(), z.array(z.string())),
});

export interface DemoReport {
  readonly case: string;
  readonly ocid: string;
  readonly title: string;
  readonly instrument: InstrumentId;
  readonly stage: string;
  readonly otherProcesses: number;
  readonly problems: readonly OcdsProblem[];
  readonly problemsLeftOut: number;
  readonly events: readonly z.infer<typeof event>[];
  readonly refusals: readonly RefusalMet[];
  readonly milestones: z.infer<typeof milestones>;
  readonly verification: Verification;
}

/** Everything that a walked case shows of itself, read back over the API, and the verification of its record. */
export const reportOf = async (
  system: System,
  { chosen, walked, instrument }: { chosen: Chosen; walked: Walked; instrument: InstrumentId },
): Promise<DemoReport> => {
  const read = async (path: string): Promise<unknown> =>
    (await fetch(`${system.url}/cases/${walked.case}${path}`)).json();
  const { stage } = z.object({ stage: z.string() }).parse(await read(''));
  return {
    case: walked.case,
    ocid: chosen.process.ocid,
    title: chosen.process.title,
    instrument,
    stage,
    otherProcesses: chosen.others,
    problems: chosen.problems,
    problemsLeftOut: chosen.problemsLeftOut,
    events: await allEvents(read),
    refusals: walked.refusals,
    milestones: milestones.parse(await read('/milestones')),
    verification: await verifyRecord(system.ports, walked.case),
  };
};

const PAGE = 100;

const allEvents = async (read: (path: string) => Promise<unknown>): Promise<readonly z.infer<typeof event>[]> => {
  const found: z.infer<typeof event>[] = [];
  for (;;) {
    const page = z.object({ items: z.array(event) }).parse(await read(`/events?limit=${PAGE}&cursor=${found.length}`));
    found.push(...page.items);
    if (page.items.length < PAGE) return found;
  }
};
