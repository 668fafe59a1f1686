import { localDate } from '../clocks/calendar.ts';
import type { Instrument } from '../instruments/instrument.ts';
import { stageOf } from '../instruments/instruments.ts';
import type { Language } from '../languages.ts';
import { isStated, type Parameter, type Profile, type Provision } from '../profiles/profile.ts';
import type { Head } from '../state.ts';
import { authorityTitleIn } from './authority-titles.ts';
import { NOT_HAD, type OpenField, WRIT_WORDS, type WritKind, type WritWords } from './words.ts';

/** A part of a sentence: what is known, or what whoever signs must fill in. */
export type WritPart = string | { readonly open: string };

/** A writ as a sequence of blocks, whatever file it becomes. */
export interface WritBlock {
  readonly is: 'title' | 'heading' | 'paragraph' | 'item' | 'note';
  readonly parts: readonly WritPart[];
}

export interface Writ {
  readonly title: string;
  readonly language: Language;
  readonly blocks: readonly WritBlock[];
}

/** A finding that is quoted: whoever asks for the writ may read it. */
export interface QuotedFinding {
  readonly id: string;
  readonly filedAt: string;
  readonly title: string;
  readonly narrative: string;
  /** What its category is called, where it is none of the list. */
  readonly categoryText?: string;
  readonly place?: string;
  readonly legalBasis?: string;
}

export interface WritFacts {
  readonly kind: WritKind;
  readonly language: Language;
  readonly head: Head;
  readonly instrument: Instrument;
  readonly profile: Profile;
  readonly process: { readonly title?: string; readonly buyer?: string };
  readonly findings: readonly QuotedFinding[];
  /** To whom a complaint goes. */
  readonly controlAuthority?: string;
}

const block = (is: WritBlock['is'], ...parts: readonly WritPart[]): WritBlock => ({ is, parts });

/** A petition or a complaint from what the case knows. It invents nothing: what is not on record stays open, and is marked. */
export const composeWrit = (facts: WritFacts): Writ => {
  const { kind, language, head, process } = facts;
  const words = WRIT_WORDS[language];
  const open = (field: OpenField): WritPart => ({ open: words.open[field] });
  const title = words.titles[kind];
  return {
    title,
    language,
    blocks: [
      block('note', words.notAdvice),
      block('paragraph', open('placeAndDate')),
      block('title', title),
      block('paragraph', `${words.to}: `, ...recipient(facts, open)),
      block('paragraph', `${words.from}: `, open('name'), ', ', open('identity'), ', ', open('address')),
      block('heading', words.process),
      block(
        'paragraph',
        `${process.title ?? head.ocid} (${head.ocid})${process.buyer === undefined ? '' : `, ${process.buyer}`}`,
      ),
      block('heading', words.facts),
      ...factsOf(facts, words, open),
      block('heading', words.law),
      ...lawOf(facts, words, open),
      block('heading', words.asks[kind]),
      block('paragraph', words.asksFor[kind]),
      ...(kind === 'petition-for-documents' ? askedDocuments(facts, words, open) : []),
      ...termOf(facts, words, open),
      block('paragraph', open('signature')),
      block('paragraph', open('name')),
    ],
  };
};

type Open = (field: OpenField) => WritPart;

const recipient = (
  { kind, language, process, profile, controlAuthority }: WritFacts,
  open: Open,
): readonly WritPart[] => {
  if (kind === 'petition-for-documents') return process.buyer === undefined ? [open('recipient')] : [process.buyer];
  const authority = profile.controlAuthorities.value.find(({ id }) => id === controlAuthority);
  return authority === undefined ? [open('recipient')] : [authorityTitleIn(authority.title, language)];
};

const factsOf = ({ findings, profile }: WritFacts, words: WritWords, open: Open): readonly WritBlock[] =>
  findings.length === 0
    ? [block('paragraph', open('facts'))]
    : findings.flatMap(({ id, filedAt, title, narrative, categoryText, place, legalBasis }) => [
        block('item', `${title} (${id}, ${words.filedOn} ${localDate(filedAt, profile.zone.value)})`),
        ...(categoryText === undefined ? [] : [block('paragraph', categoryText)]),
        ...narrative.split(/\n+/).map((line) => block('paragraph', line)),
        ...(place === undefined ? [] : [block('paragraph', place)]),
        ...(legalBasis === undefined ? [] : [block('paragraph', legalBasis)]),
      ]);

const basisOf = ({ kind, profile }: WritFacts): Parameter<readonly Provision[]> =>
  kind === 'petition-for-documents' ? profile.petitionBasis : profile.complaintBasis;

/** Where the profile tells the source of a parameter; nothing where no source states it, and whether anybody verified it. */
const sourced = (parameter: Parameter<unknown>, { profile }: WritFacts, words: WritWords): readonly WritPart[] => [
  ...(isStated(parameter) ? [` (${words.source(profile.id, profile.version)})`] : []),
  ...(parameter.verified ? [] : [' ', { open: words.unverified }]),
];

/** Every provision with where it comes from. One that nobody verified says so in brackets: it must not be signed unseen. */
const lawOf = (facts: WritFacts, words: WritWords, open: Open): readonly WritBlock[] => {
  const basis = basisOf(facts);
  if (basis.value.length === 0) return [block('paragraph', words.noLaw, ' ', open('law'))];
  return basis.value.map(({ law, provision }) =>
    block('item', `${law}, ${provision}`, ...sourced(basis, facts, words)),
  );
};

/** Documents of the checklists that the team has not whole: those that were refused, late or incomplete, and those nobody has yet. */
const askedDocuments = ({ head, instrument }: WritFacts, words: WritWords, open: Open): readonly WritBlock[] => {
  const reached = instrument.stages.findIndex(({ stage }) => stage === head.stage);
  const asked = instrument.stages.slice(0, reached + 1).flatMap(({ stage }) =>
    stageOf(instrument, stage).checklist.flatMap((document) => {
      const result = head.documentAccess[stage]?.[document];
      const why = result === undefined ? 'missing' : NOT_HAD.find((each) => each === result);
      return why === undefined ? [] : [block('item', `${words.documents[document]} (${words.results[why]})`)];
    }),
  );
  return asked.length === 0 ? [block('item', open('documents'))] : asked;
};

/** The term in which the addressee must answer. What a deployment set for itself binds nobody else: such a term is left open. */
const termOf = (facts: WritFacts, words: WritWords, open: Open): readonly WritBlock[] => {
  const { kind, profile } = facts;
  const term = kind === 'petition-for-documents' ? profile.documentTerm : profile.controlAnswerTerm;
  const { number, unit } = term.value;
  return [
    isStated(term)
      ? block('paragraph', words.within(number, words.units[unit]), ...sourced(term, facts, words))
      : block('paragraph', open('term')),
  ];
};
