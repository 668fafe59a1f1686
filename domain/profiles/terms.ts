import type { Term } from '../clocks/term.ts';
import type { Parameter, Profile, TermAfter } from './profile.ts';

/** The terms of a profile by the word that people ask for them with, and the parameter where each stands. */
export const TERMS = {
  proposal: 'proposalTerm',
  document: 'documentTerm',
  'finding-reply': 'findingReplyTerm',
  'question-answer': 'questionAnswerTerm',
  escalation: 'escalationTerm',
  'control-answer': 'controlAnswerTerm',
  'report-reply': 'reportReplyTerm',
  publication: 'publicationTerm',
  embargo: 'embargoTermMax',
  'tip-answer': 'tipAnswerTerm',
  sustained: 'sustainedTerm',
  inactivity: 'inactivityTerm',
  declaration: 'declarationTerm',
} as const satisfies Record<string, keyof Profile>;

export type TermName = keyof typeof TERMS;

const isTermName = (word: string): word is TermName => Object.hasOwn(TERMS, word);

/** A term of a profile, with its source; undefined for a word that names none. */
export const termNamed = (
  profile: Profile,
  word: string,
): { readonly parameter: string; readonly is: Parameter<Term & TermAfter<string>> } | undefined =>
  isTermName(word) ? { parameter: TERMS[word], is: profile[TERMS[word]] } : undefined;
