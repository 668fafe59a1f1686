import {
  DESCRIPTOR_FILE,
  linesFile,
  type PublishedPart,
  schemaFile,
  tableFile,
} from '../../domain/open-data/data-package.ts';
import { LICENCE } from '../../domain/open-data/licence.ts';
import { POLICY_PATH } from '../../domain/open-data/packages.ts';
import { openDataTables } from '../../domain/open-data/tables.ts';
import { html, type Markup } from '../_pages/markup.ts';
import { STYLE } from '../_pages/style.ts';

const MEGABYTE = 1_000_000;

const sizeOf = (bytes: number): string =>
  bytes < MEGABYTE ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;

const rowOf = ({ name, cases, files }: PublishedPart): Markup => {
  const bytesOf = (path: string): number => files.find((file) => file.path === path)?.bytes ?? 0;
  const lines = linesFile(name);
  const tables = openDataTables().map((table) => ({ name: table.name, path: tableFile(table.name, name) }));
  return html`<tr><th scope="row">${name}</th><td>${cases}</td><td><a href="${lines}">JSON lines</a> (${sizeOf(bytesOf(lines))})</td><td>${tables.map(
    ({ name: table, path }) => html`<a href="${path}">${table}</a> (${sizeOf(bytesOf(path))}) `,
  )}</td></tr>
`;
};

const head = (origin: string): Markup => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Open data: files</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<header><h1>Open data: files</h1></header>
<main>
<p>Every case of oversight, as far as it is public. <a href="${DESCRIPTOR_FILE}">${DESCRIPTOR_FILE}</a> describes each file with its length, its hash and its columns; <a href="${origin}${POLICY_PATH}">the publication policy</a> says what is in them and what is not. Licence: <a href="${LICENCE}">Creative Commons Attribution 4.0</a>.</p>
<p>What columns mean: ${openDataTables().map(({ name }) => html`<a href="${schemaFile(name)}">${name}</a> `)}</p>
<div class="scroll" tabindex="0"><table>
<caption>Parts, by the month in which their cases opened</caption>
<thead><tr><th scope="col">Part</th><th scope="col">Cases</th><th scope="col">Records</th><th scope="col">Tables</th></tr></thead>
<tbody>
`;

/** The page for people who look for a file, piece by piece: it has no script, and fetches nothing. */
export const indexPage = (origin: string) => ({
  begin: head(origin).markup,
  row: (part: PublishedPart): string => rowOf(part).markup,
  end: `</tbody></table></div>
</main>
</body>
</html>
`,
});
