import type { Language } from '../../domain/languages.ts';
import type { Capacity } from '../../domain/notices/concern.ts';
import type { Instant } from '../../events/shapes.ts';
import type { ActionMark, Mailbox } from './outbox-ports.ts';

/** That a fact concerns somebody. It holds nothing that the event does not say to everybody. */
export interface Notice {
  readonly person: string;
  /** The event: `<stream>@<version>`. */
  readonly event: string;
  readonly stream: string;
  readonly version: number;
  /** The type of the fact. */
  readonly kind: string;
  /** In which capacity the person is told. */
  readonly as: Capacity;
  readonly recordedAt: Instant;
  /** The thing that the event names, where it names one. */
  readonly about?: string;
}

/** What the keeper of notices knows of a case, so that duplicates and disorder change nothing. */
export interface NoticeBook {
  readonly case: string;
  /** The last event that the book has seen. */
  readonly version: number;
  /** JSON of the folded context. */
  readonly state: string;
}

/** How somebody wants mail: one for each fact, one a day, or none. */
export const MAIL_WISHES = ['immediate', 'digest', 'none'] as const;
export type MailWish = (typeof MAIL_WISHES)[number];

/** How somebody wants to be told. Where to is kept apart. */
export interface NoticeSettings {
  readonly language: Language;
  readonly mail: MailWish;
}

/** The address that somebody gave; without a mailbox, they took it back. */
export interface OwnAddress {
  readonly mailbox?: Mailbox;
  /** When the mailboxes that they gave were asked lately, those included that were taken back. */
  readonly askedAt: readonly Instant[];
  readonly version: number;
}

/** What somebody said of mail to them, as far as they said anything. */
export interface MailSettings {
  readonly settings?: NoticeSettings;
  readonly own?: OwnAddress;
}

/** Where a page of notices ended. */
export type NoticePlace = string;

/** Who was told what, and how they want to be told. */
export interface NoticeStore {
  book(caseId: string): Promise<NoticeBook | undefined>;
  /** False when another keeper was faster: nothing was written. `expectedVersion` 0: there was none. */
  saveBook(book: NoticeBook, expectedVersion: number): Promise<boolean>;
  /** Writes a notice. Written again, it is the same. */
  tell(notice: Notice): Promise<void>;
  /** The notices of a person, newest first. */
  notices(asked: { person: string; after?: NoticePlace | undefined; limit: number }): Promise<{
    readonly items: readonly { readonly place: NoticePlace; readonly notice: Notice }[];
    readonly more: boolean;
  }>;
  /** Up to which notice somebody has read; undefined: none. */
  readUpTo(person: string): Promise<NoticePlace | undefined>;
  /** Never back: an earlier place than the one that is kept changes nothing. */
  markRead(person: string, place: NoticePlace): Promise<void>;
  settings(person: string): Promise<NoticeSettings | undefined>;
  saveSettings(person: string, settings: NoticeSettings, marks?: readonly ActionMark[]): Promise<void>;
  /** Where somebody wants mail to be sent; undefined: they never said. */
  address(person: string): Promise<OwnAddress | undefined>;
  /** The settings and addresses of several people at once; whoever said nothing is left out. */
  mailSettings(persons: readonly string[]): Promise<ReadonlyMap<string, MailSettings>>;
  /** Over the version that was seen, 0 where there was none; false when another was faster. */
  saveAddress(
    person: string,
    of: { readonly own: Omit<OwnAddress, 'version'>; readonly seen: number; readonly marks?: readonly ActionMark[] },
  ): Promise<boolean>;
  /** The last changes of settings or of the address, so that none is made twice. */
  marks(of: 'settings' | 'address', person: string): Promise<readonly ActionMark[]>;
}
