import type { Language } from '../../domain/languages.ts';
import { isRecord, jsonIn } from './kept-text.ts';
import type { SignInClient } from './session.ts';
import type { AppWords } from './words/words.ts';

/** Where the script draws, and where the page tells it what it needs. */
export const PLACE = 'app';
export const TOLD = 'told';

/** What the account says to the sign-in where nobody has signed in: that it leads back. */
export const TO_ACCOUNT = '#account';

/** The pages that a script draws. */
export type AppPage = 'sign-in' | 'signed-in' | 'signed-out' | 'account' | 'messages' | 'mailbox' | 'desk';

/** What a page tells its script: everything that the server knows and the script should not carry in three languages. */
export interface Told {
  readonly page: AppPage;
  readonly language: Language;
  /** BCP 47. */
  readonly locale: string;
  readonly signIn: SignInClient;
  /** What each language calls itself. */
  readonly languages: Readonly<Record<Language, string>>;
  readonly words: AppWords;
}

/** The server of the same house wrote it, of these types: that it is there is all that is asked. */
const isTold = (value: unknown): value is Told =>
  isRecord(value) && isRecord(value['signIn']) && isRecord(value['words']);

/** Reads what the page tells. Throws where it is not there: then this script stands on a page of somebody else. */
export const toldBy = (page: Pick<Document, 'getElementById'>): Told => {
  const told = jsonIn(page.getElementById(TOLD)?.textContent ?? null);
  if (isTold(told)) return told;
  throw new Error('The page does not tell its script what it needs.');
};
