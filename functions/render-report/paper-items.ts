import { filled, wordFor } from '../../domain/words/code-words.ts';
import type { Block, ItemOf } from '../_http/report-document.ts';
import {
  awardOf,
  CITATIONS,
  called,
  categoryOf,
  contractOf,
  headsOf,
  money,
  nameOf,
  type Pen,
  sealText,
  sectorOf,
  silenceOn,
  standingOf,
  when,
} from '../_reports/said.ts';
import { type Cell, cell, coded, facts, type Part, row, told } from './paper.ts';

type Content = NonNullable<ItemOf<'observations'>['content']>;

const time = (at: string | undefined, pen: Pen): string | undefined => (at === undefined ? undefined : when(at, pen));

const list = (texts: readonly string[]): string | undefined => (texts.length === 0 ? undefined : texts.join(', '));

const heading = (text: string, lang?: string): Part => ({ kind: 'heading', level: 2, value: told(text, lang) });

const processParts = (item: ItemOf<'process'>, pen: Pen): readonly Part[] => {
  const { words, frame } = pen;
  const { labels } = words;
  const period = item.tenderPeriod;
  const isPact = frame.instrument === 'integrity-pact';
  const bidders: Part = {
    kind: 'table',
    heads: isPact ? [labels.bidder, labels.signature] : [labels.bidder],
    widths: isPact ? [3, 1] : [1],
    rows: item.bidders.map(({ name, signature }) =>
      isPact ? [cell(name), cell(wordFor(words.signatures, signature))] : [cell(name)],
    ),
  };
  return [
    ...facts([
      row(labels.process, item.title),
      row(labels.ocid, coded(item.ocid)),
      row(labels.description, item.description),
      row(labels.method, item.procurementMethod === undefined ? undefined : words.methods[item.procurementMethod]),
      row(labels.buyer, nameOf(item.buyer)),
      row(labels.procuringEntity, nameOf(item.procuringEntity)),
      row(labels.value, money(item.value, pen)),
      row(
        labels.tenderPeriod,
        period === undefined ? undefined : `${time(period.startAt, pen) ?? ''} – ${time(period.endAt, pen) ?? ''}`,
      ),
      row(labels.award, awardOf(item, pen)),
      row(labels.contract, contractOf(item, pen)),
      row(labels.ending, item.ending === undefined ? undefined : words.endings[item.ending]),
    ]),
    ...(item.bidders.length === 0 ? [] : [bidders]),
  ];
};

/** What an observation is about, as whoever reads the document may know it: a title, a seal, or that it was withdrawn. */
const headlineOf = (item: ItemOf<'observations'>, pen: Pen) => {
  const { sentences } = pen.words;
  if (item.content !== undefined) return told(item.content.title, item.content.language);
  if (item.withdrawnAt !== undefined) return told(filled(sentences.withdrawn, { date: when(item.withdrawnAt, pen) }));
  return item.sealed === undefined ? told(sentences.notShown) : told(sealText(item.sealed, pen));
};

/** An observation as a line of the table that comes before all of them. */
export const observationLine = (item: ItemOf<'observations'>, pen: Pen): readonly Cell[] => {
  const { words } = pen;
  const { content, remedy } = item;
  const severity = content?.severity === undefined ? undefined : wordFor(words.severities, content.severity);
  const replied = item.reply === undefined ? silenceOn(item, pen) : words.page.yes;
  return [
    cell(item.observation.slice('observation-'.length)),
    cell(headlineOf(item, pen)),
    cell(content === undefined ? undefined : wordFor(words.types, content.type), severity),
    cell(content === undefined ? undefined : (replied ?? words.sentences.notPut)),
    cell(
      remedy === undefined ? undefined : words.remedies[remedy],
      list(item.escalations.map((id) => called(id, pen))),
    ),
  ];
};

const contentRows = (content: Content, pen: Pen) => {
  const { words } = pen;
  const { labels } = words;
  return [
    row(labels.type, wordFor(words.types, content.type)),
    row(labels.observed, time(content.observedAt, pen)),
    row(labels.place, content.place),
    row(labels.category, categoryOf(content, pen.language)),
    row(labels.severity, content.severity === undefined ? undefined : wordFor(words.severities, content.severity)),
    row(labels.legalBasis, list(content.legalBasis)),
    row(labels.noLegalBasis, content.noLegalBasisReason),
  ];
};

