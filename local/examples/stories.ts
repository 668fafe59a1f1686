import { ambulances } from './stories/ambulances.ts';
import { bridge } from './stories/bridge.ts';
import { buses } from './stories/buses.ts';
import { hospital } from './stories/hospital.ts';
import { lighting } from './stories/lighting.ts';
import { meals } from './stories/meals.ts';
import { road } from './stories/road.ts';
import { roster } from './stories/roster.ts';
import { uniforms } from './stories/uniforms.ts';
import { water } from './stories/water.ts';
import type { Story } from './story.ts';

/** What a first start tells: who is in the roster, and a case for each stage and each turn that a case can take. */
export const STORIES: readonly Story[] = [
  roster,
  hospital,
  lighting,
  ambulances,
  bridge,
  meals,
  water,
  road,
  buses,
  uniforms,
];
