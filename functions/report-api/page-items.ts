import { filled, wordFor } from '../../domain/words/code-words.ts';
import type { Block, ItemOf } from '../_http/report-document.ts';
import { html, type Markup, where } from '../_pages/markup.ts';
import {
  awardOf,
  CITATIONS,
  called,
  categoryOf,
  contractOf,
  money,
  nameOf,
  type Pen,
  sealText,
  silenceOn,
  standingOf,
  when,
} from '../_reports/said.ts';

const linked = (ids: readonly string[], pen: Pen): Markup | undefined =>
  ids.length === 0
    ? undefined
    : html`${ids.map((id, index) => html`${index === 0 ? '' : ', '}<a href="#${id}">${called(id, pen)}</a>`)}`;

const time = (at: string | undefined, pen: Pen): Markup =>
  where(at, (known) => html`<time datetime="${known}">${when(known, pen)}</time>`);

/** What somebody wrote: its own paragraphs, in its own language where that is known. */
export const prose = (text: string, language?: string): Markup => {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`);
  return language === undefined
    ? html`<div class="text">${paragraphs}</div>`
    : html`<div class="text" lang="${language}">${paragraphs}</div>`;
};

/** A term and its description; nothing where there is nothing to describe. */
const row = (label: string, value: Markup | string | undefined): Markup =>
  value === undefined || value === '' || (typeof value !== 'string' && value.markup === '')
    ? html``
    : html`<dt>${label}</dt><dd>${value}</dd>`;

const list = (texts: readonly string[]): Markup | undefined =>
  texts.length === 0 ? undefined : html`${texts.map((text, index) => html`${index === 0 ? '' : ', '}${text}`)}`;

const cells = (...values: readonly (Markup | string | undefined)[]): Markup =>
  html`<tr>${values.map((value, index) => (index === 0 ? html`<th scope="row">${value}</th>` : html`<td>${value}</td>`))}</tr>`;

const processItem = (item: ItemOf<'process'>, pen: Pen): Markup => {
  const { words } = pen;
  const { labels } = words;
  const isPact = pen.frame.instrument === 'integrity-pact';
  const period = item.tenderPeriod;
  return html`<dl>
${row(labels.process, item.title)}${row(labels.ocid, html`<code>${item.ocid}</code>`)}${row(labels.description, item.description)}
${row(labels.method, item.procurementMethod === undefined ? undefined : words.methods[item.procurementMethod])}
${row(labels.buyer, nameOf(item.buyer))}${row(labels.procuringEntity, nameOf(item.procuringEntity))}${row(labels.value, money(item.value, pen))}
${row(
  labels.tenderPeriod,
  where(period, ({ startAt, endAt }) => html`${time(startAt, pen)} – ${time(endAt, pen)}`),
)}
${row(labels.award, awardOf(item, pen))}${row(labels.contract, contractOf(item, pen))}
${row(labels.ending, item.ending === undefined ? undefined : words.endings[item.ending])}
</dl>${
    item.bidders.length === 0
      ? undefined
      : tableOf(
          { caption: labels.bidder, heads: isPact ? [labels.bidder, labels.signature] : [labels.bidder], pen },
          item.bidders.map(({ name, signature }) =>
            isPact ? cells(name, wordFor(words.signatures, signature)) : cells(name),
          ),
        )
  }`;
};

const memberRow = (item: ItemOf<'team'>, pen: Pen): Markup => {
  const { words } = pen;
  return cells(
    item.person,
    item.office === undefined ? undefined : words.offices[item.office],
    item.sector,
    standingOf(item, pen),
  );
};

const actRow = (item: ItemOf<'acts'>, pen: Pen): Markup => {
  const { words } = pen;
  const notes = [item.circumstances, item.note].filter((text) => text !== undefined);
  return cells(
    html`${words.acts[item.kind]}<br>${words.stages[item.stage]}`,
    time(item.heldAt, pen),
    html`${words.accounted[item.accounted]}${where(item.citizensAdmitted, (admitted) => html`<br>${words.labels.citizens}: ${admitted ? words.page.yes : words.page.no}`)}`,
    list(item.present ?? []),
    html`${item.place}${notes.map((note) => html`<br>${note}`)}`,
  );
};

const observationItem = (item: ItemOf<'observations'>, pen: Pen): Markup => {
  const { words } = pen;
  const { labels, sentences } = words;
  const name = called(item.observation, pen);
  return html`<article id="${item.observation}">
<h3>${name}${where(item.content, ({ title, language }) => html`: ${language === undefined ? html`${title}` : html`<span lang="${language}">${title}</span>`}`)}</h3>
<dl>
${row(labels.citation, sentences[CITATIONS[item.citation]])}${row(labels.leftOut, item.leftOutBecause)}
${row(labels.stage, words.stages[item.stage])}${row(labels.filed, html`${time(item.filedAt, pen)}${item.late ? ` (${sentences.late})` : ''}`)}
${where(item.content, (content) => contentRows(content, pen))}
</dl>
${where(item.withdrawnAt, (at) => html`<p class="seal">${filled(sentences.withdrawn, { date: when(at, pen) })}</p>`)}
${where(item.withdrawnAt === undefined ? item.sealed : undefined, (sealed) => html`<p class="seal">${sealText(sealed, pen)}</p>`)}
${item.correctedSince ? html`<p class="seal">${filled(sentences.correctedSince, { version: String(item.version) })}</p>` : undefined}
${where(item.content, (content) => prose(content.narrative, content.language))}
${where(item.content, (content) => followedRows(item, content, pen))}
</article>`;
};

type Content = NonNullable<ItemOf<'observations'>['content']>;

const contentRows = (content: Content, pen: Pen): Markup => {
  const { labels } = pen.words;
  return html`${row(labels.type, wordFor(pen.words.types, content.type))}${row(labels.observed, time(content.observedAt, pen))}
${row(labels.place, content.place)}${row(labels.category, categoryOf(content, pen.language))}
${row(labels.severity, content.severity === undefined ? undefined : wordFor(pen.words.severities, content.severity))}
${row(labels.legalBasis, list(content.legalBasis))}${row(labels.noLegalBasis, content.noLegalBasisReason)}`;
};

const followedRows = (item: ItemOf<'observations'>, content: Content, pen: Pen): Markup => {
  const { words } = pen;
  const { labels } = words;
  const reply = item.reply === undefined ? silenceOn(item, pen) : prose(item.reply);
  return html`<dl>
${row(labels.reply, reply)}${row(labels.remedy, item.remedy === undefined ? undefined : words.remedies[item.remedy])}
${row(labels.escalation, linked(item.escalations, pen))}
${row(labels.documents, content.documentHashes.length === 0 ? undefined : html`${content.documentHashes.map((hash) => html`<code>${hash}</code><br>`)}`)}
${row(labels.hash, html`<code>${content.contentHash}</code>`)}
</dl>`;
};

const questionItem = (item: ItemOf<'dialogue'>, pen: Pen): Markup => {
  const { labels, sentences, questioned } = pen.words;
  const unanswered = item.overdue ? sentences.overdue : sentences.unanswered;
  const answered = item.answer === undefined ? sentences.notShown : prose(item.answer);
  return html`<article id="${item.question}">
<h3>${labels.question} ${item.question.slice('question-'.length)}</h3>
<dl>${row(labels.askedOf, questioned[item.to])}${row(labels.date, time(item.askedAt, pen))}
${row(labels.question, item.asks === undefined ? sentences.notShown : prose(item.asks))}
${row(labels.answer, item.answeredAt === undefined ? unanswered : answered)}</dl></article>`;
};

const escalationItem = (item: ItemOf<'escalations'>, pen: Pen): Markup => {
  const { words } = pen;
  const { labels, sentences } = words;
  const state = `${words.escalations[item.state]}${item.lapsed ? ` (${sentences.lapsed})` : ''}`;
  return html`<article id="${item.escalation}">
<h3>${labels.escalation} ${item.escalation.slice('escalation-'.length)}: ${item.controlAuthority}</h3>
<dl>${row(labels.date, time(item.sentAt, pen))}${row(labels.state, state)}
${row(labels.outcome, item.outcome === undefined ? undefined : wordFor(words.outcomes, item.outcome))}
${row(labels.findings, item.findings.length === 0 ? undefined : html`${item.findings.map((id, index) => html`${index === 0 ? '' : ', '}<a href="#${id}">${id}</a>`)}`)}
${row(
  labels.letter,
  where(item.letter, (letter) => prose(letter)),
)}${row(
  labels.answer,
  where(item.answer, (answer) => prose(answer)),
)}</dl></article>`;
};

const flagRow = (item: ItemOf<'flags'>, pen: Pen): Markup => {
  const { words } = pen;
  const answer = item.answer === 'turned-into-finding' ? words.sentences.flagAnswered : item.reason;
  return cells(
    `${item.code} ${item.title}`,
    html`${answer ?? words.sentences.flagOpen}${item.observation === undefined ? undefined : html` (${linked([item.observation], pen)})`}`,
  );
};

const recommendationRow = (item: ItemOf<'recommendations'>, pen: Pen): Markup =>
  cells(String(item.number), item.to, item.recommends, time(item.dueAt, pen));

const adoptionItem = (item: ItemOf<'adoption'>, pen: Pen): Markup => {
  const { labels, sentences, votes } = pen.words;
  const isEmpty = item.signedBy.length === 0 && item.votes.length === 0;
  return html`${isEmpty ? html`<p>${sentences.noSignatures}</p>` : undefined}<dl>
${row(labels.signedBy, list(item.signedBy))}${row(labels.adopted, time(item.adoptedAt, pen))}</dl>
${
  item.votes.length === 0
    ? undefined
    : tableOf(
        { caption: labels.vote, heads: [labels.person, labels.vote], pen },
        item.votes.map(({ person, vote }) => cells(person, votes[vote])),
      )
}
${item.dissents.map(({ person, opinion }) => html`<h3>${filled(labels.dissentOf, { person })}</h3><blockquote>${where(opinion, (text) => prose(text))}</blockquote>`)}`;
};

interface Table {
  readonly caption: string;
  readonly heads: readonly string[];
  /** The heading above says the same: the caption is for those who do not see it. */
  readonly underHeading?: true;
  readonly pen: Pen;
}

/** A table that scrolls sideways in a narrow window, reachable by keyboard and told by name. */
export const tableOf = ({ caption, heads, underHeading, pen }: Table, rows: readonly Markup[]): Markup =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}: ${pen.words.page.scrolls}"><table><caption${underHeading === true ? html` class="unseen"` : undefined}>${caption}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;

/** One item as a row of its section’s table, or standing by itself. */
export const itemOf = (block: Block, pen: Pen): Markup => {
  const { labels, sentences } = pen.words;
  switch (block.section) {
    case 'summary':
    case 'conclusion':
    case 'no-recommendations':
      return prose(block.item.text, pen.frame.writtenIn);
    case 'process':
      return processItem(block.item, pen);
    case 'team':
      return memberRow(block.item, pen);
    case 'acts':
      return actRow(block.item, pen);
    case 'visits':
      return cells(
        time(block.item.plannedAt, pen),
        block.item.outcome === undefined ? undefined : pen.words.visits[block.item.outcome],
        block.item.place,
        block.item.note,
      );
    case 'document-access':
      return cells(
        pen.words.documents[block.item.document],
        pen.words.stages[block.item.stage],
        pen.words.access[block.item.result],
      );
    case 'observations':
      return observationItem(block.item, pen);
    case 'dialogue':
      return questionItem(block.item, pen);
    case 'escalations':
      return escalationItem(block.item, pen);
    case 'flags':
      return flagRow(block.item, pen);
    case 'amendments':
      return cells(time(block.item.amendedAt, pen), block.item.change, block.item.conclusion);
    case 'recommendations':
      return recommendationRow(block.item, pen);
    case 'comments':
      return html`<dl>${row(labels.asked, time(block.item.sentForReplyAt, pen))}${row(labels.comments, block.item.comments === undefined ? sentences.noComments : prose(block.item.comments))}</dl>`;
    case 'adoption':
      return adoptionItem(block.item, pen);
  }
};
