import type { Language } from '../../domain/languages.ts';
import type { Screen } from './screens.ts';
import type { World } from './world.ts';

/** The whole address of a screen. */
export const addressOf = ({ house = 'crowded', at }: Screen, language: Language, world: World): string =>
  `${world[house]}/${language}${at(world.keys)}`;
