import type { Language } from '../../domain/languages.ts';
import { saysOf } from '../../domain/notices/words.ts';
import { CATEGORIES } from '../../domain/observations/categories.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import type { JsonObject } from '../../events/shapes.ts';
import { FINDING_CATEGORIES } from '../../events/vocabulary.ts';
import { html, type Markup, where } from '../_pages/markup.ts';
import { STYLE } from '../_pages/style.ts';
import type { DocumentParts } from './bundle-parts.ts';
import { type EvidenceAtHand, eventPages, type Told } from './evidence-at-hand.ts';
import type { Gathered } from './gather.ts';
import type { Lens } from './lens.ts';
import { BUNDLE_WORDS, type BundleWords, filled } from './words.ts';

/** All that the files of one bundle are written from. */
export interface Composing {
  readonly at: EvidenceAtHand;
  readonly gathered: Gathered;
  readonly lens: Lens;
  readonly language: Language;
  readonly documents: DocumentParts;
  readonly part: number;
}

const STYLED: Markup = { markup: STYLE };

/** The summary as a page without a script, piece by piece: a timeline can be long. */
export async function* summaryOf(composing: Composing): AsyncGenerator<string> {
  const { at, gathered, language, lens } = composing;
  const words = BUNDLE_WORDS[language];
  yield opening(composing, words).markup;
  yield html`<section><h2 id="findings">${words.sections.findings}</h2>`.markup;
  for (const [id, told] of gathered.findings) yield findingOf(id, told, composing).markup;
  yield html`</section>${historyOf(composing, words)}`.markup;
  yield html`<section><h2 id="timeline">${words.sections.timeline}</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="timeline"><table><caption class="unseen">${words.sections.timeline}</caption><thead><tr><th scope="col">${words.labels.when}</th><th scope="col">${words.labels.what}</th><th scope="col">${words.labels.who}</th></tr></thead><tbody>`
    .markup;
  for await (const page of eventPages(at)) {
    yield page
      .map(
        ({ type, recordedAt, actor }) =>
          html`<tr><td>${timeOf(recordedAt)}</td><td>${saysOf(type, language)}</td><td>${actor.role === 'system' ? actor.person : lens.person(actor.person)}</td></tr>`
            .markup,
      )
      .join('\n');
  }
  yield html`</tbody></table></div></section>${documentsOf(composing, words)}${checkOf(composing, words)}</main>
</body>
</html>
`.markup;
}

const timeOf = (at: string): Markup => html`<time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time>`;

const opening = ({ at, lens, language, gathered }: Composing, words: BundleWords): Markup => {
  const { escalation, head } = at;
  const { labels } = words;
  const authority = profileOf(head.profile).controlAuthorities.value.find(
    ({ id }) => id === escalation.controlAuthority,
  );
  const letter = gathered.escalation.find(({ entry }) => entry.type === 'escalation.sent.v1');
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title}: ${escalation.id}, ${head.case}</title>
<style>${STYLED}</style>
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header><h1>${words.title}</h1><p>${words.lead}</p><p>${words.timesInUtc}</p></header>
<main id="content">
${lens.sanitised ? html`<p class="warning">${words.sanitised}</p>` : undefined}
<section><h2>${words.sections.escalation}</h2>
<dl><dt>${labels.case}</dt><dd><code>${head.case}</code></dd>
<dt>${labels.ocid}</dt><dd><code>${head.ocid}</code></dd>
<dt>${labels.version}</dt><dd>${at.version}</dd>
<dt>${labels.controlAuthority}</dt><dd>${authority?.title ?? escalation.controlAuthority}</dd>
<dt>${labels.tier}</dt><dd>${escalation.tier}</dd>
<dt>${labels.state}</dt><dd>${words.states[escalation.state]}</dd>
<dt>${labels.sentAt}</dt><dd>${timeOf(escalation.sentAt)}</dd>
<dt>${labels.dueAt}</dt><dd>${timeOf(escalation.answerDueAt)}</dd></dl>
${where(letter === undefined ? undefined : textIn(lens.written(letter), 'letter'), (text) => html`<h3>${labels.letter}</h3><div class="text"><p>${text}</p></div>`)}
${gathered.escalation.map((told) => where(textIn(lens.written(told), 'answer'), (text) => html`<h3>${labels.answers} (${timeOf(told.entry.recordedAt)})</h3><div class="text"><p>${text}</p></div>`))}
</section>`;
};

const textIn = (body: JsonObject | undefined, name: string): string | undefined => {
  const value = body?.[name];
  return typeof value === 'string' ? value : undefined;
};

const findingOf = (id: string, all: readonly Told[], { lens, language }: Composing): Markup => {
  const { labels } = BUNDLE_WORDS[language];
  return html`<article><h3 id="${id}">${id}</h3>${all.map((told) => {
    const body = lens.written(told);
    const { type, recordedAt } = told.entry;
    const isVersion = type === 'observation.filed.v1' || type === 'observation.corrected.v1';
    if (isVersion && body !== undefined) {
      return versionOf(body, type === 'observation.filed.v1' ? labels.filed : labels.corrected, {
        at: recordedAt,
        language,
      });
    }
    return html`<p>${timeOf(recordedAt)}: ${saysOf(type, language)}</p>${where(textIn(body, 'reply'), (text) => html`<p>${labels.reply}:</p><blockquote class="text"><p>${text}</p></blockquote>`)}${where(textIn(body, 'reason'), (text) => html`<p>${labels.reason}:</p><blockquote class="text"><p>${text}</p></blockquote>`)}`;
  })}</article>`;
};

const versionOf = (body: JsonObject, name: string, told: { at: string; language: Language }): Markup => {
  const { labels, severities } = BUNDLE_WORDS[told.language];
  const category = FINDING_CATEGORIES.find((code) => code === body['category']);
  const severity = (['minor', 'serious', 'grave'] as const).find((code) => code === body['severity']);
  const language = textIn(body, 'language') ?? told.language;
  return html`<h4>${name} (${timeOf(told.at)})</h4>
