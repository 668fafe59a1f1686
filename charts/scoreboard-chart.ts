import { SUCCESS_DIMENSIONS, type SuccessDimension } from '../domain/initiatives/framework.ts';
import type { Initiative, StudyCoding } from '../domain/initiatives/initiatives.ts';
import { ACHIEVEMENT_WORDS, SUCCESS_WORDS } from '../domain/initiatives/words.ts';
import type { Language } from '../domain/languages.ts';
import { CODED_BY, type Tally } from '../domain/scoreboard/coded-case.ts';
import { ACHIEVEMENT_CODES } from '../events/vocabulary.ts';
import { boxOf, type Chart, type Fill } from './chart.ts';
import { type Drawn, svg } from './svg.ts';
import { boldLinesOf, LINE_HEIGHT, linesOf, textAt, widthOf } from './text.ts';
import { filled, numberIn, WORDS } from './words.ts';

/** A group of our cases: what it is called, and how many of its cases bear which code. */
export interface ScoredGroup {
  readonly name: string;
  readonly cases: number;
  readonly cells: Readonly<Record<SuccessDimension, Readonly<Record<(typeof CODED_BY)[number], Tally>>>>;
}

export interface ScoreboardChart {
  readonly id: string;
  readonly language: Language;
  readonly groups: readonly ScoredGroup[];
  readonly initiatives: readonly Initiative[];
}

const CODES = [...ACHIEVEMENT_CODES, 'notAssessed'] as const;
type Code = (typeof CODES)[number] | 'unreadable';

const FILL_OF: Readonly<Record<Code, Fill>> = {
  achieved: 'solid',
  notAchieved: 'hatched',
  informationMissing: 'dotted',
  furtherTimeNeeded: 'lined',
  notAssessed: 'empty',
  unreadable: 'crossed',
};

const LABEL_WIDTH = 220;
const CELL_WIDTH = 148;
const BAR_MAX = 76;
const HEAD_WIDTH = CELL_WIDTH - 10;
const HEAD = 64;
const WIDTH = LABEL_WIDTH + SUCCESS_DIMENSIONS.length * CELL_WIDTH;
const TITLE_LINE = 22;
const BAR = 14;
const BAR_ROW = 19;
const MARK = 16;
const MARK_ROW = 22;
const LEGEND_ROW = 24;
const LINES_MAX = 4;

/** By whom the picture shows a dimension coded: what the events prove, or, where nothing is computed, what people say. */
const shownBy = (dimension: SuccessDimension): (typeof CODED_BY)[number] =>
  dimension === 'effectiveness' || dimension === 'openness' ? 'computed' : 'people';

/**
 * Our cases by group beside the initiatives of the study, in the form of its Table 9: a row each, a column for each dimension. Of a
 * group every code is shown with the number of its cases; of an initiative the codes that the study gives it.
 */
export const scoreboardChart = ({ id, language, groups, initiatives }: ScoreboardChart): Chart => {
  const said = (word: keyof typeof WORDS) => WORDS[word][language];
  const titleLines = boldLinesOf(said('scoreboard'), WIDTH - 16, 3);
  const legend = legendOf(id, language, titleLines.length * TITLE_LINE + 10);
  const headTop = titleLines.length * TITLE_LINE + 10 + legend.rows * LEGEND_ROW + 6;
  const rows = [
    headingRow(said('ours')),
    ...(groups.length === 0 ? [noteRow(said('nothing'))] : groups.map((group) => groupRow(id, language, group))),
    headingRow(said('study')),
    ...initiatives.map((initiative) => initiativeRow(id, initiative)),
  ];
  const drawn = stacked(rows, headTop + HEAD);
  const number = (value: number) => numberIn(language, value);
  return {
    id,
    language,
    title: said('scoreboard'),
    description: filled(said('scoreboardSays'), {
      groups: number(groups.length),
      cases: number(groups.reduce((sum, { cases }) => sum + cases, 0)),
      initiatives: number(initiatives.length),
    }),
    width: WIDTH,
    height: drawn.bottom + 8,
    body: svg`${textAt(titleLines, { x: 8, middle: (titleLines.length * TITLE_LINE) / 2 + 2, weight: 'bold' })}
${legend.drawn}
${headsOf(language, headTop)}
${drawn.rows}`,
    table: tableOfScoreboard({ id, language, groups, initiatives }),
  };
};

interface Row {
  readonly height: number;
  readonly draw: (y: number) => Drawn;
}

const stacked = (rows: readonly Row[], top: number): { readonly rows: readonly Drawn[]; readonly bottom: number } =>
  rows.reduce<{ rows: readonly Drawn[]; bottom: number }>(
    (known, row) => ({ rows: [...known.rows, row.draw(known.bottom)], bottom: known.bottom + row.height }),
    { rows: [], bottom: top },
  );

const lineAt = (y: number, opacity = 0.3): Drawn =>
  svg`<path d="M0 ${y}H${WIDTH}" stroke="currentColor" stroke-opacity="${opacity}" fill="none"/>`;

const legendOf = (id: string, language: Language, top: number): { readonly drawn: Drawn; readonly rows: number } => {
  const entries = [...CODES, 'unreadable' as const].map((code) => ({ code, text: ACHIEVEMENT_WORDS[code][language] }));
  const placed = entries.reduce<readonly { code: Code; text: string; x: number; row: number }[]>((known, entry) => {
    const last = known.at(-1);
    const x = last === undefined ? 8 : last.x + 34 + widthOf(last.text) + 16;
    const fits = x + 34 + widthOf(entry.text) <= WIDTH;
    return [...known, { ...entry, x: fits ? x : 8, row: (last?.row ?? 0) + (fits ? 0 : 1) }];
  }, []);
  const drawn = placed.map(({ code, text, x, row }) => {
    const y = top + row * LEGEND_ROW;
    return svg`${boxOf(id, FILL_OF[code], { x, y: y + 3, width: 18, height: 14 })}${textAt([text], { x: x + 26, middle: y + 10 })}`;
  });
  return { drawn: svg`<g>${drawn}</g>`, rows: (placed.at(-1)?.row ?? 0) + 1 };
};

