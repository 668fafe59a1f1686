import * as z from 'zod/mini';
import { asJsonObject, type JsonObject, sha256 } from '../../events/shapes.ts';
import { raiseFlags } from '../award/red-flags.ts';
import { command, type ProposedFact, record, type Situation } from '../command.ts';
import { findImpediments } from '../interests/declared-interests.ts';
import { INTERESTS } from '../interests/interests-state.ts';
import { type CaseParty, NOT_RECORDED, PARTIES } from '../interests/parties.ts';
import { refuse } from '../refusals.ts';
import { BIDDERS, BIDDERS_MAX, nextId, type Subjects, subjectOf } from '../state.ts';
import { COUNT_MAX, type ContractingProcess, contractingProcess } from './contracting-process.ts';
import { datesOf } from './dates-of.ts';
import { type Change, compareProcesses } from './difference.ts';
import { newParties } from './new-parties.ts';
import { PROBLEMS_MAX } from './ocds-problems.ts';
import { PROCESS } from './process-state.ts';
import { wasPast } from './was-past.ts';

/** A flag is raised once for what raised it: so many are looked at as a case can have of the codes there are. */
const FLAGS = Array.from({ length: 20 }, (_, index) => `flag-${index + 1}`);

const input = () =>
  z.strictObject({
    process: contractingProcess,
    sourceHash: sha256,
    problems: z
      .array(z.strictObject({ code: z.string(), pointer: z.string(), problem: z.string() }))
      .check(z.maxLength(PROBLEMS_MAX)),
    problemCount: z.int().check(z.nonnegative()),
  });

/** What was kept of the process: nothing in a record of which nothing was read yet. */
const keptIn = (subjects: Subjects, ocid: string) => {
  const kept = subjectOf(subjects, 'process', PROCESS);
  return {
    process: kept?.process ?? nothingKnown(ocid),
    parties: subjectOf(subjects, 'parties', PARTIES)?.parties ?? [],
    isRecorded: kept !== undefined && kept.recordedIn !== NOT_RECORDED,
  };
};

const nothingKnown = (ocid: string): ContractingProcess => ({
  ocid,
  title: ocid,
  bidders: [],
  awards: [],
  contracts: [],
  parties: [],
  documents: { planning: 0, tender: 0, awards: 0, contracts: 0, implementation: 0 },
});

/**
 * Takes over what the official data say now: what changed, and whether it was past; who became known, with the impediments that follow; and
 * the red flags that are new. It decides nothing that a person must: the award and the end of a process are recorded by a command of their own.
 */
export const refreshProcess = command({
  name: 'refresh-process',
  input,
  subjects: () => [PROCESS, PARTIES, BIDDERS, INTERESTS, ...FLAGS],
  decide: (read, situation) => {
    const { head, subjects } = situation;
    if (read.process.ocid !== head.ocid)
      return refuse('process-differs', { ocid: read.process.ocid, expected: head.ocid });
    const kept = keptIn(subjects, head.ocid);
    const [before, after] = [kept.process.publishedAt, read.process.publishedAt];
    if (before !== undefined && after !== undefined && after < before) {
      return refuse('process-older', { publishedAt: after, knownAt: before });
    }
    const { value, changes } = compareProcesses(asJsonObject(kept.process), asJsonObject(read.process));
    // That the same was published again is no change.
    if (changes.every(({ operation }) => operation.path === '/publishedAt')) return refuse('process-unchanged');
    const process = contractingProcess.parse(value);
    const met = newParties(kept.parties, process, { bidders: head.numbers.bidder ?? 0, biddersMax: BIDDERS_MAX });
    return record(
      ...(kept.isRecorded ? [] : [processKept(kept)]),
      {
        type: 'process.changed.v1',
        data: {
          change: nextId(head, 'change'),
          sourceHash: read.sourceHash,
          problems: Math.min(read.problemCount, COUNT_MAX),
          changes: changes.map((change) => shown(change, kept.process, situation)),
          bidders: met.bidders.length,
          parties: met.parties.length,
          ...(process.ended !== undefined && kept.process.ended === undefined && { ending: process.ended }),
          ...datesOf(process),
        },
        content: contentOf(read, changes, met.parties),
      },
      ...newFlags(situation, kept.process, process),
      ...findImpediments(head, subjectOf(subjects, 'interests', INTERESTS), [...kept.parties, ...met.parties]),
    );
  },
});

const processKept = ({
  process,
  parties,
}: {
  process: ContractingProcess;
  parties: readonly CaseParty[];
}): ProposedFact => ({
  type: 'process.kept.v1',
  data: { parties: parties.length },
  content: asJsonObject({ process, parties }),
});

const contentOf = (
  { problems }: { readonly problems: readonly object[] },
  changes: readonly Change[],
  parties: readonly CaseParty[],
): JsonObject => asJsonObject({ patch: changes.map(({ operation }) => operation), parties, problems });

/** The fields whose values are dates, amounts, counts or codes: an event may hold them. */
const PLAIN: ReadonlySet<string> = new Set(
  `startAt endAt publishedAt decidedAt signedAt periodStartAt periodEndAt amount currency status tenderStatus ended procurementMethod category
  numberOfTenderers amendments planning tender awards contracts implementation`.split(/\s+/),
);

const plain = (value: unknown): string | number | undefined =>
  typeof value === 'string' || typeof value === 'number' ? value : undefined;

const shown = (change: Change, known: ContractingProcess, { head, now }: Situation) => {
  const { operation, was } = change;
  const isPlain = PLAIN.has(operation.path.slice(operation.path.lastIndexOf('/') + 1));
  const from = isPlain ? plain(was) : undefined;
  const to = isPlain && operation.op !== 'remove' ? plain(operation.value) : undefined;
  return {
    op: operation.op,
    pointer: operation.path,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    wasPast: wasPast(change, { known, head, now }),
  };
};

/** What tells one flag from another: not its number, and not the values that raised it. */
const aboutFlag = ({ flag: _, values: __, ...about }: { flag: string; values: object }): string =>
  JSON.stringify(about);

/** The flags that the newer data raise and the older ones did not, and that stand in the case under no number yet. */
const newFlags = (
  { head, subjects }: Situation,
  before: ContractingProcess,
  after: ContractingProcess,
): readonly ProposedFact[] => {
  const standing = FLAGS.flatMap((id) => subjectOf(subjects, 'flag', id) ?? []).map(({ code }) =>
    JSON.stringify({ code }),
  );
  const known = new Set([...standing, ...flagsOf(before).map(aboutFlag)]);
  const first = (head.numbers.flag ?? 0) + 1;
  return flagsOf(after)
    .filter((data) => !known.has(aboutFlag(data)))
    .map((data, index) => ({ type: 'flag.raised.v1', data: { ...data, flag: `flag-${first + index}` } }));
};

const flagsOf = (process: ContractingProcess) =>
  raiseFlags(process).flatMap((fact) => (fact.type === 'flag.raised.v1' ? [fact.data] : []));
