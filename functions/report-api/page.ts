import { LANGUAGES } from '../../domain/languages.ts';
import { filled } from '../../domain/words/code-words.ts';
import { sha256Hex } from '../../events/record.ts';
import { page } from '../_http/answer-page.ts';
import type { PageOperation } from '../_http/operation.ts';
import { SECTIONS, type SectionName } from '../_http/report-document.ts';
import { READ_REPORT_PAGE } from '../_http/report-operations.ts';
import { html, type Markup, where } from '../_pages/markup.ts';
import { STYLE, STYLE_HASH } from '../_pages/style.ts';
import { reportAtHand } from '../_reports/report-at-hand.ts';
import { headsOf, lastDay, type Pen, QUIET_WHEN_EMPTY, titleOf, when } from '../_reports/said.ts';
import { WORDS } from '../_reports/words/words.ts';
import { ANNEX_WORDS } from './annex-words.ts';
import { ANNEXES_ID, type Annexes, annexesOf, annexesSection } from './annexes.ts';
import { itemOf, tableOf } from './page-items.ts';
import { bytesInAnswer, cursorOf, type Part, readPart, writeCursor } from './parts.ts';

/** The report as a page: the same document in words, without a script. */
export const readReportPage: PageOperation = page({
  ...READ_REPORT_PAGE,
  write: async ({ cases, milestones, roster, imports, clock }, { parameters, caller, query: { language, cursor } }) => {
    const from = cursorOf(cursor);
    const ports = { cases, milestones, roster, imports, now: clock.now };
    const at = await reportAtHand(ports, { parameters, caller, language, version: from.version });
    if (at === undefined) return undefined;
    const pen: Pen = { words: WORDS[language], language, frame: at.frame };
    const part = await readPart(at, from, {
      piece: (block) => itemOf(block, pen),
      bytes: ({ markup }) => bytesInAnswer(markup),
    });
    const { version } = at.folded.last;
    const next = part.next === undefined ? undefined : writeCursor({ version, part: from.part + 1, place: part.next });
    // After the last of what the team wrote, however many parts that takes.
    const annexes = next === undefined ? await annexesOf(at) : NO_ANNEXES;
    const { markup } = pageOf({ pen, part, number: from.part, next, annexes });
    return { html: markup, styleHash: STYLE_HASH, etag: `"${(await sha256Hex(markup)).slice(0, 32)}"` };
  },
});

interface Written {
  readonly pen: Pen;
  readonly part: Part<Markup>;
  readonly number: number;
  readonly next: string | undefined;
  readonly annexes: Annexes;
}

const NO_ANNEXES: Annexes = { listed: [], more: 0 };

const pageOf = (written: Written): Markup => {
  const { pen, number } = written;
  const { words, language, frame } = pen;
  const title = titleOf(pen);
  const style: Markup = { markup: STYLE };
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.draft ? `${words.marks.draft}: ` : ''}${title}, ${frame.title}${number === 1 ? '' : ` (${filled(words.page.part, { part: String(number) })})`}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">${words.page.skip}</a>
${headOf(written, title)}
<main id="content">
${frame.draft ? html`<p class="warning">${words.page.draftWarning}</p>` : undefined}
${contentsOf(written)}
${sectionsOf(written).map((section) => sectionOf(section, pen))}
${written.annexes.listed.length === 0 ? undefined : annexesSection(written.annexes, pen)}
${where(written.next, (cursor) => html`<nav><p><a rel="next" href="?language=${language}&amp;cursor=${cursor}">${filled(words.page.nextPart, { part: String(number + 1) })}</a></p></nav>`)}
</main>
${footOf(pen)}
</body>
</html>
`;
};

const headOf = ({ pen, number }: Written, title: string): Markup => {
  const { words, language, frame } = pen;
  const { marks } = words;
  const isLate = frame.late ? [frame.draft ? marks.overdue : marks.late] : [];
  const isExample = frame.example === true ? [marks.example] : [];
  const warnings = [...isExample, ...isLate, ...(frame.dissent ? [marks.dissent] : [])];
  return html`<header>
