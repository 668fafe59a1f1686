import type { ActKind, InstrumentId, QUARANTINE_DAYS } from '../../events/vocabulary.ts';
import type { Term } from '../clocks/term.ts';
import { type Holidays, NO_HOLIDAYS } from './holidays/holidays.ts';

/** A parameter of a jurisdiction: what it is, where that stands, and whether somebody read the official text. */
export interface Parameter<T> {
  readonly value: T;
  readonly source: string;
  readonly verified: boolean;
}

/** Local dates between which a profile rules, both included. Without one of them no source says when it began or ends. */
export interface Validity {
  readonly from?: string;
  readonly to?: string;
}

/** Where a profile rules: a country of ISO 3166-1 and, where it is one, a subdivision of ISO 3166-2. Without a country, anywhere. */
export interface Territory {
  readonly country?: string;
  readonly subdivision?: string;
}

/** From which amount on a process must be watched. UMA and UDI are units that the country fixes anew each year or day. */
export interface Threshold {
  readonly covers: 'goods' | 'services' | 'works' | 'public-private-partnership';
  readonly amount: number;
  readonly unit: 'UMA' | 'UDI';
  /** `above` leaves the amount itself out, `from` takes it in. */
  readonly reached: 'above' | 'from';
}

/** A term with the event that starts it: the rules know no other start for it, so a profile cannot name one. */
export interface TermAfter<Start extends string> extends Term {
  readonly startsWith: Start;
}

/** A body that receives escalations. Tier 1 comes first; a lapsed term proposes the next. */
export interface ControlAuthority {
  readonly id: string;
  readonly tier: number;
  readonly title: string;
}

/** A provision of a law, as a writ cites it. */
export interface Provision {
  readonly law: string;
  readonly provision: string;
}

export interface ImpedimentQuestion {
  readonly id: string;
  readonly asks: string;
}

/**
 * The versioned parameters of a jurisdiction. A case keeps the version that it opened under. No profile is legal advice; a parameter
 * that no source states is set by the deployment and says so.
 */
export interface Profile {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly instrument: InstrumentId;
  readonly validity: Parameter<Validity>;
  readonly territory: Parameter<Territory>;
  readonly thresholds: Parameter<readonly Threshold[]>;
  /** IANA time zone in which days are counted. */
  readonly zone: Parameter<string>;
  /** Days that are not working days, besides Saturdays and Sundays. */
  readonly holidays: Parameter<Holidays>;
  readonly membersMin: Parameter<number>;
  readonly membersMax: Parameter<number>;
  readonly sectorsMin: Parameter<number>;
  readonly registrationRequired: Parameter<boolean>;
  /** Whether only accredited people of the roster can be proposed. */
  readonly accreditation: Parameter<'required' | 'not-asked'>;
  readonly implementationMonitoring: Parameter<boolean>;
  readonly proposalTerm: Parameter<TermAfter<'member-proposed'>>;
  /** In which a document that was asked for must be handed over. */
  readonly documentTerm: Parameter<TermAfter<'document-requested'>>;
  readonly findingReplyTerm: Parameter<TermAfter<'finding-notified'>>;
  /** In which a question of the dialogue is answered, whoever was asked. */
  readonly questionAnswerTerm: Parameter<TermAfter<'question-asked'>>;
  /** In which a grave finding is escalated, or the reason given why not. */
  readonly escalationTerm: Parameter<TermAfter<'finding-filed'>>;
  readonly controlAnswerTerm: Parameter<TermAfter<'escalation-sent'>>;
  readonly reportReplyTerm: Parameter<TermAfter<'report-sent-for-reply'>>;
  readonly publicationTerm: Parameter<TermAfter<'participation-ended'>>;
  /** The longest that an observation may stay sealed once the award is on record. */
  readonly embargoTermMax: Parameter<TermAfter<'award-recorded'>>;
  /** In which a tip is answered. */
  readonly tipAnswerTerm: Parameter<TermAfter<'tip-received'>>;
  /** After which somebody looks whether what a closed case achieved still stands. */
  readonly sustainedTerm: Parameter<TermAfter<'case-closed'>>;
  /** After which a team of which nothing is heard counts as silent. */
  readonly inactivityTerm: Parameter<TermAfter<'last-activity'>>;
  /** In which somebody who accepted signs the declaration of no conflict. */
  readonly declarationTerm: Parameter<TermAfter<'member-accepted'>>;
  /** How many working days before the last of a term whoever must act is reminded of it. */
  readonly reminderWorkingDays: Parameter<number>;
  /** For how many months the original of a document is locked once it was found usable: nobody deletes it before. */
  readonly documentRetentionMonths: Parameter<number>;
  /** For how many days a file that was refused is kept apart for whoever must look at it. */
  readonly quarantineDays: Parameter<(typeof QUARANTINE_DAYS)[number]>;
  readonly finalReportCharactersMin: Parameter<number>;
  readonly publicActs: Parameter<readonly ActKind[]>;
  /** What a petition for documents rests on. */
  readonly petitionBasis: Parameter<readonly Provision[]>;
  /** What a complaint to a control authority rests on. */
  readonly complaintBasis: Parameter<readonly Provision[]>;
  readonly controlAuthorities: Parameter<readonly ControlAuthority[]>;
  readonly impedimentQuestions: Parameter<readonly ImpedimentQuestion[]>;
}

