import { TextDecoder } from 'node:util';
import type { Effort } from './limits.ts';
import { looksLikePage } from './magic.ts';
import { demand, refuse } from './refusal.ts';
import { chunksOf, headOf, type Source, wholeOf } from './source.ts';

const HEAD_BYTES = 4_096;
/** Control characters that no text holds; tab, line ends, form feed and escape are let through. */
const CONTROL = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/;
/** A cell that asks another program for its value: `=cmd|' /C calc'!A0`. */
const DDE_CELL = /(?:^|[,;\t\n\r"])[ \t]{0,16}[=+\-@][^,;\n\r|]{0,200}\|[^,;\n\r!]{0,200}!/;
const CARRY_CHARACTERS = 1_024;

/** Plain text in UTF-8, UTF-16 (with its mark) or Windows-1252, which is not a page. */
export const examineText = async (source: Source, effort: Effort, forbidden?: RegExp): Promise<void> => {
  const label = await encodingOf(source);
  const decoder = new TextDecoder(label, { fatal: true });
  const head = new TextDecoder(label).decode(await headOf(source, HEAD_BYTES));
  demand(!looksLikePage(head) && !/<(?:html|script|svg)[\s>]/i.test(head.slice(0, 512)), 'type-differs');
  let carried = '';
  for await (const piece of chunksOf(source)) {
    effort.goOn();
    const text = decoded(decoder, piece);
    demand(!CONTROL.test(text), 'type-differs');
    if (forbidden === undefined) continue;
    demand(!forbidden.test(carried + text), 'active-content');
    carried = text.slice(-CARRY_CHARACTERS);
  }
  decoded(decoder);
};

const decoded = (decoder: TextDecoder, piece?: Buffer): string => {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    return refuse('malformed');
  }
};

/** UTF-8 where the whole file is, otherwise what Windows writes in these countries. */
const encodingOf = async (source: Source): Promise<string> => {
  const [first = 0, second = 0] = await headOf(source, 2);
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of chunksOf(source)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
};

export const examineCsv = (source: Source, effort: Effort): Promise<void> => examineText(source, effort, DDE_CELL);

/** JSON in UTF-8, as its standard has it. */
export const examineJson = async (source: Source, effort: Effort): Promise<void> => {
  const bytes = await wholeOf(source, effort.limits.jsonBytesMax);
  demand(!looksLikePage(bytes.subarray(0, HEAD_BYTES).toString('latin1')), 'type-differs');
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    refuse('malformed');
  }
};