<p lang="${language}"><strong>${textIn(body, 'title')}</strong></p>
<div class="text" lang="${language}"><p>${textIn(body, 'narrative')}</p></div>
<dl>${where(category, (code) => html`<dt>${labels.category}</dt><dd>${textIn(body, 'categoryText') ?? CATEGORIES[code][told.language]}</dd>`)}${where(severity, (code) => html`<dt>${labels.severity}</dt><dd>${severities[code]}</dd>`)}${where(textIn(body, 'legalBasis') ?? textIn(body, 'noLegalBasisReason'), (text) => html`<dt>${labels.legalBasis}</dt><dd>${text}</dd>`)}${where(textIn(body, 'place'), (text) => html`<dt>${labels.place}</dt><dd>${text}</dd>`)}</dl>`;
};

const historyOf = ({ gathered, language }: Composing, words: BundleWords): Markup =>
  html`<section><h2>${words.sections.history}</h2><ol>${gathered.escalation.map(({ entry }) => html`<li>${timeOf(entry.recordedAt)}: ${saysOf(entry.type, language)}</li>`)}</ol></section>`;

const documentsOf = ({ documents, part }: Composing, words: BundleWords): Markup => {
  const { labels, sections } = words;
  const here = documents.parts[part - 1] ?? [];
  const count = documents.parts.length;
  const { leftOut } = documents;
  const isEmpty = here.length === 0 && leftOut.length === 0;
  return html`<section><h2>${sections.documents}</h2>${isEmpty ? html`<p>${words.noDocuments}</p>` : undefined}${count > 1 ? html`<p>${filled(words.inParts, { parts: String(count) })}</p>` : undefined}${here.length === 0 ? undefined : html`<ul>${here.map(({ path, name, bytes }) => html`<li><code>${path}</code>${where(name, (text) => html` (${labels.name}: ${text})`)}, ${labels.bytes}: ${bytes.sizeBytes}</li>`)}</ul>`}${leftOut.length === 0 ? undefined : html`<p>${words.notInHere}</p><ul>${leftOut.map(({ id, because }) => html`<li><code>${id}</code>: ${words.leftOut[because]}</li>`)}</ul>`}</section>`;
};

const checkOf = ({ at }: Composing, words: BundleWords): Markup =>
  html`<section><h2>${words.sections.verify}</h2><ol>${verifyIn(at, words).map((step) => html`<li>${step}</li>`)}</ol></section>`;

/** How anybody checks the bundle against the public record. */
export const verifyIn = ({ head, version }: EvidenceAtHand, words: BundleWords): readonly string[] =>
  words.verify.map((step) => filled(step, { last: `/cases/${head.case}/events?cursor=${version - 1}&limit=1` }));
