import { BASE } from './base.ts';
import { COMPONENTS } from './components.ts';
import { FIGURES } from './figures.ts';
import { PRINT } from './print.ts';
import { TOKENS } from './tokens.ts';

/** The one style of every screen, with what some screens add: for a phone of 320 pixels, a desk and a printer, by day and by night. It fetches nothing. */
export const styleWith = (...added: readonly string[]): string =>
  [TOKENS, BASE, COMPONENTS, FIGURES, ...added, PRINT].join('').replaceAll('\n', '');

/** That of the public's pages. */
export const STYLESHEET = styleWith();
