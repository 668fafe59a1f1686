import { weigh } from '../../domain/assessment/verdict.ts';
import { foldWithChanges } from '../../domain/milestones/changes.ts';
import {
  codeDimensions,
  judgeMilestones,
  type MilestonesState,
  milestonesStateSchema,
  NO_MILESTONES,
} from '../../domain/milestones/milestones.ts';
import type { MilestoneChanged } from '../../events/announcements.ts';
import { canonicalJson } from '../../events/record.ts';
import { DIMENSIONS } from '../../events/vocabulary.ts';
import type { CaseFile } from '../support/case-file.ts';
import { CASE } from '../support/cast.ts';

/** As the table keeps it, and gives it back. */
const stored = (state: MilestonesState): MilestonesState =>
  milestonesStateSchema.parse(JSON.parse(canonicalJson(state)));

interface Folded {
  readonly state: MilestonesState;
  readonly changed: readonly MilestoneChanged[];
}

const inPieces = ({ entries }: CaseFile, length: number): Folded => {
  let folded: Folded = { state: NO_MILESTONES, changed: [] };
  for (let start = 0; start < entries.length; start += length) {
    const { state, changed } = foldWithChanges(stored(folded.state), entries.slice(start, start + length));
    folded = { state, changed: [...folded.changed, ...changed] };
  }
  return folded;
};

/** What somebody knows who took every announcement, in whatever order: the newest of each milestone. */
const followed = (changed: readonly MilestoneChanged[]): Readonly<Record<string, unknown>> => {
  const newest = new Map<string, { version: number; to: unknown }>();
  for (const { version, data } of changed) {
    for (const { milestone, to } of data.changes) {
      if ((newest.get(milestone)?.version ?? 0) <= version) newest.set(milestone, { version, to });
    }
  }
  return Object.fromEntries([...newest].map(([id, { to }]) => [id, to]));
};

/** What must hold of the milestones of any case: the same in one go and in pieces, told whole by what is announced, and a fair verdict. */
export const milestoneFlaws = (file: CaseFile, salt: number): readonly string[] => {
  const whole = inPieces(file, file.entries.length);
  const pieces = inPieces(file, 1 + (salt % 7));
  const milestones = judgeMilestones(CASE, whole.state);
  const now = Object.fromEntries(milestones.map(({ id, judgement }) => [id, judgement]));
  const computed = codeDimensions(milestones);
  const { effectiveness = [], openness = [] } = file.state.head?.codings ?? {};
  const { verdict, dimensions } = weigh(computed, { effectiveness, openness });
  const lacking = DIMENSIONS.filter((dimension) => !dimensions[dimension].counts.includes('achieved'));
  const isTold = (order: readonly MilestoneChanged[]) => canonicalJson(followed(order)) === canonicalJson(now);
  return [
    ...(canonicalJson(pieces) === canonicalJson(whole) ? [] : ['milestones are others when they are folded in pieces']),
    ...(isTold(whole.changed) && isTold(whole.changed.toReversed()) ? [] : ['what is announced is not what is judged']),
    ...(verdict === 'successful' && lacking.length > 0 ? [`the verdict is successful without ${lacking.join()}`] : []),
    ...milestones.flatMap(({ id, judgement }) =>
      judgement.applies && judgement.share !== undefined && judgement.share.numerator > judgement.share.denominator
        ? [`the share of ${id} is more than all`]
        : [],
    ),
    ...milestones.flatMap(({ id, judgement }) =>
      judgement.applies && judgement.share !== undefined && Math.min(...Object.values(judgement.share)) < 0
        ? [`the share of ${id} is less than nothing`]
        : [],
    ),
  ];
};
