import type { Language } from '../../domain/languages.ts';
import type { ReceiptQuestion } from '../../events/check-receipt.ts';
import { EN } from './words-en.ts';
import { ES } from './words-es.ts';
import { PT } from './words-pt.ts';

/** What the page says on which a receipt is held against the public record. `{x}` is filled in. */
export interface ReceiptWords
  extends Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'stays'
      | 'file'
      | 'fileHint'
      | 'look'
      | 'looking'
      | 'no-file'
      | 'no-receipt'
      | 'no-case'
      | 'no-network'
      | 'holds'
      | 'wrong'
      | 'wrongSays'
      | 'event'
      | 'yes'
      | 'no'
      | 'chained'
      | 'broken'
      | 'unread'
      | 'noScript'
      | 'byYourself'
      | 'byYourselfSays',
      string
    >
  > {
  /** What is asked of the receipt, as it is when it holds. The words of the holder are compared on the command line alone. */
  readonly asks: Readonly<Record<Exclude<ReceiptQuestion, 'own'>, string>>;
}

export const RECEIPT_WORDS: Readonly<Record<Language, ReceiptWords>> = { es: ES, pt: PT, en: EN };
