import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { SUCCESS_DIMENSIONS } from '../domain/initiatives/framework.ts';
import { INITIATIVES } from '../domain/initiatives/initiatives.ts';
import { LANGUAGES, type Language } from '../domain/languages.ts';
import type { Tally } from '../domain/scoreboard/coded-case.ts';
import { CHART_STYLE, type Chart, drawnAlone, drawnInline, figureOf, tableOf } from './chart.ts';
import { coverageChart } from './coverage-chart.ts';
import { type ScoredGroup, scoreboardChart } from './scoreboard-chart.ts';
import { boldLinesOf, linesOf, widthOf } from './text.ts';
import { timelineChart } from './timeline-chart.ts';
import { shareIn } from './words.ts';

const HOSTILE = '<script>alert(1)</script>"\' onload=x & \u0007 \ud800 ]]>';
const tally = (of: number): Tally => ({
  of,
  achieved: 1,
  notAchieved: of - 2,
  informationMissing: 0,
  furtherTimeNeeded: 1,
  notAssessed: 0,
});
const cells = (of: number): ScoredGroup['cells'] => {
  const cell = { computed: tally(of), people: tally(of) };
  return { effectiveness: cell, openness: cell, behaviourChange: cell, socialAcceptance: cell, replication: cell };
};

const chartsIn = (language: Language, name: string): readonly Chart[] => [
  scoreboardChart({
    id: 's',
    language,
    groups: [{ name, cases: 1_234, cells: cells(1_234) }],
    initiatives: INITIATIVES,
  }),
  coverageChart({
    id: 'c',
    language,
    authority: name,
    periods: [
      { period: '2026-03', eligible: 1_200, watched: 300, undecided: 4 },
      { period: '2026-Q2', eligible: 0, watched: 0, undecided: 0 },
    ],
  }),
  timelineChart({
    id: 't',
    language,
    name,
    stages: [
      { stage: 'appointment', from: '2026-01-05T15:00:00.000Z', to: '2026-02-01T15:00:00.000Z' },
      { stage: 'tender-observation', from: '2026-02-01T15:00:00.000Z' },
    ],
    pauses: [{ from: '2026-02-10T15:00:00.000Z' }],
    lanes: { '2026-02': { observations: 140 }, '2031-12': { tips: 1 } },
    until: '2032-01-01T00:00:00.000Z',
    zone: 'America/Mexico_City',
  }),
];

