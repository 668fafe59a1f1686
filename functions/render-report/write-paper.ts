import { renderSVG } from 'uqr';
import type { Language } from '../../domain/languages.ts';
import { filled } from '../../domain/words/code-words.ts';
import { type Block, type ItemOf, SECTIONS } from '../_http/report-document.ts';
import { BEGINNING, compose } from '../_reports/compose.ts';
import type { ReportAtHand } from '../_reports/report-at-hand.ts';
import { called, lastDay, nameOf, type Pen, QUIET_WHEN_EMPTY, titleOf, when } from '../_reports/said.ts';
import { WORDS } from '../_reports/words/words.ts';
import { cell, coded, facts, type Paper, type PaperSection, row, told } from './paper.ts';
import { observationLine, sectionParts } from './paper-items.ts';
import { PAPER_WORDS } from './words.ts';

export interface Verified {
  readonly code: string;
  /** Where the pages live. */
  readonly publicUrl: string;
}

/** The page that verifies a report, and that its QR code leads to. */
export const verificationUrl = ({ code, publicUrl }: Verified, language: Language): string =>
  `${publicUrl}/${language}/verify/${code}`;

/** Writes a published report down as a document in the words of one language: what its page says, and nothing else. */
export const writePaper = async (at: ReportAtHand, language: Language, verified: Verified): Promise<Paper> => {
  const pen: Pen = { words: WORDS[language], language, frame: at.frame };
  const blocks = await blocksOf({ ...at, language });
  const paper = PAPER_WORDS[language];
  const { frame, words } = pen;
  const title = titleOf(pen);
  const url = verificationUrl(verified, language);
  const [lang = language, region = ''] = words.locale.split('-');
  return {
    title: `${title}: ${frame.title}`,
    authors: itemsOf(blocks, 'team').map(({ person }) => person),
    description: filled(paper.description, { case: frame.case, code: verified.code }),
    keywords: [frame.ocid, frame.case, frame.report, verified.code],
    date: dateOf(frame.publishedAt ?? frame.asOf.recordedAt),
    lang,
    region,
    running: `${title}: ${frame.title}`,
    case: frame.case,
    code: verified.code,
    kind: words.instruments[frame.instrument],
    mark: words.marks[frame.state],
    words: paper,
    cover: coverOf(blocks, pen),
    qr: {
      svg: renderSVG(url, { ecc: 'M', border: 2 }),
      alt: filled(paper.qr, { url }),
    },
    sections: [...sectionsOf(blocks, pen), ...annexesOf(blocks, pen), verificationOf(verified, pen)],
  };
};

const blocksOf = async (at: ReportAtHand): Promise<readonly Block[]> => {
  const blocks: Block[] = [];
  for await (const { block } of compose(at, BEGINNING)) blocks.push(block);
  return blocks;
};

/** The items of one section. */
const itemsOf = <K extends Block['section']>(blocks: readonly Block[], section: K): readonly ItemOf<K>[] =>
  blocks.flatMap((block) => (isOf(block, section) ? [block.item] : []));

const isOf = <K extends Block['section']>(
  block: Block,
  section: K,
): block is Block & { readonly section: K; readonly item: ItemOf<K> } => block.section === section;

/** By the calendar of UTC, as the record states it. */
const dateOf = (instant: string): Paper['date'] => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = instant.split(/\D/).map(Number);
  return { year, month, day, hour, minute, second };
};

const coverOf = (blocks: readonly Block[], pen: Pen): Paper['cover'] => {
  const { words, language, frame } = pen;
  const paper = PAPER_WORDS[language];
  const [process] = itemsOf(blocks, 'process');
  const authority = nameOf(process?.procuringEntity ?? process?.buyer);
  const notes = [...(frame.late ? [words.marks.late] : []), ...(frame.dissent ? [words.marks.dissent] : [])];
  const inOffice = itemsOf(blocks, 'team').filter(({ left }) => left === undefined);
  const { publicationDueAt: due } = frame;
  return {
    title: told(titleOf(pen)),
    subject: told(frame.title),
    notes: notes.map((note) => told(note)),
    rows: [
      row(paper.case, coded(frame.case)),
      row(words.labels.ocid, coded(frame.ocid)),
      row(paper.authority, authority),
      row(
        paper.team,
        ...inOffice.map(({ person, office }) =>
          office === undefined ? person : `${person} (${words.offices[office]})`,
        ),
      ),
      row(words.labels.stage, words.stages[frame.stage]),
      row(
        words.labels.adopted,
        ...itemsOf(blocks, 'adoption').map(({ adoptedAt }) => adoptedAt && when(adoptedAt, pen)),
      ),
      row(words.labels.published, frame.publishedAt === undefined ? undefined : when(frame.publishedAt, pen)),
      row(words.labels.publicationDue, due === undefined ? undefined : lastDay(due, pen)),
    ].filter((known) => known !== undefined),
  };
};

