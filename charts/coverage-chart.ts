import type { Language } from '../domain/languages.ts';
import { boxOf, type Chart } from './chart.ts';
import { type Drawn, svg } from './svg.ts';
import { boldLinesOf, linesOf, textAt, widthOf } from './text.ts';
import { filled, monthIn, numberIn, shareIn, WORDS } from './words.ts';

/** Of one period: how many processes should be watched, how many of them are, and of how many that cannot be told. */
export interface CoveredPeriod {
  /** `2026-03`, `2026-Q1` or `2026`. */
  readonly period: string;
  readonly eligible: number;
  readonly watched: number;
  readonly undecided: number;
}

export interface CoverageChart {
  readonly id: string;
  readonly language: Language;
  /** Whose processes; absent for all together. */
  readonly authority?: string;
  readonly periods: readonly CoveredPeriod[];
}

const LABEL_WIDTH = 150;
const BAR_WIDTH = 380;
const NUMBER_WIDTH = 250;
const WIDTH = LABEL_WIDTH + BAR_WIDTH + NUMBER_WIDTH;
const ROW = 34;
const BAR = 20;
/** One process among a million is still seen. */
const BAR_MIN = 3;
const TITLE_LINE = 22;
const TITLE_LINES_MAX = 4;
const LEGEND = 34;

/** How far watching reaches, period by period: the bar of those that are watched inside that of those that should be. */
export const coverageChart = ({ id, language, authority, periods }: CoverageChart): Chart => {
  const said = (word: keyof typeof WORDS) => WORDS[word][language];
  const sum = (of: (period: CoveredPeriod) => number) => periods.reduce((total, period) => total + of(period), 0);
  const number = (value: number) => numberIn(language, value);
  const title = authority === undefined ? said('coverage') : `${said('coverage')}. ${authority}`;
  const most = Math.max(1, ...periods.map(({ eligible }) => eligible));
  const titleLines = boldLinesOf(title, WIDTH - 16, TITLE_LINES_MAX);
  const top = titleLines.length * TITLE_LINE + LEGEND + 8;
  const rows = periods.map((period, index) => rowOf({ id, language, period, most, y: top + index * ROW }));
  const empty = periods.length === 0 ? textAt([said('nothing')], { x: 8, middle: top + ROW / 2 }) : undefined;
  return {
    id,
    language,
    title,
    description: filled(said('coverageSays'), {
      watched: number(sum(({ watched }) => watched)),
      eligible: number(sum(({ eligible }) => eligible)),
    }),
    width: WIDTH,
    height: top + Math.max(1, periods.length) * ROW + 8,
    body: svg`${textAt(titleLines, { x: 8, middle: (titleLines.length * TITLE_LINE) / 2 + 2, weight: 'bold' })}
${legendOf(id, language, top - LEGEND)}
${rows}${empty}`,
    table: {
      caption: title,
      heads: [said('period'), said('eligible'), said('watched'), said('share'), said('undecided')],
      rows: periods.map(({ period, eligible, watched, undecided }) => [
        periodIn(language, period),
        number(eligible),
        number(watched),
        shareIn(language, watched, eligible),
        number(undecided),
      ]),
      empty: said('nothing'),
    },
  };
};

const legendOf = (id: string, language: Language, y: number): Drawn => {
  const [watched, eligible] = [WORDS.watched[language], WORDS.eligible[language]];
  const second = 8 + 18 + 8 + widthOf(watched) + 24;
  return svg`<g>${boxOf(id, 'solid', { x: 8, y: y + 2, width: 18, height: 14 })}${textAt([watched], { x: 34, middle: y + 9 })}${boxOf(id, 'empty', { x: second, y: y + 2, width: 18, height: 14 })}${textAt([eligible], { x: second + 26, middle: y + 9 })}</g>`;
};

interface Row {
  readonly id: string;
  readonly language: Language;
  readonly period: CoveredPeriod;
  readonly most: number;
  readonly y: number;
}

const rowOf = ({ id, language, period, most, y }: Row): Drawn => {
  const { eligible, watched } = period;
  const scale = BAR_WIDTH / most;
  const bar = { x: LABEL_WIDTH, y: y + (ROW - BAR) / 2, height: BAR };
  const end = eligible === 0 ? 0 : Math.max(BAR_MIN, eligible * scale);
  const whole = eligible === 0 ? undefined : boxOf(id, 'empty', { ...bar, width: end });
  const part = watched === 0 ? undefined : boxOf(id, 'solid', { ...bar, width: (end * watched) / eligible });
  const numbers = filled(WORDS.ofNumber[language], {
    one: numberIn(language, watched),
    other: numberIn(language, eligible),
  });
  const text = eligible === 0 ? numbers : `${numbers} (${shareIn(language, watched, eligible)})`;
  return svg`<g>${textAt(linesOf(periodIn(language, period.period), LABEL_WIDTH - 20, 1), { x: 8, middle: y + ROW / 2 })}${whole}${part}${textAt([text], { x: LABEL_WIDTH + end + 10, middle: y + ROW / 2 })}</g>`;
};

/** Months in words; quarters and years as they are written everywhere. */
export const periodIn = (language: Language, period: string): string =>
  /^\d{4}-\d{2}$/.test(period) ? monthIn(language, period) : period.replace('-Q', QUARTER[language]);

const QUARTER: Readonly<Record<Language, string>> = { es: ' T', pt: ' T', en: ' Q' };
