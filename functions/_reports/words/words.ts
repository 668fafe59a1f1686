import type { Language } from '../../../domain/languages.ts';
import { CODE_WORDS, type CodeWords } from '../../../domain/words/code-words.ts';
import type { SectionName } from '../../_http/report-document.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { PT } from './pt.ts';

type Each<Word extends string> = Readonly<Record<Word, string>>;

/** Every word of a report that is not somebody's own, in one language. `{x}` is filled in. */
export interface ReportWords {
  readonly sections: Each<SectionName>;
  readonly titles: Each<'final-pact' | 'final-committee' | 'stage'>;
  readonly marks: Each<'draft' | 'in-reply' | 'adopted' | 'published' | 'late' | 'overdue' | 'dissent' | 'example'>;
  readonly page: Each<
    | 'contents'
    | 'draftWarning'
    | 'none'
    | 'nextPart'
    | 'part'
    | 'yes'
    | 'no'
    | 'notSaid'
    | 'profile'
    | 'verify'
    | 'verifyHow'
    | 'recordUpTo'
    | 'textHash'
    | 'eventHash'
    | 'asData'
    | 'names'
    | 'timesIn'
    | 'followUps'
    | 'noAdvice'
  >;
  readonly labels: Each<
    | 'ocid'
    | 'process'
    | 'description'
    | 'method'
    | 'buyer'
    | 'procuringEntity'
    | 'value'
    | 'tenderPeriod'
    | 'award'
    | 'contract'
    | 'ending'
    | 'bidder'
    | 'signature'
    | 'person'
    | 'office'
    | 'sector'
    | 'standing'
    | 'act'
    | 'stage'
    | 'when'
    | 'attendance'
    | 'present'
    | 'place'
    | 'citizens'
    | 'notes'
    | 'visit'
    | 'outcome'
    | 'document'
    | 'access'
    | 'filed'
    | 'observed'
    | 'type'
    | 'category'
    | 'severity'
    | 'legalBasis'
    | 'noLegalBasis'
    | 'citation'
    | 'leftOut'
    | 'version'
    | 'documents'
    | 'hash'
    | 'reply'
    | 'remedy'
    | 'escalation'
    | 'askedOf'
    | 'question'
    | 'answer'
    | 'controlAuthority'
    | 'state'
    | 'findings'
    | 'letter'
    | 'flag'
    | 'disposition'
    | 'reason'
    | 'date'
    | 'change'
    | 'conclusion'
    | 'number'
    | 'to'
    | 'recommends'
    | 'due'
    | 'signedBy'
    | 'vote'
    | 'dissentOf'
    | 'adopted'
    | 'published'
    | 'publicationDue'
    | 'asked'
    | 'comments'
  >;
  readonly sentences: Each<
    | 'sealedUntilAward'
    | 'sealedUntil'
    | 'restricted'
    | 'withdrawn'
    | 'correctedSince'
    | 'cited'
    | 'leftOut'
    | 'filedLater'
    | 'late'
    | 'noReplyYet'
    | 'replyLapsed'
    | 'notPut'
    | 'unanswered'
    | 'overdue'
    | 'notShown'
    | 'noComments'
    | 'noSignatures'
    | 'declared'
    | 'undeclared'
    | 'impeded'
    | 'left'
    | 'awardNone'
    | 'awardMade'
    | 'contractSigned'
    | 'flagAnswered'
    | 'flagOpen'
    | 'lapsed'
    | 'observation'
  >;
}

export interface Words extends CodeWords, ReportWords {}

export const WORDS: Readonly<Record<Language, Words>> = {
  es: { ...CODE_WORDS.es, ...ES },
  pt: { ...CODE_WORDS.pt, ...PT },
  en: { ...CODE_WORDS.en, ...EN },
};
