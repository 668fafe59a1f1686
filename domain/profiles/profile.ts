import type { ActKind, InstrumentId } from '../../events/vocabulary.ts';
import type { Term } from '../clocks/term.ts';

/** A parameter of a jurisdiction: what it is, where that stands, and whether somebody read the official text. */
export interface Parameter<T> {
  readonly value: T;
  readonly source: string;
  readonly verified: boolean;
}

/** A body that receives escalations. Tier 1 comes first; a lapsed term proposes the next. */
export interface ControlAuthority {
  readonly id: string;
  readonly tier: number;
  readonly title: string;
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
  readonly validFrom: string;
  readonly validTo?: string;
  /** IANA time zone in which days are counted. */
  readonly zone: Parameter<string>;
  /** Local dates (`2026-12-25`) that are not working days, besides Saturdays and Sundays. */
  readonly holidays: Parameter<readonly string[]>;
  readonly membersMin: Parameter<number>;
  readonly membersMax: Parameter<number>;
  readonly sectorsMin: Parameter<number>;
  readonly registrationRequired: Parameter<boolean>;
  readonly implementationMonitoring: Parameter<boolean>;
  readonly proposalTerm: Parameter<Term>;
  readonly findingReplyTerm: Parameter<Term>;
  readonly escalationTerm: Parameter<Term>;
  readonly controlAnswerTerm: Parameter<Term>;
  readonly reportReplyTerm: Parameter<Term>;
  readonly publicationTerm: Parameter<Term>;
  readonly finalReportCharactersMin: Parameter<number>;
  readonly publicActs: Parameter<readonly ActKind[]>;
  readonly controlAuthorities: Parameter<readonly ControlAuthority[]>;
  readonly impedimentQuestions: Parameter<readonly ImpedimentQuestion[]>;
}

const DEPLOYMENT = 'No source states it: set by the deployment.';

/** A parameter that a source states and nobody has read in the official text yet. */
export const secondary = <T>(value: T, source: string): Parameter<T> => ({ value, source, verified: false });

/** A parameter that no source states. */
export const byDeployment = <T>(value: T): Parameter<T> => ({ value, source: DEPLOYMENT, verified: false });
