import { BASE } from './base.ts';
import { COMPONENTS } from './components.ts';
import { FIGURES } from './figures.ts';
import { PRINT } from './print.ts';
import { TOKENS } from './tokens.ts';

/** The one style of every screen: for a phone of 320 pixels, a desk and a printer, by day and by night. It fetches nothing. */
export const STYLESHEET = `${TOKENS}${BASE}${COMPONENTS}${FIGURES}${PRINT}`.replaceAll('\n', '');
