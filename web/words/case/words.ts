import type { Language } from '../../../domain/languages.ts';
import type { DOCUMENT_STATES, Role } from '../../../events/vocabulary.ts';
import type { Counted } from '../words.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { PT } from './pt.ts';

type Each<Word extends string> = Readonly<Record<Word, string>>;

/** The things of a case that have pages or places of their own, as their ids call them. */
export const THINGS_SHOWN = [
  'observation',
  'act',
  'question',
  'flag',
  'escalation',
  'proceeding',
  'report',
  'recommendation',
  'breach',
  'visit',
  'amendment',
] as const;
export type ThingShown = (typeof THINGS_SHOWN)[number];

/** What the parts of a case are called, each of which can have a page of its own. */
export type CaseSection =
  | 'team'
  | 'acts'
  | 'access'
  | 'observations'
  | 'questions'
  | 'flags'
  | 'escalations'
  | 'proceedings'
  | 'breaches'
  | 'visits'
  | 'amendments'
  | 'milestones'
  | 'reports'
  | 'recommendations'
  | 'timeline'
  | 'data'
  | 'verify'
  | 'tip';

/** The words of the pages of a case in one language. `{x}` is filled in. */
export interface CasePageWords {
  readonly sections: Each<CaseSection>;
  /** What stands where a part of a case holds nothing. */
  readonly none: Each<Exclude<CaseSection, 'milestones' | 'timeline' | 'data' | 'verify' | 'tip'>>;
  /** What leads to the whole of a list. */
  readonly all: Each<
    | 'acts'
    | 'observations'
    | 'questions'
    | 'flags'
    | 'escalations'
    | 'proceedings'
    | 'breaches'
    | 'visits'
    | 'amendments'
    | 'recommendations'
  >;
  /** A thing by its number: Observation 4. */
  readonly things: Each<ThingShown>;
  readonly roles: Each<Role>;
  readonly files: Each<(typeof DOCUMENT_STATES)[number]>;
  readonly stands: Each<'notTold' | 'overdue'>;
  readonly process: Each<
    | 'method'
    | 'profileSays'
    | 'bidders'
    | 'bidder'
    | 'signature'
    | 'award'
    | 'awarded'
    | 'awardedNone'
    | 'contract'
    | 'signed'
    | 'pact'
    | 'pactSigned'
    | 'pactAwaited'
  >;
  readonly team: Each<
    | 'proposed'
    | 'proposedUntil'
    | 'inOffice'
    | 'declared'
    | 'undeclared'
    | 'impeded'
    | 'left'
    | 'successor'
    | 'names'
    | 'constituted'
    | 'dissolved'
  >;
  readonly acts: Each<
    | 'when'
    | 'place'
    | 'public'
    | 'private'
    | 'present'
    | 'quorum'
    | 'citizens'
    | 'reason'
    | 'moved'
    | 'document'
    | 'got'
  >;
  readonly observations: Each<
    | 'filed'
    | 'late'
    | 'version'
    | 'withdrawn'
    | 'withdrawnBecause'
    | 'untilAward'
    | 'untilDate'
    | 'notBefore'
    | 'restricted'
    | 'reply'
    | 'replyDue'
    | 'replyLapsed'
    | 'remedy'
    | 'escalated'
    | 'notEscalated'
    | 'escalationDue'
    | 'escalationOverdue'
    | 'by'
    | 'observedAt'
    | 'place'
    | 'act'
    | 'category'
    | 'law'
    | 'noLaw'
    | 'pointers'
    | 'files'
    | 'fileDetails'
    | 'hash'
    | 'incomplete'
    | 'versions'
    | 'versionSince'
    | 'corrected'
    | 'extended'
    | 'released'
    | 'more'
  >;
  readonly questions: Each<
    'toAuthority' | 'toTeam' | 'asked' | 'answer' | 'answered' | 'answeredLate' | 'due' | 'overdue' | 'notShown'
  >;
  readonly flags: Each<'says' | 'open' | 'dismissed' | 'turned' | 'because'>;
  readonly escalations: Each<
    | 'sent'
    | 'due'
    | 'findings'
    | 'sealed'
    | 'letter'
    | 'answer'
    | 'competent'
    | 'follows'
    | 'next'
    | 'sealedProceeding'
    | 'number'
    | 'body'
    | 'against'
    | 'from'
  >;
  readonly breaches: Each<
    | 'unruled'
    | 'reported'
    | 'accused'
    | 'notNamed'
    | 'answer'
    | 'answered'
    | 'answeredLate'
    | 'lapsed'
    | 'unanswered'
    | 'due'
    | 'explanation'
  >;
  readonly visits: Each<'planned' | 'later' | 'note'>;
  readonly amendments: Each<'amended' | 'reviewed' | 'unreviewed' | 'change' | 'conclusion'>;
  readonly milestones: Each<'says' | 'proof' | 'proofMore' | 'notApplicable' | 'share' | 'coded'>;
  readonly reports: Each<'stage' | 'testimony' | 'final' | 'read' | 'data' | 'adopted' | 'published' | 'late' | 'due'>;
  readonly recommendations: Each<'to' | 'due' | 'level' | 'followUps' | 'asOf' | 'response' | 'pastDue' | 'inReport'>;
  readonly timeline: Each<'latest' | 'by' | 'byUnnamed' | 'event' | 'zone'>;
  readonly data: Each<
    'says' | 'release' | 'record' | 'json' | 'events' | 'feed' | 'changes' | 'changesSays' | 'licence' | 'dataset'
  >;
  readonly verify: Each<'says' | 'receiptHere' | 'steps' | 'hashes' | 'receipt' | 'last' | 'hash'>;
  readonly tip: Each<'says' | 'send' | 'code'>;
  readonly preview: Each<'stands' | 'closed' | 'suspended'>;
  readonly counted: Readonly<Record<'months', Counted>>;
}

export const CASE_PAGE_WORDS: Readonly<Record<Language, CasePageWords>> = { es: ES, pt: PT, en: EN };
