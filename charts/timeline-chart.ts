import type { Language } from '../domain/languages.ts';
import { LANES, type Lane, type WatchState } from '../domain/scoreboard/watch-state.ts';
import { boxOf, type Chart } from './chart.ts';
import { type Drawn, svg } from './svg.ts';
import { boldLinesOf, linesOf, textAt, widthOf } from './text.ts';
import { dayIn, filled, LANE_WORDS, monthIn, numberIn, STAGE_WORDS, WORDS } from './words.ts';

/** What a timeline is drawn from: stages, suspensions, and how often what happened in which month. */
export interface TimelineChart extends Pick<WatchState, 'stages' | 'pauses' | 'lanes'> {
  readonly id: string;
  readonly language: Language;
  /** Of the process, as its official data call it; or what names the case. */
  readonly name: string;
  /** To when it is drawn: the last event of a case that is closed, or now. */
  readonly until: string;
  /** IANA zone in which the days of the case are counted. */
  readonly zone: string;
}

const LABEL_WIDTH = 190;
const PLOT_WIDTH = 590;
const WIDTH = LABEL_WIDTH + PLOT_WIDTH + 20;
const ROW = 38;
const BAR = 20;
const TITLE_LINE = 22;
const TITLE_LINES_MAX = 4;
const LEGEND = 30;
const AXIS = 26;
const TICKS_MAX = 8;
const DOT_MAX = 13;
const DOT_MIN = 9;
/** Figures of system fonts are wider than their letters on the average. */
const DIGITS_ARE_WIDE = 1.15;
/** Room that a dot with its number needs: where months are narrower, several of them share one. */
const DOT_ROOM = 46;
const DOT_GAP = 4;

/** The course of a case: a bar for each stage, hatched bands where it stood still, and below, month by month, how often what happened. */
export const timelineChart = (timeline: TimelineChart): Chart => {
  const { id, language, name, stages, pauses, until, zone } = timeline;
  const said = (word: keyof typeof WORDS) => WORDS[word][language];
  const day = (at: string) => dayIn(language, at, zone);
  const title = `${said('timeline')}: ${name}`;
  const titleLines = boldLinesOf(title, WIDTH - 16, TITLE_LINES_MAX);
  const lanes = LANES.filter((lane) => Object.values(timeline.lanes).some((counts) => (counts[lane] ?? 0) > 0));
  const start = stages[0]?.from ?? until;
  const top = titleLines.length * TITLE_LINE + (pauses.length > 0 ? LEGEND : 0) + AXIS + 8;
  const height = top + (stages.length + lanes.length) * ROW + 12;
  const span = spanOf(start, until);
  const current = stages.at(-1)?.stage;
  return {
    id,
    language,
    title,
    description: filled(said('timelineSays'), {
      from: day(start),
      to: day(until),
      stages: numberIn(language, stages.length),
      stage: current === undefined ? '' : STAGE_WORDS[current][language],
    }),
    width: WIDTH,
    height,
    body: svg`${textAt(titleLines, { x: 8, middle: (titleLines.length * TITLE_LINE) / 2 + 2, weight: 'bold' })}
${pauses.length > 0 ? legendOf(id, language, titleLines.length * TITLE_LINE + 8) : undefined}
${axisOf(span, language, { top, bottom: height - 8 })}
${pauses.map((pause) => pauseOf(id, { ...pause, to: pause.to ?? until }, { span, top, rows: stages.length }))}
${stages.map((stage, index) => stageOf({ timeline, stage, span, y: top + index * ROW }))}
${lanes.map((lane, index) => laneOf({ timeline, lane, span, y: top + (stages.length + index) * ROW }))}`,
    table: tableOfTimeline(timeline, title),
  };
};

interface Span {
  readonly start: number;
  readonly end: number;
  readonly xOf: (at: string) => number;
}

const DAY_MILLISECONDS = 86_400_000;

const spanOf = (from: string, until: string): Span => {
  const start = Date.parse(from);
  const end = Math.max(start + DAY_MILLISECONDS, Date.parse(until));
  const xOf = (at: string) => {
    const within = Math.min(end, Math.max(start, Date.parse(at)));
    return LABEL_WIDTH + ((within - start) / (end - start)) * PLOT_WIDTH;
  };
  return { start, end, xOf };
};

const monthAfter = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

