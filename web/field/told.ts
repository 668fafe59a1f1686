import type { Language } from '../../domain/languages.ts';
import type { CodeWords } from '../../domain/words/code-words.ts';
import type { CHECKLIST_DOCUMENTS, FINDING_CATEGORIES } from '../../events/vocabulary.ts';
import { isRecord, jsonIn } from '../app/kept-text.ts';
import type { SignInClient } from '../app/session.ts';
import { TOLD } from '../app/told.ts';
import type { FieldWords } from './words/words.ts';

type Code = string;
type Coded = 'stages' | 'acts' | 'accounted' | 'documents' | 'access' | 'types' | 'severities';

/** What the page tells its script: all that depends on the language, and what the rules ask for at each stage. */
export interface FieldTold {
  readonly page: 'field';
  readonly language: Language;
  /** BCP 47. */
  readonly locale: string;
  readonly signIn: SignInClient;
  readonly words: FieldWords;
  readonly codes: Pick<CodeWords, Coded>;
  readonly categories: readonly { readonly code: (typeof FINDING_CATEGORIES)[number]; readonly title: string }[];
  /** What is to be done, and what is asked for before a case goes on, by their codes. */
  readonly tasks: Readonly<Record<Code, string>>;
  readonly requirements: Readonly<Record<Code, string>>;
  readonly roles: Readonly<Record<Code, string>>;
  /** The documents that a team asks for, by the instrument and its stage. */
  readonly checklists: Readonly<Record<Code, Readonly<Record<Code, readonly (typeof CHECKLIST_DOCUMENTS)[number][]>>>>;
}

/** The server of the same house wrote it: that it is there is all that is asked. */
const isTold = (value: unknown): value is FieldTold => isRecord(value) && value['page'] === 'field';

/** Reads what the page tells. Throws on a page of somebody else. */
export const fieldToldBy = (page: Pick<Document, 'getElementById'>): FieldTold => {
  const told = jsonIn(page.getElementById(TOLD)?.textContent ?? null);
  if (isTold(told)) return told;
  throw new Error('The page does not tell its script what it needs.');
};

/** Where the app stands in a language, and the worker that opens it without a network. */
export const fieldPath = (language: Language): string => `/${language}/field`;
export const workerPath = (language: Language): string => `/${language}/field-worker.js`;
/** The one policy by which a text becomes the address of a script. */
export const WORKER_POLICY = 'field-worker';