<nav aria-label="${words.page.languages}"><ul>${LANGUAGES.map((other) =>
    other === language
      ? html`<li><strong aria-current="true">${words.language}</strong></li>`
      : html`<li><a href="?language=${other}" hreflang="${other}" lang="${other}">${WORDS[other].language}</a></li>`,
  )}</ul></nav>
<p class="kind">${words.instruments[frame.instrument]}</p>
<h1>${title}: ${frame.title}</h1>
${number === 1 ? undefined : html`<p>${filled(words.page.part, { part: String(number) })}</p>`}
<ul class="marks"><li${frame.draft ? html` class="warn"` : undefined}>${marks[frame.state]}</li>${warnings.map((mark) => html`<li class="warn">${mark}</li>`)}</ul>
<dl>${where(frame.publishedAt, (at) => html`<dt>${words.labels.published}</dt><dd><time datetime="${at}">${when(at, pen)}</time></dd>`)}${where(frame.publicationDueAt, (at) => html`<dt>${words.labels.publicationDue}</dt><dd>${lastDay(at, pen)}</dd>`)}</dl>
<p>${filled(words.page.timesIn, { zone: frame.zone.replaceAll('_', ' ') })}</p>
</header>`;
};

interface PageSection {
  readonly name: SectionName;
  readonly items: readonly Markup[];
}

/** The sections of this part; where it is the whole document, those that hold nothing say so, but for two that are then not asked for. */
const sectionsOf = ({ part, number, next }: Written): readonly PageSection[] => {
  const items = (name: SectionName) =>
    part.pieces.flatMap(({ block, piece }) => (block.section === name ? [piece] : []));
  const all = SECTIONS.map((name) => ({ name, items: items(name) }));
  const isWhole = number === 1 && next === undefined;
  const hasReason = items('no-recommendations').length > 0;
  return all.filter(
    ({ name, items: found }) =>
      found.length > 0 || (isWhole && !QUIET_WHEN_EMPTY.includes(name) && !(name === 'recommendations' && hasReason)),
  );
};

const contentsOf = (written: Written): Markup => {
  const { words, language } = written.pen;
  const { sections, page: said } = words;
  const annexes =
    written.annexes.listed.length === 0
      ? undefined
      : html`<li><a href="#${ANNEXES_ID}">${ANNEX_WORDS.title[language]}</a></li>`;
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${said.contents}</h2><ol>${sectionsOf(written).map(({ name }) => html`<li><a href="#${name}">${sections[name]}</a></li>`)}${annexes}</ol></nav>`;
};

const sectionOf = ({ name, items }: PageSection, pen: Pen): Markup => {
  const { words } = pen;
  const heads = headsOf(words)[name];
  const caption = words.sections[name];
  const shown = heads === undefined ? html`${items}` : tableOf({ caption, heads, underHeading: true, pen }, items);
  const body = items.length === 0 ? html`<p>${words.page.none}</p>` : shown;
  return html`<section aria-labelledby="${name}"><h2 id="${name}">${caption}</h2>${body}</section>
`;
};

const footOf = ({ words, language, frame }: Pen): Markup => {
  const { page: said } = words;
  return html`<footer>
<h2>${said.verify}</h2>
<p>${said.verifyHow}</p>
<dl><dt>${said.recordUpTo}</dt><dd><a href="${frame.verify.events}"><code>${frame.asOf.event}</code></a></dd>
<dt>${said.eventHash}</dt><dd><code>${frame.asOf.hash}</code></dd>
<dt>${said.textHash}</dt><dd><a href="${frame.verify.text}"><code>${frame.text.contentHash}</code></a></dd>
<dt>${said.profile}</dt><dd>${frame.profile.id}, ${frame.profile.version}. ${said.noAdvice}</dd></dl>
<p>${said.names}</p>
<p><a href="/cases/${frame.case}/reports/${frame.report}/document?language=${language}">${said.asData}</a>. <a href="/cases/${frame.case}/recommendations">${said.followUps}</a>.</p>
</footer>`;
};
