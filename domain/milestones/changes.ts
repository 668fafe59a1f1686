import type { MilestoneChanged } from '../../events/announcements.ts';
import type { RecordEntry } from '../../events/record.ts';
import type { JsonObject } from '../../events/shapes.ts';
import type { MilestoneFacts } from './facts.ts';
import type { Judgement } from './milestone.ts';
import { codeDimensions, foldMilestones, MILESTONES, type MilestonesState, NO_MILESTONES } from './milestones.ts';

type Entry = RecordEntry & { readonly content?: JsonObject };

/** The milestones after some events, and what is announced of each event that changed a judgement. */
export interface FoldedWithChanges {
  readonly state: MilestonesState;
  readonly changed: readonly MilestoneChanged[];
}

/**
 * Folds the next events of a case, and says what each changed. Both follow from the events alone, so they are the same in one go and in
 * pieces. The first event of a case tells every milestone: whoever follows from there holds all of them.
 */
export const foldWithChanges = (state: MilestonesState, entries: readonly Entry[]): FoldedWithChanges => {
  let after = state;
  let judgements = state.lastHash === NO_MILESTONES.lastHash ? undefined : judgementsOf(state.facts);
  const changed: MilestoneChanged[] = [];
  for (const entry of entries) {
    const before = judgements;
    const { facts } = after;
    after = foldMilestones(after, entry);
    // Most events tell the milestones nothing.
    if (before !== undefined && after.facts === facts) continue;
    judgements = judgementsOf(after.facts);
    changed.push(...changeBetween(before, judgements, entry));
  }
  return { state: after, changed };
};

type Judgements = readonly Judgement[];

/** In the order of the milestones. */
const judgementsOf = (facts: MilestoneFacts): Judgements => MILESTONES.map(({ judge }) => judge(facts));

const changeBetween = (
  before: Judgements | undefined,
  after: Judgements,
  { stream, version, recordedAt }: Entry,
): readonly MilestoneChanged[] => {
  const judged = MILESTONES.flatMap((milestone, index) => {
    const judgement = after[index];
    return judgement === undefined ? [] : [{ ...milestone, judgement, from: before?.[index] }];
  });
  const changes = judged
    .filter(({ from, judgement }) => from === undefined || !isSame(from, judgement))
    .map(({ id, name, dimension, from, judgement }) => ({
      milestone: id,
      name,
      dimension,
      ...(from === undefined ? {} : { from: told(from) }),
      to: told(judgement),
    }));
  if (changes.length === 0) return [];
  const { effectiveness, openness } = codeDimensions(judged);
  const computed = { effectiveness: [...effectiveness], openness: [...openness] };
  const id = `${stream}@${version}-milestones`;
  return [{ id, type: 'milestone.changed.v1', stream, version, recordedAt, data: { changes, computed } }];
};

const isSame = (one: Judgement, other: Judgement): boolean => JSON.stringify(one) === JSON.stringify(other);

const told = (judgement: Judgement) => {
  if (!judgement.applies) return judgement;
  const { waitsFor, ...rest } = judgement;
  return waitsFor === undefined ? rest : { ...rest, waitsFor: [...waitsFor] };
};
