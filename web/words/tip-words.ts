import type { Language } from '../../domain/languages.ts';
import type { DOCUMENT_STATES, TIP_ANSWERS } from '../../events/vocabulary.ts';
import type { Flaw, HandedIn, Told } from '../pages/tips/shown.ts';
import type { TipInvitationWords } from './tip-invitation.ts';
import { TIP_WORDS_EN } from './tip-words-en.ts';
import { TIP_WORDS_ES } from './tip-words-es.ts';
import { TIP_WORDS_PT } from './tip-words-pt.ts';

type Each<Word extends string> = Readonly<Record<Word, string>>;

/** Every word of the pages on which people send tips and follow them. `{x}` is filled in. */
export interface TipWords {
  readonly invite: TipInvitationWords;
  readonly form: Each<
    | 'title'
    | 'lead'
    | 'about'
    | 'what'
    | 'whatSays'
    | 'becomes'
    | 'becomesSays'
    | 'reads'
    | 'readsSays'
    | 'protect'
    | 'text'
    | 'textHint'
    | 'language'
    | 'files'
    | 'filesHint'
    | 'filesAgain'
    | 'who'
    | 'whoSays'
    | 'name'
    | 'contact'
    | 'contactHint'
    | 'send'
    | 'notTaken'
  >;
  /** How to protect oneself, one advice each. */
  readonly advice: readonly string[];
  readonly sent: Each<'title' | 'lead' | 'code' | 'select' | 'keep' | 'look' | 'files' | 'answerBy' | 'toCase'>;
  /** How to keep the code, one advice each. */
  readonly keeping: readonly string[];
  readonly entrance: Each<'title' | 'lead' | 'code' | 'codeHint' | 'open' | 'lost'>;
  readonly followed: Each<
    | 'title'
    | 'about'
    | 'received'
    | 'answerBy'
    | 'state'
    | 'waiting'
    | 'overdue'
    | 'answered'
    | 'lead'
    | 'answer'
    | 'late'
    | 'written'
    | 'addition'
    | 'files'
    | 'add'
    | 'addText'
    | 'addHint'
    | 'addSend'
    | 'noAnswer'
    | 'leave'
  >;
  readonly answers: Each<(typeof TIP_ANSWERS)[number]>;
  readonly documents: Each<(typeof DOCUMENT_STATES)[number]>;
  readonly fates: Each<HandedIn['fate']>;
  readonly flaws: Each<Exclude<Flaw['flaw'], 'missing' | 'tooLong' | 'signs'> | 'textMissing' | 'tooLong' | 'signs'>;
  readonly told: Each<Told['what']>;
}

export const TIP_WORDS: Readonly<Record<Language, TipWords>> = {
  es: TIP_WORDS_ES,
  pt: TIP_WORDS_PT,
  en: TIP_WORDS_EN,
};