const notesOn = (item: ItemOf<'observations'>, pen: Pen): readonly Part[] => {
  const { sentences } = pen.words;
  const notes = [
    ...(item.content === undefined ? [headlineOf(item, pen).text] : []),
    ...(item.correctedSince ? [filled(sentences.correctedSince, { version: String(item.version) })] : []),
  ];
  return notes.map((note) => ({ kind: 'note', value: told(note) }));
};

const followedRows = (item: ItemOf<'observations'>, content: Content, pen: Pen) => {
  const { labels, remedies } = pen.words;
  return [
    row(labels.reply, item.reply ?? silenceOn(item, pen)),
    row(labels.remedy, item.remedy === undefined ? undefined : remedies[item.remedy]),
    row(labels.escalation, list(item.escalations.map((id) => called(id, pen)))),
    row(labels.documents, ...content.documentHashes.map(coded)),
    row(labels.hash, coded(content.contentHash)),
  ];
};

const observationParts = (item: ItemOf<'observations'>, pen: Pen): readonly Part[] => {
  const { labels, sentences, stages } = pen.words;
  const { content } = item;
  const name = called(item.observation, pen);
  return [
    heading(content === undefined ? name : `${name}: ${content.title}`, content?.language),
    ...facts([
      row(labels.citation, sentences[CITATIONS[item.citation]]),
      row(labels.leftOut, item.leftOutBecause),
      row(labels.stage, stages[item.stage]),
      row(labels.filed, `${when(item.filedAt, pen)}${item.late ? ` (${sentences.late})` : ''}`),
      ...(content === undefined ? [] : contentRows(content, pen)),
    ]),
    ...notesOn(item, pen),
    ...(content === undefined
      ? []
      : [
          { kind: 'quote' as const, value: told(content.narrative, content.language) },
          ...facts(followedRows(item, content, pen)),
        ]),
  ];
};

const questionParts = (item: ItemOf<'dialogue'>, pen: Pen): readonly Part[] => {
  const { labels, sentences, questioned } = pen.words;
  const unanswered = item.overdue ? sentences.overdue : sentences.unanswered;
  return [
    heading(`${labels.question} ${item.question.slice('question-'.length)}`),
    ...facts([
      row(labels.askedOf, questioned[item.to]),
      row(labels.date, when(item.askedAt, pen)),
      row(labels.question, item.asks ?? sentences.notShown),
      row(labels.answer, item.answeredAt === undefined ? unanswered : (item.answer ?? sentences.notShown)),
    ]),
  ];
};

const escalationParts = (item: ItemOf<'escalations'>, pen: Pen): readonly Part[] => {
  const { words } = pen;
  const { labels, sentences } = words;
  const state = `${words.escalations[item.state]}${item.lapsed ? ` (${sentences.lapsed})` : ''}`;
  return [
    heading(`${labels.escalation} ${item.escalation.slice('escalation-'.length)}: ${item.controlAuthority}`),
    ...facts([
      row(labels.state, state),
      row(labels.date, when(item.sentAt, pen)),
      row(labels.outcome, item.outcome === undefined ? undefined : wordFor(words.outcomes, item.outcome)),
      row(labels.findings, list(item.findings.map((id) => called(id, pen)))),
      row(labels.letter, item.letter),
      row(labels.answer, item.answer),
    ]),
  ];
};

const adoptionParts = (item: ItemOf<'adoption'>, pen: Pen): readonly Part[] => {
  const { labels, sentences, votes } = pen.words;
  const isEmpty = item.signedBy.length === 0 && item.votes.length === 0;
  const voted: Part = {
    kind: 'table',
    heads: [labels.person, labels.vote],
    widths: [3, 1],
    rows: item.votes.map(({ person, vote }) => [cell(person), cell(votes[vote])]),
  };
  return [
    ...(isEmpty ? [{ kind: 'note' as const, value: told(sentences.noSignatures) }] : []),
    ...facts([row(labels.signedBy, ...item.signedBy), row(labels.adopted, time(item.adoptedAt, pen))]),
    ...(item.votes.length === 0 ? [] : [voted]),
    ...item.dissents.flatMap(({ person, opinion }): readonly Part[] => [
      heading(filled(labels.dissentOf, { person })),
      ...(opinion === undefined ? [] : [{ kind: 'quote' as const, value: told(opinion) }]),
    ]),
  ];
};

