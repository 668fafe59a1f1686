import type { FactType } from '../../events/catalogue.ts';
import type { AchievementCode, Dimension } from '../../events/vocabulary.ts';
import type { MilestoneFacts } from './facts.ts';

/** What the facts of a case say of a milestone. */
export type Judgement =
  | { readonly applies: false; readonly because: string }
  | {
      readonly applies: true;
      readonly status: AchievementCode;
      /** What it still waits for, or why it stands as it does. */
      readonly because: string;
      readonly share?: { readonly numerator: number; readonly denominator: number };
    };

/** A checkable step towards effectiveness or openness (rulebook, section 9). */
export interface Milestone {
  readonly id: `${'E' | 'O'}${number}`;
  readonly name: string;
  readonly dimension: Dimension;
  readonly achievedWhen: string;
  readonly source: string;
  /** The events that can prove it; empty where the house records no such facts yet. */
  readonly provenBy: readonly FactType[];
  readonly judge: (facts: MilestoneFacts) => Judgement;
}

type Share = { readonly numerator: number; readonly denominator: number };

const judged =
  (status: AchievementCode) =>
  (because: string, share?: Share): Judgement => ({ applies: true, status, because, ...(share === undefined ? {} : { share }) });

export const achieved = judged('achieved');
export const notAchieved = judged('notAchieved');
export const furtherTimeNeeded = judged('furtherTimeNeeded');
export const informationMissing = judged('informationMissing');
export const doesNotApply = (because: string): Judgement => ({ applies: false, because });
