import * as z from 'zod/mini';
import { LANGUAGES } from '../../domain/languages.ts';
import { CAPACITIES } from '../../domain/notices/concern.ts';
import { mailAddress } from '../../domain/shapes.ts';
import { instant } from '../../events/shapes.ts';
import { MAIL_WISHES } from '../_ports/notice-ports.ts';
import type { ActionDescription, QueryDescription } from './operation.ts';
import { nothingAsked, paging } from './paging.ts';

/** Notices as the description of the API knows them: what each operation takes and answers. */
const OF_NOTICES = { kind: 'query', method: 'GET', function: 'notices-api' } as const;
const ACTS = { kind: 'action', method: 'POST', function: 'notices-api' } as const;

export const noticeView = z.strictObject({
  /** Its place in the list: what `upTo` takes. */
  id: z.string(),
  event: z.string(),
  case: z.optional(z.string()),
  version: z.int(),
  kind: z.string(),
  as: z.enum(CAPACITIES),
  recordedAt: instant,
  about: z.optional(z.string()),
  /** What it says, in the language that is asked for, else in the one that the reader chose: never more than the event says to everybody. */
  says: z.string(),
  /** Where the API shows it. */
  link: z.string(),
  unread: z.boolean(),
});

export const LIST_NOTICES = {
  ...OF_NOTICES,
  name: 'list-notices',
  path: '/notices',
  summary: 'List what you were told, newest first',
  query: z.extend(paging, { unread: z.optional(z.literal('true')), language: z.optional(z.enum(LANGUAGES)) }),
  answers: z.strictObject({ items: z.array(noticeView) }),
} as const satisfies QueryDescription;

export const MARK_NOTICES_READ = {
  ...ACTS,
  name: 'mark-notices-read',
  path: '/notices/reading',
  summary: 'Mark notices as read, up to one of them',
  body: z.strictObject({
    upTo: z.string().check(z.regex(/^AT#[0-9T:.Z-]{24}#[a-z0-9:@-]{1,120}$/, { error: 'must be the id of a notice' })),
  }),
  answers: z.strictObject({ readUpTo: z.string() }),
} as const satisfies ActionDescription;

const settingsShape = { language: z.enum(LANGUAGES), mail: z.enum(MAIL_WISHES) };
const settingsView = z.strictObject({
  ...settingsShape,
  /** Where mail goes: an address that you gave, one that the roster knows, or nowhere. */
  mailGoesTo: z.enum(['own-address', 'roster', 'nowhere']),
  /** Until when the address that you gave waits for the code that was sent to it; nothing else goes there before. */
  awaitsCodeUntil: z.optional(instant),
});

export const READ_NOTICE_SETTINGS = {
  ...OF_NOTICES,
  name: 'read-notice-settings',
  path: '/me/notice-settings',
  summary: 'Read how you want to be told',
  query: nothingAsked,
  answers: settingsView,
} as const satisfies QueryDescription;

export const CHANGE_NOTICE_SETTINGS = {
  ...ACTS,
  name: 'change-notice-settings',
  path: '/me/notice-settings',
  summary: 'Say in which language you want to be told, and whether by mail: at once, once a day, or not',
  body: z.strictObject(settingsShape),
  answers: settingsView,
} as const satisfies ActionDescription;

export const GIVE_MAIL_ADDRESS = {
  ...ACTS,
  name: 'give-mail-address',
  path: '/me/mail-address',
  summary:
    'Give the address that mail is sent to, or take it back by leaving it out; a code is sent there, and nothing else until you confirm it',
  body: z.strictObject({ address: z.optional(mailAddress) }),
  answers: settingsView,
} as const satisfies ActionDescription;

/** 256 bits, as they stand in the mail. */
export const mailCode = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, { error: 'must be the code from the mail' }));

export const CONFIRM_MAIL_ADDRESS = {
  ...ACTS,
  name: 'confirm-mail-address',
  path: '/me/mail-address/confirmation',
  summary: 'Confirm the address that you gave, with the code that was sent to it',
  body: z.strictObject({ code: mailCode }),
  answers: settingsView,
} as const satisfies ActionDescription;

/** Everything about notices that notices-api answers. */
export const NOTICE_DESCRIPTIONS = [
  LIST_NOTICES,
  MARK_NOTICES_READ,
  READ_NOTICE_SETTINGS,
  CHANGE_NOTICE_SETTINGS,
  GIVE_MAIL_ADDRESS,
  CONFIRM_MAIL_ADDRESS,
] as const;
