import type { CommandAnswer } from '../../functions/_record/answer.ts';
import type { HandedFile } from '../app/hand-in.ts';
import { isRecord } from '../app/kept-text.ts';

/** What the API answered to what was sent: case, number, and the hashes by which anybody finds it in the record. */
export type Receipt = CommandAnswer;

/** Why something was not taken: the word of the problem, and what to do next. */
export interface Problem {
  readonly word: string;
  readonly detail: string;
  /** The fields that it is about. */
  readonly fields: readonly string[];
}

/** A file that goes along; its bytes lie in the vault under its id until they were brought. */
export interface KeptFile extends Omit<HandedFile, 'bytes'> {
  readonly id: string;
  readonly sizeBytes: number;
  /** Under which number the case has it: its bytes were brought. */
  readonly document?: string;
  readonly refused?: Problem;
}

export const FORMS = ['observation', 'correction', 'withdrawal', 'attendance', 'document-access'] as const;
export type Form = (typeof FORMS)[number];

/** What somebody wrote to be sent, whole: whatever happens to the page, this is sent once. */
export interface Composed {
  /** Sent with everything that is sent for it: the API does it once. What is filed twice under it is one. */
  readonly key: string;
  readonly case: string;
  readonly form: Form;
  /** What a list calls it. */
  readonly title: string;
  readonly path: string;
  readonly body: object;
  /** What it was composed from, to be mended when it is refused. */
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly KeptFile[];
  /** What a correction keeps of what it corrects. */
  readonly kept?: Readonly<Record<string, unknown>>;
  /** What its files hang on; where nothing is said, on what it brings into being. */
  readonly attachedTo?: string;
}

/** Why something waits. */
export type Trouble = 'no-network' | 'failed' | 'ended';

export interface Item extends Composed {
  readonly id: string;
  readonly person: string;
  /** Milliseconds since the epoch. */
  readonly composedAt: number;
  /** It was sent, and nothing told whether it came: it can be sent again, and not be changed. */
  readonly isUncertain?: true;
  readonly trouble?: Trouble;
  readonly refused?: Problem;
  /** It is on record. */
  readonly receipt?: Receipt;
}

/** How something of the queue stands, as it is told to whoever wrote it. */
export type Standing = 'waits' | 'uncertain' | 'refused' | 'files-wait' | 'file-refused' | 'done';

export const standingOf = ({ refused, receipt, isUncertain, files }: Item): Standing => {
  if (receipt === undefined) {
    if (refused !== undefined) return 'refused';
    return isUncertain === true ? 'uncertain' : 'waits';
  }
  if (files.some(isWaiting)) return 'files-wait';
  return files.some((file) => file.refused !== undefined) ? 'file-refused' : 'done';
};

export const isWaiting = ({ document, refused }: KeptFile): boolean => document === undefined && refused === undefined;

/** Whether there is something left to send. */
export const isOpen = (item: Item): boolean => ['waits', 'uncertain', 'files-wait'].includes(standingOf(item));

/** Whether it was not accepted, whole or in part, and its author has something to do. */
export const isRefused = (item: Item): boolean => ['refused', 'file-refused'].includes(standingOf(item));

const ITEM = 'item:';
const FILE = 'file:';
export const itemName = (id: string): string => ITEM + id;
export const fileName = (id: string): string => FILE + id;
export const ITEMS = ITEM;

/** We wrote it: that it is one is all that is asked. */
export const isItem = (value: unknown): value is Item => isRecord(value) && Array.isArray(value['files']);

/** A page between us and the API may answer anything: only this is its own. */
export const receiptIn = (body: unknown): Receipt | undefined => (isReceipt(body) ? body : undefined);

const isReceipt = (body: unknown): body is Receipt =>
  isRecord(body) && typeof body['case'] === 'string' && Array.isArray(body['recorded']);
