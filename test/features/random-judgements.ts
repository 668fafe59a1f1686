import type { SubjectKind } from '../../domain/state.ts';
import {
  ACHIEVEMENT_CODES,
  DIMENSIONS,
  FACTOR_PRESENCES,
  PARTICIPATION_LEVELS,
  SUCCESS_DIMENSIONS,
  SUCCESS_FACTORS,
} from '../../events/vocabulary.ts';
import { one } from './dice.ts';
import { type Scene, thing, WORDS } from './random-scene.ts';

/** Reasons, and evidence that is mostly there. */
const judgement = ({ dice }: Scene) => ({
  reasons: WORDS,
  ...(dice.roll(4) === 0 ? {} : { evidence: { events: [1 + dice.roll(dice.roll(10) === 0 ? 5_000 : 5)] } }),
});

/** What people judge of a case. */
export const JUDGEMENT_INPUTS = {
  'code-dimension': (scene: Scene) => ({
    dimension: one([...DIMENSIONS, ...SUCCESS_DIMENSIONS], scene.dice),
    codes: Array.from({ length: 1 + scene.dice.roll(2) }, () => one(ACHIEVEMENT_CODES, scene.dice)),
    ...judgement(scene),
  }),
  'assess-factor': (scene: Scene) => ({
    factor: one(SUCCESS_FACTORS, scene.dice),
    presence: one(FACTOR_PRESENCES, scene.dice),
    ...judgement(scene),
  }),
  'claim-participation': (scene: Scene) => ({ level: one(PARTICIPATION_LEVELS, scene.dice), ...judgement(scene) }),
  'check-sustained': (scene: Scene) => ({
    undone: one<readonly SubjectKind[]>([[], [], ['observation'], ['recommendation']], scene.dice).map((kind) => ({
      thing: thing(kind, scene),
      how: WORDS,
    })),
    ...judgement(scene),
  }),
  'raise-sustained-check': () => ({}),
};
