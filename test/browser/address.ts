import type { Language } from '../../domain/languages.ts';
import type { Screen } from './screens.ts';
import type { World } from './world.ts';

/** The whole address of a screen. */
export const addressOf = ({ house = 'crowded', at, isOfMachine }: Screen, language: Language, world: World): string => {
  const path = at(world.keys);
  return `${world[house]}${isOfMachine === true ? `${path}?lang=${language}` : `/${language}${path}`}`;
};
