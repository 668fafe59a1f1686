import { TIP_ANSWERS } from '../../events/vocabulary.ts';
import { one } from './dice.ts';
import { type Scene, thing, WORDS } from './random-scene.ts';

/** What strangers tell of a case, and what is done with it: two receipt codes, so that one is often the wrong one. */
export const TIP_INPUTS = {
  'send-tip': ({ dice }: Scene) => ({
    receipt: `0123456789abcdef${dice.roll(2)}`.padEnd(32, '7'),
    text: WORDS,
    language: 'es',
  }),
  'add-to-tip': (scene: Scene) => ({
    tip: thing('tip', scene),
    receipt: `0123456789abcdef${scene.dice.roll(2)}`.padEnd(32, '7'),
    text: WORDS,
  }),
  'answer-tip': (scene: Scene) => ({ tip: thing('tip', scene), code: one(TIP_ANSWERS, scene.dice), reason: WORDS }),
  'lapse-tip-answer': (scene: Scene) => ({ tip: thing('tip', scene) }),
  'make-tip-lead': (scene: Scene) => ({ tip: thing('tip', scene) }),
};
