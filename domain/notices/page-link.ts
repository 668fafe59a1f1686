import type { Language } from '../languages.ts';

/** The list of a case in which a fact can be read, by the first word of its type; what is not here is read on the page of the case. */
const LISTS: Readonly<Record<string, string>> = {
  act: 'acts',
  observation: 'observations',
  finding: 'observations',
  reply: 'observations',
  embargo: 'observations',
  release: 'observations',
  question: 'questions',
  answer: 'questions',
  flag: 'flags',
  escalation: 'escalations',
  'non-escalation': 'escalations',
  proceeding: 'proceedings',
  recommendation: 'recommendations',
};

/**
 * The page on which people read of a fact of a case. It names the kind of thing and never the thing: a mail is read by more eyes than
 * those that it was sent to.
 */
export const pageOfFact = (language: Language, of: { readonly case: string; readonly kind: string }): string => {
  const [first = ''] = of.kind.split('.');
  const list = Object.hasOwn(LISTS, first) ? LISTS[first] : undefined;
  return list === undefined ? pageOfCase(language, of.case) : `${pageOfCase(language, of.case)}/${list}`;
};

/** The page of a case. */
export const pageOfCase = (language: Language, caseId: string): string => `/${language}/cases/${caseId}`;

/** Where somebody finds everything that they were told. */
export const pageOfAccount = (language: Language): string => `/${language}/account`;

/** Where somebody chooses how they are told. */
export const pageOfSettings = (language: Language): string => `/${language}/account/messages`;

/** Where whoever reads the mailbox of an institution confirms it. */
export const pageOfMailbox = (language: Language, endpoint: string): string => `/${language}/mailboxes/${endpoint}`;
