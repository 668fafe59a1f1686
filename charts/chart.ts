import { type Drawn, svg } from './svg.ts';
import { FONT_SIZE } from './text.ts';

/** The same numbers as a table: whoever cannot see the picture, or wants to copy from it, reads these. */
export interface DataTable {
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first of each row heads it. */
  readonly rows: ReadonlyArray<readonly string[]>;
  /** What is said where there is no row. */
  readonly empty: string;
}

/** A picture of data, before it is put somewhere. `id` is unique on its page: what it names inside begins with it. */
export interface Chart {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly body: Drawn;
  readonly table: DataTable;
}

/** Told apart by their drawing first; a colour only joins it. */
export const FILLS = ['solid', 'hatched', 'dotted', 'lined', 'crossed', 'empty'] as const;
export type Fill = (typeof FILLS)[number];

/** A rectangle in one of the fills. */
export const boxOf = (
  id: string,
  fill: Fill,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Drawn => {
  const paint = fill === 'solid' ? 'currentColor' : `url(#${id}-${fill})`;
  return svg`<rect class="chart-${fill}" x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill === 'empty' ? 'none' : paint}" stroke="currentColor"/>`;
};

const patternsOf = (id: string): Drawn => svg`<defs>
<pattern id="${id}-hatched" class="chart-hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2.4" height="6" fill="currentColor"/></pattern>
<pattern id="${id}-dotted" class="chart-dotted" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="1.4" fill="currentColor"/></pattern>
<pattern id="${id}-lined" class="chart-lined" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="1.4" fill="currentColor"/></pattern>
<pattern id="${id}-crossed" class="chart-crossed" width="7" height="7" patternUnits="userSpaceOnUse"><path d="M0 0L7 7M7 0L0 7" stroke="currentColor" stroke-width="1.1"/></pattern>
</defs>`;

/**
 * For the style sheet of a page, and inside a picture that stands alone: colours that join the patterns, 4.5 to 1 against the ground by
 * day and by night, and the ground on which numbers stand. Without it everything is drawn in the colour of the text, as on paper.
 */
export const CHART_STYLE = `.chart{color:var(--ink,#1b1f24)}
.chart-solid{color:var(--chart-solid,#14603a)}.chart-hatched{color:var(--chart-hatched,#8a2414)}.chart-dotted{color:var(--chart-dotted,#5a3d8a)}.chart-lined{color:var(--chart-lined,#0b4f9e)}
@media (prefers-color-scheme:dark){.chart{color:var(--ink,#e8eaed)}.chart-solid{color:var(--chart-solid,#7fd6a4)}.chart-hatched{color:var(--chart-hatched,#ffab99)}.chart-dotted{color:var(--chart-dotted,#cdb4ff)}.chart-lined{color:var(--chart-lined,#8ab8ff)}}
@media print{.chart,.chart *{color:#000}}
.chart-ground{fill:var(--paper,#fff)}@media (prefers-color-scheme:dark){.chart-ground{fill:var(--paper,#15181c)}}@media print{.chart-ground{fill:#fff}}
.chart-frame{overflow-x:auto}.chart-frame svg{width:100%;min-width:48rem;height:auto}
`;

const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif';

const drawn = (chart: Chart, before: Drawn): string => {
  const { id, language, title, description, width, height, body } = chart;
  return svg`<svg xmlns="http://www.w3.org/2000/svg" class="chart" lang="${language}" xml:lang="${language}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${FONT}" font-size="${FONT_SIZE}" fill="currentColor">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${description}</desc>
${before}${patternsOf(id)}
${body}
</svg>
`.svg;
};

/** The picture to stand in a page, whose style sheet it takes: it has no style of its own, and runs nothing. */
export const drawnInline = (chart: Chart): string => drawn(chart, { svg: '' });

/** The picture as a file of its own. */
export const drawnAlone = (chart: Chart): string =>
  drawn(
    chart,
    svg`<style>${{ svg: CHART_STYLE }}</style><rect class="chart-ground" width="100%" height="100%" fill="#fff"/>`,
  );

/** The table of a chart, as HTML. */
export const tableOf = ({ table: { caption, heads, rows, empty } }: Pick<Chart, 'table'>): string => {
  if (rows.length === 0) return svg`<p>${caption}: ${empty}</p>`.svg;
  const head = svg`<thead><tr>${heads.map((each) => svg`<th scope="col">${each}</th>`)}</tr></thead>`;
  const body = rows.map(
    ([first = '', ...others]) =>
      svg`<tr><th scope="row">${first}</th>${others.map((each) => svg`<td>${each}</td>`)}</tr>`,
  );
  return svg`<table><caption>${caption}</caption>${head}<tbody>${body}</tbody></table>`.svg;
};

/** Picture and table together, from the same data. Both can be scrolled sideways where the screen is narrow, by keyboard too. */
export const figureOf = (chart: Chart): string =>
  svg`<figure>
<div class="chart-frame" role="group" tabindex="0" aria-labelledby="${chart.id}-title">${{ svg: drawnInline(chart) }}</div>
<figcaption>${chart.title}</figcaption>
<div class="scroll" role="group" tabindex="0" aria-label="${chart.table.caption}">${{ svg: tableOf(chart) }}</div>
</figure>
`.svg;
