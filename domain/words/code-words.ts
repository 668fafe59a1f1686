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
} from '../../events/vocabulary.ts';
import type { Language } from '../languages.ts';
import type { PROCUREMENT_METHODS } from '../process/contracting-process.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { PT } from './pt.ts';

type Each<Word extends string> = Readonly<Record<Word, string>>;

/** What the codes of the record are called in one language, wherever somebody reads them: page, report, picture. */
export interface CodeWords {
  /** BCP 47, as dates and numbers are written. */
  readonly locale: string;
  /** What the language calls itself. */
  readonly language: string;
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

export const CODE_WORDS: Readonly<Record<Language, CodeWords>> = { es: ES, pt: PT, en: EN };

/** The word for a code, or the code itself where it is none of ours: an older record may hold one. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** A sentence with its blanks filled in. A date that ends with a point (`9:00 a.m.`) ends the sentence too. */
export const filled = (sentence: string, blanks: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{(\w+)\}(?<end>\.$)?/g, (_, name: string, end = '') => {
    const filling = blanks[name] ?? '';
    return filling.endsWith('.') ? filling : `${filling}${end}`;
  });
