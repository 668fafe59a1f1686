import type { Language } from '../../domain/languages.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { PT } from './pt.ts';

type Each<Word extends string> = Readonly<Record<Word, string>>;

/** A sentence for one, and for any other number; `{n}` is the number. */
export type Counted = Readonly<{ one: string; other: string }>;

/**
 * Every word of the pages that is not somebody's own and not the name of a code, in one language. `{x}` is filled in. What codes are
 * called stands in domain/words.
 */
export interface PageWords {
  /** What the house says of itself, everywhere. */
  readonly house: Each<'name' | 'claim' | 'skip' | 'menu' | 'languages' | 'home' | 'licence' | 'source'>;
  readonly menu: Each<
    | 'cases'
    | 'authorities'
    | 'scoreboard'
    | 'coverage'
    | 'participation'
    | 'data'
    | 'glossary'
    | 'verify'
    | 'tips'
    | 'account'
    | 'signIn'
  >;
  readonly states: Each<
    | 'loading'
    | 'nothing'
    | 'noNetwork'
    | 'next'
    | 'first'
    | 'more'
    | 'yes'
    | 'no'
    | 'unknown'
    | 'example'
    | 'exampleSays'
  >;
  /** What components say of themselves. */
  readonly parts: Each<'close' | 'hash'>;
  readonly errors: Each<
    | 'title'
    | 'summary'
    | 'notFound'
    | 'notFoundSays'
    | 'badAddress'
    | 'badAddressSays'
    | 'failed'
    | 'failedSays'
    | 'tooLarge'
    | 'tooLargeSays'
    | 'toCases'
  >;
  readonly home: Each<
    | 'title'
    | 'lead'
    | 'search'
    | 'searchHint'
    | 'find'
    | 'latest'
    | 'all'
    | 'how'
    | 'watch'
    | 'watchSays'
    | 'tell'
    | 'tellSays'
    | 'check'
    | 'checkSays'
  >;
  readonly cases: Each<
    | 'title'
    | 'search'
    | 'any'
    | 'none'
    | 'noneSays'
    | 'opened'
    | 'stage'
    | 'instrument'
    | 'ocid'
    | 'authority'
    | 'place'
    | 'condition'
  >;
  readonly case: Each<
    | 'contents'
    | 'stands'
    | 'waits'
    | 'waitsNothing'
    | 'closed'
    | 'leftOut'
    | 'since'
    | 'suspended'
    | 'suspendedSays'
    | 'ended'
    | 'due'
    | 'process'
    | 'buyer'
    | 'value'
    | 'opened'
    | 'profile'
    | 'timeline'
    | 'wholeTimeline'
    | 'sealed'
    | 'by'
  >;
  readonly glossary: Each<'title' | 'lead'>;
  readonly data: Each<'title' | 'lead' | 'what' | 'address' | 'is' | 'how' | 'noToken' | 'etag' | 'licence'>;
  readonly counted: Readonly<Record<'cases' | 'days' | 'observations', Counted>>;
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = { es: ES, pt: PT, en: EN };