const sectionsOf = (blocks: readonly Block[], pen: Pen): readonly PaperSection[] => {
  const { words } = pen;
  const hasReason = blocks.some(({ section }) => section === 'no-recommendations');
  return SECTIONS.flatMap((section): readonly PaperSection[] => {
    const some = blocks.filter((block) => block.section === section);
    const isQuiet = QUIET_WHEN_EMPTY.includes(section) || (section === 'recommendations' && hasReason);
    if (some.length === 0 && isQuiet) return [];
    const title = words.sections[section];
    if (some.length === 0) return [{ title, parts: [{ kind: 'prose', value: told(words.page.none) }] }];
    const parts = sectionParts(some, pen);
    return section === 'observations' ? [overviewOf(some, pen), { title, parts }] : [{ title, parts }];
  });
};

/** Before what was observed is told one by one: all of it at a glance. */
const overviewOf = (blocks: readonly Block[], pen: Pen): PaperSection => {
  const { labels } = pen.words;
  const { findings, what } = PAPER_WORDS[pen.language];
  const heads = [labels.number, what, `${labels.type}, ${labels.severity}`, labels.reply, labels.remedy];
  const rows = itemsOf(blocks, 'observations').map((item) => observationLine(item, pen));
  return { title: findings, parts: [{ kind: 'table', heads, widths: [0.6, 3.3, 1.5, 2, 1.6], rows }] };
};

/** The documents that observations cite, by their hashes; none where none is cited. */
const annexesOf = (blocks: readonly Block[], pen: Pen): readonly PaperSection[] => {
  const { labels, sections } = pen.words;
  const { annexes, annexesSay } = PAPER_WORDS[pen.language];
  const citedBy = new Map<string, string[]>();
  for (const { observation, content } of itemsOf(blocks, 'observations')) {
    for (const hash of content?.documentHashes ?? []) {
      citedBy.set(hash, [...(citedBy.get(hash) ?? []), called(observation, pen)]);
    }
  }
  if (citedBy.size === 0) return [];
  const rows = [...citedBy].map(([hash, names], index) => [
    cell(String(index + 1)),
    cell(coded(hash)),
    cell(names.join(', ')),
  ]);
  const heads = [labels.number, labels.documents, sections.observations];
  return [
    {
      title: annexes,
      parts: [
        { kind: 'prose', value: told(annexesSay) },
        { kind: 'table', heads, widths: [0.7, 6.6, 2], rows },
      ],
    },
  ];
};

const verificationOf = (verified: Verified, { words, language, frame }: Pen): PaperSection => {
  const { page } = words;
  const paper = PAPER_WORDS[language];
  return {
    title: page.verify,
    parts: [
      { kind: 'prose', value: told(page.verifyHow) },
      { kind: 'prose', value: told(paper.verifyPdf) },
      ...facts([
        row(paper.verifyAt, coded(verificationUrl(verified, language))),
        row(paper.code, coded(verified.code)),
        row(page.recordUpTo, coded(frame.asOf.event)),
        row(page.eventHash, coded(frame.asOf.hash)),
        row(page.textHash, coded(frame.text.contentHash)),
        row(page.profile, `${frame.profile.id}, ${frame.profile.version}. ${page.noAdvice}`),
      ]),
      {
        kind: 'prose',
        value: told(`${page.names} ${filled(page.timesIn, { zone: frame.zone.replaceAll('_', ' ') })}`),
      },
    ],
  };
};
