import { type Drawn, svg } from './svg.ts';

/** Units of the picture. Text is drawn at this size; the picture scales with its place. */
export const FONT_SIZE = 14;
export const LINE_HEIGHT = 18;

/** A wide letter of a system font takes about so much of its size: better a line too many than a word cut off. */
const EM_PER_LETTER = 0.56;
const EM_PER_WIDE_LETTER = 1.05;
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]|\p{Extended_Pictographic}/u;

/** How wide a text is drawn, in units, on the safe side. */
export const widthOf = (text: string, size = FONT_SIZE): number =>
  Array.from(text).reduce((sum, letter) => sum + (WIDE.test(letter) ? EM_PER_WIDE_LETTER : EM_PER_LETTER) * size, 0);

/** Bold letters are wider than those that are measured. */
const BOLD = 1.14;

/** The same for a text that is drawn in bold. */
export const boldLinesOf = (text: string, width: number, linesMax: number): readonly string[] =>
  linesOf(text, width / BOLD, linesMax);

/** A text in lines that fit a width; a word that is longer than a line is broken, and what is beyond the last line is cut with a sign. */
export const linesOf = (text: string, width: number, linesMax: number): readonly string[] => {
  const lines = text
    .trim()
    .split(/\s+/)
    .flatMap((word) => piecesOf(word, width))
    .reduce<readonly string[]>((known, word) => {
      const last = known.at(-1);
      const joined = last === undefined ? word : `${last} ${word}`;
      return last !== undefined && widthOf(joined) <= width ? [...known.slice(0, -1), joined] : [...known, word];
    }, []);
  if (lines.length <= linesMax) return lines;
  return [...lines.slice(0, linesMax - 1), cut(lines[linesMax - 1] ?? '', width)];
};

const piecesOf = (word: string, width: number): readonly string[] => {
  if (widthOf(word) <= width) return [word];
  return Array.from(word).reduce<readonly string[]>((pieces, letter) => {
    const last = pieces.at(-1) ?? '';
    return last !== '' && widthOf(last + letter) <= width
      ? [...pieces.slice(0, -1), last + letter]
      : [...pieces, letter];
  }, []);
};

const cut = (line: string, width: number): string => {
  const letters = Array.from(line);
  while (letters.length > 0 && widthOf(`${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('')}…`;
};

interface Place {
  readonly x: number;
  /** Of the middle of the text, whatever its lines. */
  readonly middle: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 'bold';
}

/** Lines of text around a height. */
export const textAt = (lines: readonly string[], { x, middle, anchor = 'start', weight }: Place): Drawn => {
  const first = middle - ((lines.length - 1) * LINE_HEIGHT) / 2 + FONT_SIZE * 0.36;
  const spans = lines.map((line, index) => svg`<tspan x="${x}" y="${first + index * LINE_HEIGHT}">${line}</tspan>`);
  return svg`<text text-anchor="${anchor}"${weight === undefined ? undefined : svg` font-weight="${weight}"`}>${spans}</text>`;
};
