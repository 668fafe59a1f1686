import type { Json } from '../../events/shapes.ts';

/** What a cell holds: nothing where something is not known or not public. */
export type Cell = Json | undefined;

/** What a spreadsheet takes for the beginning of a formula; the wide signs too, which some of them read as the narrow ones. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const TO_BE_QUOTED = /[",\r\n]/;

/**
 * A text as a cell that no spreadsheet computes: an apostrophe stands before what would begin a formula. Numbers stay numbers, also
 * those below zero. Lists and objects are JSON, which begins with a bracket.
 */
const textOf = (cell: Cell): string => {
  if (cell === undefined || cell === null) return '';
  if (typeof cell !== 'string') return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
  const text = cell.toWellFormed();
  return FORMULA.test(text) ? `'${text}` : text;
};

const quoted = (text: string): string => (TO_BE_QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A row of a table after RFC 4180, with its end. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map((cell) => quoted(textOf(cell))).join(',')}\r\n`;