const actCells = (item: ItemOf<'acts'>, pen: Pen): readonly Cell[] => {
  const { words } = pen;
  const { yes, no } = words.page;
  const admitted =
    item.citizensAdmitted === undefined ? undefined : `${words.labels.citizens}: ${item.citizensAdmitted ? yes : no}`;
  return [
    cell(words.acts[item.kind], words.stages[item.stage]),
    cell(when(item.heldAt, pen)),
    cell(words.accounted[item.accounted], admitted),
    cell(...(item.present ?? [])),
    cell(item.place, item.circumstances, item.note),
  ];
};

const flagCells = (item: ItemOf<'flags'>, pen: Pen): readonly Cell[] => {
  const { flagAnswered, flagOpen } = pen.words.sentences;
  const answer = item.answer === 'turned-into-finding' ? flagAnswered : item.reason;
  return [
    cell(`${item.code} ${item.title}`),
    cell(answer ?? flagOpen, item.observation === undefined ? undefined : called(item.observation, pen)),
  ];
};

/** How wide the columns of the sections that are tables stand to each other. */
const WIDTHS: Readonly<Record<string, readonly number[]>> = {
  team: [2.2, 1.4, 1.6, 3.2],
  acts: [1.8, 1.7, 1.7, 1.9, 2.6],
  visits: [1.6, 1.2, 1.8, 2.6],
  'document-access': [2, 2, 1],
  flags: [1, 1],
  amendments: [1.2, 2, 2],
  recommendations: [0.55, 1.7, 3.9, 1.6],
};

/** An item of a section that is a table, as its row; undefined for an item that stands by itself. */
const cellsOf = (block: Block, pen: Pen): readonly Cell[] | undefined => {
  const { words } = pen;
  switch (block.section) {
    case 'team': {
      const { item } = block;
      const office = item.office === undefined ? undefined : words.offices[item.office];
      return [cell(item.person), cell(office), cell(sectorOf(item, pen)), cell(standingOf(item, pen))];
    }
    case 'acts':
      return actCells(block.item, pen);
    case 'visits': {
      const { plannedAt, outcome, place, note } = block.item;
      const became = outcome === undefined ? undefined : words.visits[outcome];
      return [cell(when(plannedAt, pen)), cell(became), cell(place), cell(note)];
    }
    case 'document-access': {
      const { document, stage, result } = block.item;
      return [cell(words.documents[document]), cell(words.stages[stage]), cell(words.access[result])];
    }
    case 'flags':
      return flagCells(block.item, pen);
    case 'amendments': {
      const { amendedAt, change, conclusion } = block.item;
      return [cell(when(amendedAt, pen)), cell(change), cell(conclusion)];
    }
    case 'recommendations': {
      const { number, to, recommends, dueAt } = block.item;
      return [cell(String(number)), cell(to), cell(recommends), cell(when(dueAt, pen))];
    }
    default:
      return undefined;
  }
};

/** An item that stands by itself. */
const partsOf = (block: Block, pen: Pen): readonly Part[] => {
  const { labels, sentences } = pen.words;
  switch (block.section) {
    case 'summary':
    case 'conclusion':
    case 'no-recommendations':
      return [{ kind: 'prose', value: told(block.item.text, pen.frame.writtenIn) }];
    case 'process':
      return processParts(block.item, pen);
    case 'observations':
      return observationParts(block.item, pen);
    case 'dialogue':
      return questionParts(block.item, pen);
    case 'escalations':
      return escalationParts(block.item, pen);
    case 'comments':
      return facts([
        row(labels.asked, when(block.item.sentForReplyAt, pen)),
        row(labels.comments, block.item.comments ?? sentences.noComments),
      ]);
    case 'adoption':
      return adoptionParts(block.item, pen);
    default:
      return [];
  }
};

/** What a section holds: one table of all its items, or one item after the other. */
export const sectionParts = (blocks: readonly Block[], pen: Pen): readonly Part[] => {
  const section = blocks[0]?.section ?? '';
  const heads = headsOf(pen.words)[section];
  const widths = WIDTHS[section];
  if (heads === undefined || widths === undefined) return blocks.flatMap((block) => partsOf(block, pen));
  return [{ kind: 'table', heads, widths, rows: blocks.flatMap((block) => [cellsOf(block, pen) ?? []]) }];
};