const parsed = (markup: string) =>
  new DOMParser({
    onError: (level, message) => {
      // A sign that stands for half a character is warned of, and is what should be there.
      if (level !== 'warning') throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(markup, 'text/xml');

describe.each(LANGUAGES)('in %s, each chart', (language) => {
  const charts = chartsIn(language, HOSTILE);

  it('is well-formed whatever its texts are, alone, in a page and as a table', () => {
    for (const chart of charts) {
      for (const markup of [drawnAlone(chart), drawnInline(chart), figureOf(chart), tableOf(chart)]) {
        expect(parsed(markup).getElementsByTagName('script').length).toBe(0);
        expect(markup).toContain('&lt;script&gt;');
      }
    }
  });

  it('is named and described to whoever does not see it, and stands in a page without a style of its own', () => {
    for (const chart of charts) {
      const markup = drawnInline(chart);
      const root = parsed(markup).documentElement;
      const labels = (root?.getAttribute('aria-labelledby') ?? '').split(' ');
      expect([root?.getAttribute('role'), root?.getAttribute('lang')]).toEqual(['img', language]);
      for (const label of labels) expect(markup).toMatch(new RegExp(`<(title|desc) id="${label}">[^<]{10,}`));
      expect(markup).not.toMatch(/\sstyle=|<style|\son\w+="|href=/);
    }
  });

  it('names what is inside it by its own id, and refers to nothing else', () => {
    for (const chart of charts) {
      const markup = drawnInline(chart);
      const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
      expect(ids.filter((id) => !id.startsWith(`${chart.id}-`))).toEqual([]);
      for (const [, id = ''] of markup.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
    }
  });

  it('shows in its table every number that is drawn', () => {
    for (const chart of charts) {
      const { rows, heads } = chart.table;
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(heads.length);
      const table = rows.flat().join(' ');
      const drawn = [...chart.body.svg.matchAll(/<tspan[^>]*>(\d[\d.,]*)<\/tspan>/g)].map(([, number = '']) => number);
      for (const number of drawn) expect(table).toContain(number);
    }
  });

  it('draws nothing outside of its frame', () => {
    for (const chart of charts) {
      const boxes = [
        ...chart.body.svg.matchAll(/<rect[^>]* x="([\d.-]+)" y="([\d.-]+)" width="([\d.-]+)" height="([\d.-]+)"/g),
      ];
      expect(boxes.length).toBeGreaterThan(0);
      for (const [, x, y, width, height] of boxes) {
        expect([Number(x) >= 0, Number(x) + Number(width) <= chart.width]).toEqual([true, true]);
        expect([Number(y) >= 0, Number(y) + Number(height) <= chart.height]).toEqual([true, true]);
      }
      expect(chart.body.svg).not.toContain('NaN');
    }
  });
});

it('a chart of nothing says so, and its table too', () => {
  const empty = coverageChart({ id: 'c', language: 'pt', periods: [] });
  expect(drawnAlone(empty)).toContain('ainda não há dados');
  expect(tableOf(empty)).toContain('ainda não há dados');
  const board = scoreboardChart({ id: 's', language: 'es', groups: [], initiatives: INITIATIVES });
  expect(board.table.rows).toHaveLength(INITIATIVES.length * SUCCESS_DIMENSIONS.length);
});

it('a text is broken into lines that fit, however long its words are, and cut with a sign', () => {
  const lines = linesOf('Electroencefalografistas del Estado de México y de sus municipios', 100, 3);
  expect(lines).toHaveLength(3);
  expect(lines.filter((line) => widthOf(line) > 100)).toEqual([]);
  expect(lines.at(-1)).toMatch(/…$/);
  expect(linesOf('Obras', 100, 1)).toEqual(['Obras']);
  expect(boldLinesOf('Obras públicas', widthOf('Obras públicas'), 2)).toEqual(['Obras', 'públicas']);
});

it('a share is never rounded to all or to none', () => {
  expect(
    [
      [2, 3],
      [345_600, 345_678],
      [1, 999],
      [0, 7],
      [7, 7],
      [0, 0],
    ].map(([one = 0, other = 0]) => shareIn('en', one, other)),
  ).toEqual(['67%', '> 99%', '< 1%', '0%', '100%', '–']);
});

it('numbers on a timeline do not touch each other, however large they are and however many months there are', () => {
  const months = Array.from(
    { length: 47 },
    (_, at) => `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
  const { body } = timelineChart({
    id: 't',
    language: 'es',
    name: 'Obra',
    stages: [{ stage: 'appointment', from: '2025-01-05T15:00:00.000Z' }],
    pauses: [],
    lanes: Object.fromEntries(months.map((month, at) => [month, { observations: 10 ** (at % 6), tips: at * 31 + 1 }])),
    until: '2028-11-20T00:00:00.000Z',
    zone: 'America/Mexico_City',
  });
  const dots = [...body.svg.matchAll(/<rect[^>]* x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"[^>]* rx=/g)].map(
    ([, x, , width]) => ({
      from: Number(x),
      to: Number(x) + Number(width),
    }),
  );
  expect(dots.length).toBeGreaterThan(12);
  // Where a lane ends the next one begins again from the left.
  expect(
    dots.filter(({ from, to }, at) => at > 0 && from < (dots[at - 1]?.to ?? 0) && to > (dots[at - 1]?.from ?? 0)),
  ).toEqual([]);
});

/** WCAG 2.2: relative luminance, and the contrast of two colours. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

it('the colours stand out from the ground by day and by night', () => {
  const [day = '', night = ''] = CHART_STYLE.split('@media (prefers-color-scheme:dark)');
  const coloursIn = (css: string) => [...css.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour);
  expect([coloursIn(day).length, coloursIn(night).length]).toEqual([5, 5]);
  for (const colour of coloursIn(day)) expect(contrast(colour, '#ffffff')).toBeGreaterThan(4.5);
  for (const colour of coloursIn(night)) expect(contrast(colour, '#15181c')).toBeGreaterThan(4.5);
});
