import { type ComponentChild, render } from 'preact';
import { PLACE } from './told.ts';

/** Draws in the place of the page that is kept for its script, instead of what stands there until it runs. */
export const draw = (content: ComponentChild): void => {
  const place = document.getElementById(PLACE);
  if (place === null) throw new Error('The page keeps no place for its script.');
  place.replaceChildren();
  render(content, place);
};