const DEPLOYMENT = 'No source states it: set by the deployment.';
const MEMORY = 'Remembered, and no stored source states it: set by the deployment.';

/** A parameter that a source states and nobody has read in the official text yet. */
export const secondary = <T>(value: T, source: string): Parameter<T> => ({ value, source, verified: false });

/** A parameter that no source states. */
export const byDeployment = <T>(value: T): Parameter<T> => ({ value, source: DEPLOYMENT, verified: false });

/** A parameter that people of the field remember, without a source that could be shown. */
export const remembered = <T>(value: T): Parameter<T> => ({ value, source: MEMORY, verified: false });

/** Whether a source states a parameter, or else the deployment set it. */
export const isStated = ({ source }: Parameter<unknown>): boolean => source !== DEPLOYMENT && source !== MEMORY;

/** What a deployment starts from where no source says more: a profile takes these and puts what is sourced in their place. */
export const DEPLOYMENT_DEFAULTS = {
  validity: byDeployment({}),
  territory: byDeployment({}),
  thresholds: byDeployment([]),
  holidays: byDeployment(NO_HOLIDAYS),
  sectorsMin: byDeployment(0),
  registrationRequired: byDeployment(false),
  accreditation: byDeployment('not-asked'),
  implementationMonitoring: byDeployment(false),
  proposalTerm: byDeployment({ number: 5, unit: 'working-day', startsWith: 'member-proposed' }),
  documentTerm: byDeployment({ number: 10, unit: 'working-day', startsWith: 'document-requested' }),
  findingReplyTerm: byDeployment({ number: 10, unit: 'working-day', startsWith: 'finding-notified' }),
  questionAnswerTerm: byDeployment({ number: 10, unit: 'working-day', startsWith: 'question-asked' }),
  escalationTerm: byDeployment({ number: 5, unit: 'working-day', startsWith: 'finding-filed' }),
  controlAnswerTerm: byDeployment({ number: 30, unit: 'working-day', startsWith: 'escalation-sent' }),
  reportReplyTerm: byDeployment({ number: 5, unit: 'working-day', startsWith: 'report-sent-for-reply' }),
  publicationTerm: byDeployment({ number: 10, unit: 'calendar-day', startsWith: 'participation-ended' }),
  embargoTermMax: byDeployment({ number: 90, unit: 'calendar-day', startsWith: 'award-recorded' }),
  tipAnswerTerm: byDeployment({ number: 15, unit: 'working-day', startsWith: 'tip-received' }),
  sustainedTerm: byDeployment({ number: 6, unit: 'month', startsWith: 'case-closed' }),
  inactivityTerm: byDeployment({ number: 30, unit: 'calendar-day', startsWith: 'last-activity' }),
  declarationTerm: byDeployment({ number: 5, unit: 'working-day', startsWith: 'member-accepted' }),
  reminderWorkingDays: byDeployment(3),
  petitionBasis: byDeployment([]),
  complaintBasis: byDeployment([]),
  documentRetentionMonths: byDeployment(120),
  quarantineDays: byDeployment(30),
  finalReportCharactersMin: byDeployment(200),
  publicActs: byDeployment(['clarification-meeting', 'bid-opening', 'award-ruling']),
} as const satisfies Partial<Profile>;