const monthsIn = ({ start, end }: Span): readonly string[] => {
  const last = new Date(end).toISOString().slice(0, 7);
  const months: string[] = [];
  for (let month = new Date(start).toISOString().slice(0, 7); month <= last; month = monthAfter(month))
    months.push(month);
  return months;
};

const firstOf = (month: string): string => `${month}-01T00:00:00.000Z`;

/** As many months as have room; a name that would leave the picture, or touch the one before, is left out. */
const axisOf = (span: Span, language: Language, { top, bottom }: { top: number; bottom: number }): Drawn => {
  const months = monthsIn(span).filter((month) => Date.parse(firstOf(month)) >= span.start);
  const every = Math.max(1, Math.ceil(months.length / TICKS_MAX));
  const ticks = months
    .filter((_, index) => index % every === 0)
    .map((month) => ({ x: span.xOf(firstOf(month)), text: monthIn(language, month) }))
    .reduce<readonly { x: number; text: string }[]>((known, tick) => {
      const last = known.at(-1);
      const isFree = last === undefined || tick.x - last.x > (widthOf(tick.text) + widthOf(last.text)) / 2 + 8;
      return isFree && tick.x + widthOf(tick.text) / 2 <= WIDTH ? [...known, tick] : known;
    }, []);
  return svg`<g>${ticks.map(({ x, text }) => svg`<path d="M${x} ${top}V${bottom}" stroke="currentColor" stroke-opacity="0.25" fill="none"/>${textAt([text], { x, middle: top - AXIS / 2, anchor: 'middle' })}`)}</g>`;
};

const legendOf = (id: string, language: Language, y: number): Drawn =>
  svg`<g>${boxOf(id, 'hatched', { x: 8, y: y + 2, width: 18, height: 14 })}${textAt([WORDS.suspended[language]], { x: 34, middle: y + 9 })}</g>`;

const pauseOf = (
  id: string,
  { from, to }: { from: string; to: string },
  { span, top, rows }: { span: Span; top: number; rows: number },
): Drawn => {
  const x = span.xOf(from);
  return boxOf(id, 'hatched', { x, y: top, width: Math.max(3, span.xOf(to) - x), height: rows * ROW });
};

interface StageRow {
  readonly timeline: TimelineChart;
  readonly stage: TimelineChart['stages'][number];
  readonly span: Span;
  readonly y: number;
}

const stageOf = ({ timeline: { id, language, until, zone }, stage, span, y }: StageRow): Drawn => {
  const { from, to = until } = stage;
  const [x, end] = [span.xOf(from), span.xOf(to)];
  const width = Math.max(3, end - x);
  const isOver = stage.stage === 'closed';
  const last = stage.to === undefined ? WORDS.stillGoesOn[language] : dayIn(language, to, zone);
  const text = isOver ? dayIn(language, from, zone) : `${dayIn(language, from, zone)} – ${last}`;
  const place = beside(text, { x, width });
  const fill = stage.to === undefined && !isOver ? 'lined' : 'solid';
  return svg`<g>${textAt(linesOf(STAGE_WORDS[stage.stage][language], LABEL_WIDTH - 16, 2), { x: 8, middle: y + ROW / 2 })}${boxOf(id, fill, { x, y: y + (ROW - BAR) / 2, width, height: BAR })}${groundOf(text, place, y)}${textAt([text], { ...place, middle: y + ROW / 2 })}</g>`;
};

/** Where the dates of a bar have room: behind it, or else before it; a bar that fills the row carries them inside. */
const beside = (text: string, { x, width }: { x: number; width: number }): { x: number; anchor: 'start' | 'end' } => {
  const needed = widthOf(text) + 12;
  if (x + width + needed <= WIDTH) return { x: x + width + 8, anchor: 'start' };
  if (x - needed >= LABEL_WIDTH) return { x: x - 8, anchor: 'end' };
  return { x: x + 10, anchor: 'start' };
};

/** What stands behind dates, so that they can be read above a bar or a band. */
const groundOf = (text: string, { x, anchor }: { x: number; anchor: 'start' | 'end' }, y: number): Drawn => {
  const width = widthOf(text) + 8;
  return svg`<rect class="chart-ground" x="${anchor === 'start' ? x - 4 : x - width + 4}" y="${y + (ROW - BAR) / 2 + 2}" width="${width}" height="${BAR - 4}" fill="#fff"/>`;
};

interface LaneRow {
  readonly timeline: TimelineChart;
  readonly lane: Lane;
  readonly span: Span;
  readonly y: number;
}

