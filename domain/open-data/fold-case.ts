import type { Instant } from '../../events/shapes.ts';
import { type CaseState, changeBy, type EntryWithContent, NO_CASE } from '../case.ts';
import { foldMilestones, type MilestonesState, NO_MILESTONES } from '../milestones/milestones.ts';
import type { Head, Subject } from '../state.ts';

interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** The ruling as it was recorded last. */
interface RecordedAward {
  readonly decision: 'awarded' | 'none';
  readonly decidedAt: Instant;
  readonly suppliers: readonly string[];
  readonly value?: Money | undefined;
}

interface RecordedContract {
  readonly signedAt: Instant;
  readonly value?: Money | undefined;
  readonly endedAt?: Instant;
}

/** A case as its record tells it up to one event: what open data is composed from, and nothing that came later. */
export interface RecordedCase {
  readonly head: Head;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly milestones: MilestonesState;
  readonly award: RecordedAward | undefined;
  readonly contract: RecordedContract | undefined;
  /** By which hash each content is committed to, by the version of its event. */
  readonly contentHashes: ReadonlyMap<number, string>;
  readonly last: { readonly version: number; readonly recordedAt: Instant; readonly hash: string };
}

export interface CaseFolding {
  /** Takes the next event of the record, with its content. Throws where the record does not begin with the opening of a case. */
  readonly take: (entry: EntryWithContent) => void;
  /** The case after the events that were taken; undefined before the first. What is taken later changes none that was given out. */
  readonly result: () => RecordedCase | undefined;
}

/** Folds the record of a case event by event. It keeps the state of things and hashes, but no text: a long case stays small. */
export const foldingCase = (): CaseFolding => {
  const subjects = new Map<string, Subject>();
  const contentHashes = new Map<number, string>();
  let state: CaseState = { ...NO_CASE, subjects };
  let milestones = NO_MILESTONES;
  let rulings: Rulings = { award: undefined, contract: undefined };
  let last: RecordedCase['last'] | undefined;
  return {
    take: (entry) => {
      const { head, touched } = changeBy(state, entry);
      for (const subject of touched) subjects.set(subject.id, subject);
      state = { head, subjects };
      milestones = foldMilestones(milestones, entry);
      rulings = rulingsAfter(rulings, entry);
      if (entry.contentHash !== undefined) contentHashes.set(entry.version, entry.contentHash);
      last = { version: entry.version, recordedAt: entry.recordedAt, hash: entry.hash };
    },
    result: () =>
      state.head === undefined || last === undefined
        ? undefined
        : {
            head: state.head,
            subjects: new Map(subjects),
            milestones,
            ...rulings,
            contentHashes: new Map(contentHashes),
            last,
          },
  };
};

type Rulings = Pick<RecordedCase, 'award' | 'contract'>;

/** What the head keeps of award and contract is what decisions need; who won and for how much stands in the events alone. */
const rulingsAfter = (known: Rulings, { type, data }: EntryWithContent): Rulings => {
  switch (type) {
    case 'award.recorded.v1':
    case 'award.corrected.v1': {
      const { decision, decidedAt, suppliers, value } = data;
      return { ...known, award: { decision, decidedAt, suppliers, value } };
    }
    case 'contract.signed.v1':
      return { ...known, contract: { signedAt: data.signedAt, value: data.value } };
    case 'contract.ended.v1':
      return known.contract === undefined
        ? known
        : { ...known, contract: { ...known.contract, endedAt: data.endedAt } };
    default:
      return known;
  }
};
