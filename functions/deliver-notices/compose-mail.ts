import { inLanguage, type Language } from '../../domain/languages.ts';
import { GREETING, type MailWords, mailWords } from '../../domain/notices/mail-words.ts';
import {
  pageOfAccount,
  pageOfCase,
  pageOfFact,
  pageOfMailbox,
  pageOfSettings,
} from '../../domain/notices/page-link.ts';
import type { Task } from '../../domain/notices/what-to-do.ts';
import { saysOf } from '../../domain/notices/words.ts';
import { CODE_WORDS, filled } from '../../domain/words/code-words.ts';
import type { CaseTold } from './case-told.ts';

/** Whom a mail is written for. */
export interface Reader {
  readonly language: Language;
  /** Where people reach the pages. */
  readonly publicUrl: string;
  /** It is the mailbox of an institution, and nobody’s account stands behind it. */
  readonly isInstitution?: true;
}

/** A mail, but for whom it goes to. */
export interface Composed {
  readonly subject: string;
  readonly text: string;
}

/** A mail: its paragraphs, each of one line or some. */
const mailOf = (says: string, paragraphs: readonly (readonly string[])[]): Composed => ({
  subject: `${GREETING}: ${says}`,
  text: [[`${says}.`], ...paragraphs]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\r\n'))
    .join('\r\n\r\n')
    .concat('\r\n'),
});

const momentIn = (language: Language, at: string, zone: string): string =>
  new Intl.DateTimeFormat(CODE_WORDS[language].locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: zone,
  })
    .format(new Date(at))
    // Spaces that do not break look broken where mail is read as plain text.
    .replaceAll(/[\u00a0\u202f]/g, ' ');

const whyOf = (words: MailWords, { language, publicUrl, isInstitution }: Reader): readonly string[] => [
  isInstitution === true ? words.whyInstitution : words.why,
  `${publicUrl}${isInstitution === true ? pageOfAccount(language) : pageOfSettings(language)}`,
];

const caseLines = (words: MailWords, { case: id, title, isExample }: CaseTold): readonly string[] => [
  filled(words.case, { title: title.replaceAll(/\s+/g, ' ') }),
  id,
  ...(isExample ? [words.example] : []),
];

interface FactMail {
  readonly reader: Reader;
  /** What happened, by its type. */
  readonly kind: string;
  readonly at: string;
  readonly about: CaseTold;
  readonly task?: Task | undefined;
  /** When the term of the task ends. */
  readonly until?: string | undefined;
  /** Whether the evidence of an escalation awaits the reader. */
  readonly hasEvidence?: boolean;
}

/**
 * A mail about a fact: what kind of thing happened, in which case, what the reader must do and until when, and on which page it is read.
 * Nothing of what anybody wrote, and no thing of a case by its name: mails are read by more eyes than those that they are sent to.
 */
export const composeFact = ({ reader, kind, at, about, task, until, hasEvidence }: FactMail): Composed => {
  const { language, publicUrl } = reader;
  const words = mailWords(language);
  const moment = (instant: string): string => momentIn(language, instant, about.zone);
  return mailOf(saysOf(kind, language), [
    [...caseLines(words, about), filled(words.when, { moment: moment(at) })],
    [
      task === undefined ? words.nothingToDo : filled(words.toDo, { task: inLanguage(task.says, language) }),
      ...(until === undefined ? [] : [filled(words.until, { moment: moment(until) })]),
    ],
    hasEvidence === true ? [words.evidence] : [],
    [words.readAt, `${publicUrl}${pageOfFact(language, { case: about.case, kind })}`],
    whyOf(words, reader),
  ]);
};

/** A mail about milestones of a case, for an institution that follows them. */
export const composeMilestones = ({ reader, at, about }: Pick<FactMail, 'reader' | 'at' | 'about'>): Composed => {
  const { language, publicUrl } = reader;
  const words = mailWords(language);
  return mailOf(words.milestones, [
    [...caseLines(words, about), filled(words.when, { moment: momentIn(language, at, about.zone) })],
    [words.nothingToDo],
    [words.readAt, `${publicUrl}${pageOfCase(language, about.case)}#milestones`],
    whyOf(words, reader),
  ]);
};

/** A mail about the reader’s own entry in the roster. */
export const composeRoster = (reader: Reader, kind: string): Composed => {
  const words = mailWords(reader.language);
  return mailOf(saysOf(kind, reader.language), [
    [words.nothingToDo],
    [words.roster, `${reader.publicUrl}${pageOfAccount(reader.language)}`],
    whyOf(words, reader),
  ]);
};

/** What a day brought in one case, or in the roster: each kind of fact, and how often. */
export interface DigestPart {
  /** Absent where it is the reader’s own entry in the roster. */
  readonly about?: CaseTold;
  readonly kinds: ReadonlyMap<string, number>;
}

interface DigestMail {
  readonly reader: Reader;
  readonly count: number;
  /** Whether there are more than were counted. */
  readonly isMore: boolean;
  readonly parts: readonly DigestPart[];
}

/** The mail of a day: how many notices there are, of what kind, and in which cases. */
export const composeDigest = ({ reader, count, isMore, parts }: DigestMail): Composed => {
  const { language, publicUrl } = reader;
  const words = mailWords(language);
  const { locale } = CODE_WORDS[language];
  const n = new Intl.NumberFormat(locale).format(count);
  const { one, other } = words.digest;
  const counted = new Intl.PluralRules(locale).select(count) === 'one' ? one : other;
  return mailOf(filled(isMore ? words.digestMany : counted, { n }), [
    ...parts.map(({ about, kinds }) => [
      ...(about === undefined ? [words.digestOfRoster] : caseLines(words, about)),
      ...[...kinds].map(([kind, times]) => `- ${saysOf(kind, language)}${times === 1 ? '' : ` (${times})`}`),
      ...(about === undefined ? [] : [`${publicUrl}${pageOfCase(language, about.case)}`]),
    ]),
    [words.digestRest, `${publicUrl}${pageOfAccount(language)}`],
    whyOf(words, reader),
  ]);
};

/** The mail that tries whether mails arrive. */
export const composePing = (reader: Reader): Composed => {
  const words = mailWords(reader.language);
  return mailOf(words.ping, [[words.pingSays], whyOf(words, reader)]);
};

interface ConfirmationMail {
  readonly language: Language;
  readonly publicUrl: string;
  readonly code: string;
  readonly until: string;
  /** The endpoint whose mailbox it is; absent: it is that of a person. */
  readonly endpoint?: string | undefined;
}

/** The mail that asks whether an address may be used. It names nobody, no case, and nothing that happened. */
export const composeConfirmation = (of: ConfirmationMail): Composed => {
  const { language, publicUrl, code, until, endpoint } = of;
  const words = mailWords(language);
  const page = endpoint === undefined ? pageOfSettings(language) : pageOfMailbox(language, endpoint);
  return mailOf(words.confirm, [
    [words.confirmHow],
    [code],
    [words.confirmAt, `${publicUrl}${page}`],
    [filled(words.confirmUntil, { moment: momentIn(language, until, 'UTC') })],
    [words.confirmNot],
  ]);
};
