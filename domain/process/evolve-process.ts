import { asJsonObject } from '../../events/shapes.ts';
import type { Recorded } from '../evolution.ts';
import { withParties } from '../interests/evolve-interests.ts';
import { namingParties, PARTIES } from '../interests/parties.ts';
import { BIDDERS, type Head, type Subject, type Subjects, subjectOf } from '../state.ts';
import { opened } from '../tally.ts';
import { applyPatch } from './apply-patch.ts';
import { contractingProcess } from './contracting-process.ts';
import { holdingDifference, holdingProcess, PROCESS } from './process-state.ts';

/** The process and its parties as an older record held them, kept from now on. */
export const processKept = ({ content = {}, version }: Recorded<'process.kept.v1'>): readonly Subject[] => {
  const { process } = holdingProcess.parse(content);
  const { parties = [] } = namingParties.parse(content);
  if (process === undefined) return [];
  return [
    { kind: 'process', id: PROCESS, recordedIn: version, readIn: version, process },
    { kind: 'parties', id: PARTIES, recordedIn: version, parties },
  ];
};

const newBidders = ({ data }: Recorded<'process.changed.v1'>, known: number): readonly string[] =>
  Array.from({ length: data.bidders }, (_, index) => `bidder-${known + index + 1}`);

export const headAfterChange = (head: Head, entry: Recorded<'process.changed.v1'>): Head => {
  const { bidder = 0, change = 0 } = head.numbers;
  return {
    ...head,
    numbers: { ...head.numbers, change: change + 1, bidder: bidder + entry.data.bidders },
    biddersAwaited: newBidders(entry, bidder).reduce(opened, head.biddersAwaited),
  };
};

/** The process as it is now, everybody who became known, and the change itself. */
export const processChanged = (
  entry: Recorded<'process.changed.v1'>,
  subjects: Subjects,
  head: Head,
): readonly Subject[] => {
  const { data, content = {}, version, recordedAt } = entry;
  const { patch, parties = [] } = holdingDifference.parse(content);
  const kept = subjectOf(subjects, 'process', PROCESS);
  return [
    ...(kept === undefined ? [] : [{ ...kept, readIn: version, process: patched(kept.process, patch) }]),
    ...biddersAfter(entry, subjects, head),
    ...withParties(subjects, parties),
    { kind: 'change', id: data.change, recordedIn: version, readAt: recordedAt, changes: data.changes },
  ];
};

const patched = (process: object, patch: Parameters<typeof applyPatch>[1]) =>
  contractingProcess.parse(applyPatch(asJsonObject(process), patch));

const biddersAfter = (
  entry: Recorded<'process.changed.v1'>,
  subjects: Subjects,
  { numbers }: Head,
): readonly Subject[] => {
  const added = newBidders(entry, numbers.bidder ?? 0);
  const list = subjectOf(subjects, 'bidders', BIDDERS);
  if (list === undefined || added.length === 0) return [];
  const awaited = added.map((bidder) => [bidder, { signature: 'awaited', namedIn: entry.version }] as const);
  return [{ ...list, bidders: { ...list.bidders, ...Object.fromEntries(awaited) } }];
};
