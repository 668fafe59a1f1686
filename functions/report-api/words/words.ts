import type { Language } from '../../../domain/languages.ts';
import type { PROCUREMENT_METHODS } from '../../../domain/process/contracting-process.ts';
import type {
  ACT_ACCOUNTS,
  ActKind,
  ChecklistDocument,
  CONTRACT_ENDS,
  DepartureCause,
  DOCUMENT_ACCESS_RESULTS,
  EscalationState,
  InstrumentId,
  ObservationType,
  Office,
  OUTCOMES,
  ProcessEnding,
  QUESTIONED,
  Remedy,
  Severity,
  Stage,
  VISIT_OUTCOMES,
  VOTES,
} from '../../../events/vocabulary.ts';
import type { SectionName } from '../../_http/report-document.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { PT } from './pt.ts';

type Each<Word extends string> = Readonly<Record<Word, string>>;

/** Every word of a report that is not somebody's own, in one language. `{x}` is filled in. */
export interface Words {
  /** BCP 47, as dates and numbers are written. */
  readonly locale: string;
  readonly language: string;
  readonly sections: Each<SectionName>;
  readonly titles: Each<'final-pact' | 'final-committee' | 'stage'>;
  readonly marks: Each<'draft' | 'in-reply' | 'adopted' | 'published' | 'late' | 'overdue' | 'dissent' | 'example'>;
  readonly page: Each<
    | 'skip'
    | 'contents'
    | 'languages'
    | 'draftWarning'
    | 'none'
    | 'nextPart'
    | 'part'
    | 'scrolls'
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
  readonly instruments: Each<InstrumentId>;
  readonly stages: Each<Stage>;
  readonly acts: Each<ActKind>;
  readonly accounted: Each<(typeof ACT_ACCOUNTS)[number] | 'awaited' | 'cancelled'>;
  readonly visits: Each<(typeof VISIT_OUTCOMES)[number]>;
  readonly documents: Each<ChecklistDocument>;
  readonly access: Each<(typeof DOCUMENT_ACCESS_RESULTS)[number]>;
  readonly types: Each<ObservationType>;
  readonly severities: Each<Severity>;
  readonly questioned: Each<(typeof QUESTIONED)[number]>;
  readonly escalations: Each<EscalationState>;
  readonly outcomes: Each<(typeof OUTCOMES)[number]>;
  readonly remedies: Each<Remedy>;
  readonly votes: Each<(typeof VOTES)[number]>;
  readonly causes: Each<DepartureCause>;
  readonly offices: Each<Office>;
  readonly methods: Each<(typeof PROCUREMENT_METHODS)[number]>;
  readonly endings: Each<ProcessEnding>;
  readonly contractEnds: Each<(typeof CONTRACT_ENDS)[number]>;
  readonly signatures: Each<'awaited' | 'signed' | 'refused'>;
}

export const WORDS: Readonly<Record<Language, Words>> = { es: ES, pt: PT, en: EN };

/** The word for a code, or the code itself where it is none of ours: an older record may hold one. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** A sentence with its blanks filled in. */
export const filled = (sentence: string, blanks: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '');
