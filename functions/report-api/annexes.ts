import * as z from 'zod/mini';
import { shelfOf } from '../../domain/documents/document-state.ts';
import { mayReadDocument, mayReadFileName } from '../../domain/documents/may-read-document.ts';
import { type SubjectOf, subjectOf } from '../../domain/state.ts';
import { filled } from '../../domain/words/code-words.ts';
import { annexesLink } from '../_http/bundle-operation.ts';
import { html, type Markup } from '../_pages/markup.ts';
import type { ReportAtHand } from '../_reports/report-at-hand.ts';
import { called, type Pen } from '../_reports/said.ts';
import { ANNEX_WORDS } from './annex-words.ts';
import { tableOf } from './page-items.ts';

/** How many are listed one by one on a page; the ZIP holds all. */
export const ANNEXES_LISTED_MAX = 200;

/** A document of a report, in the copy that its readers are given. */
interface Annex {
  readonly document: string;
  readonly name: string;
  readonly attachedTo: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface Annexes {
  readonly listed: readonly Annex[];
  readonly more: number;
}

const named = z.looseObject({ name: z.optional(z.string()) });

/** What hangs on the report and on the observations that it cites, as its readers may read it: of a published one, as the public could then. */
export const annexesOf = async (at: ReportAtHand): Promise<Annexes> => {
  const things = [at.report.id, ...at.text.cites.filter((id) => !isWithdrawn(at, id))];
  const documents = things
    .flatMap((thing) => subjectOf(at.subjects, 'shelf', shelfOf(thing))?.documents ?? [])
    .map(({ document }) => subjectOf(at.subjects, 'document', document))
    .filter((each) => each !== undefined)
    .filter((each) => each.state === 'usable' && each.redactedBy === undefined && mayReadDocument(at, each));
  const shown = documents.slice(0, ANNEXES_LISTED_MAX);
  const contents = await at.contents(shown.map(({ recordedIn }) => recordedIn));
  return {
    listed: shown.map((each) => annexOf(at, each, named.parse(contents.get(each.recordedIn)?.body ?? {}).name)),
    more: documents.length - shown.length,
  };
};

const isWithdrawn = ({ subjects }: ReportAtHand, observation: string): boolean =>
  subjectOf(subjects, 'observation', observation)?.withdrawnAt !== undefined;

const annexOf = (at: ReportAtHand, document: SubjectOf<'document'>, name: string | undefined): Annex => {
  const { id, attachedTo } = document;
  const { sha256, sizeBytes } = document.shared ?? document;
  return {
    document: id,
    name: name !== undefined && mayReadFileName(at, document) ? name : id,
    attachedTo,
    sizeBytes,
    sha256,
  };
};

/** Where they stand on the page. */
export const ANNEXES_ID = 'annexes';

/** The annexes with their hashes, and where all of them are fetched once the report is published. */
export const annexesSection = ({ listed, more }: Annexes, pen: Pen): Markup => {
  const { language, frame } = pen;
  const say = (word: keyof typeof ANNEX_WORDS): string => ANNEX_WORDS[word][language];
  const heads = (['file', 'of', 'size', 'hash'] as const).map(say);
  const table = tableOf(
    { caption: say('title'), heads, underHeading: true, pen },
    listed.map((annex) => rowOf(annex, pen)),
  );
  const all = frame.draft
    ? undefined
    : html`<p><a href="${annexesLink(frame.case, frame.report)}?language=${language}">${say('all')}</a></p>`;
  const others = more === 0 ? undefined : html`<p>${filled(say('more'), { count: String(more) })}</p>`;
  return html`<section aria-labelledby="${ANNEXES_ID}"><h2 id="${ANNEXES_ID}">${say('title')}</h2><p>${say('how')}</p>${table}${others}${all}</section>
`;
};

const KILOBYTE = 1_000;

const rowOf = ({ document, name, attachedTo, sizeBytes, sha256 }: Annex, pen: Pen): Markup => {
  const { words, language, frame } = pen;
  const size = new Intl.NumberFormat(words.locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 });
  const owner = attachedTo === frame.report ? ANNEX_WORDS.report[language] : called(attachedTo, pen);
  return html`<tr><td><a href="/cases/${frame.case}/documents/${document}">${name}</a></td><td>${owner}</td><td>${size.format(sizeBytes / KILOBYTE)}</td><td><code>${sha256}</code></td></tr>`;
};