const laneOf = ({ timeline: { language, lanes }, lane, span, y }: LaneRow): Drawn => {
  const spots = spotsOf({ language, counts: monthsOf(lanes, lane), span, months: monthsIn(span) });
  const most = Math.max(...spots.map(({ number }) => number));
  const middle = y + ROW / 2;
  const dots = spots.map(({ x, width, text, number }) => {
    const radius = DOT_MIN + (DOT_MAX - DOT_MIN) * Math.sqrt(number / most);
    const drawnWidth = text.length > 1 ? width : 2 * radius;
    return svg`<rect class="chart-ground" x="${x - drawnWidth / 2}" y="${middle - radius}" width="${drawnWidth}" height="${2 * radius}" rx="${radius}" fill="#fff" stroke="currentColor"/>${textAt([text], { x, middle, anchor: 'middle' })}`;
  });
  return svg`<g>${textAt(linesOf(LANE_WORDS[lane][language], LABEL_WIDTH - 16, 2), { x: 8, middle })}<path d="M${LABEL_WIDTH} ${middle}H${LABEL_WIDTH + PLOT_WIDTH}" stroke="currentColor" stroke-opacity="0.4" fill="none"/>${dots}</g>`;
};

interface Spot {
  readonly x: number;
  readonly width: number;
  readonly number: number;
  readonly text: string;
}

interface Counted {
  readonly language: Language;
  readonly counts: readonly { month: string; number: number }[];
  readonly span: Span;
  readonly months: readonly string[];
}

/** Where months are counted: each in its middle, or, where they are narrow or numbers large, several in the middle of them all. */
const spotsOf = (counted: Counted): readonly Spot[] => {
  const { length } = counted.months;
  for (let each = Math.ceil((length * DOT_ROOM) / PLOT_WIDTH); ; each += 1) {
    const spots = spotsOfMonths(counted, each);
    if (each >= length || !spots.some((spot, at) => touches(spots[at - 1], spot))) return spots;
  }
};

const touches = (before: Spot | undefined, { x, width }: Spot): boolean =>
  before !== undefined && x - before.x < (width + before.width) / 2 + DOT_GAP;

const spotsOfMonths = ({ language, counts, span, months }: Counted, each: number): readonly Spot[] => {
  const spots = new Map<number, number>();
  for (const { month, number } of counts) {
    const spot = Math.floor(Math.max(0, months.indexOf(month)) / each);
    spots.set(spot, (spots.get(spot) ?? 0) + number);
  }
  return [...spots].map(([spot, number]) => {
    const [first = '', last = first] = [months[spot * each], months[Math.min(months.length, (spot + 1) * each) - 1]];
    const middle = (span.xOf(firstOf(first)) + span.xOf(firstOf(monthAfter(last)))) / 2;
    const text = numberIn(language, number);
    const width = Math.max(2 * DOT_MAX, widthOf(text) * DIGITS_ARE_WIDE + 10);
    return { x: Math.min(WIDTH - 1 - width / 2, Math.max(LABEL_WIDTH + width / 2, middle)), width, number, text };
  });
};

const monthsOf = (lanes: TimelineChart['lanes'], lane: Lane): readonly { month: string; number: number }[] =>
  Object.entries(lanes)
    .map(([month, counts]) => ({ month, number: counts[lane] ?? 0 }))
    .filter(({ number }) => number > 0)
    .toSorted((one, other) => (one.month < other.month ? -1 : 1));

const tableOfTimeline = (timeline: TimelineChart, caption: string): Chart['table'] => {
  const { language, stages, pauses, lanes, zone } = timeline;
  const day = (at: string | undefined) => (at === undefined ? WORDS.stillGoesOn[language] : dayIn(language, at, zone));
  return {
    caption,
    heads: [WORDS.what[language], WORDS.from[language], WORDS.to[language], WORDS.number[language]],
    rows: [
      ...stages.map(({ stage, from, to }) => [
        STAGE_WORDS[stage][language],
        day(from),
        stage === 'closed' ? '–' : day(to),
        '–',
      ]),
      ...pauses.map(({ from, to }) => [WORDS.suspended[language], day(from), day(to), '–']),
      ...LANES.flatMap((lane) =>
        monthsOf(lanes, lane).map(({ month, number }) => [
          LANE_WORDS[lane][language],
          monthIn(language, month),
          monthIn(language, month),
          numberIn(language, number),
        ]),
      ),
    ],
    empty: WORDS.nothing[language],
  };
};