const xOf = (index: number): number => LABEL_WIDTH + index * CELL_WIDTH;

const headsOf = (language: Language, y: number): Drawn => {
  const heads = SUCCESS_DIMENSIONS.map((dimension, index) => {
    const lines = [
      ...boldLinesOf(SUCCESS_WORDS[dimension].name[language], HEAD_WIDTH, 2),
      `(${WORDS[shownBy(dimension)][language]})`,
    ];
    return textAt(lines, { x: xOf(index), middle: y + HEAD / 2 - 4, weight: 'bold' });
  });
  return svg`<g>${heads}</g>`;
};

const headingRow = (text: string): Row => ({
  height: 32,
  draw: (y) => svg`${lineAt(y + 1, 0.8)}${textAt([text], { x: 8, middle: y + 17, weight: 'bold' })}`,
});

const noteRow = (text: string): Row => ({ height: 30, draw: (y) => textAt([text], { x: 8, middle: y + 14 }) });

const casesIn = (language: Language, number: number): string =>
  number === 1 ? WORDS.oneCase[language] : filled(WORDS.cases[language], { number: numberIn(language, number) });

const groupRow = (id: string, language: Language, group: ScoredGroup): Row => {
  const name = linesOf(group.name, LABEL_WIDTH - 16, LINES_MAX);
  const lines = [...name, casesIn(language, group.cases)];
  const cells = SUCCESS_DIMENSIONS.map((dimension) => {
    const tally = group.cells[dimension][shownBy(dimension)];
    return { of: tally.of, bars: CODES.flatMap((code) => (tally[code] === 0 ? [] : [{ code, number: tally[code] }])) };
  });
  const height = Math.max(lines.length * LINE_HEIGHT, ...cells.map(({ bars }) => bars.length * BAR_ROW)) + 14;
  return {
    height,
    draw: (y) => {
      const middle = y + height / 2;
      const drawn = cells.map(({ of, bars }, index) =>
        bars.map(({ code, number }, at) => {
          const top = middle - (bars.length * BAR_ROW) / 2 + at * BAR_ROW;
          const width = Math.max(3, (number / Math.max(1, of)) * BAR_MAX);
          return svg`${boxOf(id, FILL_OF[code], { x: xOf(index), y: top + (BAR_ROW - BAR) / 2, width, height: BAR })}${textAt([numberIn(language, number)], { x: xOf(index) + width + 6, middle: top + BAR_ROW / 2 })}`;
        }),
      );
      return svg`<g>${lineAt(y)}${textAt(lines, { x: 8, middle })}${drawn.flat()}</g>`;
    },
  };
};

const codesOf = (coding: StudyCoding): readonly Code[] => (coding.readable ? coding.codes : ['unreadable']);

const initiativeRow = (id: string, { name, country, success }: Initiative): Row => {
  const lines = linesOf(`${name} (${country})`, LABEL_WIDTH - 16, LINES_MAX);
  const height = Math.max(lines.length * LINE_HEIGHT, MARK_ROW) + 12;
  return {
    height,
    draw: (y) => {
      const middle = y + height / 2;
      const marks = SUCCESS_DIMENSIONS.flatMap((dimension, index) =>
        codesOf(success[dimension]).map((code, at) =>
          boxOf(id, FILL_OF[code], {
            x: xOf(index) + at * (MARK + 6),
            y: middle - MARK / 2,
            width: MARK,
            height: MARK,
          }),
        ),
      );
      return svg`<g>${lineAt(y)}${textAt(lines, { x: 8, middle })}${marks}</g>`;
    },
  };
};

const tableOfScoreboard = ({ language, groups, initiatives }: ScoreboardChart): Chart['table'] => {
  const name = (dimension: SuccessDimension) => SUCCESS_WORDS[dimension].name[language];
  const ours = groups.flatMap((group) =>
    SUCCESS_DIMENSIONS.flatMap((dimension) =>
      CODED_BY.filter((by) => by === 'people' || by === shownBy(dimension)).map((by) => {
        const tally = group.cells[dimension][by];
        return [
          group.name,
          name(dimension),
          WORDS[by][language],
          numberIn(language, tally.of),
          ...CODES.map((code) => numberIn(language, tally[code])),
        ];
      }),
    ),
  );
  const theirs = initiatives.flatMap((initiative) =>
    SUCCESS_DIMENSIONS.map((dimension) => {
      const coding = initiative.success[dimension];
      const codes = codesOf(coding);
      const unread = coding.readable ? [] : [ACHIEVEMENT_WORDS.unreadable[language], coding.text?.[language]];
      return [
        `${initiative.name} (${initiative.country})`,
        name(dimension),
        [WORDS.byStudy[language], ...unread].filter((each) => each !== undefined).join('. '),
        '–',
        ...CODES.map((code) => (codes.includes(code) ? numberIn(language, 1) : '–')),
      ];
    }),
  );
  return {
    caption: WORDS.scoreboard[language],
    heads: [
      WORDS.group[language],
      WORDS.dimension[language],
      WORDS.codedBy[language],
      WORDS.of[language],
      ...CODES.map((code) => ACHIEVEMENT_WORDS[code][language]),
    ],
    rows: [...ours, ...theirs],
    empty: WORDS.nothing[language],
  };
};
