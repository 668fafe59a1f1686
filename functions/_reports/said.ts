import type { Language } from '../../domain/languages.ts';
import { CATEGORIES } from '../../domain/observations/categories.ts';
import { filled } from '../../domain/words/code-words.ts';
import { dateFormat, moneyFormat } from '../../domain/words/formats.ts';
import { sectorIn } from '../../domain/words/sector-words.ts';
import type { ItemOf, ReportFrame } from '../_http/report-document.ts';
import type { Words } from './words/words.ts';

/** What the items of a report are written with, on a page and on paper. */
export interface Pen {
  readonly words: Words;
  readonly language: Language;
  readonly frame: ReportFrame;
}

type Content = NonNullable<ItemOf<'observations'>['content']>;
type Party = ItemOf<'process'>['buyer'];

/** What the report is called: a testimony, a final report, or the report of a stage. */
export const titleOf = ({ words, frame }: Pen): string => {
  if (frame.stage !== 'final-report') return filled(words.titles.stage, { stage: words.stages[frame.stage] });
  return words.titles[frame.instrument === 'integrity-pact' ? 'final-pact' : 'final-committee'];
};

/** An instant as people of the place read it. */
export const when = (at: string, { words, frame }: Pick<Pen, 'words' | 'frame'>): string =>
  dateFormat(words.locale, { dateStyle: 'long', timeStyle: 'short', timeZone: frame.zone }).format(new Date(at));

/** The last day of a term that ends with a day, whose due instant is the first after it. */
export const lastDay = (dueAt: string, { words, frame }: Pick<Pen, 'words' | 'frame'>): string =>
  dateFormat(words.locale, { dateStyle: 'long', timeZone: frame.zone }).format(new Date(Date.parse(dueAt) - 1));

/** What a thing of the case is called: `observation-4` is Observation 4. */
export const called = (id: string, { words }: Pick<Pen, 'words'>): string => {
  const number = id.slice(id.lastIndexOf('-') + 1);
  return id.startsWith('observation-')
    ? filled(words.sentences.observation, { number })
    : `${words.labels.escalation} ${number}`;
};

/** A party with the identifier that it has in a register. */
export const nameOf = (party: Party): string | undefined => {
  if (party?.identifier === undefined) return party?.name;
  const { scheme, id } = party.identifier;
  return `${party.name} (${scheme === undefined ? '' : `${scheme} `}${id})`;
};

export const money = (
  value: { readonly amount: number; readonly currency: string } | undefined,
  { words }: Pick<Pen, 'words'>,
): string | undefined => (value === undefined ? undefined : moneyFormat(words.locale, value));

export const awardOf = ({ award }: ItemOf<'process'>, pen: Pen): string | undefined => {
  const { sentences } = pen.words;
  return award === undefined
    ? undefined
    : filled(award.decision === 'none' ? sentences.awardNone : sentences.awardMade, {
        date: when(award.decidedAt, pen),
      });
};

export const contractOf = ({ contract }: ItemOf<'process'>, pen: Pen): string | undefined => {
  const { sentences, contractEnds } = pen.words;
  return contract === undefined
    ? undefined
    : `${filled(sentences.contractSigned, { date: when(contract.signedAt, pen) })}${contract.end === undefined ? '' : `; ${contractEnds[contract.end]}`}`;
};

/** What the sector is called that somebody comes from. */
export const sectorOf = ({ sector }: ItemOf<'team'>, { language }: Pen): string | undefined =>
  sector === undefined ? undefined : sectorIn(language, sector);

/** Whether somebody declared, is impeded, or left the team and why. */
export const standingOf = ({ declared, impeded, left }: ItemOf<'team'>, pen: Pen): string => {
  const { sentences, causes } = pen.words;
  return left === undefined
    ? [declared ? sentences.declared : sentences.undeclared, ...(impeded ? [sentences.impeded] : [])].join('; ')
    : filled(sentences.left, { date: when(left.leftAt, pen), cause: causes[left.cause] });
};

