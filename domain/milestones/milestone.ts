import type { FactType } from '../../events/catalogue.ts';
import type { RecordEntry } from '../../events/record.ts';
import type { AchievementCode, Dimension, Stage } from '../../events/vocabulary.ts';

import type { MilestoneName } from './achieved-when.ts';
import type { MilestoneFacts } from './facts.ts';
import type { ReportForm } from './report-forms.ts';
import type { Because } from './words.ts';

/** What the facts of a case say of a milestone. */
export type Judgement =
  | { readonly applies: false; readonly because: Because }
  | {
      readonly applies: true;
      readonly status: AchievementCode;
      /** What it still waits for, or why it stands as it does. */
      readonly because: Because;
      readonly share?: Share;
      /** The things by name that it waits for, where they are told one by one. */
      readonly waitsFor?: readonly ReportForm[];
    };

export type MilestoneId = `${'E' | 'O'}${number}`;

/** A checkable step towards effectiveness or openness (rulebook, section 9). */
export interface Milestone {
  readonly id: MilestoneId;
  readonly name: MilestoneName;
  readonly dimension: Dimension;
  readonly source: string;
  /** Whether an event of the case is part of the proof; none is where the house records no such facts yet. */
  readonly isProvenBy: (entry: RecordEntry) => boolean;
  readonly judge: (facts: MilestoneFacts) => Judgement;
}

type Share = { readonly numerator: number; readonly denominator: number };

const judged =
  (status: AchievementCode) =>
  (because: Because, share?: Share): Judgement => ({
    applies: true,
    status,
    because,
    ...(share === undefined ? {} : { share }),
  });

export const achieved = judged('achieved');
export const notAchieved = judged('notAchieved');
export const furtherTimeNeeded = judged('furtherTimeNeeded');
export const informationMissing = judged('informationMissing');
export const doesNotApply = (because: Because): Judgement => ({ applies: false, because });

/** Every event of some types is part of the proof. */
export const ofTypes =
  (...types: readonly FactType[]) =>
  ({ type }: RecordEntry): boolean =>
    types.includes(type);

/** Events of some types that concern one of some stages are part of the proof. */
export const ofTypesInStages =
  (types: readonly FactType[], stages: readonly Stage[]) =>
  (entry: RecordEntry): boolean =>
    types.includes(entry.type) && 'stage' in entry.data && stages.includes(entry.data.stage);
