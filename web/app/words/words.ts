import type { Language } from '../../../domain/languages.ts';
import type { MailWish } from '../../../functions/_ports/notice-ports.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import type { MessageWords } from './message-words.ts';
import { PT } from './pt.ts';

type Each<Word extends string> = Readonly<Record<Word, string>>;

/**
 * Every word of the pages of people who sign in, in one language. A page carries those of its own language to its script. `{x}` is
 * filled in.
 */
export interface AppWords extends MessageWords {
  readonly signIn: Each<'title' | 'lead' | 'who' | 'members' | 'others' | 'leads' | 'begin' | 'goOn' | 'noScript'>;
  readonly signedIn: Each<
    'title' | 'working' | 'failed' | 'not-begun' | 'not-ours' | 'refused' | 'no-network' | 'again'
  >;
  readonly signedOut: Each<'title' | 'says' | 'again'>;
  readonly account: Each<
    | 'toDesk'
    | 'title'
    | 'lead'
    | 'who'
    | 'person'
    | 'personSays'
    | 'roles'
    | 'noRoles'
    | 'notices'
    | 'noticesSays'
    | 'language'
    | 'mail'
    | 'save'
    | 'saved'
    | 'address'
    | 'addressSays'
    | 'goesTo'
    | 'newAddress'
    | 'newAddressHint'
    | 'give'
    | 'given'
    | 'takeBack'
    | 'takenBack'
    | 'awaits'
    | 'code'
    | 'codeHint'
    | 'confirm'
    | 'confirmed'
    | 'endpoints'
    | 'endpointsSays'
    | 'noEndpoints'
    | 'enabled'
    | 'disabled'
    | 'signOut'
    | 'signOutSays'
    | 'draft'
  >;
  readonly inbox: Each<'due' | 'noDue' | 'overdue' | 'standsStill' | 'latest' | 'noNotices' | 'unread' | 'toCase'>;
  /** What somebody must do, by the code of the agenda. */
  readonly tasks: Readonly<Record<string, string>>;
  readonly mails: Readonly<Record<MailWish, string>>;
  readonly goesTo: Each<'own-address' | 'roster' | 'nowhere'>;
  readonly session: Each<
    'loading' | 'ended' | 'endedSays' | 'again' | 'noNetwork' | 'failed' | 'refused' | 'retry' | 'noRoom'
  >;
  readonly problems: Each<'title' | 'language' | 'mail' | 'address' | 'code' | 'unknown-code' | 'otherwise'>;
  readonly roles: Readonly<Record<string, string>>;
}

export const APP_WORDS: Readonly<Record<Language, AppWords>> = { es: ES, pt: PT, en: EN };