const SEALS = { 'until-award': 'sealedUntilAward', restricted: 'restricted' } as const;

/** What keeps an observation from the reader, in a sentence. */
export const sealText = (sealed: NonNullable<ItemOf<'observations'>['sealed']>, pen: Pen): string => {
  const { sentences } = pen.words;
  if (sealed.until !== undefined) return filled(sentences.sealedUntil, { date: when(sealed.until, pen) });
  return sealed.seal === 'embargo-extended' ? sentences.sealedUntilAward : sentences[SEALS[sealed.seal]];
};

const isCategory = (code: string): code is keyof typeof CATEGORIES => Object.hasOwn(CATEGORIES, code);

export const categoryOf = ({ category, categoryText }: Content, language: Language): string | undefined => {
  if (category === undefined) return undefined;
  const title = isCategory(category) ? CATEGORIES[category][language] : category;
  return categoryText === undefined ? title : `${title}: ${categoryText}`;
};

export const CITATIONS = { cited: 'cited', 'left-out': 'leftOut', 'filed-later': 'filedLater' } as const;

/** What stands where a finding has no reply; nothing where it was not put to anybody. */
export const silenceOn = (
  { notifiedAt, replyLapsed }: Pick<ItemOf<'observations'>, 'notifiedAt' | 'replyLapsed'>,
  { words: { sentences } }: Pen,
): string | undefined => {
  if (notifiedAt === undefined) return undefined;
  return replyLapsed === true ? sentences.replyLapsed : sentences.noReplyYet;
};

/** The sections of which nothing is said where they hold nothing. */
export const QUIET_WHEN_EMPTY: readonly string[] = ['visits', 'amendments', 'no-recommendations', 'comments'];

/** The heads of the sections that are tables. */
export const headsOf = ({ labels }: Words): Readonly<Record<string, readonly string[]>> => ({
  team: [labels.person, labels.office, labels.sector, labels.standing],
  acts: [labels.act, labels.when, labels.attendance, labels.present, labels.notes],
  visits: [labels.visit, labels.outcome, labels.place, labels.notes],
  'document-access': [labels.document, labels.stage, labels.access],
  flags: [labels.flag, labels.disposition],
  amendments: [labels.date, labels.change, labels.conclusion],
  recommendations: [labels.number, labels.to, labels.recommends, labels.due],
});

/** All that a page writes a report with: its words, and what they say of its items. */
export const writingOf = (pen: Pen) => ({
  ...pen,
  title: titleOf(pen),
  when: (at: string): string => when(at, pen),
  lastDay: (dueAt: string): string => lastDay(dueAt, pen),
  called: (id: string): string => called(id, pen),
  nameOf: (party: Party): string | undefined => nameOf(party),
  money: (value: ItemOf<'process'>['value']): string | undefined => money(value, pen),
  awardOf: (item: ItemOf<'process'>): string | undefined => awardOf(item, pen),
  contractOf: (item: ItemOf<'process'>): string | undefined => contractOf(item, pen),
  sectorOf: (item: ItemOf<'team'>): string | undefined => sectorOf(item, pen),
  standingOf: (item: ItemOf<'team'>): string => standingOf(item, pen),
  citation: ({ citation }: ItemOf<'observations'>): string => pen.words.sentences[CITATIONS[citation]],
  sealText: (sealed: NonNullable<ItemOf<'observations'>['sealed']>): string => sealText(sealed, pen),
  categoryOf: (content: Content): string | undefined => categoryOf(content, pen.language),
  silenceOn: (item: ItemOf<'observations'>): string | undefined => silenceOn(item, pen),
});
/** `isHere` says whether a thing stands on the page that is written; without it, all of them do. */
export type ReportWriting = ReturnType<typeof writingOf> & { readonly isHere?: (id: string) => boolean };
