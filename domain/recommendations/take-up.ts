import { TAKE_UP_LEVELS, type TakeUpLevel } from '../../events/vocabulary.ts';

/** From here on a recommendation counts as taken up (rulebook, section 9, milestone E7). */
const TAKEN_UP_FROM: TakeUpLevel = 'concrete-feedback';

const heightOf = (level: TakeUpLevel): number => TAKE_UP_LEVELS.indexOf(level);

/** Whether a level is at least concrete feedback. */
export const isTakenUp = (level: TakeUpLevel): boolean => heightOf(level) >= heightOf(TAKEN_UP_FROM);

export const isLower = (level: TakeUpLevel, than: TakeUpLevel): boolean => heightOf(level) < heightOf(than);
